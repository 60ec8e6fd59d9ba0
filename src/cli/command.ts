// What a command is to cli.ts, and the help made of it. Each command stands in a file of its own.

import type { Locale, Text } from "../rules/rule.js";
import type { Given, Options } from "./args.js";
import { spaced } from "./format.js";

export interface Command {
  name: string;
  /** Positional words, as the help shows them. */
  words: readonly string[];
  /** One sentence. */
  about: Text;
  options: Options;
  /** More lines for the help. */
  more?: readonly Text[];
  /** Resolves with the exit code. */
  run(given: Given): Promise<number>;
}

/** The option that every command has. */
export const LANG: Options = {
  lang: {
    value: "en|fr",
    about: { en: "language of what is printed", fr: "langue de ce qui est affiché" },
    choices: ["en", "fr"],
  },
};

/** The language asked for, else English. */
export function localeOf(given: Given): Locale {
  return given.text("lang") === "fr" ? "fr" : "en";
}

/** The language that a command line asks for, also where the rest of it cannot be read; else English. */
export function localeIn(words: readonly string[]): Locale {
  return words.some((word, i) => word === "--lang=fr" || (word === "fr" && words[i - 1] === "--lang")) ? "fr" : "en";
}

/** Whether the help is asked for. */
export function asksHelp(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  const options = end < 0 ? words : words.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

/** The help of one command. */
export function helpOf(command: Command, locale: Locale): string {
  const rows = Object.entries(command.options).map(([name, o]): [string, string] => [
    `--${name}${o.value === undefined ? "" : ` ${o.value}`}`,
    o.about[locale],
  ]);
  rows.push(["--help", { en: "this text", fr: "ce texte" }[locale]]);
  const usage = ["dancecard", command.name, ...command.words, "[options]"].join(" ");
  const more = command.more ? `\n${command.more.map((line) => line[locale]).join("\n")}\n` : "";
  return spaced(`${usage}\n\n${command.about[locale]}\n\n${columns(rows)}${more}`, locale);
}

/** Two columns of text. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join("");
}
