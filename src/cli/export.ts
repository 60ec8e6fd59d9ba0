// `dancecard export`: a judged schedule as files: pages, PDF, calendars, a workbook, CSV, JSON, a pseudonymised copy. Writes
// them into the folder of --out and lists them. A schedule that breaks hard rules is written only with --force. Node only;
// what writes the files stands in ../io/export.ts, and is loaded when there is something to write.

import { join } from "node:path";
import type { Exported, ExportOptions, Format } from "../io/export.js";
import { factsOf } from "../rules/facts.js";
import { RULES } from "../rules/index.js";
import type { Locale, Text } from "../rules/rule.js";
import type { Schedule } from "../schedule.js";
import { verifyWith } from "../verify.js";
import type { Finding } from "../rules/rule.js";
import type { Given } from "./args.js";
import { LANG, columns, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { grouped, plural, spaced } from "./format.js";
import { readEvent, readSchedule, readStart } from "./input.js";
import { openFolder, openOut, save } from "./out.js";
import type { Out } from "./out.js";
import { EXIT, complain, mistake, print, printable, readBytes, report } from "./terminal.js";

/** Breaches named of a schedule that is not exported. */
const SHOWN = 10;
const FORMATS: readonly Format[] = ["html", "pdf", "ics", "xlsx", "csv", "json", "pseudonym"];
const KINDS = ["agendas", "stands", "tables", "runners", "all"];

export const exportCommand: Command = {
  name: "export",
  words: ["EVENT", "[SCHEDULE]"],
  about: {
    en: "Writes a schedule as agendas, stand sheets, table cards, runner lists, calendars, spreadsheets.",
    fr: "Écrit un planning : agendas, feuilles de stand, cartes de table, listes par créneau, calendriers, tableaux.",
  },
  options: {
    format: {
      value: FORMATS.join("|"),
      about: { en: "what kind of files", fr: "quel type de fichiers" },
      choices: FORMATS,
      needed: true,
    },
    out: {
      value: "DIR",
      about: {
        en: "folder that receives the files; made where there is none, files of the same names are replaced",
        fr: "dossier qui reçoit les fichiers ; créé s’il n’existe pas, les fichiers de même nom sont remplacés",
      },
      needed: true,
    },
    what: {
      value: KINDS.join("|"),
      about: {
        en: "what is printed, for html and pdf; agendas for ics leaves the calendar of the event out (default all)",
        fr: "ce qui est imprimé, pour html et pdf ; agendas pour ics omet le calendrier de l’événement (all par défaut)",
      },
      choices: KINDS,
    },
    paper: {
      value: "a4|a6",
      about: {
        en: "size of the pages of html and pdf (default a4)",
        fr: "taille des pages de html et pdf (a4 par défaut)",
      },
      choices: ["a4", "a6"],
    },
    since: {
      value: "SCHEDULE",
      about: {
        en: "for ics: a schedule published before, so that calendars are updated; several: the oldest first",
        fr: "pour ics : un planning publié avant, pour mettre à jour les calendriers ; plusieurs : le plus ancien d’abord",
      },
      many: true,
    },
    stamp: {
      value: "TIME",
      about: {
        en: "when this is published, such as 2027-03-12T14:30:00Z: at the foot of pages, in calendars",
        fr: "moment de la publication, tel que 2027-03-12T14:30:00Z : au pied des pages, dans les calendriers",
      },
    },
    font: {
      value: "FILE",
      about: {
        en: "for pdf: a font (TTF, OTF, WOFF) for letters that Inter lacks",
        fr: "pour pdf : une police (TTF, OTF, WOFF) pour les lettres qui manquent à Inter",
      },
      many: true,
    },
    force: {
      about: {
        en: "export it although hard rules are broken",
        fr: "l’exporter bien que des règles impératives soient enfreintes",
      },
    },
    ...LANG,
  },
  more: [
    {
      en: "--lang is also the language of the files (default: the event's). html, pdf, ics and json say nothing of wishes, refusals\nand reasons: they can be given to participants. xlsx and csv hold them, for the organiser. pseudonym writes the event\nand the schedule, if one is given, with codes for all names and ids.\nExit code 3 when a hard rule is broken: nothing is written then, unless --force (0). pseudonym writes any schedule.",
      fr: "--lang est aussi la langue des fichiers (par défaut : celle de l’événement). html, pdf, ics et json ne disent rien des\nsouhaits, refus et raisons : ils peuvent être remis aux participants. xlsx et csv les contiennent, pour l’organisateur.\npseudonym écrit l’événement, et le planning s’il est donné, avec des codes pour tous les noms et identifiants.\nCode de sortie 3 si une règle impérative est enfreinte : rien n’est alors écrit, sauf avec --force (0). pseudonym écrit\nn’importe quel planning.",
    },
  ],
  run,
};

async function run(given: Given): Promise<number> {
  const locale = localeOf(given);
  const refuse = (source: string, ...diagnostics: Parameters<typeof report>[2]): number => {
    report(source, undefined, diagnostics, locale);
    return EXIT.badInput;
  };
  const [eventFile, scheduleFile] = given.words as [string, string?];
  const format = given.text("format") as Format;
  const inputs = [...given.words, ...given.list("since"), ...given.list("font")];
  const wrong = wrongOptions(given, format, inputs);
  if (wrong) return refuse("dancecard", mistake("bad-option", wrong));
  if (scheduleFile === undefined && format !== "pseudonym") {
    const said = { en: "SCHEDULE is missing.", fr: "SCHEDULE manque." };
    return refuse("dancecard", mistake("missing-argument", said));
  }

  const spec = await readEvent(eventFile, locale);
  const read =
    scheduleFile === undefined ? { schedule: null, unread: 0 } : await readSchedule(scheduleFile, locale, spec);
  // Agendas with rows that could not be read would lack meetings.
  if (!spec || !read || read.unread > 0) return EXIT.badInput;
  const { schedule } = read;
  const published: Schedule[] = [];
  for (const source of given.list("since")) {
    const earlier = await readStart(source, locale, spec);
    if (!earlier) return EXIT.badInput;
    published.push(earlier);
  }
  const fonts: { regular: Uint8Array }[] = [];
  for (const source of given.list("font")) {
    const bytes = await readBytes(source);
    if (!bytes.ok) return refuse(source, ...bytes.diagnostics);
    if (!isFont(bytes.value)) return refuse(source, mistake("not-a-font", NOT_A_FONT));
    fonts.push({ regular: bytes.value });
  }

  // The judge is always on.
  const facts = factsOf(spec);
  const findings = schedule ? verifyWith(facts, schedule).findings : [];
  const isForced = given.has("force") || format === "pseudonym";
  if (findings.length > 0) {
    complain(brokenText(findings, isForced, locale));
    if (!isForced) return EXIT.ruleBroken;
  }

  const folder = given.text("out")!;
  const closed = await openFolder(folder);
  if (closed) return refuse(folder, closed);
  const { exportFiles } = await import("../io/export.js");
  const stamp = given.text("stamp");
  const exported: Exported = await exportFiles(facts, schedule, {
    format,
    locale: given.has("lang") ? locale : (spec.event.locale ?? locale),
    ...(given.has("what") && { what: given.text("what") as NonNullable<ExportOptions["what"]> }),
    ...(given.has("paper") && { paper: given.text("paper") as "a4" | "a6" }),
    ...(stamp !== undefined && { stamp: new Date(stamp).toISOString() }),
    published,
    fonts,
  });
  for (const { code, text } of exported.warnings) {
    report(scheduleFile ?? eventFile, undefined, [{ ...mistake(code, text), severity: "warning" }], locale);
  }
  return deliverAll(exported, folder, inputs, locale);
}

/** Writes all files or, where one of them cannot be written as far as is known beforehand, none. */
async function deliverAll(
  { files }: Exported,
  folder: string,
  inputs: readonly string[],
  locale: Locale,
): Promise<number> {
  const outs: Out[] = [];
  for (const { name } of files) {
    const path = join(folder, name);
    const out = await openOut(path, inputs);
    if (!out.ok) {
      report(path, undefined, out.diagnostics, locale);
      return EXIT.badInput;
    }
    outs.push(out.value);
  }
  const written: [string, string][] = [];
  let code: number = files.length > 0 ? EXIT.ok : EXIT.badInput;
  for (const [i, { name, bytes, confidential }] of files.entries()) {
    if (!(await save(bytes, outs[i]!, locale))) {
      code = EXIT.bug;
      continue;
    }
    const size = { en: `${grouped(bytes.length, "en")} bytes`, fr: `${grouped(bytes.length, "fr")} octets` }[locale];
    const note = confidential ? { en: ", for the organiser only", fr: ", pour l’organisateur seul" }[locale] : "";
    written.push([join(folder, name), size + note]);
  }
  if (written.length > 0) print(columns(written).replace(/^ {2}/gm, ""));
  return code;
}

function wrongOptions(given: Given, format: Format, inputs: readonly string[]): Text | undefined {
  const isPrinted = format === "html" || format === "pdf";
  const what = given.text("what") ?? "all";
  const unfit = (name: string, formats: string): Text => ({
    en: `--${name} is for ${formats}, not for ${format}.`,
    fr: `--${name} est pour ${formats}, et non pour ${format}.`,
  });
  if (inputs.filter((file) => file === "-").length > 1) return ONE_STDIN;
  if (what !== "all" && !isPrinted && !(format === "ics" && what === "agendas"))
    return unfit(`what ${what}`, "html, pdf");
  if (given.has("paper") && !isPrinted) return unfit("paper", "html, pdf");
  if (given.has("since") && format !== "ics") return unfit("since", "ics");
  if (given.has("font") && format !== "pdf") return unfit("font", "pdf");
  const stamp = given.text("stamp");
  if (stamp === undefined) return undefined;
  if (format !== "ics" && !isPrinted) return unfit("stamp", "html, pdf, ics");
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(stamp) &&
    !Number.isNaN(Date.parse(stamp))
    ? undefined
    : {
        en: `--stamp must be a moment such as 2027-03-12T14:30:00Z, not “${stamp}”.`,
        fr: `--stamp doit être un moment tel que 2027-03-12T14:30:00Z, et non « ${stamp} ».`,
      };
}

function brokenText(findings: readonly Finding[], isForced: boolean, locale: Locale): string {
  const count = findings.length;
  const said = {
    en: `${plural(count, "breach", "breaches", "en")} of hard rules${isForced ? "" : ": nothing is written (--force writes it all the same)"}.`,
    fr: `${plural(count, "règle impérative enfreinte", "règles impératives enfreintes", "fr")}${isForced ? "" : " : rien n’est écrit (--force écrit quand même)"}.`,
  }[locale];
  const rules = new Map(RULES.map((rule) => [rule.id, rule]));
  const lines = findings
    .slice(0, SHOWN)
    .map((finding) => `  ${finding.rule}: ${printable(rules.get(finding.rule)!.message(finding, locale))}`);
  if (count > SHOWN) lines.push(`  … +${count - SHOWN}`);
  return [spaced(said, locale), ...lines].join("\n");
}

/** TrueType, OpenType, WOFF and WOFF2 by their first bytes. */
function isFont(bytes: Uint8Array): boolean {
  const tag = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length > 44 && [0x00010000, 0x74727565, 0x4f54544f, 0x774f4646, 0x774f4632].includes(tag.getUint32(0));
}

const NOT_A_FONT: Text = {
  en: "This is no font (TTF, OTF, WOFF).",
  fr: "Ceci n’est pas une police (TTF, OTF, WOFF).",
};
const ONE_STDIN: Text = {
  en: "Only one file can be standard input.",
  fr: "Un seul fichier peut être l’entrée standard.",
};
