// Examples of each table, to be filled in: titles and three rows of people who do not exist. Called through ../import.ts.
// Together they are a sound event of their own: tests import them.

import type { Locale } from "../../rules/rule.js";
import { csvText } from "../files/write.js";
import { TITLES } from "./export.js";
import type { Field, Table } from "./types.js";

type Rows = readonly (readonly string[])[];

/** Fields that an example shows; the other columns would only frighten. */
const SHOWN: Record<Table, readonly Field[]> = {
  participants: ["name", "organisation", "side", "tier", "place", "absent", "needs", "offers", "meals"],
  wishes: ["from", "to", "priority"],
  places: ["id", "zone", "capacity"],
  packages: ["id", "guaranteed", "maximum"],
};

const ROWS: Record<Locale, Record<Table, Rows>> = {
  en: {
    participants: [
      ["Maeve Thornapple", "Hollow Mill Stores", "Buyer", "Standard", "", "14:00-15:00", "loyalty, data", "", "yes"],
      [
        "Otis Larkenfield",
        "Copper Kettle Software",
        "Supplier",
        "Gold",
        "A1",
        "",
        "",
        "data, call centre",
        "vegetarian",
      ],
      ["Noor Swiftwater", "Blue Heron Loyalty", "Supplier", "Standard", "A2", "before 10:00", "", "loyalty", "no"],
    ],
    wishes: [
      ["Maeve Thornapple", "Blue Heron Loyalty", "1"],
      ["Otis Larkenfield", "Maeve Thornapple", "2"],
      ["Noor Swiftwater", "Hollow Mill Stores", "1"],
    ],
    places: [
      ["A1", "North hall", "1"],
      ["A2", "North hall", "1"],
      ["B1", "South hall", "2"],
    ],
    packages: [
      ["Standard", "4", "10"],
      ["Gold", "8", "16"],
      ["Visitor", "0", ""],
    ],
  },
  fr: {
    participants: [
      [
        "Adèle Vermillac",
        "Magasins du Moulin Creux",
        "Décideur",
        "Standard",
        "",
        "14h-15h",
        "fidélité, données",
        "",
        "oui",
      ],
      [
        "Gaspard Noirterre",
        "Logiciels de la Bouilloire",
        "Fournisseur",
        "Or",
        "A1",
        "",
        "",
        "données, centre d’appels",
        "végétarien",
      ],
      [
        "Inès Chantegrive",
        "Fidélité du Héron Bleu",
        "Fournisseur",
        "Standard",
        "A2",
        "avant 10h",
        "",
        "fidélité",
        "non",
      ],
    ],
    wishes: [
      ["Adèle Vermillac", "Fidélité du Héron Bleu", "1"],
      ["Gaspard Noirterre", "Adèle Vermillac", "2"],
      ["Inès Chantegrive", "Magasins du Moulin Creux", "1"],
    ],
    places: [
      ["A1", "Hall nord", "1"],
      ["A2", "Hall nord", "1"],
      ["B1", "Hall sud", "2"],
    ],
    packages: [
      ["Standard", "4", "10"],
      ["Or", "8", "16"],
      ["Visiteur", "0", ""],
    ],
  },
};

/** The example of a table as the text of a CSV file. */
export function exampleTable(table: Table, locale: Locale): string {
  const titles = SHOWN[table].map((field) => TITLES[table].find(([one]) => one === field)![1][locale]);
  return csvText([titles, ...ROWS[locale][table]], locale);
}
