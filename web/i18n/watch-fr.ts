// The French words of what to look at in an event; fr.ts takes them in. watch-en.ts says what must be here.

import { formats } from "./formats.js";
import type { WatchMessages } from "./watch-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
/** Before de: d’Ada, de Bo. */
const of = (name: string): string => (/^[aeiouyhàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`);

const PROBLEMS: readonly [RegExp, string, string][] = [
  [/^(not-json|truncated|too-deep|text-too-large|empty$)/, "Le texte est illisible", "erreurs dans le texte"],
  [/^duplicate-key/, "Une clé écrite deux fois", "clés écrites deux fois"],
  [/^unknown-key/, "Une clé inconnue", "clés inconnues"],
  [/^unknown-(id|time)/, "Un identifiant inconnu", "identifiants inconnus"],
  [/^duplicate-wish/, "Un souhait écrit deux fois", "souhaits écrits deux fois"],
  [/^duplicate-/, "Deux fois le même identifiant", "identifiants en double"],
  [/^(wish-|priority-)/, "Un souhait incompréhensible", "souhaits incompréhensibles"],
  [/^locked-/, "Un verrou impossible", "verrous impossibles"],
  [/^precedence-/, "Un ordre impossible", "ordres impossibles"],
  [/^(session|sessions|no-meeting|bad-range)/, "Une session qui ne va pas", "sessions qui ne vont pas"],
  [/^no-slots/, "Aucun créneau de rendez-vous", "calendriers sans créneau"],
  [/^no-participants/, "Aucun participant", "listes vides"],
  [/^no-pairs/, "Aucune rencontre possible", "listes vides"],
  [/^nowhere-to-meet/, "Un hôte sans lieu", "hôtes sans lieu"],
  [/^guaranteed-/, "Une garantie hors de portée", "garanties hors de portée"],
  [/^(host|seat|table|mix)-/, "Une table qui ne va pas", "tables qui ne vont pas"],
  [/^too-(many|large)/, "Plus qu’on ne peut planifier", "listes trop longues"],
  [/^missing/, "Une information manque", "informations manquent"],
  [/^ambiguous/, "Un identifiant à double sens", "identifiants à double sens"],
];

export const watchFr: WatchMessages = {
  andMore: (names, count) => `${names} et ${many(count, "autre", "autres")}`,
  andProblems: (texts, count) => `${texts} Et ${many(count, "autre", "autres")}.`,
  about: (item, text) => `${item}. ${text}`,
  when: (date, start) => `${f.shortDay(date)}, ${f.clock(start)}`,
  see: (count) => (count === 1 ? "Voir" : `Voir les ${n(count)}`),
  seePerson: "Voir la personne",
  seeRow: "Voir dans le tableau",
  openSpec: "Voir dans le texte",
  problem(code, count) {
    const [, one, more] = PROBLEMS.find(([start]) => start.test(code)) ?? [
      null,
      "Une valeur impossible",
      "valeurs impossibles",
    ];
    return count === 1 ? one : `${n(count)} ${more}`;
  },
  item: {
    participant: (name) => `Participant ${name}`,
    wish: (from, to) => `Souhait ${of(from)} pour ${to}`,
    place: (name) => `Lieu ${name}`,
    tier: (name) => `Forfait ${name}`,
    side: (name) => `Côté ${name}`,
    locked: (a, b) => `Rendez-vous verrouillé ${of(a)} et ${b}`,
    blocked: (a, b) => `Paire bloquée ${a} et ${b}`,
    precedence: (number) => `Ordre de rendez-vous numéro ${n(number)}`,
    meal: (session) => `Repas ${session}`,
    day: (date) => `Jour ${date}`,
  },
  cure: {
    rename: (near) => `Corriger en «\u202f${near}\u202f»`,
    removeKey: (key) => `Retirer «\u202f${key}\u202f»`,
    replace: (near) => `Corriger en «\u202f${near}\u202f»`,
    write: (value) => `Écrire ${value}`,
    setTo: (value) => `Mettre ${n(value)}`,
    removeTime: "Retirer cet horaire",
    removeSecond: "Retirer le second",
    removeSeat: "Retirer la place",
    removeHost: "Retirer l’hôte",
    keepVeto: "Garder le refus",
    keepPriority: "Garder la priorité",
    keepSlot: "Garder le seul créneau",
    seats: (count) => `Passer à ${many(count, "place", "places")}`,
    moveTime: (start) => `Passer à ${f.clock(start)}`,
    move: (when) => `Passer au ${when}`,
    removeItem: {
      wishes: "Retirer le souhait",
      locked: "Retirer le verrou",
      blocked: "Retirer le blocage",
      met: "Retirer la paire",
      precedences: "Retirer l’ordre",
      walks: "Retirer le trajet",
      other: "Retirer",
    },
    removeAll: (count) => `Retirer les ${n(count)}`,
    correctAll: (count) => `Corriger les ${n(count)}`,
  },
  promise: {
    title: "Une garantie hors de portée",
    titleMore: (count) => many(count, "autre garantie hors de portée", "autres garanties hors de portée"),
    text(name, tier, guaranteed, possible, limit) {
      const who = tier === "" ? name : `${name} (${tier})`;
      const rest = {
        maximum: `ne peut en avoir que ${n(possible)} au plus`,
        slots: possible === 0 ? "n’est jamais là" : `n’est là que pour ${many(possible, "créneau", "créneaux")}`,
        partners:
          possible === 0
            ? "n’a aucun partenaire possible"
            : `n’a que ${many(possible, "partenaire possible", "partenaires possibles")}`,
      };
      return `${who} a acheté ${n(guaranteed)} rendez-vous et ${rest[limit]}.`;
    },
    textMore: (names, missing) => `${names}\u202f: il manque au moins ${n(missing)} rendez-vous.`,
    lower: (possible) => `Ramener à ${n(possible)}`,
    raise: (guaranteed) => `Porter le maximum à ${n(guaranteed)}`,
    lowerAll: (count) => `Ramener les ${n(count)} au possible`,
    fill: "Compléter par besoins et offres",
    tierTitle: "Un forfait qui promet plus qu’il ne permet",
    tierText: (label, guaranteed, maximum) =>
      `${label} garantit ${n(guaranteed)} rendez-vous et en permet ${n(maximum)} au plus.`,
  },
  meal: {
    title: (label, date, missing) =>
      `${label === "" ? "Repas" : label}, ${f.day(date)}\u202f: ${many(missing, "place", "places")} de trop peu`,
    text: (eaters, seats, tables) =>
      `${many(eaters, "convive", "convives")} pour ${many(seats, "place", "places")} à ${many(tables, "table", "tables")}.`,
    add: (count, seats) =>
      count === 1 ? `Ajouter une table de ${n(seats)}` : `Ajouter ${n(count)} tables de ${n(seats)}`,
  },
  absent: {
    title: (count) => many(count, "personne n’est jamais là", "personnes ne sont jamais là"),
    text: (names) => `${names}\u202f: absence à tous les créneaux.`,
    why: (count) => many(count, "personne jamais là", "personnes jamais là"),
  },
  lonely: {
    title: (count) => `${many(count, "personne", "personnes")} sans aucune rencontre possible`,
    text: (names) => `${names}\u202f: aucun souhait, de leur part ou pour eux, ne peut être tenu.`,
    why: (count) => `${many(count, "personne", "personnes")} sans rencontre possible`,
  },
  silent: {
    title: (count) => `${many(count, "personne", "personnes")} sans aucun souhait`,
    text: (names, filled) =>
      `${names}\u202f: seulement les rendez-vous demandés par les autres${filled ? ", ou par besoins et offres" : ""}.`,
    why: (count) => `${many(count, "personne", "personnes")} sans souhait`,
  },
  hopeless: {
    title: {
      vetoed: (count) => many(count, "souhait vers qui refuse", "souhaits vers des gens qui refusent"),
      blocked: (count) => many(count, "souhait d’une paire bloquée", "souhaits de paires bloquées"),
      sides: (count) =>
        many(
          count,
          "souhait entre deux côtés qui ne se rencontrent pas",
          "souhaits entre côtés qui ne se rencontrent pas",
        ),
      "same-organisation": (count) =>
        many(count, "souhait vers sa propre organisation", "souhaits vers sa propre organisation"),
      "met-before": (count) =>
        many(count, "souhait vers une personne déjà rencontrée", "souhaits vers des personnes déjà rencontrées"),
      "no-common-slot": (count) => many(count, "souhait sans créneau commun", "souhaits sans créneau commun"),
    },
    text: (pairs, count) =>
      `${pairs}. ${count === 1 ? "Il ne peut pas être tenu et ne compte pas." : "Ils ne peuvent pas être tenus et ne comptent pas."}`,
  },
  removeWishes: (count) => (count === 1 ? "Retirer le souhait" : `Retirer les ${n(count)}`),
  demand: {
    title: (count, side) =>
      `${side}\u202f: ${many(count, "est plus demandé qu’il n’a de place", "sont plus demandés qu’ils n’ont de place")}`,
    text: (names, lost) =>
      `${names}\u202f: au moins ${many(lost, "souhait restera", "souhaits resteront")} sans rendez-vous, quel que soit le planning.`,
  },
  places: {
    see: "Voir les lieux",
    remove: (count) => (count === 1 ? "Retirer le lieu" : `Retirer les ${n(count)}`),
    unused: (count) => many(count, "lieu inutilisable", "lieux inutilisables"),
    unusedText: (names) => `${names}\u202f: toujours fermés, ou chacun a déjà le sien.`,
    closed: (count) => many(count, "stand toujours fermé", "stands toujours fermés"),
    closedText: (names) => `Personne ne peut y rencontrer ${names}.`,
    shared: (count) =>
      many(count, "stand attribué à plusieurs organisations", "stands attribués à plusieurs organisations"),
    sharedText: (names) => `${names}.`,
    few: (count) => `Moins de lieux que de rendez-vous possibles à ${many(count, "créneau", "créneaux")}`,
    fewText: (when, room, people) =>
      `Surtout ${when}\u202f: ${many(room, "place", "places")} pour ${n(people)} rendez-vous possibles.`,
  },
  twins: {
    people: (count) =>
      count === 1 ? "Deux entrées semblent être une même personne" : `${n(count)} personnes semblent figurer deux fois`,
    peopleText: (names) => `Même nom et même organisation\u202f: ${names}.`,
    organisations: (count) =>
      count === 1 ? "Une organisation écrite de deux façons" : `${n(count)} organisations écrites de deux façons`,
    organisationsText: (names) => `${names}. Leurs membres ne comptent pas comme collègues.`,
  },
  walks: {
    title: (count) => `${many(count, "trajet", "trajets")} entre zones sans durée`,
    text: (names) => `${names}\u202f: comptés comme sans marche.`,
    set: (minutes) => `Compter ${many(minutes, "minute", "minutes")} chacun`,
  },
  unused: {
    packages: (count) => `${many(count, "forfait", "forfaits")} que personne n’a`,
    packagesText: (names) => `${names}.`,
    remove: (count) => (count === 1 ? "Retirer le forfait" : `Retirer les ${n(count)}`),
    emptySide: (label) => `Personne du côté ${label}`,
    emptySideText: "Aucun participant n’en fait partie.",
    loneSide: (label) => `Le côté ${label} ne rencontre personne`,
    loneSideText: (count) =>
      `Aucun appariement ne le cite\u202f: ${many(count, "personne n’aura", "personnes n’auront")} aucun rendez-vous.`,
  },

  counts: (errors, warnings) =>
    [
      errors > 0 ? `${n(errors)} ${errors === 1 ? "empêche" : "empêchent"} le calcul` : "",
      warnings > 0 ? `${n(warnings)} le ${warnings === 1 ? "limite" : "limitent"}` : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  looking: "Examen des données…",
  partly: "Le texte contient des erreurs\u202f: ce qui est en erreur est laissé de côté ci-dessous.",
  last: "Le texte est illisible\u202f: ce qui suit porte sur son dernier état valide.",
  gone: "L’événement a changé entre-temps\u202f: rien n’a été fait.",
  done: (what) => `Fait\u202f: ${what}.`,
  shown: (why) => `Affichés\u202f: ${why}.`,
  showAll: "Tout afficher",
  margin: (side, promised, possible) =>
    promised > possible
      ? `${side}\u202f: ${n(promised)} rendez-vous sont promis, et ${n(possible)} au plus sont possibles.`
      : `${side}\u202f: sur ${n(possible)} rendez-vous possibles au plus, ${n(promised)} sont promis\u202f: il reste ${n(possible - promised)} de marge.`,
  load: {
    title: (side) => side,
    note: "présents (trait) et demandés (barre), par créneau",
    none: (away, side) =>
      away === 0
        ? "Jamais plus de demandes que de présents."
        : `Jamais plus de demandes que de présents. ${side}\u202f: ${n(away)} manquent une partie du temps.`,
    over: (count, when) => `${many(count, "créneau dépasse", "créneaux dépassent")} les présents, surtout ${when}.`,
    how: "Souhaits de priorité 1 et 2 pour eux, chacun réparti également sur les créneaux où les deux sont là\u202f; nul ne compte pour plus de rendez-vous qu’il n’a de place.",
    alt: (side, count, slots) =>
      `${side}\u202f: à ${n(count)} créneaux sur ${n(slots)}, plus de demandes que de présents.`,
  },
  tooLongToFormat: (limit, size) =>
    `Un texte de plus de ${limit} caractères n’est pas mis en forme\u202f; celui-ci en compte ${size}.`,
};
