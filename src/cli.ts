// The command line: finds the command, reads its options, runs it, and turns how it went into an exit code.
// 0 ok, 1 our bug (or the result could not be written), 2 bad input, 3 a hard rule is broken or a promise cannot be kept,
// 4 check cannot tell. Node only. What each command does stands in cli/.

import { version } from "../package.json";
import { readArgs } from "./cli/args.js";
import { bench } from "./cli/bench.js";
import { benchMerge } from "./cli/bench-merge.js";
import { benchReportCommand } from "./cli/bench-report.js";
import { check } from "./cli/check.js";
import { asksHelp, columns, helpOf, localeIn } from "./cli/command.js";
import type { Command } from "./cli/command.js";
import { exportCommand } from "./cli/export.js";
import { spaced } from "./cli/format.js";
import { generate, importB2b, sample } from "./cli/make.js";
import { solve } from "./cli/solve.js";
import { importTables } from "./cli/import-tables.js";
import { start } from "./cli/start.js";
import { EXIT, complain, mistake, print, report } from "./cli/terminal.js";
import { verify } from "./cli/verify.js";
import type { Locale, Text } from "./rules/rule.js";
import type { Diagnostic } from "./spec/diagnostic.js";
import { nearest } from "./spec/nearest.js";

const COMMANDS: readonly Command[] = [
  solve,
  check,
  verify,
  exportCommand,
  sample,
  generate,
  importB2b,
  importTables,
  benchMerge,
  benchReportCommand,
  bench,
  start,
];

function help(locale: Locale): string {
  const rows = COMMANDS.map((c): [string, string] => [[c.name, ...c.words].join(" "), c.about[locale]]);
  const { head, foot } = HELP[locale];
  return spaced(`dancecard ${version}${head}\n\n${columns(rows)}${foot}\n`, locale);
}

const HELP = {
  en: {
    head: ": schedules one-to-one business events.",
    foot: `EVENT may be - for standard input, and a folder, ZIP, XLSX or CSV of tables. dancecard COMMAND --help tells more.
Exit codes: 0 ok, 1 our bug or the result could not be written, 2 bad input, 3 a hard rule is broken or packages cannot
be honoured, 4 check cannot tell.`,
  },
  fr: {
    head: " : planifie des événements de rendez-vous d’affaires.",
    foot: `EVENT peut être - pour l’entrée standard, ou un dossier, ZIP, XLSX ou CSV de tableaux. dancecard COMMANDE --help en dit plus.
Codes de sortie : 0 tout va bien, 1 erreur de notre part ou résultat impossible à écrire, 2 entrée incorrecte,
3 une règle impérative est enfreinte ou des forfaits ne peuvent pas être honorés, 4 check ne peut pas le dire.`,
  },
};

async function main(given: readonly string[]): Promise<number> {
  const locale = localeIn(given);
  const words = langLast(given);
  const first = words[0] ?? "";
  const command = COMMANDS.find((c) => c.name.split(" ").every((part, i) => words[i] === part));
  const refuse = (diagnostics: readonly Diagnostic[], hint: string): number => {
    report("dancecard", undefined, diagnostics, locale);
    complain(spaced({ en: `Try: ${hint} --help`, fr: `Essayez : ${hint} --help --lang fr` }[locale], locale));
    return EXIT.badInput;
  };
  if (command) {
    const rest = words.slice(command.name.split(" ").length);
    if (asksHelp(rest)) return (print(helpOf(command, locale)), EXIT.ok);
    const read = readArgs(rest, command.words, command.options);
    return read.ok ? command.run(read.value) : refuse(read.diagnostics, `dancecard ${command.name}`);
  }
  if (first === "--version") return (print(version), EXIT.ok);
  const nothing = first === "" || first.startsWith("--lang");
  if (nothing || ["help", "--help", "-h"].includes(first)) {
    print(help(locale));
    return nothing && !asksHelp(words) ? EXIT.badInput : EXIT.ok;
  }
  const family = COMMANDS.filter((c) => c.name.startsWith(`${first} `));
  if (family.length > 0) {
    if (asksHelp(words)) return (print(family.map((c) => helpOf(c, locale)).join("\n")), EXIT.ok);
    return refuse([strangeKind(first, words[1], family)], `dancecard ${family[0]!.name}`);
  }
  return refuse([strangeCommand(words)], "dancecard");
}

/** A language that is asked for before the command belongs behind it. */
function langLast(words: readonly string[]): readonly string[] {
  const count = words[0] === "--lang" ? 2 : words[0]?.startsWith("--lang=") ? 1 : 0;
  return [...words.slice(count), ...words.slice(0, count)];
}

function strangeCommand(words: readonly string[]): Diagnostic {
  const [first = ""] = words;
  const names = COMMANDS.map((c) => c.name);
  const beginnings = names.map((name) => name.split(" ")[0]!);
  const near = nearest(words.slice(0, 2).join(" "), names) ?? nearest(first, beginnings);
  const meant: Text =
    near === undefined
      ? { en: "", fr: "" }
      : { en: ` Did you mean “${near}”?`, fr: ` Vouliez-vous dire « ${near} » ?` };
  return mistake("unknown-command", {
    en: `There is no command “${first}”.${meant.en}`,
    fr: `Il n’y a pas de commande « ${first} ».${meant.fr}`,
  });
}

/** `import`, and then nothing or something that none of the commands of that name knows. */
function strangeKind(first: string, second: string | undefined, family: readonly Command[]): Diagnostic {
  const kinds = family.map((c) => c.name.slice(first.length + 1)).join(", ");
  return second === undefined || second.startsWith("-")
    ? mistake("missing-argument", {
        en: `The kind of file is missing after “${first}”. Known: ${kinds}.`,
        fr: `Il manque le type de fichier après « ${first} ». Types connus : ${kinds}.`,
      })
    : mistake("unknown-command", {
        en: `“${second}” is no kind of file that “${first}” knows. Known: ${kinds}.`,
        fr: `« ${second} » n’est pas un type de fichier que « ${first} » connaît. Types connus : ${kinds}.`,
      });
}

const words = process.argv.slice(2);
const locale = localeIn(words);
let unprinted = false;

// A reader that has seen enough (`| head`) is not an error; a disk that is full is, whatever else there is to say.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE" || unprinted) return;
  unprinted = true;
  const said: Text = {
    en: `Standard output cannot be written to (${code}).`,
    fr: `La sortie standard ne peut pas être écrite (${code}).`,
  };
  report("dancecard", undefined, [mistake("cannot-write", said)], locale);
});
process.stderr.on("error", () => {}); // nobody listens: the exit code still tells
process.on("exit", () => {
  if (unprinted) process.exitCode = EXIT.bug;
});

try {
  process.exitCode = await main(words);
} catch (error) {
  complain(
    {
      en: "dancecard: this is a bug of dancecard, please report it:",
      fr: "dancecard: ceci est une erreur de dancecard, merci de la signaler :",
    }[locale],
  );
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = EXIT.bug;
}
