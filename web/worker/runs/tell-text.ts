// The people to tell as a text to be copied and as a CSV file. Called by desk.ts; the rows are those of tell.ts. Only what
// concerns the person stands there: whom, when, where.

import { clockOf } from "../../../src/index.js";
import type { TellKind, TellRow } from "../../runs-views.js";

type Locale = "en" | "fr";
type At = TellRow["before"];

interface Words {
  titles: string[];
  kinds: Record<TellKind, string>;
  none: string;
  date(iso: string): string;
}

const WORDS: Record<Locale, Words> = {
  en: {
    titles: [
      "id",
      "name",
      "organisation",
      "change",
      "with",
      "date before",
      "time before",
      "place before",
      "date",
      "time",
      "place",
    ],
    kinds: {
      added: "new meeting",
      removed: "cancelled meeting",
      moved: "other time",
      place: "other place",
      who: "other representative",
      table: "table at the meal",
    },
    none: "–",
    date: (iso) => iso,
  },
  fr: {
    titles: [
      "identifiant",
      "nom",
      "organisation",
      "changement",
      "avec",
      "date avant",
      "heure avant",
      "lieu avant",
      "date",
      "heure",
      "lieu",
    ],
    kinds: {
      added: "nouveau rendez-vous",
      removed: "rendez-vous annulé",
      moved: "autre horaire",
      place: "autre lieu",
      who: "autre représentant",
      table: "table au repas",
    },
    none: "–",
    date: (iso) => iso.split("-").reverse().join("/"),
  },
};

/** One block per person. */
export function tellText(rows: readonly TellRow[], locale: Locale): string {
  const w = WORDS[locale];
  const lines = rows.flatMap(({ first, name, organisation, kind, what, before, after }) => {
    const head = organisation === "" ? name : `${name} (${organisation})`;
    const times = [before, after].map((at) => atText(at, w, kind === "table"));
    const change = kind === "added" ? times[1] : kind === "removed" ? times[0] : times.join(" → ");
    const line = `- ${w.kinds[kind]}${locale === "fr" ? "\u202f" : ""}: ${line1(what.name)}, ${change}`;
    return first ? ["", line1(head), line] : [line];
  });
  return `${lines.join("\n").trim()}\n`;
}

function atText(at: At, w: Words, table: boolean): string {
  if (!at) return w.none;
  if (table) return `${w.date(at.date)}, ${line1(at.place)}`;
  return [`${w.date(at.date)} ${clockOf(at.start)}`, line1(at.place)].filter((part) => part !== "").join(", ");
}

/** A name never breaks a line. */
function line1(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}

/** One row per change. */
export async function tellCsv(rows: readonly TellRow[], locale: Locale): Promise<string> {
  const { csvText } = await import("../../../src/io/import.js");
  const w = WORDS[locale];
  const cells = (at: At): string[] => (at ? [w.date(at.date), clockOf(at.start), at.place] : ["", "", ""]);
  const body = rows.map(({ id, name, organisation, kind, what, before, after }) => [
    id,
    name,
    organisation,
    w.kinds[kind],
    what.name,
    ...cells(before),
    ...cells(after),
  ]);
  return csvText([w.titles, ...body], locale);
}
