// The French words of the page; en.ts says what must be here.

import { formats } from "./formats.js";
import type { Messages } from "./en.js";
import { exportFr } from "./export-fr.js";
import { importFr } from "./import-fr.js";
import { handFr } from "./hand-fr.js";
import { keepFr } from "./keep-fr.js";
import { tableFr } from "./table-fr.js";
import { calendarFr } from "./calendar-fr.js";
import { lunchFr } from "./lunch-fr.js";
import { rulesFr } from "./rules-fr.js";
import { runsFr } from "./runs-fr.js";
import { placesFr, summaryFr, towardsFr } from "./views-fr.js";
import { watchFr } from "./watch-fr.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
/** Rules are counted where none is broken, breaches where some are. */
const verdict = (broken: number): string =>
  broken === 0 ? "0 règle enfreinte" : many(broken, "infraction", "infractions");

export const fr: Messages = {
  loading: "Lecture de l’événement",
  workerLost: (why) => `Le processus de l’événement s’est arrêté : ${why}. Recharger la page pour continuer.`,
  reload: "Recharger",
  workspaces: "Espaces de travail",
  event: "Événement",
  schedule: "Planning",
  lab: "Labo",
  sample: "Exemple",
  openFile: "Ouvrir un fichier",
  language: "Langue",
  menu: "Menu",
  tour: "Visite de 2 minutes",
  noTour: "Ne plus proposer la visite",
  theme: { system: "Thème : système", light: "Thème : clair", dark: "Thème : sombre" },
  density: "Densité",
  densities: { tight: "Densité : serrée", comfortable: "Densité : aérée", projector: "Densité : projecteur" },

  solve: "Calculer",
  stop: "Arrêter et garder",
  duration: "Durée",
  seconds: (s) => `${n(s)} s`,
  variant: "Variante",
  seed: "Graine",
  seedWrong: (most, kept) => `La graine est un nombre entier de 0 à ${n(most)}. Le calcul garde ${kept}.`,
  workers: "Processus",
  closing: "Calcul terminé\u202f: motifs et borne en cours",
  progress: (at, of, steps, rate) => `${n(at)} s sur ${n(of)}, ${f.compact(steps)} pas, ${f.compact(rate)} par seconde`,
  finished: (time, s, broken) => `Calculé à ${time} en ${f.decimal(s)} s, vérifié : ${verdict(broken)}`,
  cancelled: (time, s, broken) =>
    `Arrêté à ${time} après ${f.decimal(s)} s, le meilleur planning est gardé, vérifié : ${verdict(broken)}`,
  cancelledEmpty: "Arrêté avant le premier planning.",
  crashed: (why) => `Le solveur s’est arrêté : ${why}. Le meilleur planning trouvé est gardé.`,
  crashedEmpty: (why) => `Le solveur s’est arrêté avant le premier planning : ${why}.`,
  refused: (why) => `Cette variante refuse l’événement : ${why}`,
  unplaced: (count) =>
    `${many(count, "rendez-vous verrouillé n’a pas pu être placé", "rendez-vous verrouillés n’ont pas pu être placés")}.`,
  stale: "L’événement a changé depuis : recalculer.",
  broken: (errors) =>
    `Le texte de l’événement a ${many(errors, "erreur", "erreurs")} : la page garde le dernier état valide.`,
  brokenOther: (opened, errors, shown) =>
    `« ${opened} » a ${many(errors, "erreur", "erreurs")} et ne peut pas être planifié. La page garde le dernier état valide : la grille montre encore « ${shown} ».`,
  solveBlocked: "Calculer sera possible dès que les erreurs de l’événement sont corrigées.",
  showProblems: "Voir les problèmes",
  mismatch: (solver, judge) =>
    `Le juge contredit le solveur : le solveur a compté ${n(solver)}, le juge trouve ${n(judge)}.`,
  infeasible: (count) => `Le juge trouve ${many(count, "infraction", "infractions")} aux règles dans ce planning.`,

  edits: {
    undo: "Annuler",
    redo: "Rétablir",
    undoWhat: (what) => `Annuler\u202f: ${what}`,
    redoWhat: (what) => `Rétablir\u202f: ${what}`,
    undone: (what) => `Annulé\u202f: ${what}`,
    redone: (what) => `Rétabli\u202f: ${what}`,
    nothing: "Rien à annuler ni à rétablir.",
    broken:
      "Le texte de l’événement contient une erreur à corriger d’abord\u202f: on ne sait pas où y inscrire la modification.",
  },

  tabs: { summary: "Résumé", grid: "Grille", places: "Lieux", lunches: "Déjeuners", findings: "Constats" },
  lunch: lunchFr,
  imports: importFr,
  table: tableFr,
  keep: keepFr,
  hand: handFr,
  runs: runsFr,
  export: exportFr,
  summary: summaryFr,
  places: placesFr,
  towards: towardsFr,
  calendar: calendarFr,
  rules: rulesFr,
  watch: watchFr,
  legend: { mutual: "mutuel", locked: "verrouillé", meal: "déjeuner", absent: "absent", idle: "trou" },
  curve: "Score en fonction du temps",
  scoreAt: (value) => `score ${n(value)}`,
  boundAt: (value) => `borne ${n(value)}`,
  tick: (s) => `${f.decimal(s)} s`,
  meetingsHeld: (count) => many(count, "rendez-vous placé", "rendez-vous placés"),
  quality: (met, of) => `${many(met, "souhait tenu", "souhaits tenus")} sur ${n(of)}`,
  within: (percent, meetings) =>
    `à ${percent} du meilleur possible${meetings === null ? "" : `, les rendez-vous seuls à ${meetings}`}`,
  meetingsWithin: (percent) => `rendez-vous à ${percent} du meilleur possible`,
  proven: "optimal, prouvé",
  qualityNote: (missing, score) =>
    missing === 0
      ? `Tous les rendez-vous garantis sont tenus. Score ${n(score)}.`
      : `Il manque ${many(missing, "rendez-vous garanti", "rendez-vous garantis")}. Score ${n(score)}.`,
  qualityRunning: (missing) =>
    missing === null
      ? "Calcul en cours."
      : missing === 0
        ? "Calcul en cours. Tous les rendez-vous garantis sont tenus."
        : `Calcul en cours. Il manque ${many(missing, "rendez-vous garanti", "rendez-vous garantis")}.`,
  qualityPlain: (score) => `Score ${n(score)}.`,
  nothing: "Rien n’a encore été calculé.",
  nothingNote: (wishes, people) =>
    `${many(wishes, "souhait", "souhaits")} de ${many(people, "participant", "participants")} attendent. Calculer donne un agenda à chacun.`,
  searching: "Recherche d’un premier planning",
  priority: (p) => `priorité ${p}`,
  shortPriority: (p) => `P${p}`,
  guaranteed: "garanties",
  least: "moins bien servi",
  idleSlots: "trous",
  agendas: (count) => many(count, "agenda", "agendas"),
  longestWalk: "marche, pire",
  meetings: "rendez-vous",
  seated: "assis au déjeuner",
  minutes: "min",

  gridLabel: "Personnes et créneaux",
  nameColumn: "Participant",
  metColumn: "tenus",
  rowsShown: (from, to, of) => `Lignes ${n(from)} à ${n(to)} sur ${n(of)}`,
  everybody: "Tout le monde",
  sort: "Ordre",
  sorts: { name: "Par nom", served: "Moins bien servis d’abord", event: "Ordre de l’événement" },
  sideChoice: "Côté",
  keys: "Flèches : se déplacer · Origine, Fin : bouts de la journée · Entrée : ouvrir",
  noRows: "Aucun participant. En ajouter ou en importer dans Événement, Participants.",
  cell: {
    free: "libre",
    hole: "trou",
    absent: "absent",
    meal: (table) => (table ? `déjeuner, table ${table}` : "déjeuner, sans place"),
    meeting: (withWhom, place, priority, mutual, locked) =>
      `${withWhom}${place ? `, ${place}` : ""}${priority ? `, priorité ${priority}` : ""}${mutual ? ", mutuel" : ""}${locked ? ", verrouillé" : ""}`,
  },
  tableShort: (table) => (/^\d+$/.test(table) ? `T${table}` : table),

  close: "Fermer",
  choosePerson:
    "Aucun agenda n’est ouvert. Choisir une personne dans la grille pour lire son agenda et la réponse à chaque souhait.",
  openAgenda: "Ouvrir l’agenda :",
  person: {
    meetings: "rendez-vous",
    met: "tenus",
    share: "du possible",
    walk: "min à pied",
    pause: (minutes) => `${n(minutes)} min libres`,
    walkTo: (minutes) => `${n(minutes)} min à pied`,
    absentUntil: (time) => `Absent jusqu’à ${time}`,
    meal: (table) => (table ? `Déjeuner, table ${table}` : "Déjeuner, sans place"),
    asked: "à la demande de l’autre",
    nobody: "demandé par personne",
    noMeetings: "Aucun rendez-vous pour l’instant.",
    unmetTitle: (count) => `${many(count, "souhait", "souhaits")} sans rendez-vous`,
    wishesTitle: (count) => many(count, "souhait", "souhaits"),
    allMet: "Tous les souhaits sont tenus.",
    noWishes: "Aucun souhait.",
    more: (count) => `et ${n(count)} de plus`,
    back: "Retour au planning",
  },
  reasons: {
    vetoed: "refusé",
    blocked: "exclu par l’organisateur",
    sides: "côtés qui ne se rencontrent pas",
    "same-organisation": "même organisation",
    "met-before": "déjà rencontré",
    "no-common-slot": "pas de créneau commun",
    full: "complet",
    exclusive: "un seul par organisation",
    place: "pas de lieu",
    displaced: "déplacé",
  },
  reasonText(unmet) {
    const who = unmet.names.length ? f.list(unmet.names) : "";
    switch (unmet.reason) {
      case "vetoed":
        return "L’un des deux ne veut pas de ce rendez-vous.";
      case "blocked":
        return "L’organisateur a exclu ce rendez-vous.";
      case "sides":
        return "Ces deux côtés ne se rencontrent pas dans cet événement.";
      case "same-organisation":
        return "Les collègues ne se rencontrent pas entre eux.";
      case "met-before":
        return "Ils se sont déjà vus, et la règle exclut une seconde fois.";
      case "no-common-slot":
        return "Ils ne sont jamais présents en même temps.";
      case "full":
        return who === unmet.to.name
          ? `Son maximum est atteint : ${n(unmet.maximum)} rendez-vous.`
          : `Le maximum de cette personne est atteint : ${n(unmet.maximum)} rendez-vous.`;
      case "exclusive":
        return who
          ? `Rencontre déjà ${who}, de la même organisation.`
          : "Rencontre déjà une personne de la même organisation.";
      case "place":
        return "À chaque créneau commun, tous les lieux sont fermés ou pleins.";
      case "displaced":
        if (unmet.free > 0)
          return `Libres ensemble à ${many(unmet.free, "créneau", "créneaux")}, mais le rendez-vous coûterait plus qu’il n’apporte.`;
        return `${many(unmet.slots, "créneau commun, pris", "créneaux communs, pris")} par de meilleurs rendez-vous${who ? ` avec ${who}` : ""}.`;
      default:
        return "";
    }
  },

  findings: {
    empty: "Le juge n’a encore rien à vérifier : calculer d’abord un planning.",
    none: (rules) => `Aucune règle n’est enfreinte. Le juge a vérifié ${n(rules)} règles sur le planning montré.`,
    some: (count) => `Le juge a trouvé ${many(count, "infraction", "infractions")}.`,
    kept: "tenue",
    more: (count) => `et ${n(count)} de plus pour cette règle`,
    unplaced: "Rendez-vous verrouillés sans créneau",
    unplacedNote: "Le calcul n’a pas trouvé comment les tenir. Desserrer l’un des verrous, ou ce qui les gêne.",
    lockedAt: (day, time) => `verrouillé le ${day} à ${time}`,
    moreUnplaced: (count) => `et ${n(count)} de plus`,
  },

  eventTabs: {
    overview: "Vue d’ensemble",
    people: "Participants",
    wishes: "Souhaits",
    places: "Lieux",
    packages: "Forfaits",
    calendar: "Calendrier",
    rules: "Règles",
    spec: "Spec",
  },
  overview: {
    honoured: "Chaque forfait vendu est à la portée de qui l’a acheté.",
    short: (count) => `Les forfaits vendus sont à portée, sauf pour ${many(count, "personne", "personnes")}.`,
    noPackages: (people, wishes) => `${n(people)} participants et ${n(wishes)} souhaits sont prêts à être planifiés.`,
    note: "Chacun pris seul, avec ses partenaires, ses créneaux et son maximum. Rien n’est calculé par un solveur ici.",
    slots: (slots, days) => ({ value: n(slots), label: `créneaux, ${many(days, "jour", "jours")}` }),
    wishes: "souhaits",
    mutual: "paires mutuelles",
    places: (places, zones) => ({ value: n(places), label: zones > 1 ? `lieux, ${n(zones)} zones` : "lieux" }),
    locked: "verrous",
    meals: "déjeuners placés",
    demand: (side) => `Demandes : ${side}`,
    demandNote: "priorités 1 et 2, du plus au moins demandé",
    demandLine: "trait : rendez-vous possibles",
    demandText: (over, of, lost) =>
      over === 0
        ? "Personne n’est plus demandé qu’il n’a de place."
        : `${n(over)} sur ${n(of)} sont plus demandés qu’ils n’ont de place : au moins ${many(lost, "souhait restera", "souhaits resteront")} sans rendez-vous, quel que soit le planning.`,
    wanted: (name, count) => `${name}, ${n(count)}`,
    tiers: "Forfaits",
    tiersNote: "garantis (trait), possibles du moins au mieux servi (barre)",
    tierHeads: { tier: "Forfait", people: "Pers.", guaranteed: "Garantis", least: "Le moins servi" },
    tiersText: "Le moins servi : le plus petit nombre de rendez-vous possibles d’une personne de ce forfait.",
    check: "Peuvent-ils tous être honorés ensemble ?",
    checking: "Recherche d’un planning qui honore tous les forfaits ensemble…",
    watch: "À regarder",
    watchNote: (errors, warnings) =>
      errors + warnings === 0
        ? ""
        : `${n(errors)} ${errors < 2 ? "empêche" : "empêchent"} le calcul, ${n(warnings)} le ${warnings < 2 ? "limite" : "limitent"}`,
    nothingWrong: "Rien à corriger dans les données.",
    solve: "Calculer le planning",
    solveBlocked: "possible dès que les erreurs sont corrigées",
    moreProblems: (count) => `et ${n(count)} de plus`,
  },
  spec: {
    file: "evenement.json",
    format: "Mettre en forme",
    next: "F8 problème suivant",
    errors: (count) => many(count, "erreur", "erreurs"),
    warnings: (count) => many(count, "remarque", "remarques"),
    position: (line, column) => `Ln ${n(line)}, Col ${n(column)}`,
    language: "JSON avec commentaires",
    leave: "Ctrl M\u202f: Tab sort du texte",
    reading: "Lecture",
    editor: "Texte de l’événement",
    problems: "Problèmes",
    size: (characters) => `${f.compact(characters)} caractères`,
    failed: "L’éditeur n’a pas pu être chargé. Recharger la page pour réessayer.",
  },
  phone: {
    people: (count, side) => `${n(count)} ${side}`,
    barNote: "hauteur = priorité, un trait = libre",
    open: "Toucher une personne ouvre son agenda.",
    readOnly: "Lecture seule sur téléphone. Corriger se fait sur ordinateur.",
  },
};
