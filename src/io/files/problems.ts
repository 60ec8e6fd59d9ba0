// The sentences about files that cannot be read. Called by the readers; `problem` fills them in. They hold no logic.

import type { Text } from "../../rules/rule.js";
import { fillIn } from "../../spec/text.js";
import type { FileProblem } from "./sheet.js";

const entry = (en: string, fr: string): Text => ({ en, fr });

const SENTENCES = {
  empty: entry("The file is empty.", "Le fichier est vide."),
  "too-large": entry(
    "The file has {size#} bytes; at most {limit#} are read.",
    "Le fichier a {size#} octets ; {limit#} au plus sont lus.",
  ),
  "too-many-files": entry(
    "There are {count#} files; at most {limit#} are read.",
    "Il y a {count#} fichiers ; {limit#} au plus sont lus.",
  ),
  "too-many-entries": entry(
    "The archive has {count#} entries; at most {limit#} are read.",
    "L’archive a {count#} entrées ; {limit#} au plus sont lues.",
  ),
  "too-much": entry(
    "{entry} unfolds to more than this program reads: {limit#} bytes in all, or {ratio#} times its packed size. Nothing of it is read.",
    "{entry} se déplie au-delà de ce que ce programme lit : {limit#} octets en tout, ou {ratio#} fois sa taille compressée. Rien n’en est lu.",
  ),
  "too-many-cells": entry(
    "There are more than {limit#} cells: what comes after line {line#} is not read.",
    "Il y a plus de {limit#} cellules : ce qui suit la ligne {line#} n’est pas lu.",
  ),
  "too-many-rows": entry(
    "There are more than {limit#} rows: what comes after line {line#} is not read.",
    "Il y a plus de {limit#} lignes remplies : ce qui suit la ligne {line#} n’est pas lu.",
  ),
  "too-many-sheets": entry(
    "There are {count#} sheets; the first {limit#} are read.",
    "Il y a {count#} feuilles ; les {limit#} premières sont lues.",
  ),
  "too-wide": entry(
    "Line {line#} has more than {limit#} columns: what stands further to the right is not read.",
    "La ligne {line#} a plus de {limit#} colonnes : ce qui se trouve plus à droite n’est pas lu.",
  ),
  "long-cell": entry(
    "Line {line#} holds a cell of more than {limit#} characters: its end is cut off.",
    "La ligne {line#} contient une cellule de plus de {limit#} caractères : la fin est coupée.",
  ),
  "bad-archive": entry("The archive is damaged or cut off ({entry!}).", "L’archive est abîmée ou tronquée ({entry!})."),
  encrypted: entry(
    "{entry} is protected by a password. Save it without one, then import it again.",
    "{entry} est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis importez-le à nouveau.",
  ),
  "old-workbook": entry(
    "This is an Excel workbook of the old kind (.xls), or one with a password. Save it as .xlsx without a password.",
    "C’est un classeur Excel de l’ancien format (.xls), ou un classeur avec mot de passe. Enregistrez-le en .xlsx, sans mot de passe.",
  ),
  "other-workbook": entry(
    "This workbook is not an .xlsx file. Save it as .xlsx or as CSV.",
    "Ce classeur n’est pas un fichier .xlsx. Enregistrez-le en .xlsx ou en CSV.",
  ),
  "not-a-table": entry(
    "This is neither a table (CSV, TSV, XLSX) nor an event (JSON), nor a ZIP of these.",
    "Ce n’est ni un tableau (CSV, TSV, XLSX), ni un événement (JSON), ni un ZIP de ceux-ci.",
  ),
  "bad-workbook": entry(
    "The workbook cannot be read: {entry!} is missing or is not what it should be.",
    "Le classeur ne peut pas être lu : {entry!} est absent ou n’est pas ce qu’il devrait être.",
  ),
  "no-values": entry(
    "The results of {count#} {count~formula|formulas} are not in the file: these cells are read as empty. Open the workbook in a spreadsheet, save it, and import it again.",
    "Les résultats de {count#} {count~formule|formules} ne sont pas dans le fichier : ces cellules sont lues comme vides. Ouvrez le classeur dans un tableur, enregistrez-le et importez-le à nouveau.",
  ),
  "two-events": entry(
    "There is an event in {entry} already: this one is left aside.",
    "Il y a déjà un événement dans {entry} : celui-ci est laissé de côté.",
  ),
  "left-aside": entry(
    "{entry} is left aside: it is no table.",
    "{entry} est laissé de côté : ce n’est pas un tableau.",
  ),
  mojibake: entry(
    "Letters such as “{sample!}” look as if the file had been saved with a wrong encoding before. Look at the names.",
    "Des lettres comme « {sample!} » laissent penser que le fichier a déjà été enregistré avec un mauvais encodage. Vérifiez les noms.",
  ),
  quotes: entry(
    "Line {line#}: a quotation mark is not closed, or stands where none is expected. The rows from there on may be wrong.",
    "Ligne {line#} : un guillemet n’est pas fermé, ou se trouve là où il n’en faut pas. Les lignes qui suivent peuvent être fausses.",
  ),
} satisfies Record<string, Text>;

export type FileProblemCode = keyof typeof SENTENCES;

/** Makes a problem of a file. */
export function problem(
  code: FileProblemCode,
  file: string,
  severity: FileProblem["severity"],
  values: Record<string, string | number> = {},
  sheet?: string,
): FileProblem {
  const text = { en: fillIn(SENTENCES[code].en, values, "en"), fr: fillIn(SENTENCES[code].fr, values, "fr") };
  return { file, ...(sheet !== undefined && { sheet }), code, severity, text };
}
