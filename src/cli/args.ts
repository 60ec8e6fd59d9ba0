// The words of a command line, read against what a command says it takes. Called by cli.ts. Every word that is not known
// is a mistake that names the nearest known one; it never guesses and never prints.

import type { Diagnostic, Result } from "../spec/diagnostic.js";
import { nearest } from "../spec/nearest.js";
import { mistake } from "./terminal.js";

/** One option. `value` names what follows it in the help; left out: it stands alone. */
export interface Option {
  value?: string;
  about: string;
  /** Whole numbers from `least` to `most`, or with `fraction` any number above 0. */
  number?: { least: number; most: number; fraction?: boolean };
  choices?: readonly string[];
  /** Must be given. */
  needed?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** What was given, by option name; numbers are read already. */
export class Given {
  readonly words: readonly string[];
  readonly #values: ReadonlyMap<string, string | number | true>;

  constructor(words: readonly string[], values: ReadonlyMap<string, string | number | true>) {
    this.words = words;
    this.#values = values;
  }

  /** True when the option was given. */
  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return typeof value === "string" ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.#values.get(name);
    return typeof value === "number" ? value : undefined;
  }
}

/** Reads the words after the command's name. `names` are its positional words, in order. */
export function readArgs(words: readonly string[], names: readonly string[], options: Options): Result<Given> {
  const diagnostics: Diagnostic[] = [];
  const positional: string[] = [];
  const values = new Map<string, string | number | true>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === "-" || !word.startsWith("-")) {
      positional.push(word);
      continue;
    }
    const [name, joined] = split(word);
    const option = Object.hasOwn(options, name) ? options[name]! : undefined;
    if (!option || !word.startsWith("--")) {
      diagnostics.push(mistake("unknown-option", `There is no option "${word}".${meant(name, options)}`));
      continue;
    }
    if (values.has(name)) diagnostics.push(mistake("bad-option", `--${name} is given twice.`));
    if (option.value === undefined) {
      if (joined !== undefined) diagnostics.push(mistake("bad-option", `--${name} takes no value.`));
      values.set(name, true);
      continue;
    }
    const value = joined ?? words[++i];
    const read = readValue(name, option, value);
    if (typeof read === "object") diagnostics.push(read);
    else values.set(name, read);
  }
  for (const [name, option] of Object.entries(options)) {
    if (option.needed && !values.has(name) && diagnostics.length === 0) {
      diagnostics.push(mistake("missing-option", `--${name} ${option.value} is needed.`));
    }
  }
  names
    .slice(positional.length)
    .forEach((name) => diagnostics.push(mistake("missing-argument", `${name} is missing.`)));
  positional
    .slice(names.length)
    .forEach((word) => diagnostics.push(mistake("unknown-argument", `"${word}" is one word too many.`)));
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: new Given(positional, values), diagnostics: [] };
}

/** `--name=value` in its two parts. */
function split(word: string): [string, string | undefined] {
  const bare = word.replace(/^--?/, "");
  const equals = bare.indexOf("=");
  return equals < 0 ? [bare, undefined] : [bare.slice(0, equals), bare.slice(equals + 1)];
}

function meant(name: string, options: Options): string {
  const near = nearest(name, Object.keys(options));
  return near === undefined
    ? ` Known: ${Object.keys(options)
        .map((known) => `--${known}`)
        .join(", ")}.`
    : ` Did you mean --${near}?`;
}

function readValue(name: string, option: Option, value: string | undefined): string | number | Diagnostic {
  if (value === undefined || value === "") return mistake("bad-option", `--${name} needs a value: ${option.value}.`);
  if (option.choices && !option.choices.includes(value)) {
    const near = nearest(value, option.choices);
    const hint = near === undefined ? `one of ${option.choices.join(", ")}` : `did you mean "${near}"?`;
    return mistake("bad-option", `--${name} cannot be "${value}": ${hint}`);
  }
  if (!option.number) return value;
  const { least, most, fraction } = option.number;
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  const legal = fraction ? number > 0 && number <= most : Number.isInteger(number) && number >= least && number <= most;
  if (legal) return number;
  const kind = fraction ? `a number above 0, at most ${most}` : `a whole number from ${least} to ${most}`;
  return mistake("bad-option", `--${name} must be ${kind}, not "${value}".`);
}
