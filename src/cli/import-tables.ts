// `dancecard import tables`: spreadsheets into an event. Prints what was detected, what each column is taken for, the
// difference to the event and the rows that are not taken; writes the event with --out.

import type { Imported } from "./tables.js";
import type { Locale } from "../rules/rule.js";
import { applyEdits } from "../spec/edit.js";
import { changedText, editText } from "../spec/edit-text.js";
import { readSpec, specText } from "../spec/parse.js";
import type { EventInput } from "../spec/schema.js";
import type { Given } from "./args.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { emptyFolder, tableFiles } from "./files.js";
import { grouped, spaced } from "./format.js";
import { deliver, openOut } from "./out.js";
import { EXIT, clipped, complain, mistake, print, printable, readText, report } from "./terminal.js";

/** Changes listed of one table; values in a change. */
const SHOWN = 10;
const LONGEST = 60;

export const importTables: Command = {
  name: "import tables",
  words: ["FILES..."],
  about: {
    en: "Imports spreadsheets (CSV, TSV, XLSX, a ZIP or folder of them) into an event.",
    fr: "Importe des tableaux (CSV, TSV, XLSX, un ZIP ou un dossier) dans un événement.",
  },
  options: {
    into: {
      value: "EVENT",
      about: {
        en: "the event to import into (default: a new one)",
        fr: "l’événement qui les reçoit (par défaut : un nouveau)",
      },
    },
    out: {
      value: "FILE",
      about: {
        en: "write the event there (-: print it); without it nothing is written",
        fr: "y écrire l’événement (- : l’afficher) ; sans cela rien n’est écrit",
      },
    },
    "skip-bad": {
      about: {
        en: "take the good rows although there are bad ones",
        fr: "reprendre les bonnes lignes bien qu’il y en ait de mauvaises",
      },
    },
    "new-people": {
      about: {
        en: "who is near somebody of the event is somebody new",
        fr: "une personne proche d’une autre de l’événement en est une nouvelle",
      },
    },
    date: {
      value: "DATE",
      about: {
        en: "day of a new event, such as 2027-03-18 (default: those that the tables name, else today)",
        fr: "jour d’un nouvel événement, tel que 2027-03-18 (par défaut : ceux que les tables nomment, sinon aujourd’hui)",
      },
    },
    ...LANG,
  },
  more: [
    {
      en: "Tables are participants, wishes (a row each, people by people, or choices in columns), places and packages; an\nevent.json among the files is the event that receives them. Rows are matched by id, else by exact name: importing\nagain changes, and does not double. An empty cell keeps what the event has, a dash clears it.",
      fr: "Les tableaux sont les participants, les souhaits (un par ligne, tableau croisé, ou choix en colonnes), les lieux et\nles forfaits ; un event.json parmi les fichiers est l’événement qui les reçoit. Les lignes se retrouvent par identifiant,\nsinon par nom exact : importer à nouveau modifie, sans doubler. Une cellule vide garde ce qu’a l’événement, un tiret\nl’efface.",
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
  const date = given.text("date");
  if (date !== undefined && !isDate(date)) {
    const said = {
      en: `--date must be a date such as 2027-03-18, not “${date}”.`,
      fr: `--date doit être une date telle que 2027-03-18, et non « ${date} ».`,
    };
    return refuse("dancecard", mistake("bad-option", said));
  }
  const paths: string[] = [];
  for (const word of given.words) {
    const found = await tableFiles(word);
    if (found) paths.push(...found);
    else if (await isEmptyFolder(word)) return refuse(word, emptyFolder());
    else paths.push(word);
  }
  const out = await openOut(given.text("out"), paths);
  if (!out.ok) return refuse(given.text("out") ?? "-", ...out.diagnostics);
  const from = given.text("into");
  const into = from === undefined ? undefined : await readText(from);
  if (into && !into.ok) return refuse(from!, ...into.diagnostics);

  const { importFiles, tellProblems } = await import("./tables.js");
  const imported = await importFiles(given.words[0]!, paths, locale, {
    ...(into?.ok && { into: { text: into.value, from: from! } }),
    ...(date !== undefined && { date }),
    answers: { nearAreNew: given.has("new-people") },
  });
  if (!imported) return EXIT.badInput;
  const { preview, edits } = imported.result;
  // What is told must not end up in the event that is printed.
  const tell = given.text("out") === "-" ? complain : print;
  tell(await reportText(imported, locale));
  tellProblems(preview.problems, preview.unlisted, locale);
  if (preview.problems.length > 0 && !given.has("skip-bad")) {
    complain(spaced(REFUSED[locale], locale));
    return EXIT.badInput;
  }
  if (preview.diagnostics.length > 0) return refuse(given.words[0]!, ...preview.diagnostics);
  if (!given.has("out")) return EXIT.ok;
  const after = applyEdits(imported.event, edits);
  const changes = imported.text === undefined ? null : editText(imported.text, edits);
  const text = changes ? changedText(imported.text!, changes) : specText(after as EventInput);
  const code = await deliver(text, out.value, locale);
  report(given.text("out")!, undefined, readSpec(after).diagnostics, locale);
  return code;
}

const REFUSED = {
  en: "Nothing was written. Correct these rows, or take the others with --skip-bad.",
  fr: "Rien n’a été écrit. Corrigez ces lignes, ou reprenez les autres avec --skip-bad.",
};

async function isEmptyFolder(path: string): Promise<boolean> {
  const { stat } = await import("node:fs/promises");
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Detection, mapping, difference and notes, as lines. */
async function reportText({ sheets, plans, result }: Imported, locale: Locale): Promise<string> {
  const { columnName, detectedText, FIELD_NAMES, LAYOUT_NAMES, TABLE_NAMES } = await import("../io/import.js");
  const lines: string[] = [];
  const colon = locale === "fr" ? " :" : ":";
  const { preview } = result;
  sheets.forEach((sheet, i) => {
    const plan = plans[i]!;
    const count = preview.sheets.find((one) => one.sheet === sheet.id);
    const layout = plan.table === "wishes" ? ` (${LAYOUT_NAMES[plan.layout][locale]})` : "";
    lines.push(`${clipped(sheet.id, 200)}${colon} ${TABLE_NAMES[plan.table][locale]}${layout}`);
    lines.push(`  ${detectedText(sheet, plan, locale)}`);
    if (plan.table === "none") return;
    const columns = plan.columns.slice(0, 30).map(({ title, field, rank }, c) => {
      const shown = field === "choice" ? `${FIELD_NAMES.choice[locale]} ${rank}` : FIELD_NAMES[field][locale];
      return `  ${columnName(c)} ${clipped(title, LONGEST)} → ${shown}`;
    });
    lines.push(...columns);
    if (plan.columns.length > 30) lines.push(`  … +${plan.columns.length - 30}`);
    if (plan.side !== undefined) lines.push(`  ${FIELD_NAMES.side[locale]}${colon} ${clipped(plan.side, LONGEST)}`);
    if (count) {
      const { ready, bad, skipped } = count;
      lines.push(
        locale === "fr"
          ? `  ${grouped(ready, locale)} prêts, ${grouped(bad, locale)} en attente, ${grouped(skipped, locale)} laissés de côté`
          : `  ${grouped(ready, locale)} ready, ${grouped(bad, locale)} not taken, ${grouped(skipped, locale)} left out`,
      );
    }
  });
  const w = WORDS[locale];
  for (const table of ["packages", "places", "participants", "wishes"] as const) {
    const { added, changed, unchanged, removed, changes, missing } = preview.difference[table];
    if (added + changed + unchanged + removed + missing === 0) continue;
    const parts = [w.added(added), w.changed(changed), w.unchanged(unchanged)];
    if (missing > 0) parts.push(w.missing(missing));
    lines.push(`${TABLE_NAMES[table][locale]}${colon} ${parts.join(", ")}`);
    for (const { kind, label, fields } of changes.slice(0, SHOWN)) {
      const sign = { added: "+", changed: "~", removed: "-" }[kind];
      const value = (v: unknown): string =>
        clipped(v === undefined ? "∅" : typeof v === "string" ? v : JSON.stringify(v), LONGEST);
      const shown =
        kind === "changed"
          ? `${colon} ${fields.map((f) => `${f.field} ${value(f.old)} → ${value(f.new)}`).join(", ")}`
          : "";
      lines.push(`  ${sign} ${clipped(label, LONGEST)}${shown}`);
    }
    if (changes.length > SHOWN) lines.push(`  … +${added + changed + removed - SHOWN}`);
  }
  for (const { list, label, rows } of preview.created)
    lines.push(`${w.created[list]}${colon} ${clipped(label, LONGEST)} (${w.rows(rows)})`);
  for (const { text, sheet, line } of preview.notes.slice(0, SHOWN)) {
    lines.push(`${clipped(sheet, 200)}${line > 0 ? `:${line}` : ""}: ${text[locale]}`);
  }
  return lines.map((line) => spaced(printable(line), locale)).join("\n");
}

const WORDS = {
  en: {
    added: (n: number) => `${grouped(n, "en")} added`,
    changed: (n: number) => `${grouped(n, "en")} changed`,
    unchanged: (n: number) => `${grouped(n, "en")} unchanged`,
    missing: (n: number) => `${grouped(n, "en")} in the event only (kept)`,
    rows: (n: number) => `${grouped(n, "en")} ${n === 1 ? "row" : "rows"}`,
    created: { sides: "new side", packages: "new package", places: "new place" },
  },
  fr: {
    added: (n: number) => `ajoutés : ${grouped(n, "fr")}`,
    changed: (n: number) => `modifiés : ${grouped(n, "fr")}`,
    unchanged: (n: number) => `inchangés : ${grouped(n, "fr")}`,
    missing: (n: number) => `dans l’événement seulement (gardés) : ${grouped(n, "fr")}`,
    rows: (n: number) => `${grouped(n, "fr")} ${n < 2 ? "ligne" : "lignes"}`,
    created: { sides: "nouveau côté", packages: "nouveau forfait", places: "nouveau lieu" },
  },
};
