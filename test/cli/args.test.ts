import { describe, expect, it } from "vitest";
import { readArgs } from "../../src/cli/args.js";
import type { Options } from "../../src/cli/args.js";

const NONE = { en: "", fr: "" };
const OPTIONS: Options = {
  seconds: { value: "S", about: NONE, number: { least: 0, most: 100, fraction: true } },
  seed: { value: "K", about: NONE, number: { least: 0, most: 0xffff_ffff } },
  variant: { value: "V", about: NONE, choices: ["search", "greedy"] },
  out: { value: "FILE", about: NONE },
  json: { about: NONE },
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

  it("an option may be given several times, and a word left out, where that is said", () => {
    const options: Options = { ...OPTIONS, since: { value: "FILE", about: NONE, many: true } };
    const read = readArgs(["e", "--since", "a", "--since=b"], ["EVENT", "[SCHEDULE]"], options);
    if (!read.ok) throw new Error("not read");
    expect([read.value.list("since"), read.value.list("out"), read.value.words]).toEqual([["a", "b"], [], ["e"]]);
  });

  it.each([
    [["e", "--secnds", "1"], /no option “--secnds”.*--seconds\?/],
    [["e", "--constructor"], /no option “--constructor”.*Known: --seconds/],
    [["e", "--__proto__"], /no option “--__proto__”/],
    [["e", "-s"], /no option “-s”/],
    [["e", "-seed", "1"], /no option “-seed”.*--seed\?/],
    [["e", "--seed", "1", "--seed", "2"], /--seed is given twice/],
    [["e", "--json=1"], /--json takes no value/],
    [["e", "--out"], /--out needs a value: FILE/],
    [["e", "--out="], /--out needs a value/],
    [["e", "--out", "--json"], /--out needs a value: FILE/],
    [["e", "--out", "-s"], /--out needs a value: FILE/],
    [["--out", "--secnds", "e"], /--out needs a value: FILE/],
    [["e", "--variant", "serch"], /cannot be “serch”: did you mean “search”\?/],
    [["e", "--variant", "constructor"], /one of search, greedy/],
    [["e", "--seed", "-1"], /whole number from 0 to 4294967295, not “-1”/],
    [["e", "--seed", "1.5"], /whole number/],
    [["e", "--seed", "1e-3"], /whole number/],
    [["e", "--seed", "1e400"], /whole number/],
    [["e", "--seed", "e"], /whole number/],
    [["e", "--seed", "0x10"], /whole number/],
    [["e", "--seconds", "0"], /a number above 0, at most 100, not “0”/],
    [["e", "--seconds", "NaN"], /not “NaN”/],
    [["e", "--seconds", "101"], /at most 100/],
    [[], /EVENT is missing/],
    [["e", "f"], /“f” is one word too many/],
  ])("%j is refused", (words, message) => {
    expect(messages(...words)[0]).toMatch(message);
  });

  it("take a name that looks like an option after =, and - as it is", () => {
    const out = (...words: string[]): string | undefined => {
      const read = readArgs(["e", ...words], ["EVENT"], OPTIONS);
      return read.ok ? read.value.text("out") : undefined;
    };
    expect([out("--out=--json"), out("--out", "-"), out("--out", "-1")]).toEqual(["--json", "-", "-1"]);
  });

  it("take numbers as people write them", () => {
    const number = (name: string, value: string): number | undefined => {
      const read = readArgs(["e", `--${name}`, value], ["EVENT"], OPTIONS);
      return read.ok ? read.value.number(name) : undefined;
    };
    expect([number("seed", "1e9"), number("seconds", ".5"), number("seconds", "2.5e-1")]).toEqual([1e9, 0.5, 0.25]);
  });

  it("that follow an unknown option are not a second mistake", () => {
    expect(messages("e", "--secnds", "1")).toEqual(["There is no option “--secnds”. Did you mean --seconds?"]);
  });

  it("have a mistake of their own language", () => {
    const { diagnostics } = readArgs(["e", "--seed", "x"], ["EVENT"], OPTIONS);
    expect(diagnostics).toEqual([
      expect.objectContaining({ said: expect.objectContaining({ fr: expect.stringContaining("doit être") }) }),
    ]);
  });

  it("takes everything behind -- as it is", () => {
    const read = readArgs(["--", "--json"], ["EVENT"], {});
    expect(read.ok && read.value.words).toEqual(["--json"]);
  });
});
