// `dancecard solve`: from an event file to a schedule and its summary. The run itself is pipeline.ts on worker threads.
// Ctrl-C (or a polite kill) stops the run and keeps its best. Before there is a run, and for the second time, it ends the
// process as it ends any other, however busy that is. Node only.

import type { Budget, Engine, EngineEvent } from "../host/engine.js";
import { createNodeEngine } from "../host/node.js";
import { planEvent } from "../pipeline.js";
import type { PlanEvent, PlanOptions, PlanResult } from "../plan.js";
import type { Locale, Text } from "../rules/rule.js";
import { scheduleText } from "../read-schedule.js";
import { VARIANTS } from "../solver/variants.js";
import type { EventSpec } from "../spec/schema.js";
import type { Given } from "./args.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { grouped, spaced } from "./format.js";
import { readEvent, readStart } from "./input.js";
import { deliver, openOut } from "./out.js";
import { progressLine } from "./progress.js";
import { findingsText, summaryText, unplacedText } from "./summary.js";
import { EXIT, complain, mistake, print, report } from "./terminal.js";

/** What a run gets when nothing else is said. */
export const DEFAULTS = { variant: "search", seed: 1, seconds: 5 };
const IDS = VARIANTS.map((v) => v.id);
export const EITHER: Text = {
  en: "--seconds and --steps exclude each other.",
  fr: "--seconds et --steps s’excluent.",
};

const ONE_STDIN: Text = {
  en: "Only one file can be standard input.",
  fr: "Un seul fichier peut être l’entrée standard.",
};

export const solve: Command = {
  name: "solve",
  words: ["EVENT"],
  about: { en: "Schedules an event.", fr: "Planifie un événement." },
  options: {
    seconds: {
      value: "S",
      about: {
        en: `time budget (default ${DEFAULTS.seconds})`,
        fr: `budget de temps (${DEFAULTS.seconds} par défaut)`,
      },
      number: { least: 0, most: 86_400, fraction: true },
    },
    steps: {
      value: "N",
      about: {
        en: "step budget instead: the same bytes on every machine",
        fr: "budget de pas à la place : les mêmes octets sur toutes les machines",
      },
      number: { least: 0, most: 1e12 },
    },
    seed: {
      value: "K",
      about: { en: `seed (default ${DEFAULTS.seed})`, fr: `graine (${DEFAULTS.seed} par défaut)` },
      number: { least: 0, most: 0xffff_ffff },
    },
    variant: {
      value: "V",
      about: {
        en: `${IDS.join(", ")} (default ${DEFAULTS.variant})`,
        fr: `${IDS.join(", ")} (${DEFAULTS.variant} par défaut)`,
      },
      choices: IDS,
    },
    workers: {
      value: "W",
      about: {
        en: "threads, with seeds K, K + 1, … that share their best (default 1)",
        fr: "fils d’exécution, de graines K, K + 1, …, qui partagent leur meilleur planning (1 par défaut)",
      },
      number: { least: 1, most: 64 },
    },
    from: {
      value: "SCHEDULE",
      about: {
        en: "start from this schedule, also a broken one: what the rules still allow is kept",
        fr: "partir de ce planning, même défectueux : ce que les règles permettent encore est gardé",
      },
    },
    base: {
      value: "SCHEDULE",
      about: {
        en: "start from this published schedule, and let every agenda that differs cost rules.change",
        fr: "partir de ce planning publié ; chaque agenda qui en diffère coûte rules.change",
      },
    },
    out: {
      value: "FILE",
      about: {
        en: "write the schedule there (-: print it, as with --json)",
        fr: "y écrire le planning (- : l’afficher, comme avec --json)",
      },
    },
    json: {
      about: { en: "print the schedule instead of a summary", fr: "afficher le planning au lieu d’un résumé" },
    },
    ...LANG,
  },
  more: [
    {
      en: "Ctrl-C stops the run and keeps the best schedule so far.\nExit code 3 when locked meetings could not all be held, also because there was no time to (--steps 0).",
      fr: "Ctrl-C arrête le calcul et garde le meilleur planning trouvé.\nCode de sortie 3 si des rendez-vous imposés n’ont pas tous pu être tenus, même faute de temps (--steps 0).",
    },
  ],
  run: solveCommand,
};

