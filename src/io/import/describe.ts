// What was detected and planned, in words: « Windows-1252, séparateur « ; », virgule décimale, 120 lignes, 6 colonnes ».
// Called by the CLI and the page's mapping step. Pure functions of plain data.

import type { Locale, Text } from "../../rules/rule.js";
import { grouped, quoted } from "../../spec/text.js";
import type { Encoding, Separator, Sheet } from "../files/sheet.js";
import type { Field, SheetPlan, Table } from "./types.js";

const ENCODINGS: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
  macintosh: "Mac Roman",
};
const SEPARATORS: Record<Separator, Text> = {
  ",": { en: "separator “,”", fr: "séparateur «\u202f,\u202f»" },
  ";": { en: "separator “;”", fr: "séparateur «\u202f;\u202f»" },
  "|": { en: "separator “|”", fr: "séparateur «\u202f|\u202f»" },
  "\t": { en: "separated by tabs", fr: "séparé par des tabulations" },
};

/** What was found out about a sheet and its titles. */
export function detectedText(sheet: Sheet, plan: SheetPlan, locale: Locale): string {
  const fr = locale === "fr";
  const count = (n: number, one: string, many: string): string =>
    `${grouped(n, locale)} ${n === 1 || (fr && n === 0) ? one : many}`;
  const parts: string[] = [];
  const { detected, decimal, lines, columns, kind, name } = sheet;
  if (detected) {
    parts.push(ENCODINGS[detected.encoding] + (detected.marked ? (fr ? " avec marque" : " with a mark") : ""));
    parts.push(SEPARATORS[detected.separator][locale]);
  } else if (kind === "workbook") parts.push(fr ? `feuille ${quoted(name, "fr")}` : `sheet ${quoted(name, "en")}`);
  else parts.push(fr ? "cellules collées" : "pasted cells");
  if (decimal === ",") parts.push(fr ? "virgule décimale" : "decimal comma");
  parts.push(fr ? count(lines, "ligne", "lignes") : count(lines, "line", "lines"));
  parts.push(fr ? count(columns, "colonne", "colonnes") : count(columns, "column", "columns"));
  const { first, last } = plan.titles;
  if (last === 0) parts.push(fr ? "pas de titres" : "no titles");
  else if (first === last) parts.push(fr ? `titres à la ligne ${first}` : `titles in line ${first}`);
  else parts.push(fr ? `titres aux lignes ${first} et ${last}` : `titles in lines ${first} and ${last}`);
  return parts.join(", ");
}

/** What people read for a table. */
export const TABLE_NAMES: Record<Table | "none", Text> = {
  participants: { en: "participants", fr: "participants" },
  wishes: { en: "wishes", fr: "souhaits" },
  places: { en: "places", fr: "lieux" },
  packages: { en: "packages", fr: "forfaits" },
  none: { en: "do not import", fr: "ne pas importer" },
};

/** What people read for a way in which wishes stand in a sheet. */
export const LAYOUT_NAMES: Record<SheetPlan["layout"], Text> = {
  rows: { en: "one per row", fr: "un par ligne" },
  matrix: { en: "people by people", fr: "tableau croisé" },
  choices: { en: "choices in columns", fr: "choix en colonnes" },
};

/** What people read for a field. */
export const FIELD_NAMES: Record<Field, Text> = {
  skip: { en: "do not import", fr: "ne pas importer" },
  id: { en: "id", fr: "identifiant" },
  alias: {
    en: "e-mail address (to recognise people only)",
    fr: "adresse e-mail (pour reconnaître les personnes seulement)",
  },
  name: { en: "name", fr: "nom complet" },
  firstName: { en: "first name", fr: "prénom" },
  lastName: { en: "family name", fr: "nom de famille" },
  organisation: { en: "organisation", fr: "organisation" },
  side: { en: "side", fr: "côté" },
  tier: { en: "package", fr: "forfait" },
  guaranteed: { en: "guaranteed meetings", fr: "rendez-vous garantis" },
  maximum: { en: "most meetings", fr: "rendez-vous au plus" },
  representatives: { en: "representatives", fr: "représentants" },
  place: { en: "own place", fr: "lieu propre" },
  absent: { en: "absences", fr: "absences" },
  needs: { en: "needs", fr: "besoins" },
  offers: { en: "offers", fr: "offres" },
  meals: { en: "takes meals", fr: "prend les repas" },
  choice: { en: "choice", fr: "choix" },
  wishList: { en: "wishes, in order", fr: "souhaits, dans l’ordre" },
  vetoList: { en: "people refused", fr: "personnes refusées" },
  from: { en: "who wishes", fr: "qui souhaite" },
  to: { en: "whom", fr: "qui rencontrer" },
  priority: { en: "priority", fr: "priorité" },
  veto: { en: "refusal: yes or no", fr: "refus\u202f: oui ou non" },
  target: { en: "person wished for", fr: "personne souhaitée" },
  label: { en: "label", fr: "libellé" },
  weight: { en: "weight", fr: "poids" },
  zone: { en: "zone", fr: "zone" },
  capacity: { en: "meetings at once", fr: "rendez-vous simultanés" },
  closed: { en: "closed", fr: "fermé" },
};
