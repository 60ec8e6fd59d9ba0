// The commands that make events: `sample`, `generate` and `import b2bsp`. They print the event, or write it with --out.

import { importB2bsp } from "../io/b2bsp.js";
import type { Diagnostic } from "../spec/diagnostic.js";
import { checkGenerate, generateEvent } from "../spec/samples/generate.js";
import type { GenerateOptions } from "../spec/samples/generate.js";
import { SAMPLES, sampleText } from "../spec/samples/index.js";
import { parseSpec, specText } from "../spec/parse.js";
import { nearest } from "../spec/nearest.js";
import type { Given, Option, Options } from "./args.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { deliver, openOut } from "./out.js";
import { EXIT, mistake, readText, report } from "./terminal.js";

const OUT: Options = {
  out: {
    value: "FILE",
    about: {
      en: "write the event there instead of printing it (-: print it)",
      fr: "y écrire l’événement au lieu de l’afficher (- : l’afficher)",
    },
  },
};
const IDS = SAMPLES.map((sample) => sample.id);

export const sample: Command = {
  name: "sample",
  words: ["NAME"],
  about: { en: "Prints one of the sample events.", fr: "Affiche un des événements d’exemple." },
  options: { ...OUT, ...LANG },
  more: [
    { en: `NAME is one of: ${IDS.join(", ")}.`, fr: `NAME au choix : ${IDS.join(", ")}.` },
    {
      en: "impossible is there to show how contradictions are named: it is printed or written like the others, its\nmistakes are told on standard error, and the exit code is 2.",
      fr: "impossible est là pour montrer comment les contradictions sont nommées : il est affiché ou écrit comme les autres,\nses erreurs sont dites sur la sortie d’erreur, et le code de sortie est 2.",
    },
  ],
  run: async (given) => {
    const locale = localeOf(given);
    const [name] = given.words as [string];
    const text = sampleText(name, { locale });
    if (text === undefined) return (report("dancecard", undefined, [unknownSample(name)], locale), EXIT.badInput);
    const code = await make(given, [], () => text);
    const { ok, diagnostics } = parseSpec(text);
    report(name, text, diagnostics, locale);
    return code === EXIT.ok && !ok ? EXIT.badInput : code;
  },
};

function unknownSample(name: string): Diagnostic {
  const near = nearest(name, IDS);
  const hint =
    near === undefined
      ? { en: `Known: ${IDS.join(", ")}.`, fr: `Exemples connus : ${IDS.join(", ")}.` }
      : { en: `Did you mean “${near}”?`, fr: `Vouliez-vous dire « ${near} » ?` };
  return mistake("unknown-sample", {
    en: `There is no sample “${name}”. ${hint.en}`,
    fr: `Il n’y a pas d’exemple « ${name} ». ${hint.fr}`,
  });
}

const whole = (letter: string, en: string, fr: string, needed = false): Option => ({
  value: letter,
  about: { en, fr },
  number: { least: -0x8000_0000, most: 0xffff_ffff },
  needed,
});

export const generate: Command = {
  name: "generate",
  words: [],
  about: {
    en: "Makes a random event; the same options give the same event.",
    fr: "Fabrique un événement au hasard ; les mêmes options donnent le même événement.",
  },
  options: {
    buyers: whole("B", "number of buyers", "nombre d’acheteurs", true),
    suppliers: whole("S", "number of suppliers", "nombre de fournisseurs", true),
    slots: whole("T", "number of slots", "nombre de créneaux", true),
    seed: whole("K", "seed", "graine", true),
    rules: {
      value: "pure|full",
      about: {
        en: "wishes, vetoes and absences only, or every rule (default full)",
        fr: "souhaits, refus et absences seulement, ou toutes les règles (full par défaut)",
      },
      choices: ["pure", "full"],
    },
    "wishes-per-buyer": whole("N", "mean number of wishes of a buyer", "nombre moyen de souhaits d’un acheteur"),
    "wishes-per-supplier": whole(
      "N",
      "mean number of wishes of a supplier",
      "nombre moyen de souhaits d’un fournisseur",
    ),
    days: whole(
      "D",
      "number of days (default: as few as hold 16 slots each)",
      "nombre de jours (par défaut : aussi peu que possible, à 16 créneaux chacun)",
    ),
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
    const diagnostics = checkGenerate(options).map(asOption);
    report("dancecard", undefined, diagnostics, locale);
    if (diagnostics.some((d) => d.severity === "error")) return EXIT.badInput;
    return make(given, [], () => specText(generateEvent(options)));
  },
};

/** What is wrong with the generator's options, in the words of the command line. */
function asOption(diagnostic: Diagnostic): Diagnostic {
  const { code, path, values = {} } = diagnostic;
  const { value, low, high, limit } = values;
  const option = `--${String(path[0]).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (code === "bad-option") {
    return mistake(code, {
      en: `${option} must be a whole number from ${low} to ${high}, not ${value}.`,
      fr: `${option} doit être un nombre entier de ${low} à ${high}, et non ${value}.`,
    });
  }
  return option === "--buyers"
    ? mistake(code, {
        en: `--buyers and --suppliers together are at most ${limit}.`,
        fr: `--buyers et --suppliers font ensemble au plus ${limit}.`,
      })
    : mistake(code, {
        en: `${option}: that makes more than ${limit} wishes.`,
        fr: `${option} : cela fait plus de ${limit} souhaits.`,
      });
}

export const importB2b: Command = {
  name: "import b2bsp",
  words: ["FILE"],
  about: {
    en: "Turns a brokerage event of the B2B meeting scheduling literature (.dzn) into an event.",
    fr: "Transforme un événement de la littérature sur les rendez-vous B2B (.dzn) en événement de Dancecard.",
  },
  options: {
    "max-holes": {
      value: "D",
      about: { en: "most holes of one participant (default 2)", fr: "trous au plus d’un participant (2 par défaut)" },
      number: { least: 0, most: 1000 },
    },
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
    return result.ok ? make(given, [source], () => specText(result.value)) : EXIT.badInput;
  },
};

/** Makes a text where it can be delivered, and delivers it. */
async function make(given: Given, inputs: readonly string[], text: () => string): Promise<number> {
  const locale = localeOf(given);
  const out = await openOut(given.text("out"), inputs);
  if (out.ok) return deliver(text(), out.value, locale);
  report(given.text("out") ?? "-", undefined, out.diagnostics, locale);
  return EXIT.badInput;
}
