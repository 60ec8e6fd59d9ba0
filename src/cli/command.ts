// What a command is to cli.ts, and the help made of it. Each command stands in a file of its own.

import type { Locale } from "../rules/rule.js";
import type { Given, Options } from "./args.js";

export interface Command {
  name: string;
  /** Positional words, as the help shows them. */
  words: readonly string[];
  /** One sentence. */
  about: string;
  options: Options;
  /** More lines for the help. */
  more?: readonly string[];
  /** Resolves with the exit code. */
  run(given: Given): Promise<number>;
}

/** The option that every command which speaks to people has. */
export const LANG: Options = { lang: { value: "en|fr", about: "language of what is printed", choices: ["en", "fr"] } };

/** The language asked for, else English. */
export function localeOf(given: Given): Locale {
  return given.text("lang") === "fr" ? "fr" : "en";
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const rows = Object.entries(command.options).map(([name, o]): [string, string] => [
    `--${name}${o.value === undefined ? "" : ` ${o.value}`}`,
    o.about,
  ]);
  rows.push(["--help", "this text"]);
  const usage = ["dancecard", command.name, ...command.words, "[options]"].join(" ");
  const more = command.more ? `\n${command.more.join("\n")}\n` : "";
  return `${usage}\n\n${command.about}\n\n${columns(rows)}${more}`;
}

/** Two columns of text. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join("");
}
