// The words of the report of a bench, in both languages. Called by report.ts.

/** How the table of qualities is counted, whatever the budgets are. */
const COUNTED = {
  en: "Every result was decoded and judged. Median over the runs of a row (least to most); gaps in per cent, to the best score in this report and to the least bound that a run proved. The ladder (XS to XXL) is without meals.",
  fr: "Chaque résultat a été décodé et jugé. Médiane des essais d’une ligne (du plus petit au plus grand) ; écarts en pour cent, au meilleur score de ce rapport et à la plus basse borne prouvée par un essai. L’échelle (XS à XXL) est sans repas.",
} as const;

function some(numbers: readonly number[]): string {
  return numbers.slice(0, 12).join(", ") + (numbers.length > 12 ? ", …" : "");
}

export const WORDS = {
  en: {
    title: { quality: "Quality, version", speed: "Speed, version" },
    cores: "cores",
    kernel: "kernel",
    to: "to",
    mixed: "These results come from different kernels or versions.",
    missing: (runs: readonly number[], all: number) => `${runs.length} of ${all} runs are missing here: ${some(runs)}.`,
    legend: {
      steps: `One run at a time, on one thread; budgets are steps, so the numbers are the same on every machine. ${COUNTED.en}`,
      seconds: `One run at a time, on one thread; budgets are CPU seconds from the start of the run. ${COUNTED.en}`,
    },
    clock: "A browser has no CPU clock: where runs were made in one, seconds are those of the clock.",
    turns:
      "Steps per CPU second, on one thread; the variants of an instance take turns of the same number of steps. Median over the turns (least to most). The ratio to the first variant is counted turn by turn; where two variants do not search alike, a step is not the same work.",
    quality: ["instances", "variant", "budget", "runs", "score", "to best, %", "to bound, %", "steps"],
    times: ["CPU s", "wall s"],
    ended: "ended",
    speed: ["instance", "variant", "turns", "steps per second", "ratio", "ended"],
    wrong: ["instance", "variant", "seed", "budget", "ended", "why"],
    wrongHead: "WRONG RESULTS: broken rules, wrong counts or crashes. They count for nothing above.",
    rightHead: "No result is wrong: what there is keeps all rules and is counted as the judge counts.",
    verdicts: { ok: "ok", unplaced: "unplaced", wrong: "**WRONG**", none: "none" },
  },
  fr: {
    title: { quality: "Qualité, version", speed: "Vitesse, version" },
    cores: "cœurs",
    kernel: "noyau",
    to: "à",
    mixed: "Ces résultats viennent de noyaux ou de versions différents.",
    missing: (runs: readonly number[], all: number) =>
      `Il manque ici ${runs.length} essais sur ${all} : ${some(runs)}.`,
    legend: {
      steps: `Un essai à la fois, sur un seul fil ; les budgets sont des pas, les nombres sont donc les mêmes sur toutes les machines. ${COUNTED.fr}`,
      seconds: `Un essai à la fois, sur un seul fil ; les budgets sont des secondes de processeur depuis le début de l’essai. ${COUNTED.fr}`,
    },
    clock:
      "Un navigateur n’a pas d’horloge du processeur : là où des essais y ont été faits, les secondes sont celles de l’horloge.",
    turns:
      "Pas par seconde de processeur, sur un seul fil ; les variantes d’un même événement passent à tour de rôle, un même nombre de pas à chaque tour. Médiane des tours (du plus petit au plus grand). Le rapport à la première variante est compté tour par tour ; là où deux variantes ne cherchent pas de la même façon, un pas n’est pas le même travail.",
    quality: ["événements", "variante", "budget", "essais", "score", "au meilleur, %", "à la borne, %", "pas"],
    times: ["s de processeur", "s écoulées"],
    ended: "fin",
    speed: ["événement", "variante", "tours", "pas par seconde", "rapport", "fin"],
    wrong: ["événement", "variante", "graine", "budget", "fin", "pourquoi (en anglais)"],
    wrongHead:
      "RÉSULTATS FAUX : règles enfreintes, comptes faux ou arrêts brutaux. Ils ne comptent pour rien ci-dessus.",
    rightHead: "Aucun résultat n’est faux : tout respecte les règles et est compté comme le juge compte.",
    verdicts: { ok: "ok", unplaced: "non placés", wrong: "**FAUX**", none: "aucun" },
  },
} as const;
