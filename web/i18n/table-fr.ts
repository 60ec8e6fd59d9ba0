// The French words of the tables of the event; fr.ts takes them in.

import { formats } from "./formats.js";
import type { tableEn } from "./table-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
const counted =
  (one: string, more: string) =>
  (shown: number, all: number): string =>
    shown === all ? many(all, one, more) : `${n(shown)} sur ${many(all, one, more)}`;

export const tableFr: typeof tableEn = {
  label: { people: "Participants", wishes: "Souhaits", places: "Lieux", packages: "Forfaits" },
  columns: {
    name: "Nom",
    organisation: "Organisation",
    side: "Côté",
    tier: "Forfait",
    guaranteed: "Garantis",
    maximum: "Max.",
    representatives: "Repr.",
    place: "Stand",
    absent: "Absent",
    meals: "Repas",
    sent: "Émis",
    received: "Reçus",
    needs: "Besoins",
    offers: "Offres",
    id: "Identifiant",
    from: "De",
    to: "Vers",
    priority: "Priorité",
    mutual: "En retour",
    answer: "Ne peut pas être tenu",
    label: "Nom",
    zone: "Zone",
    capacity: "Capacité",
    closed: "Fermé",
    owners: "Appartient à",
    weight: "Poids",
    people: "Personnes",
  },
  about: {
    guaranteed: "Rendez-vous promis. Vide\u202f: selon le forfait.",
    maximum: "Rendez-vous au plus. Vide\u202f: selon le forfait, sinon sans limite.",
    representatives: "Autant de rendez-vous à la fois.",
    place: "Stand ou table à soi, par son identifiant.",
    absent:
      "Par exemple 17/03 9h-10h30, mercredi matin, une date, une session ou un créneau\u202f; séparés par «\u202f;\u202f».",
    sent: "Souhaits de ce participant.",
    received: "Souhaits envers ce participant ou son organisation.",
    needs: "Ce qui est cherché, séparé par des virgules.",
    offers: "Ce qui est proposé, séparé par des virgules.",
    priority: "1 est la plus haute\u202f; «\u202fnon\u202f» est un veto.",
    mutual: "Priorité du souhait dans l’autre sens.",
    answer: "Pourquoi aucun planning ne peut tenir ce souhait\u202f; vide\u202f: il peut l’être.",
    capacity: "Rendez-vous à la fois.",
    weight: "Multiplie chaque souhait de qui a acheté ce forfait.",
  },
  find: {
    people: "Filtrer par nom, organisation…",
    wishes: "Filtrer par nom, organisation…",
    places: "Filtrer par nom, zone…",
    packages: "Filtrer par nom…",
  },
  filters: { side: "Côté", tier: "Forfait", fromSide: "Souhaits de", priority: "Priorité", zone: "Zone" },
  filterAll: (what) => `${what}\u202f: tous`,
  filterOne: (what, value, count) => `${what}\u202f: ${value} (${n(count)})`,
  veto: "veto",
  marked: "Avec une remarque",
  add: {
    people: "Ajouter une personne",
    wishes: "Ajouter le souhait",
    places: "Ajouter un lieu",
    packages: "Ajouter un forfait",
  },
  remove: (count) => `Supprimer ${many(count, "ligne", "lignes")}`,
  showAll: "Tout afficher",
  inSpec: "Montrer dans le texte",
  noneFound: "Aucune ligne ne correspond au filtre.",
  empty: {
    people: "Personne encore. Ajouter une personne, coller depuis un tableur, ou importer un fichier.",
    wishes: "Aucun souhait. En ajouter un, coller depuis un tableur, ou importer un fichier.",
    places:
      "Aucun lieu\u202f: la place n’est pas limitée. Ajouter un lieu, coller depuis un tableur, ou importer un fichier.",
    packages: "Aucun forfait\u202f: rien n’est promis à personne.",
  },
  count: {
    people: counted("personne", "personnes"),
    wishes: counted("souhait", "souhaits"),
    places: counted("lieu", "lieux"),
    packages: counted("forfait", "forfaits"),
  },
  chosen: (count) => many(count, "choisie", "choisies"),
  keys: "F2 modifier · Ctrl Entrée toutes les choisies · Espace choisir · F8 remarque suivante",
  tick: (name) => `Choisir ${name}`,
  tickAll: "Choisir toutes les lignes",
  proposals: "Propositions",
  removed: (rows, wishes, locked, others) => {
    const gone = [
      wishes > 0 ? many(wishes, "souhait", "souhaits") : "",
      locked > 0 ? many(locked, "verrou", "verrous") : "",
      others > 0 ? many(others, "autre mention", "autres mentions") : "",
    ].filter((part) => part !== "");
    const with_ = gone.length > 0 ? `, et avec elles ${gone.join(", ")}` : "";
    return `${many(rows, "ligne supprimée", "lignes supprimées")}${with_}.`;
  },
  pasted: (cells) => `${many(cells, "case collée", "cases collées")}.`,
  cleared: (cells) => `${many(cells, "case vidée", "cases vidées")}.`,
  left: (count, why) => ` ${many(count, "case inchangée", "cases inchangées")}. ${why}`,
  copied: (cells) => `${many(cells, "case copiée", "cases copiées")}.`,
  copyFailed: "Le navigateur n’a pas permis de copier.",
  gone: "L’événement a changé entre-temps\u202f: le tableau a été relu, rien n’a été écrit.",
  broken: "Le texte de l’événement contient une erreur\u202f: la corriger d’abord dans Spec.",
  locked: "Cet événement est modifié dans un autre onglet.",
  view: "Affichage",
  list: "Liste",
  matrix: "Matrice",
  matrixRows: "Lignes",
  matrixColumns: "Colonnes",
  matrixLabel: "Matrice des souhaits\u202f: les flèches déplacent",
  matrixSize: (rows, columns) => `${n(rows)} × ${n(columns)}`,
  matrixCell: (from, to, own, back) => `${from} → ${to}\u202f: ${own}. En retour\u202f: ${back}.`,
  matrixKeys: "Flèches déplacer · 1 à 9 priorité · X veto · 0 aucun souhait · + − zoom",
  noWish: "aucun souhait",
  zoomIn: "Agrandir",
  zoomOut: "Réduire",
  zoomFit: "Tout voir",
};
