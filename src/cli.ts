// The command line: finds the command, reads its options, runs it, and turns how it went into an exit code.
// 0 ok, 1 our bug, 2 bad input, 3 a hard rule is broken. Node only. What each command does stands in cli/.

import { version } from "../package.json";
import { readArgs } from "./cli/args.js";
import { columns, helpOf } from "./cli/command.js";
import type { Command } from "./cli/command.js";
import { generate, importB2b, sample } from "./cli/make.js";
import { solve } from "./cli/solve.js";
import { start } from "./cli/start.js";
import { EXIT, complain, mistake, print, report } from "./cli/terminal.js";
import { verify } from "./cli/verify.js";
import type { Diagnostic } from "./spec/diagnostic.js";
import { nearest } from "./spec/nearest.js";

const COMMANDS: readonly Command[] = [solve, verify, sample, generate, importB2b, start];

function help(): string {
  const rows = COMMANDS.map((c): [string, string] => [[c.name, ...c.words].join(" "), c.about]);
  return `dancecard ${version}: schedules one-to-one business events.\n\n${columns(rows)}
EVENT may be - for standard input. dancecard COMMAND --help tells more.
Exit codes: 0 ok, 1 our bug, 2 bad input, 3 a hard rule is broken.\n`;
}

function refuse(diagnostics: readonly Diagnostic[], hint: string): number {
  report("dancecard", undefined, diagnostics, "en");
  complain(`Try: ${hint} --help`);
  return EXIT.badInput;
}

async function main(words: readonly string[]): Promise<number> {
  const [first = ""] = words;
  const command = COMMANDS.find((c) => c.name.split(" ").every((part, i) => words[i] === part));
  if (!command) {
    if (first === "--version") return (print(version), EXIT.ok);
    if (["", "help", "--help", "-h"].includes(first)) return (print(help()), first === "" ? EXIT.badInput : EXIT.ok);
    const names = COMMANDS.map((c) => c.name);
    const near =
      nearest(words.slice(0, 2).join(" "), names) ??
      nearest(
        first,
        names.map((name) => name.split(" ")[0]!),
      );
    const meant = near === undefined ? "" : ` Did you mean "${near}"?`;
    return refuse([mistake("unknown-command", `There is no command "${first}".${meant}`)], "dancecard");
  }
  const rest = words.slice(command.name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) return (print(helpOf(command)), EXIT.ok);
  const given = readArgs(rest, command.words, command.options);
  if (!given.ok) return refuse(given.diagnostics, `dancecard ${command.name}`);
  return command.run(given.value);
}

// A reader that has seen enough (`| head`) is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.ok : EXIT.bug));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  complain("dancecard: this is a bug of dancecard, please report it:");
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = EXIT.bug;
}
