import { describe, expect, it } from "vitest";
import { readArgs } from "../../src/cli/args.js";
import type { Options } from "../../src/cli/args.js";

const OPTIONS: Options = {
  seconds: { value: "S", about: "", number: { least: 0, most: 100, fraction: true } },
  seed: { value: "K", about: "", number: { least: 0, most: 0xffff_ffff } },
  variant: { value: "V", about: "", choices: ["search", "greedy"] },
  out: { value: "FILE", about: "" },
  json: { about: "" },
};

const messages = (...words: string[]): string[] =>
  readArgs(words, ["EVENT"], OPTIONS).diagnostics.map((d) => d.message);

describe("the words of a command line", () => {
  it("are read in any order, with = or without", () => {
    const read = readArgs(["--seed=7", "-", "--seconds", "0.5", "--json"], ["EVENT"], OPTIONS);
    expect(read.ok).toBe(true);
    if (!read.ok) throw new Error("not read");
    expect(read.value.words).toEqual(["-"]);
    expect([read.value.number("seed"), read.value.number("seconds"), read.value.has("json")]).toEqual([7, 0.5, true]);
    expect([read.value.text("out"), read.value.has("out")]).toEqual([undefined, false]);
  });

  it.each([
    [["e", "--secnds", "1"], /no option "--secnds".*--seconds\?/],
    [["e", "--constructor"], /no option "--constructor".*Known: --seconds/],
    [["e", "--__proto__"], /no option "--__proto__"/],
    [["e", "-s"], /no option "-s"/],
    [["e", "-seed", "1"], /no option "-seed".*--seed\?/],
    [["e", "--seed", "1", "--seed", "2"], /--seed is given twice/],
    [["e", "--json=1"], /--json takes no value/],
    [["e", "--out"], /--out needs a value: FILE/],
    [["e", "--out="], /--out needs a value/],
    [["e", "--variant", "serch"], /cannot be "serch": did you mean "search"\?/],
    [["e", "--variant", "constructor"], /one of search, greedy/],
    [["e", "--seed", "-1"], /whole number from 0 to 4294967295, not "-1"/],
    [["e", "--seed", "1.5"], /whole number/],
    [["e", "--seed", "1e3"], /whole number/],
    [["e", "--seed", "0x10"], /whole number/],
    [["e", "--seconds", "0"], /a number above 0, at most 100, not "0"/],
    [["e", "--seconds", "NaN"], /not "NaN"/],
    [["e", "--seconds", "101"], /at most 100/],
    [[], /EVENT is missing/],
    [["e", "f"], /"f" is one word too many/],
  ])("%j is refused", (words, message) => {
    expect(messages(...words)[0]).toMatch(message);
  });
});
