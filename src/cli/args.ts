// The words of a command line, read against what a command says it takes. Called by cli.ts. Every word that is not known
// is a mistake that names the nearest known one; it never guesses and never prints.

import type { Text } from "../rules/rule.js";
import type { Diagnostic, Result } from "../spec/diagnostic.js";
import { nearest } from "../spec/nearest.js";
import { mistake } from "./terminal.js";

/** One option. `value` names what follows it in the help; left out: it stands alone. */
export interface Option {
  value?: string;
  about: Text;
  /** Whole numbers from `least` to `most`, or with `fraction` any number above 0. */
  number?: { least: number; most: number; fraction?: boolean };
  choices?: readonly string[];
  /** Must be given. */
  needed?: boolean;
  /** May be given several times. */
  many?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** What was given, by option name; numbers are read already. */
export class Given {
  readonly words: readonly string[];
  readonly #values: ReadonlyMap<string, string | number | true>;
  readonly #lists: ReadonlyMap<string, readonly string[]>;

  constructor(
    words: readonly string[],
    values: ReadonlyMap<string, string | number | true>,
    lists: ReadonlyMap<string, readonly string[]> = new Map(),
  ) {
    this.words = words;
    this.#values = values;
    this.#lists = lists;
  }

  /** True when the option was given. */
  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return typeof value === "string" ? value : undefined;
  }

  /** All values of an option that may be given several times, in order. */
  list(name: string): readonly string[] {
    return this.#lists.get(name) ?? [];
  }

  number(name: string): number | undefined {
    const value = this.#values.get(name);
    return typeof value === "number" ? value : undefined;
  }
}

/**
 * Reads the words after the command's name. `names` are its positional words, in order; the last may be "FILES...", or
 * stand in brackets: "[SCHEDULE]" may be left out.
 */
export function readArgs(words: readonly string[], names: readonly string[], options: Options): Result<Given> {
  const diagnostics: Diagnostic[] = [];
  const positional: string[] = [];
  const values = new Map<string, string | number | true>();
  const lists = new Map<string, string[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === "--") {
      positional.push(...words.slice(i + 1)); // no options any more, whatever they look like
      break;
    }
    if (word === "-" || !word.startsWith("-")) {
      positional.push(word);
      continue;
    }
    const [name, joined] = split(word);
    const option = Object.hasOwn(options, name) ? options[name]! : undefined;
    if (!option || !word.startsWith("--")) {
      diagnostics.push(unknown(word, name, options));
      continue;
    }
    if (values.has(name) && !option.many)
      diagnostics.push(bad(`--${name} is given twice.`, `--${name} est donné deux fois.`));
    if (option.value === undefined) {
      if (joined !== undefined) diagnostics.push(bad(`--${name} takes no value.`, `--${name} ne prend pas de valeur.`));
      values.set(name, true);
      continue;
    }
    // What looks like an option is one: a file of such a name is given as --out=--json.
    const next = words[i + 1];
    const value = joined ?? (next !== undefined && LIKE_AN_OPTION.test(next) ? undefined : words[++i]);
    const read = readValue(name, option, value);
    if (typeof read === "object") diagnostics.push(read);
    else {
      values.set(name, read);
      if (option.many) lists.set(name, [...(lists.get(name) ?? []), String(read)]);
    }
  }
  // FILES... takes all the words there are.
  const surplus = names.at(-1)?.endsWith("...") ? [] : positional.slice(names.length);
  // The word after an option that is not known may well be its value.
  const strange = diagnostics.some((d) => d.code === "unknown-option");
  for (const [name, option] of Object.entries(options)) {
    if (option.needed && !values.has(name) && diagnostics.length === 0) {
      const what = `--${name} ${option.value}`;
      diagnostics.push(mistake("missing-option", { en: `${what} is needed.`, fr: `${what} est nécessaire.` }));
    }
  }
  for (const name of names.slice(positional.length)) {
    if (name.startsWith("[")) continue;
    diagnostics.push(mistake("missing-argument", { en: `${name} is missing.`, fr: `${name} manque.` }));
  }
  for (const word of strange ? [] : surplus) {
    const said = { en: `“${word}” is one word too many.`, fr: `« ${word} » est un mot de trop.` };
    diagnostics.push(mistake("unknown-argument", said));
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: new Given(positional, values, lists), diagnostics: [] };
}

const LIKE_AN_OPTION = /^--|^-[a-z]/i;
const A_NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function bad(en: string, fr: string): Diagnostic {
  return mistake("bad-option", { en, fr });
}

/** `--name=value` in its two parts. */
function split(word: string): [string, string | undefined] {
  const bare = word.replace(/^--?/, "");
  const equals = bare.indexOf("=");
  return equals < 0 ? [bare, undefined] : [bare.slice(0, equals), bare.slice(equals + 1)];
}

function unknown(word: string, name: string, options: Options): Diagnostic {
  const near = nearest(name, Object.keys(options));
  const all = Object.keys(options).map((known) => `--${known}`);
  const hint =
    near === undefined
      ? { en: `Known: ${all.join(", ")}.`, fr: `Options connues : ${all.join(", ")}.` }
      : { en: `Did you mean --${near}?`, fr: `Vouliez-vous dire --${near} ?` };
  return mistake("unknown-option", {
    en: `There is no option “${word}”. ${hint.en}`,
    fr: `Il n’y a pas d’option « ${word} ». ${hint.fr}`,
  });
}

function readValue(name: string, option: Option, value: string | undefined): string | number | Diagnostic {
  if (value === undefined || value === "") {
    return bad(`--${name} needs a value: ${option.value}.`, `--${name} attend une valeur : ${option.value}.`);
  }
  if (option.choices && !option.choices.includes(value)) {
    const near = nearest(value, option.choices);
    const all = option.choices.join(", ");
    return near === undefined
      ? bad(
          `--${name} cannot be “${value}”: one of ${all}`,
          `--${name} ne peut pas être « ${value} » : au choix ${all}`,
        )
      : bad(
          `--${name} cannot be “${value}”: did you mean “${near}”?`,
          `--${name} ne peut pas être « ${value} » : vouliez-vous dire « ${near} » ?`,
        );
  }
  if (!option.number) return value;
  const { least, most, fraction } = option.number;
  const number = A_NUMBER.test(value) ? Number(value) : NaN;
  const legal = fraction ? number > 0 && number <= most : Number.isInteger(number) && number >= least && number <= most;
  if (legal) return number;
  return fraction
    ? bad(
        `--${name} must be a number above 0, at most ${most}, not “${value}”.`,
        `--${name} doit être un nombre supérieur à 0, au plus ${most}, et non « ${value} ».`,
      )
    : bad(
        `--${name} must be a whole number from ${least} to ${most}, not “${value}”.`,
        `--${name} doit être un nombre entier de ${least} à ${most}, et non « ${value} ».`,
      );
}
