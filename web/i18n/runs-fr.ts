// The French words of runs; fr.ts takes them in. runs-en.ts says what must be here.

import { formats } from "./formats.js";
import { keepFr } from "./keep-fr.js";
import type { RunsMessages } from "./runs-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
const signed = (points: number): string => (points > 0 ? `+${n(points)}` : n(points));
const at = (when: string): string => (/^\d\d:/.test(when) ? `à ${when}` : `le ${when}`);

export const runsFr: RunsMessages = {
  runs: "Calculs",
  close: "Fermer",
  none: "Pas encore de calcul. Chacun est gardé ici avec les réglages qui l’ont produit.",
  compare: "Comparer deux calculs",
  check: "Vérifier un planning…",
  list: "Gardés pour cet événement",
  versions: "Planning publié",
  noVersion:
    "Rien n’est encore publié. Publier fige un calcul comme version\u202f; la version suivante donne la liste des personnes à prévenir.",
  onPage: "à l’écran",
  notStored: "seulement dans cet onglet",
  eventChanged: "l’événement a changé depuis",
  settings: (variant, seed, workers, seconds) =>
    `${variant}, graine ${seed}, ${n(workers)} processus, ${n(seconds)}\u202fs`,
  edited: (from) => (from === "" ? "modifié à la main" : `modifié à la main, à partir de ${from}`),
  continued: (from) => `poursuivi à partir de ${from}`,
  outside: (source) => (source === "" ? "venu d’ailleurs, collé" : `venu d’ailleurs, ${source}`),
  score: (score) => n(score),
  breaches: (count) => many(count, "infraction", "infractions"),
  near: (gap) => `à ${gap} du meilleur possible`,
  nearMeetings: (gap) => `rendez-vous à ${gap} du meilleur possible`,
  proven: "optimal, prouvé",
  meetings: (count) => `${n(count)} rendez-vous`,
  status: {
    running: "en cours",
    cancelled: "arrêté",
    crashed: "le solveur s’est arrêté",
    interrupted: "interrompu",
  },
  after: (seconds) => `après ${f.decimal(seconds)}\u202fs`,
  more: "Plus",
  actions: (name) => `Plus\u202f: nommer, poursuivre, comparer, publier ou supprimer le calcul ${name}`,
  show: (name) => `Afficher le calcul ${name}`,
  rename: "Nommer",
  renamed: "Garder",
  newName: "Nom du calcul",
  resume: "Poursuivre à partir de lui",
  compareThis: "Comparer avec celui à l’écran",
  publish: "Publier…",
  publishNow: (version) => `Publier la version ${version}`,
  note: "Note, pour qui publie",
  cancel: "Annuler",
  remove: "Supprimer",
  deleted: (name) => `Le calcul ${name} est supprimé.`,
  undo: "Annuler",
  published: (version) => `La version ${version} est publiée.`,
  withdraw: "Retirer la publication",
  version: (version) => `Version ${version}`,
  toTell: "Personnes à prévenir",
  origin(run, when) {
    if (run.kind === "outside") return `Venu d’ailleurs, lu ${at(when)}`;
    if (run.kind === "edited") return `Modifié à la main ${at(when)}`;
    const time = `${f.decimal(run.elapsed / 1000)}\u202fs`;
    if (run.status === "interrupted")
      return `Interrompu après ${time}, lancé ${at(when)}\u202f: le meilleur jusque-là est gardé`;
    if (run.status === "running") return `En cours dans un autre onglet, lancé ${at(when)}`;
    return `Calculé ${at(when)} en ${time}`;
  },
  checked: (broken) =>
    broken === 0
      ? "revérifié\u202f: 0 règle enfreinte"
      : `revérifié\u202f: ${many(broken, "infraction", "infractions")}`,
  left: (count) =>
    `L’événement a changé\u202f: ${many(count, "rendez-vous ou siège cite ce qui n’existe plus et est laissé", "rendez-vous ou sièges citent ce qui n’existe plus et sont laissés")} de côté.`,
  answer(answer) {
    switch (answer) {
      case "elsewhere":
        return "Impossible ici\u202f: l’événement est modifié dans un autre onglet, ou seulement regardé.";
      case "gone":
        return "Il n’est plus là, ou son planning est illisible.";
      case "busy":
        return "Pas pendant un calcul.";
      case "changed":
        return "Impossible\u202f: l’événement a changé et le planning cite ce qui n’existe plus. Recalculer.";
      case "published":
        return "Une version publiée reste telle quelle\u202f; seule la dernière peut être retirée.";
      case "full":
        return "Plus de place\u202f: le stockage est plein, ou il y a autant de calculs nommés qu’on en garde. En supprimer.";
      default:
        return runsFr.problem[answer];
    }
  },
  problem: {
    full: "Calculs non enregistrés\u202f: le stockage de ce navigateur est plein. Ils restent dans cet onglet\u202f; supprimer des calculs, des versions ou des événements.",
    forbidden:
      "Calculs non enregistrés\u202f: ce navigateur interdit le stockage ici. Ils durent autant que cet onglet.",
    blocked: keepFr.problem.blocked,
    newer:
      "Calculs non enregistrés\u202f: une version plus récente de cette page tourne dans un autre onglet. Recharger la page.",
    failed:
      "Calculs non enregistrés\u202f: le stockage de ce navigateur ne répond pas comme il devrait. Ils restent dans cet onglet.",
  },
  readOnly: "Les calculs se regardent ici. Nommer, publier et supprimer se font sur ordinateur.",

  compareTitle: "Comparer",
  compareEmpty: "Il faut deux calculs pour comparer. Recalculer avec une autre graine ou plus de temps.",
  comparing: "Comparaison",
  a: "A",
  b: "B",
  verdict(points, gain, lose) {
    const score =
      points === 0
        ? "A et B ont le même score."
        : points > 0
          ? `B gagne ${many(points, "point", "points")}.`
          : `B perd ${many(-points, "point", "points")}.`;
    const people =
      gain + lose === 0
        ? "Personne n’y gagne ni n’y perd."
        : `${many(gain, "personne y gagne", "personnes y gagnent")}, ${n(lose)} y ${lose < 2 ? "perd" : "perdent"}.`;
    return `${score} ${people}`;
  },
  least: (a, b) => (a === b ? `Le moins bien servi reste à ${a}.` : `Le moins bien servi passe de ${a} à ${b}.`),
  sameMeetings: (same, moved, a, b) =>
    `${n(same)} rendez-vous ${same < 2 ? "est le même" : "sont les mêmes"}\u202f; ${n(moved)} à un autre horaire, ${n(a)} seulement dans A, ${n(b)} seulement dans B.`,
  broken: (which, count) => `${which} enfreint des règles\u202f: ${many(count, "infraction", "infractions")}.`,
  leftOut: (count) =>
    `${many(count, "rendez-vous ou siège laissé", "rendez-vous ou sièges laissés")} de côté\u202f: l’événement a changé.`,
  keep: (which) => `Afficher ${which}`,
  term: "Terme du score",
  difference: "B − A",
  priority: (priority) => `Priorité ${n(priority)}`,
  metOf: "Souhaits tenus",
  of: "sur",
  perPerson: "Différence par personne",
  perPersonNote: "une barre par personne, du plus gagnant au plus perdant, en points de ses propres souhaits",
  unchanged: (count) => `${n(count)} sans changement`,
  points: (points) => signed(points),
  gainers: "Qui gagne",
  losers: "Qui perd",
  count: (count) => n(count),
  person: "Personne",
  organisation: "Organisation",
  share: "0 à 100\u202f% du possible",
  pointsHead: "Points",
  gets: "Obtient",
  loses: "Perd",
  wish: (name, priority) => (priority === 1 ? `${name}, priorité 1` : name),
  andMore: (count) => `+${n(count)}`,
  people: "Personnes",
  sets: {
    a: (count) => `Seulement dans A (${n(count)})`,
    b: (count) => `Seulement dans B (${n(count)})`,
    moved: (count) => `À un autre horaire (${n(count)})`,
  },
  noMeetings: "Aucun rendez-vous de ce genre.",
  noPeople: "Personne.",
  sort: "Trier par",

  tellTitle: "Personnes à prévenir",
  tellEmpty: "Rien n’est encore publié.",
  tellFirst: (version) => `La version ${version} est la première\u202f: tout le monde reçoit un agenda.`,
  tellNobody: (version, before) => `Aucun agenda ne diffère entre la version ${before} et la version ${version}.`,
  tellSay: (people, version, before) =>
    `${many(people, "agenda diffère", "agendas diffèrent")} dans la version ${version}\u202f: ${people < 2 ? "cette personne a" : "ces personnes ont"} la version ${before}.`,
  tellNote: (changes) => `${many(changes, "changement", "changements")}, par personne puis dans l’ordre du temps.`,
  copy: "Copier la liste",
  csv: "Enregistrer en CSV",
  copied: (length) => `${n(length)} caractères copiés.`,
  kinds: {
    added: "nouveau rendez-vous",
    removed: "annulé",
    moved: "autre horaire",
    place: "autre lieu",
    who: "autre représentant",
    table: "table",
  },
  change: "Changement",
  what: "Avec",
  before: "Avant",
  now: "Maintenant",

  auditTitle: "Vérifier un planning",
  auditIntro:
    "Un planning de n’importe quel outil\u202f: deux participants, un horaire et un lieu par ligne. Noms ou identifiants, CSV, classeur, JSON ou cellules collées. Le juge dit quelles règles il enfreint et combien il vaut.",
  choose: "Choisir des fichiers",
  paste: "Coller des cellules",
  read: "Vérifier",
  reading: "Lecture",
  back: "Tous les calculs",
  failed: (why) => `Lecture impossible\u202f: ${why}`,
  auditNothing: "Aucun rendez-vous n’a pu être lu.",
  auditSay: (findings) =>
    findings === 0
      ? "Il respecte toutes les règles."
      : `Il enfreint des règles\u202f: ${many(findings, "infraction", "infractions")}.`,
  auditRead: (meetings, rows, bad, seats) =>
    [
      `${n(meetings)} rendez-vous lus sur ${many(rows, "ligne", "lignes")}`,
      ...(seats > 0 ? [many(seats, "place à table", "places à table")] : []),
      ...(bad > 0 ? [many(bad, "ligne non lue", "lignes non lues")] : []),
    ].join(", ") + ".",
  auditScore: (score) => `Score ${n(score)}.`,
  auditBound: (bound) => `Aucun planning qui respecte les règles ne dépasse ${n(bound)}.`,
  auditFar: (points) => `Il lui manque au plus ${many(points, "point", "points")} par rapport au meilleur possible.`,
  auditBroken: "Ce qui enfreint des règles ne s’y compare pas.",
  auditLooking: "Ce que vaut le meilleur possible est en cours de calcul.",
  auditNoBound:
    "À quelle distance du meilleur possible il est, on ne le sait pas\u202f: aucun calcul n’a donné de borne.",
  auditProblems: "Lignes non lues",
  auditMore: (count) => `et ${n(count)} de plus`,
  auditFindings: "Voir les constats",
  at: (file, line, letter) =>
    [file, ...(line > 0 ? [`ligne ${n(line)}`] : []), ...(letter === "" ? [] : [`colonne ${letter}`])]
      .filter((part) => part !== "")
      .join(", "),
};
