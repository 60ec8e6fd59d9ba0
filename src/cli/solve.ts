// `dancecard solve`: from an event file to a schedule and its summary. The run itself is pipeline.ts on worker threads.
// Ctrl-C stops the run and keeps its best; a second one ends the process. Node only.

import type { Budget } from "../host/engine.js";
import { createNodeEngine } from "../host/node.js";
import { planEvent } from "../pipeline.js";
import type { PlanOptions, PlanResult } from "../plan.js";
import type { Locale } from "../rules/rule.js";
import { scheduleText } from "../read-schedule.js";
import { VARIANTS } from "../solver/variants.js";
import type { EventSpec } from "../spec/schema.js";
import type { Given } from "./args.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { readEvent } from "./input.js";
import { progressLine } from "./progress.js";
import { summaryText, unplacedText } from "./summary.js";
import { EXIT, checkOut, complain, mistake, print, report, writeText } from "./terminal.js";

/** What a run gets when nothing else is said. */
export const DEFAULTS = { variant: "search", seed: 1, seconds: 5 };

export const solve: Command = {
  name: "solve",
  words: ["EVENT"],
  about: "Schedules an event.",
  options: {
    seconds: {
      value: "S",
      about: `time budget (default ${DEFAULTS.seconds})`,
      number: { least: 0, most: 86_400, fraction: true },
    },
    steps: {
      value: "N",
      about: "step budget instead: the same bytes on every machine",
      number: { least: 0, most: 1e12 },
    },
    seed: { value: "K", about: `seed (default ${DEFAULTS.seed})`, number: { least: 0, most: 0xffff_ffff } },
    variant: {
      value: "V",
      about: `${VARIANTS.map((v) => v.id).join(", ")} (default ${DEFAULTS.variant})`,
      choices: VARIANTS.map((v) => v.id),
    },
    workers: {
      value: "W",
      about: "threads, with seeds K, K + 1, … that share their best (default 1)",
      number: { least: 1, most: 64 },
    },
    out: { value: "FILE", about: "write the schedule there" },
    json: { about: "print the schedule instead of a summary" },
    ...LANG,
  },
  more: ["Ctrl-C stops the run and keeps the best schedule so far."],
  run: solveCommand,
};

async function solveCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const source = given.words[0]!;
  const out = given.text("out");
  if (given.has("seconds") && given.has("steps")) {
    report("dancecard", undefined, [mistake("bad-option", "--seconds and --steps exclude each other.")], locale);
    return EXIT.badInput;
  }
  const wrong = out === undefined ? undefined : await checkOut(out);
  if (wrong) return (report(out!, undefined, [wrong], locale), EXIT.badInput);
  const spec = await readEvent(source, locale);
  if (!spec) return EXIT.badInput;

  const steps = given.number("steps");
  const budget: Budget = steps === undefined ? { seconds: given.number("seconds") ?? DEFAULTS.seconds } : { steps };
  const result = await runInTerminal(spec, locale, {
    variant: given.text("variant") ?? DEFAULTS.variant,
    seed: given.number("seed") ?? DEFAULTS.seed,
    budget,
    workers: given.number("workers") ?? 1,
  });

  if (result.schedule) {
    const text = scheduleText(result.schedule);
    const unwritten = out === undefined ? undefined : await writeText(out, text);
    if (unwritten) return (report(out!, undefined, [unwritten], locale), EXIT.badInput);
    print(given.has("json") ? text : summaryText(spec, result, locale));
  }
  return tellEnd(spec, result, locale);
}

/** Runs on worker threads with a progress line; the first Ctrl-C stops the run and keeps its best. */
export async function runInTerminal(spec: EventSpec, locale: Locale, options: PlanOptions): Promise<PlanResult> {
  const engine = createNodeEngine();
  const line = progressLine(locale);
  const stop = new AbortController();
  const interrupt = (): void => (stop.signal.aborted ? process.exit(130) : stop.abort());
  process.on("SIGINT", interrupt);
  try {
    return await planEvent(spec, engine, { ...options, signal: stop.signal, onEvent: line.show });
  } finally {
    process.off("SIGINT", interrupt);
    line.end();
    engine.dispose();
  }
}

/** Says on standard error what is not as it should be, and gives the exit code. */
export function tellEnd(spec: EventSpec, result: PlanResult, locale: Locale): number {
  const { status, reason, unplaced, report: judged, mismatch } = result;
  if (status === "refused") return (complain(`dancecard: ${reason}`), EXIT.badInput);
  if (unplaced.length > 0) complain(unplacedText(spec, unplaced, locale));
  if (mismatch) complain(`dancecard: bug: the solver counts ${mismatch.solver}, the judge ${mismatch.judge}`);
  if (status === "crashed") complain(`dancecard: the run crashed: ${reason}`);
  if (status === "cancelled" && !result.schedule) complain("dancecard: stopped before there was a schedule");
  if (mismatch || status === "crashed") return EXIT.bug;
  return unplaced.length > 0 || (judged && judged.findings.length > 0) ? EXIT.ruleBroken : EXIT.ok;
}
