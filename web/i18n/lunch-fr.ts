// The French words of the lunches; fr.ts takes them in. lunch-en.ts says what must be here.

import { formats } from "./formats.js";
import type { LunchMessages } from "./lunch-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
const signed = (value: number): string => (value > 0 ? `+${n(value)}` : n(value));
const verdict = (broken: number): string =>
  broken === 0 ? "0 règle enfreinte" : many(broken, "infraction", "infractions");

export const lunchFr: LunchMessages = {
  meal: "Déjeuner",
  when: (day, start, end) => `${day}, ${start}\u2013${end}`,
  facts: (people, tables, served) =>
    `${many(people, "convive", "convives")}, ${many(tables, "table", "tables")}. ${many(served, "souhait sans rendez-vous est servi", "souhaits sans rendez-vous sont servis")} à table.`,
  nobodyOut: "Personne sans place.",
  unseated: (count) => `${many(count, "personne", "personnes")} sans place`,
  empty: "Les tables apparaissent quand un planning a été calculé.",
  noMeals: "Cet événement n’a pas de déjeuner placé. En ajouter un sous « meals » dans le texte de l’événement.",
  tables: "Tables",
  table: (name) => (/^table\b/i.test(name) ? name : `Table ${name}`),
  taken: (people, seats) => `${n(people)} sur ${n(seats)}`,
  seats: (people, seats, free) =>
    `${many(people, "place", "places")} sur ${n(seats)}${free > 0 ? `, ${many(free, "libre", "libres")}` : ""}`,
  seat: (name, organisation, side, host, locked) =>
    [name, organisation, side, host ? "hôte" : "", locked ? "place verrouillée" : ""]
      .filter((part) => part !== "")
      .join(", "),
  free: "libre",
  freeSeats: (count) => many(count, "place libre", "places libres"),
  freeAt: (table) => `Place libre, table ${table}`,
  legend: { served: "souhait servi à table", mutual: "souhait mutuel", host: "hôte", locked: "place verrouillée" },
  keys: "Flèches : se déplacer · Entrée : choisir · M : échanger · L : verrouiller · Ctrl Z : annuler",
  choose:
    "Choisir une personne à une table pour lire pourquoi ces gens sont ensemble. Glisser un nom sur un autre échange les deux.",
  readOnly: "Toucher un nom dit pourquoi cette personne est là. Échanger se fait sur ordinateur.",
  openAgenda: "Ouvrir l’agenda",
  backToTable: "Retour à la table",
  why: (table) => `Pourquoi à la table ${table}`,
  whyNothing: "Aucun souhait, aucun collègue et aucune table commune plus tôt avec qui que ce soit ici.",
  whyOut: "N’a pas de place à ce repas.",
  rest: (count) => `Rien de particulier avec ${count < 2 ? "l’autre personne" : `les ${n(count)} autres`}.`,
  own: (p) => `souhait, priorité ${p}`,
  other: (p) => `l’a souhaité, priorité ${p}`,
  mutual: (own, other) => `souhait mutuel, priorités ${own} et ${other}`,
  met: (day, time) => `rendez-vous ${day} à ${time}, donc rien de plus ici`,
  atTable: "à table au lieu d’un rendez-vous",
  colleague: "collègues",
  again: (days) => `déjà à la même table ${days}`,
  brings: "Ce que la table apporte",
  bringsOne: "Ce que cette place apporte",
  parts: {
    wishes: "souhaits servis à table",
    colleagues: "collègues ensemble",
    repeats: "se retrouvent",
    total: "total",
  },
  points: (value) => signed(value),
  pointsLong: (value) => `${signed(value)} ${Math.abs(value) < 2 ? "point" : "points"}`,
  rules: "Règles de la table",
  mix: (side, min, max) =>
    max === null
      ? `${side} : ${n(min)} au moins.`
      : min === 0
        ? `${side} : ${n(max)} au plus.`
        : `${side} : ${n(min)} à ${n(max)}.`,
  ruleText: "Jamais deux personnes dont l’une refuse l’autre. L’hôte s’assied à sa table.",
  swapWith: "Échanger avec…",
  cancel: "Annuler",
  lock: "Verrouiller la place",
  unlock: "Déverrouiller la place",
  lockWhole: "Verrouiller la table",
  unlockWhole: "Déverrouiller la table",
  lockTable: "Fixé par l’événement : l’hôte s’assied à sa table.",
  lockBlocked: "Possible dès que les erreurs de l’événement sont corrigées.",
  moving: (name) => `Déplacer ${name}`,
  find: "Nom ou table",
  best: "Échanges permis, le meilleur d’abord",
  noneAllowed: "Aucun échange n’est permis.",
  noneFound: "Personne de ce nom, et aucune table.",
  forbiddenCount: (count) =>
    `${many(count, "échange est interdit, il dit", "échanges sont interdits, chacun dit")} pourquoi`,
  moreTargets: (count) => `et ${n(count)} de plus : saisir un nom`,
  forbidden: "interdit",
  working: "Calcul des échanges",
  score: (value) => `Score ${n(value)}`,
  scoreTo: (from, to) => `Score ${n(from)} \u2192 ${n(to)}`,
  target: (name, table) => (table ? `${name}, table ${table}` : name),
  moved: (gain, findings) =>
    `Déplacé : ${signed(gain)} ${Math.abs(gain) < 2 ? "point" : "points"}. Vérifié : ${verdict(findings)}.`,
  gone: "Le planning a changé entre-temps : rien n’a été déplacé.",
  print: "Imprimer",
  printCards: "Cartes de table",
  printList: "Liste par nom",
  printed: { name: "Nom", organisation: "Organisation", list: "Places au déjeuner", host: "hôte", none: "\u2013" },
  bar(bar) {
    const table = bar.table ? ` ${bar.table}` : "";
    switch (bar.kind) {
      case "same":
        return bar.table ? `Déjà à la table${table}.` : "Aucun des deux n’a de place.";
      case "absent":
        return `${bar.who} est absent ou ne prend pas de repas.`;
      case "fixed":
        return `${bar.who} a une place verrouillée à la table${table}.`;
      case "host":
        return `${bar.who} reçoit à la table${table} et y reste.`;
      case "seats":
        return `La table${table} est complète : ${many(bar.limit, "place", "places")}. Échanger avec quelqu’un.`;
      case "mix-min":
        return `La table${table} demande au moins ${n(bar.limit)} du côté ${bar.side}.`;
      case "mix-max":
        return `La table${table} prend au plus ${n(bar.limit)} du côté ${bar.side}.`;
      case "veto":
        return `${bar.who} et ${bar.other} ne partagent pas de table : l’un refuse l’autre.`;
    }
  },
};
