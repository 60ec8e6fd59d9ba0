// The tables of an event as CSV, written so that importing them again changes nothing. Called through ../import.ts, by the
// page and the CLI. It takes any plain data and leaves out what has no place in a table (the calendar, rules, locks).

import type { Locale } from "../../rules/rule.js";
import { csvText } from "../files/write.js";
import { eventView, textOf, textsOf, objectsOf, type Item, type Raw } from "./event-view.js";
import { ORGANISATION } from "./people.js";
import { representativeText } from "./representatives.js";
import type { Field, Table } from "./types.js";
import { fold, joinList, personKey } from "./words.js";

/** Titles of the columns that are written; every one is a title that the import knows. */
export const TITLES: Record<Table, readonly (readonly [Field, Record<Locale, string>])[]> = {
  participants: [
    ["id", { en: "Id", fr: "Identifiant" }],
    ["name", { en: "Name", fr: "Nom complet" }],
    ["organisation", { en: "Organisation", fr: "Organisation" }],
    ["side", { en: "Side", fr: "Côté" }],
    ["tier", { en: "Package", fr: "Forfait" }],
    ["guaranteed", { en: "Guaranteed", fr: "Garantis" }],
    ["maximum", { en: "Maximum", fr: "Maximum" }],
    ["representatives", { en: "Representatives", fr: "Représentants" }],
    ["place", { en: "Place", fr: "Lieu" }],
    ["absent", { en: "Absent", fr: "Absences" }],
    ["needs", { en: "Needs", fr: "Besoins" }],
    ["offers", { en: "Offers", fr: "Offres" }],
    ["meals", { en: "Meals", fr: "Repas" }],
  ],
  wishes: [
    ["from", { en: "From", fr: "De" }],
    ["to", { en: "To", fr: "Vers" }],
    ["priority", { en: "Priority", fr: "Priorité" }],
  ],
  places: [
    ["id", { en: "Place", fr: "Lieu" }],
    ["label", { en: "Label", fr: "Libellé" }],
    ["zone", { en: "Zone", fr: "Zone" }],
    ["capacity", { en: "Capacity", fr: "Capacité" }],
    ["closed", { en: "Closed", fr: "Fermé" }],
  ],
  packages: [
    ["id", { en: "Package", fr: "Forfait" }],
    ["label", { en: "Label", fr: "Libellé" }],
    ["weight", { en: "Weight", fr: "Poids" }],
    ["guaranteed", { en: "Guaranteed", fr: "Garantis" }],
    ["maximum", { en: "Maximum", fr: "Maximum" }],
  ],
};

/** Names of the files, for a folder or an archive. */
export const FILE_NAMES: Record<Locale, Record<Table, string>> = {
  en: { participants: "participants.csv", wishes: "wishes.csv", places: "places.csv", packages: "packages.csv" },
  fr: { participants: "participants.csv", wishes: "souhaits.csv", places: "lieux.csv", packages: "forfaits.csv" },
};

const REFUSED: Record<Locale, string> = { en: "veto", fr: "refus" };
const NO: Record<Locale, string> = { en: "no", fr: "non" };

/** Rows of each table, titles first. Cells stand as they are: `csvText` makes formulas harmless, for a workbook `neutral` does. */
export function rowsOf(event: unknown, locale: Locale): Record<Table, string[][]> {
  const view = eventView(event);
  const rows = (table: Table, items: readonly Item[], cell: (raw: Raw, field: Field) => string): string[][] => [
    TITLES[table].map(([, title]) => title[locale]),
    ...items.map(({ raw }) => TITLES[table].map(([field]) => cell(raw, field))),
  ];
  const ambiguous = ambiguousOrganisations(view.participants);
  const ids = new Set(view.participants.map(({ raw }) => raw.id));
  return {
    participants: rows("participants", view.participants, (raw, field) => {
      if (field === "meals") return raw.meals === false ? NO[locale] : "";
      if (field === "representatives") return joinList(objectsOf(raw, field).map(representativeText));
      return plain(raw, field);
    }),
    wishes: rows("wishes", view.wishes, (raw, field) => {
      if (field === "priority") return raw.veto === true ? REFUSED[locale] : plain(raw, field);
      const text = plain(raw, field);
      const isMeant = field === "to" && !ids.has(text) && ambiguous.has(text);
      return isMeant ? ORGANISATION + text : text;
    }),
    places: rows("places", view.places, plain),
    packages: rows("packages", view.tiers, plain),
  };
}

/** Each table as the text of a CSV file: with semicolons and a mark for French spreadsheets. */
export function tablesOf(event: unknown, locale: Locale): Record<Table, string> {
  const rows = rowsOf(event, locale);
  const text = (table: Table): string => csvText(rows[table], locale);
  return {
    participants: text("participants"),
    wishes: text("wishes"),
    places: text("places"),
    packages: text("packages"),
  };
}

function plain(raw: Raw, field: string): string {
  const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return joinList(textsOf(raw, field));
  return textOf(raw, field) ?? "";
}

/** Organisations whose name is also somebody's: a wish for one says which of the two is meant. */
function ambiguousOrganisations(participants: readonly Item[]): Set<string> {
  const names = new Set<string>();
  for (const { raw } of participants) {
    const name = textOf(raw, "name") ?? textOf(raw, "id")!;
    names.add(name).add(fold(name)).add(personKey(name));
  }
  const found = new Set<string>();
  for (const { raw } of participants) {
    const organisation = textOf(raw, "organisation");
    if (organisation !== undefined && names.has(organisation)) found.add(organisation);
  }
  return found;
}
