// The French words of the import; fr.ts takes them in.

import { formats } from "./formats.js";
import type { importEn } from "./import-en.js";

const n = formats("fr").number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
/** A file by its name, several by their number. */
const given = (of: string | number): string => (typeof of === "string" ? of : many(of, "fichier", "fichiers"));

export const importFr: typeof importEn = {
  open: "Importer",
  paste: "Coller depuis un tableur",
  panel: "Import",
  title: (of) => (of === "" ? "Importer" : `Importer ${given(of)}`),
  pasted: "Importer des cellules collées",
  pasteHere: "Coller les cellules ici (Ctrl V), titres compris.",
  pasteRead: "Lire les cellules",
  choose: "Choisir des fichiers",
  folder: "Choisir un dossier",
  drop: "ou les déposer ici\u202f: CSV, TSV, XLSX, JSON, ZIP\u202f; plusieurs à la fois.",
  examples: "Un exemple de chaque table, à remplir\u202f:",
  example: (file) => `Exemple à remplir\u202f: ${file}`,
  samples: "Ouvrir un événement d’exemple",
  dropNow: "Déposer les fichiers pour les importer",
  reading: (of) => (of === "" ? "Lecture" : `Lecture de ${given(of)}`),
  into: "Dans",
  intos: { this: "cet événement", file: "l’événement des fichiers", new: "un nouvel événement" },
  intoThis: (name) => (name === "" ? "cet événement" : `cet événement (${name})`),
  readAs: "Lu comme",
  content: "Contenu",
  layout: "Souhaits",
  direction: "Une ligne contient",
  directions: {
    "rows-wish": "les souhaits de la personne à sa gauche",
    "columns-wish": "les souhaits envers cette personne",
  },
  ranks: "Choix",
  rankings: { spread: "répartis sur les priorités", clamp: "une priorité chacun" },
  titles: "Titres à la ligne",
  noTitles: "aucune",
  columnHead: "Dans le fichier",
  sampleHead: "Exemple",
  fieldHead: "Devient",
  rank: "Rang",
  columns: (count) => many(count, "colonne", "colonnes"),
  moreColumns: (count) => many(count, "autre colonne", "autres colonnes"),
  ready: (ready, bad) =>
    (ready === 0 ? "Aucune ligne n’est prête" : many(ready, "ligne est prête", "lignes sont prêtes")) +
    (bad === 0 ? "" : `, ${many(bad, "est", "sont")} à corriger`),
  aside: "sans ce qui est à corriger",
  nothing: "Rien de ceci n’est encore importé.",
  line: (line, title) => (line === 0 ? title : title === "" ? `Ligne ${n(line)}` : `Ligne ${n(line)}, ${title}`),
  unlisted: (count) => `${many(count, "autre", "autres")} du même genre.`,
  created: "Sera créé",
  createdRows: (count) => many(count, "ligne", "lignes"),
  lists: { sides: "côté", packages: "forfait", places: "lieu" },
  refuse: "Ne pas créer",
  refused: "Pas créé",
  create: "Créer quand même",
  difference: "Ce qui change",
  noDifference: "Rien\u202f: l’événement contient déjà tout.",
  counts: (added, changed, unchanged, removed) =>
    [
      added > 0 ? many(added, "ajouté", "ajoutés") : "",
      changed > 0 ? many(changed, "modifié", "modifiés") : "",
      removed > 0 ? many(removed, "retiré", "retirés") : "",
      unchanged > 0 ? many(unchanged, "inchangé", "inchangés") : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  kinds: { added: "nouveau", changed: "modifié", removed: "retiré" },
  moreChanges: (count) => many(count, "autre", "autres"),
  missing: (count) => `${n(count)} dans l’événement et dans aucun fichier\u202f: conservés.`,
  remove: (count) => `Retirer ces ${n(count)}`,
  keep: (count) => `Garder ces ${n(count)}`,
  errors: "L’événement aurait ensuite des erreurs",
  notes: "Comment c’est lu",
  nearAreNew: "Un nom presque connu est une nouvelle personne, sans demander",
  take: (rows) => (rows === 0 ? "Importer" : `Importer ${many(rows, "ligne", "lignes")}`),
  takeEvent: "Ouvrir cet événement",
  close: "Fermer",
  undoable: "annulable",
  done: (rows) => (rows === 0 ? "Importé." : many(rows, "ligne importée.", "lignes importées.")),
  broken: "Le texte de l’événement contient une erreur\u202f: la corriger d’abord dans Spec. Rien n’a été importé.",
  locked: "Cet événement est modifié dans un autre onglet. Rien n’a été importé.",
  gone: "Les fichiers sont à choisir de nouveau.",
  failed: (why) => `Les fichiers n’ont pas pu être lus\u202f: ${why}`,
  empty: "rien",
};
