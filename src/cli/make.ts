// The commands that make events: `sample`, `generate` and `import b2bsp`. They print the event, or write it with --out.

import { importB2bsp } from "../io/b2bsp.js";
import type { Locale } from "../rules/rule.js";
import { checkGenerate, generateEvent } from "../spec/samples/generate.js";
import type { GenerateOptions } from "../spec/samples/generate.js";
import { SAMPLES, sampleText } from "../spec/samples/index.js";
import { parseSpec, specText } from "../spec/parse.js";
import { nearest } from "../spec/nearest.js";
import type { Given, Option, Options } from "./args.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { EXIT, mistake, print, readText, report, writeText } from "./terminal.js";

const OUT: Options = { out: { value: "FILE", about: "write the event there instead of printing it" } };
const IDS = SAMPLES.map((sample) => sample.id);

export const sample: Command = {
  name: "sample",
  words: ["NAME"],
  about: "Prints one of the sample events.",
  options: { ...OUT, ...LANG },
  more: [
    `NAME is one of: ${IDS.join(", ")}.`,
    "What is wrong with the event is told too: impossible is there to show that, and gives exit code 2.",
  ],
  run: async (given) => {
    const locale = localeOf(given);
    const [name] = given.words as [string];
    const text = sampleText(name);
    if (text === undefined) {
      const near = nearest(name, IDS);
      const hint = near === undefined ? `Known: ${IDS.join(", ")}.` : `Did you mean "${near}"?`;
      report("dancecard", undefined, [mistake("unknown-sample", `There is no sample "${name}". ${hint}`)], locale);
      return EXIT.badInput;
    }
    const code = await deliver(text, given, locale);
    const { ok, diagnostics } = parseSpec(text);
    report(name, text, diagnostics, locale);
    return code === EXIT.ok && !ok ? EXIT.badInput : code;
  },
};

const whole = (letter: string, about: string, needed = false): Option => ({
  value: letter,
  about,
  number: { least: -0x8000_0000, most: 0xffff_ffff },
  needed,
});

export const generate: Command = {
  name: "generate",
  words: [],
  about: "Makes a random event; the same options give the same event.",
  options: {
    buyers: whole("B", "number of buyers", true),
    suppliers: whole("S", "number of suppliers", true),
    slots: whole("T", "number of slots", true),
    seed: whole("K", "seed", true),
    rules: {
      value: "pure|full",
      about: "wishes, vetoes and absences only, or every rule (default full)",
      choices: ["pure", "full"],
    },
    "wishes-per-buyer": whole("N", "mean number of wishes of a buyer"),
    "wishes-per-supplier": whole("N", "mean number of wishes of a supplier"),
    days: whole("D", "number of days (default: as few as hold 16 slots each)"),
    ...OUT,
    ...LANG,
  },
  run: async (given) => {
    const locale = localeOf(given);
    const number = (name: string): number => given.number(name)!;
    const some = (key: string, name: string): object => (given.has(name) ? { [key]: number(name) } : {});
    const options: GenerateOptions = {
      buyers: number("buyers"),
      suppliers: number("suppliers"),
      slots: number("slots"),
      seed: number("seed"),
      ...some("wishesPerBuyer", "wishes-per-buyer"),
      ...some("wishesPerSupplier", "wishes-per-supplier"),
      ...some("days", "days"),
      rules: given.text("rules") === "pure" ? "pure" : "full",
    };
    const diagnostics = checkGenerate(options);
    report("dancecard", undefined, diagnostics, locale);
    if (diagnostics.some((d) => d.severity === "error")) return EXIT.badInput;
    return deliver(specText(generateEvent(options)), given, locale);
  },
};

export const importB2b: Command = {
  name: "import b2bsp",
  words: ["FILE"],
  about: "Turns a brokerage event of the B2B meeting scheduling literature (.dzn) into an event.",
  options: {
    "max-holes": { value: "D", about: "most holes of one participant (default 2)", number: { least: 0, most: 1000 } },
    ...OUT,
    ...LANG,
  },
  run: async (given) => {
    const locale = localeOf(given);
    const [source] = given.words as [string];
    const text = await readText(source);
    const d = given.number("max-holes");
    const result = text.ok ? importB2bsp(text.value, d === undefined ? {} : { d }) : text;
    report(source, text.ok ? text.value : undefined, result.diagnostics, locale);
    return result.ok ? deliver(specText(result.value), given, locale) : EXIT.badInput;
  },
};

async function deliver(text: string, given: Given, locale: Locale): Promise<number> {
  const out = given.text("out");
  if (out === undefined) return (print(text), EXIT.ok);
  const unwritten = await writeText(out, text);
  if (unwritten) report(out, undefined, [unwritten], locale);
  return unwritten ? EXIT.badInput : EXIT.ok;
}