async function solveCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const source = given.words[0]!;
  const out = given.text("out");
  if (given.has("seconds") && given.has("steps")) {
    report("dancecard", undefined, [mistake("bad-option", EITHER)], locale);
    return EXIT.badInput;
  }
  const inputs = [source, given.text("from"), given.text("base")].filter((file) => file !== undefined);
  if (inputs.filter((file) => file === "-").length > 1) {
    report("dancecard", undefined, [mistake("bad-option", ONE_STDIN)], locale);
    return EXIT.badInput;
  }
  const to = await openOut(out, inputs);
  if (!to.ok) return (report(out!, undefined, to.diagnostics, locale), EXIT.badInput);
  const spec = await readEvent(source, locale);
  if (!spec) return EXIT.badInput;
  const starts: Pick<PlanOptions, "from" | "base"> = {};
  for (const name of ["from", "base"] as const) {
    const file = given.text(name);
    if (file === undefined) continue;
    const schedule = await readStart(file, locale, spec);
    if (!schedule) return EXIT.badInput;
    starts[name] = schedule;
  }

  const steps = given.number("steps");
  const budget: Budget = steps === undefined ? { seconds: given.number("seconds") ?? DEFAULTS.seconds } : { steps };
  const result = await runInTerminal(spec, locale, {
    variant: given.text("variant") ?? DEFAULTS.variant,
    seed: given.number("seed") ?? DEFAULTS.seed,
    budget,
    workers: given.number("workers") ?? 1,
    ...starts,
  });

  const asJson = given.has("json") || (out !== undefined && !to.value.file);
  let code: number = EXIT.ok;
  if (result.schedule) {
    const text = scheduleText(result.schedule);
    // What cannot be written is printed: then there is no more to print.
    if (to.value.file) code = await deliver(text, to.value, locale);
    if (code === EXIT.ok) print(asJson ? text : summaryText(spec, result, locale));
  }
  const found = asJson && findingsText(result, locale);
  if (found) complain(found);
  const end = tellEnd(spec, result, locale);
  return code === EXIT.ok ? end : code;
}

/** Runs on worker threads with a progress line; the first Ctrl-C stops the run and keeps its best. */
export function runInTerminal(spec: EventSpec, locale: Locale, options: PlanOptions): Promise<PlanResult> {
  return inTerminal(locale, (engine, hooks) => planEvent(spec, engine, { ...options, ...hooks }));
}

/** Does work with an engine of worker threads, a progress line, and a signal that the first Ctrl-C gives. */
export async function inTerminal<T>(
  locale: Locale,
  work: (
    engine: Engine,
    hooks: { signal: AbortSignal; onEvent: (event: EngineEvent | PlanEvent) => void },
  ) => Promise<T>,
): Promise<T> {
  const engine = createNodeEngine();
  const line = progressLine(locale);
  const stop = new AbortController();
  const listen = (): void => {
    leave(); // once, however many runs there are
    if (!stop.signal.aborted) process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  };
  const leave = (): void => void process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  const interrupt = (): void => {
    leave();
    stop.abort();
  };
  // A listener takes a signal from its default, and hears it only while this thread is idle: so there is one from the
  // moment the workers run, not while the event is compiled.
  const watched: Engine = {
    ...engine,
    solve: (request, hooks) => {
      listen();
      return engine.solve(request, hooks);
    },
  };
  try {
    return await work(watched, { signal: stop.signal, onEvent: line.show });
  } finally {
    leave();
    line.end();
    engine.dispose();
  }
}

/** Says on standard error what is not as it should be, and gives the exit code. */
export function tellEnd(spec: EventSpec, result: PlanResult, locale: Locale): number {
  const { status, reason, unplaced, report: judged, mismatch } = result;
  const say = (said: Text): void => complain(`dancecard: ${spaced(said[locale], locale)}`);
  if (status === "refused") return (say(refusal(result)), EXIT.badInput);
  if (unplaced.length > 0) complain(unplacedText(spec, unplaced, locale));
  if (mismatch) {
    const { solver, judge } = mismatch;
    say({
      en: `bug: the solver counts ${solver}, the judge ${judge}`,
      fr: `erreur de notre part : le solveur compte ${solver}, le juge ${judge}`,
    });
  }
  if (status === "crashed") say({ en: `the run crashed: ${reason}`, fr: `le calcul s’est arrêté net : ${reason}` });
  if (mismatch || status === "crashed") return EXIT.bug;
  if (status === "cancelled" && !result.schedule) {
    say({ en: "stopped before there was a schedule", fr: "arrêté avant qu’il y ait un planning" });
    return EXIT.interrupted;
  }
  return unplaced.length > 0 || (judged && judged.findings.length > 0) ? EXIT.ruleBroken : EXIT.ok;
}

function refusal({ reason = "", ignores = [], memory }: PlanResult): Text {
  if (memory) return { en: reason, fr: tooLarge(memory) };
  if (ignores.length === 0) return { en: reason, fr: reason };
  return { en: reason, fr: `Cette variante ne respecte pas une règle de cet événement : ${ignores.join(", ")}.` };
}

function tooLarge({ bytes, most, pairs, slots }: NonNullable<PlanResult["memory"]>): string {
  const gigabytes = (n: number): string => `${(n / 2 ** 30).toFixed(1).replace(".", ",")} Go`;
  const limit = bytes > most ? `plus que les ${gigabytes(most)} auxquels un fil a droit` : "plus qu’il n’y en a";
  return (
    `L’événement demande environ ${gigabytes(bytes)} de mémoire, ${limit} : ` +
    `${grouped(pairs, "fr")} paires qui peuvent se rencontrer, dans ${slots} créneaux. ` +
    "Avec moins de souhaits ou moins de créneaux, il en faut moins."
  );
}
