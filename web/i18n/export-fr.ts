// The French words of handing a schedule out; fr.ts takes them in. export-en.ts says what must be here.

import type { ExportMessages } from "./export-en.js";
import { formats } from "./formats.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;

const bytes = (size: number): string =>
  size < 1e6 ? `${n(Math.max(1, Math.round(size / 1000)))}\u202fko` : `${f.decimal(size / 1e6)}\u202fMo`;

export const exportFr: ExportMessages = {
  title: "Exporter",
  close: "Fermer",
  what: (version) =>
    version === null ? "Le planning à l’écran. Il n’est pas publié." : `Version ${version}, telle que publiée.`,
  checked: "Chaque fichier est vérifié contre toutes les règles impératives avant d’être écrit.",
  none: "Pas encore de planning. Calculer d’abord\u202f; l’événement seul peut être copié sans les noms.",
  broken: (count) => `Le planning enfreint des règles impératives (${many(count, "infraction", "infractions")}).`,
  force: "L’exporter quand même",
  language: "Langue des fichiers",
  paper: "Papier",
  papers: { a4: "A4", a6: "A6" },
  participants: "Pour les participants",
  participantsNote: "Ne disent rien des souhaits, refus et raisons.",
  organiser: "Pour l’organisateur",
  organiserNote: "Contiennent souhaits et raisons\u202f: pas pour les participants.",
  others: "Pour d’autres outils",
  printed: {
    agendas: ["Agendas personnels", (count) => many(count, "personne, une page", "personnes, une page chacune")],
    stands: ["Feuilles de stand", (count) => many(count, "lieu où l’on se rencontre", "lieux où l’on se rencontre")],
    tables: ["Cartes de table", (count) => many(count, "table au déjeuner", "tables au déjeuner")],
    runners: ["Listes par créneau", (count) => `${many(count, "créneau", "créneaux")}, pour l’accueil`],
  },
  calendars: "Calendriers",
  calendarsNote: (since) =>
    since === null
      ? "un fichier par personne dans une archive, et un de l’événement"
      : `un fichier par personne dans une archive\u202f; ils mettent à jour ceux de la version ${since}`,
  workbook: "Classeur",
  workbookNote: "rendez-vous, personnes, souhaits et leurs réponses, tables",
  csv: "Tableaux CSV",
  csvNote: "les mêmes en fichiers séparés\u202f; les formules sont neutralisées",
  json: "Planning et agendas",
  jsonNote: "pour des programmes, et pour être revérifié",
  pseudonym: "Copie sans les noms",
  pseudonymNote: "événement et planning, des codes pour tous les noms et identifiants",
  formats: { html: "Page", pdf: "PDF", ics: "ICS", xlsx: "XLSX", csv: "CSV", json: "JSON", pseudonym: "JSON" },
  save: (what, format) => `Enregistrer ${what} en ${format}`,
  making: (what, format) => `Préparation\u202f: ${what} en ${format}`,
  stop: "Arrêter",
  saved: (name, size) => `Enregistré\u202f: ${name}, ${bytes(size)}.`,
  confidential: "Pour l’organisateur seul.",
  answer(answer) {
    switch (answer.status) {
      case "broken":
        return `Rien n’est écrit\u202f: ${many(answer.findings, "règle impérative enfreinte", "règles impératives enfreintes")}.`;
      case "nothing":
        return "Il n’y a rien de cela à écrire.";
      case "stopped":
        return "Arrêté\u202f; rien n’est écrit.";
      case "failed":
        return `Le fichier n’a pas pu être préparé${answer.reason === "" ? "" : ` (${answer.reason})`}. Le planning reste tel quel.`;
    }
  },
  files: {
    agendas: "agendas",
    stands: "stands",
    tables: "cartes-de-table",
    runners: "par-creneau",
    ics: "calendriers",
    xlsx: "planning",
    csv: "tableaux",
    json: "planning",
    pseudonym: "sans-noms",
  },
};
