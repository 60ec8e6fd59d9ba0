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
    title: {
      quality: "Quality, version",
      speed: "Speed, version",
      peers: "Peers, version",
      b2bsp: "Published brokerage events, version",
    },
    contest: {
      legend:
        "Our variants and what others do on the same events, one run at a time; every schedule was decoded and judged. Seconds are CPU seconds of the whole process, from when the solver's code is loaded: building a model is not counted, handing it over is (CP-SAT tells its own seconds by the clock). First: the first schedule that keeps all rules. After each budget the median of the scores, and how far it is under the least bound that anybody proved here (the best score, where there is none), in per cent. Bound: what the contestant itself proved, in per cent above the best score. Proof: when it had proved that nothing is better. `-warm` starts from what `search` has after one second. The ladder is without meals, which no exact model here has.",
      columns: ["events", "who", "runs", "first, s"],
      after: (budget: number) => `after ${budget} s (gap, %)`,
      bound: "bound, %",
      proof: "proof, s",
      none: "none",
    },
    history: {
      title: "Quality by version",
      legend:
        "Median gap over the runs of a row, in per cent under the least bound that any version proved (the best score, where there is none), after the longest budget. Only events that all versions know stand beside each other. Seconds of different machines do not compare.",
      columns: ["events", "who", "budget"],
    },
    published: {
      legend:
        "Events of Bofill et al., Journal of Artificial Intelligence Research 74 (2022), with their proven optimum (total number of holes) and the best published time, there with UWrMaxSAT on a Xeon E3-1220v2; ours on this machine, one thread, from nothing, until the optimum is reached (the published time is until it is proved). A run that has not reached it goes on to the last budget.",
      columns: ["event", "who", "optimum", "ours", "first, s", "optimum reached, s", "published, s", "ended"],
      impossible: (time: string) => `proved impossible, ${time} s`,
      sum: (reached: number, all: number, middle: string, longest: string) =>
        `${reached} of ${all} at the published optimum; median ${middle} s, longest ${longest} s.`,
    },
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
    title: {
      quality: "Qualité, version",
      speed: "Vitesse, version",
      peers: "Pairs, version",
      b2bsp: "Événements publiés, version",
    },
    contest: {
      legend:
        "Nos variantes et ce que d’autres font des mêmes événements, un essai à la fois ; chaque planning a été décodé et jugé. Les secondes sont des secondes de processeur du processus entier, dès que le code du solveur est chargé : construire un modèle ne compte pas, le lui donner compte (CP-SAT donne ses propres secondes écoulées). Premier : le premier planning qui respecte toutes les règles. Après chaque budget, la médiane des scores et son écart à la plus basse borne prouvée ici (au meilleur score, s’il n’y en a pas), en pour cent. Borne : ce que le concurrent a prouvé lui-même, en pour cent au-dessus du meilleur score. Preuve : quand il a prouvé que rien n’est meilleur. `-warm` part de ce que `search` a après une seconde. L’échelle est sans repas, qu’aucun modèle exact ne connaît ici.",
      columns: ["événements", "qui", "essais", "premier, s"],
      after: (budget: number) => `après ${budget} s (écart, %)`,
      bound: "borne, %",
      proof: "preuve, s",
      none: "aucune",
    },
    history: {
      title: "Qualité par version",
      legend:
        "Écart médian des essais d’une ligne, en pour cent sous la plus basse borne prouvée par une version (sous le meilleur score, s’il n’y en a pas), après le plus long budget. Seuls se comparent les événements que toutes les versions connaissent. Les secondes de machines différentes ne se comparent pas.",
      columns: ["événements", "qui", "budget"],
    },
    published: {
      legend:
        "Événements de Bofill et al., Journal of Artificial Intelligence Research 74 (2022), avec leur optimum prouvé (nombre total de trous) et le meilleur temps publié, avec UWrMaxSAT sur un Xeon E3-1220v2 ; les nôtres sur cette machine, un seul fil, à partir de rien, jusqu’à l’optimum (le temps publié va jusqu’à sa preuve). Un essai qui ne l’a pas atteint va jusqu’au dernier budget.",
      columns: ["événement", "qui", "optimum", "le nôtre", "premier, s", "optimum atteint, s", "publié, s", "fin"],
      impossible: (time: string) => `prouvé impossible, ${time} s`,
      sum: (reached: number, all: number, middle: string, longest: string) =>
        `${reached} sur ${all} à l’optimum publié ; médiane ${middle} s, le plus long ${longest} s.`,
    },
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
