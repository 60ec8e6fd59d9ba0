// The French words of the Lab; lab-en.ts says what must be here.

import { formats } from "./formats.js";
import type { LabMessages } from "./lab-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;

/** Seconds as "12 s", "4 min", "2 h 10". */
const lasting = (seconds: number): string => {
  if (seconds < 90) return `${n(Math.ceil(seconds))}\u00a0s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90
    ? `${n(minutes)}\u00a0min`
    : `${n(Math.floor(minutes / 60))}\u00a0h\u00a0${String(minutes % 60).padStart(2, "0")}`;
};

export const labFr: LabMessages = {
  title: "Labo",
  form: "Ce qui est mesuré",
  suites: {
    quality: "Qualité\u202f: score",
    speed: "Vitesse\u202f: pas par seconde",
  },
  suite: "Mesure",
  variants: "Variantes",
  events: "Événements",
  mine: "Celui-ci",
  generated: (size) => `Fabriqué, ${size}`,
  participants: (count) => many(count, "participant", "participants"),
  people: (buyers, suppliers) => `${n(buyers)} × ${n(suppliers)}`,
  rules: "Règles des événements fabriqués",
  rule: { pure: "souhaits seuls", full: "toutes les règles" },
  seeds: "Graines",
  unit: "Budgets en",
  units: { seconds: "secondes", steps: "pas" },
  budgets: { quality: "Budgets", speed: "Durée d’un tour" },
  repeat: { quality: "Répétitions", speed: "Tours" },
  planned: (runs, budgets, unit, seconds) =>
    `${many(runs, "essai", "essais")}, un à la fois pour qu’ils ne se gênent pas\u202f; regardés après ${f.list(budgets.map((b) => (unit === "steps" ? many(b, "pas", "pas") : `${f.fine(b)}\u00a0s`)))}.${seconds === null ? "" : ` Environ ${lasting(seconds)}.`}`,
  plannedTurns: (runs, budget, unit, seconds) =>
    `${many(runs, "événement", "événements")}, par tours de ${unit === "steps" ? many(budget, "pas", "pas") : `${f.fine(budget)}\u00a0s de la plus lente`}.${seconds === null ? "" : ` Environ ${lasting(seconds)}.`}`,
  start: "Mesurer",
  stop: "Arrêter et garder",
  made: (made, all) => `Fait\u202f: ${n(made)} sur ${n(all)}`,
  left: (seconds) => `encore ${lasting(seconds)} environ`,
  now: ({ instance, seed, variant, steps }, title) =>
    `En cours\u202f: ${variant === null ? "" : `${title}, `}${instance}, graine ${seed}${steps > 0 ? `, ${f.compact(steps)} pas` : ""}`,
  starting: "Chargement du noyau.",
  stopped: "Arrêté\u202f; ce qui est fait est gardé.",
  failed: (why) => `La mesure n’a pas pu se faire\u202f: ${why}`,
  machine: "Machine",
  machineNote: (cores, runtime, kernel, version) =>
    `${many(cores, "cœur", "cœurs")}, ${runtime}, version ${version}, noyau ${kernel}. Les temps d’une autre machine ne se comparent pas.`,
  copy: "Résultats",
  copyWhat: { json: "Copier le JSON", markdown: "Copier le Markdown", link: "Copier le lien" },
  copied: {
    json: "Les résultats sont copiés en JSON.",
    markdown: "Le rapport est copié.",
    link: "Le lien est copié.",
  },
  saved: "Le presse-papiers est interdit\u202f: les résultats sont enregistrés dans un fichier.",
  refused: "Le presse-papiers est interdit\u202f: le lien n’a pas pu être copié.",
  linkNote: "Un lien contient variantes, graines, budgets et tailles\u202f; rien de l’événement.",
  linkWrong: (why) => `Le lien n’est pas repris\u202f: ${why}`,
  mistake(mistake) {
    switch (mistake.code) {
      case "no-variants":
        return "Choisir une variante.";
      case "no-events":
        return "Choisir un événement.";
      case "no-rules":
        return "Choisir les règles des événements fabriqués.";
      case "no-event":
        return "L’événement de la page ne peut pas être lu\u202f: le corriger, ou en choisir de fabriqués.";
      case "seeds":
        return "Les graines sont des nombres entiers, par exemple 1-3 ou 1 2 5.";
      case "budgets":
        return "Les budgets sont des nombres au-dessus de 0 séparés par des espaces, avec un point décimal, par exemple 0.5 10\u202f; les pas sont des nombres entiers.";
      case "one-budget":
        return "Un tour a une seule durée\u202f: un seul nombre.";
      case "repeat":
        return "Le nombre de fois est un nombre entier de 1 à 1000.";
      case "unknown-variant":
        return `Il n’y a pas de variante «\u00a0${mistake.word}\u00a0» ici.`;
      case "unknown-size":
        return `Il n’y a pas de taille «\u00a0${mistake.word}\u00a0».`;
      case "unknown-rules":
        return `Il n’y a pas de règles «\u00a0${mistake.word}\u00a0».`;
      case "link-option":
        return `«\u00a0${mistake.word}\u00a0» n’y a pas de sens.`;
      case "link-twice":
        return `il dit deux fois «\u00a0${mistake.word}\u00a0».`;
      case "link-version":
        return "il n’est pas de cette version de la page.";
      case "link-long":
        return "il est trop long.";
      case "too-many":
        return `${n(mistake.runs)} essais, c’est trop\u202f: ${n(mistake.most)} au plus.`;
    }
  },

  none: "Rien n’a encore été mesuré.",
  noneNote: "Choisir variantes et événements, puis Mesurer. Chaque résultat est jugé comme un planning de la page.",
  first: (titles, gap) =>
    `${f.list(titles)} ${titles.length === 1 ? "est" : "sont"} au plus près du meilleur score\u202f: écart médian ${f.thousandths(gap)}\u202f% au plus.`,
  firstIn: (titles, count, groups) =>
    `${f.list(titles)} ${titles.length === 1 ? "est" : "sont"} au plus près du meilleur score dans ${many(count, "groupe", "groupes")} d’événements sur ${n(groups)}.`,
  fastest: (title, other, least, most) =>
    `${title} fait ${least === most ? f.significant(most) : `${f.significant(least)} à ${f.significant(most)}`} fois autant de pas que ${other}.`,
  speeds: "Pas par seconde, à tour de rôle.",
  some: (made, all) => `${n(made)} sur ${many(all, "essai", "essais")} sont dans le tableau.`,
  more: (rows) => `${many(rows, "autre ligne figure", "autres lignes figurent")} dans le rapport.`,
  legend: {
    quality:
      "Médiane des essais (du plus petit au plus grand). Écarts en pour cent, au meilleur score d’ici et à la plus basse borne prouvée par un essai\u202f; marques\u202f: une par essai, sur une échelle logarithmique.",
    speed:
      "Médiane des tours (du plus petit au plus grand). Le rapport à la première variante est compté tour par tour\u202f; là où deux variantes ne cherchent pas de la même façon, un pas n’est pas le même travail.",
  },
  clock: "Une page n’a pas d’horloge du processeur\u202f: les secondes sont celles de l’horloge.",
  heads: {
    group: "Événements",
    variant: "Variante",
    budget: "Budget",
    runs: "Essais",
    score: "Score",
    toBest: "Au meilleur, %",
    marks: "Essais",
    toBound: "À la borne, %",
    rate: "Pas par seconde",
    turns: "Tours",
    ratio: "Rapport",
    ended: "Jugés",
    seed: "Graine",
    why: "Pourquoi (en anglais)",
  },
  axis: { seconds: "s", steps: "pas" },
  budget: (budget, unit) => (unit === "steps" ? `${f.compact(budget)} pas` : `${f.fine(budget)}\u00a0s`),
  range: ({ min, max }, text) => `${text(min)} à ${text(max)}`,
  verdict: { ok: "ok", unplaced: "non placés", wrong: "faux", none: "refusés" },
  bad: "Ce qui n’est pas compté ci-dessus",
  badNote: "Règles enfreintes, comptes faux, arrêts brutaux, essais sans résultat\u202f: chacun avec sa raison.",

  convergence: "Convergence",
  convergenceNote: (runs, unit) =>
    `score selon ${unit === "steps" ? "les pas" : "les secondes"}${runs > 1 ? `, médiane de ${n(runs)} essais\u202f; bande\u202f: la meilleure, du plus petit au plus grand` : ""}`,
  convergenceText: (title, score) => `${title} ${n(score)}`,
  ofEvent: "Événement",
  bound: (value) => `borne ${n(value)}`,
  noCurve: "Aucun essai n’a tout placé.",
  profile: "Profil de performance",
  profileNote: (percent, unit) =>
    `Part des essais où une variante est arrivée à ${percent} du meilleur score, en τ fois ${unit === "steps" ? "les pas" : "le temps"} de la plus rapide au plus (Dolan et Moré, 2002).`,
  near: "À moins de",
  noProfile: "Aucune n’est encore arrivée si près.",
  profileText: (title, percent) => `${title} ${percent}`,
};
