// Why wishes were not met, with what holding each displaced one would cost. Called by pipeline.ts once a run has ended:
// explain (the judge) gives the reasons -> the engine forces each displaced wish in, where the kernel is -> the judge
// measures what came out. Where that is better than the schedule, it is taken, and all is asked again.

import type { Alternative } from "./counterfactual.js";
import { alternativesTo } from "./counterfactual.js";
import { explain } from "./explain.js";
import type { Engine } from "./host/engine.js";
import type { Judged } from "./plan.js";
import type { Names } from "./problem/compile.js";
import { decode, meetingOf, pairFinder, recordOf } from "./problem/decode.js";
import type { Problem } from "./problem/problem.js";
import type { Facts } from "./rules/facts.js";
import { RULE_IDS, type RuleId } from "./rules/rule.js";
import type { Meeting, Schedule, Score, Unmet } from "./schedule.js";
import type { Counterfactuals } from "./solver/counterfactuals.js";
import type { Solution } from "./solver/variant.js";

/** No more is taken after so many rounds, or once so many wishes were forced in: a large event has a hundred thousand. */
const ROUNDS = 20;
const ENOUGH = 20_000;
/** Wishes of one schedule that are forced in, at most; and when somebody is waiting. */
const MOST = 40_000;
const HURRIED = 2_000;

/** The event in all its readings, and the engine that has the kernel. */
export interface Planned {
  engine: Pick<Engine, "counterfactuals">;
  problem: Problem;
  names: Names;
  facts: Facts;
  base?: Schedule;
  /** The run was stopped: take nothing, and ask about a few wishes only. */
  hurry?: boolean;
  /** Take nothing: the schedule is to stay as its variant made it. */
  keep?: boolean;
}

/** One wish forced in: what stops it, or what it would change and bring. */
export interface Answer {
  rule?: RuleId;
  /** Records of units that would be other ones, by unit. */
  records: Map<number, Int32Array>;
  alternative: Alternative;
  /** Positions of the meetings that would not be held, and of those that would be held otherwise. */
  pushes: number[];
  moves: number[];
  /** Participants, places in slots and orders of meetings: what two answers have in common keeps them apart. */
  concerns: Set<string>;
  /** What each term would gain. */
  gain: Score;
  /** Locked meetings won. */
  locks: number;
}

/** A judged schedule with all its reasons; better than the one found where some counterfactual was. */
export async function withReasons(
  planned: Planned,
  found: { solution: Solution; judged: Judged },
  judge: (solution: Solution) => Judged,
): Promise<Judged> {
  let { solution, judged } = found;
  let asked = 0;
  for (let round = 0; ; round++) {
    const { schedule } = judged;
    schedule.unmet = explain(planned.facts, schedule);
    const answers = await ask(planned, solution, schedule);
    asked += answers.size;
    const more = !planned.hurry && !planned.keep && round < ROUNDS && asked < ENOUGH;
    const taken = more ? better([...new Set(answers.values())]) : [];
    const next = apply(solution, taken);
    const other = taken.length > 0 ? judge(next) : judged;
    if (!isBetter(other, judged)) {
      for (const [unmet, answer] of answers) Object.assign(unmet.evidence, evidenceOf(answer));
      return judged;
    }
    solution = next;
    judged = judged.mismatch ? { ...other, mismatch: judged.mismatch } : other;
  }
}

/** The answer for each displaced wish; nothing when there are none, or the engine has failed. */
export async function ask(planned: Planned, solution: Solution, schedule: Schedule): Promise<Map<Unmet, Answer>> {
  const { engine, problem, facts } = planned;
  const pairOf = pairFinder(problem);
  const wishes = new Map<number, Unmet[]>(); // by pair
  for (const unmet of schedule.unmet) {
    if (unmet.reason !== "displaced") continue;
    const other = facts.personIndex.has(unmet.to) ? unmet.to : String(unmet.evidence["participant"]);
    const pair = pairOf(facts.personIndex.get(unmet.from)!, facts.personIndex.get(other)!);
    if (pair === undefined) continue;
    const list = wishes.get(pair);
    if (list) list.push(unmet);
    else wishes.set(pair, [unmet]);
  }
  const answers = new Map<Unmet, Answer>();
  if (wishes.size === 0) return answers;
  const pairs = Int32Array.from(wishes.keys()).subarray(0, planned.hurry ? HURRIED : MOST);
  const outcome = await engine.counterfactuals({ problem: problem.buffer.slice(0), solution, pairs });
  if (outcome.status !== "answered") return answers;
  const read = reader(planned, solution, schedule, outcome);
  pairs.forEach((pair, i) => {
    const answer = read(i);
    for (const unmet of wishes.get(pair)!) answers.set(unmet, answer);
  });
  return answers;
}

/** Reads the kernel's answers one by one, each measured by the judge. */
function reader(
  { problem, names, facts, base }: Planned,
  solution: Solution,
  schedule: Schedule,
  { forbidden, start, units, records: all }: Counterfactuals,
): (i: number) => Answer {
  const position = new Map(decode(names, problem, solution).units.map((unit, m) => [unit, m]));
  const measure = alternativesTo(facts, schedule, base);
  const { unitLocked } = problem.sections;
  const orders = new Map<number, number[]>(); // precedences by pair
  for (const { first, then, index } of facts.precedences) {
    for (const pair of [first, then]) orders.set(pair, [...(orders.get(pair) ?? []), index]);
  }
  return (i) => {
    const records = new Map<number, Int32Array>();
    const [removed, pushes, moves]: number[][] = [[], [], []];
    const added: Meeting[] = [];
    let locks = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const unit = units[k]!;
      const record = all.subarray(4 * k, 4 * k + 4);
      records.set(unit, record);
      const was = position.get(unit);
      const held = record[0]! >= 0;
      if (was !== undefined) {
        removed!.push(was);
        (held ? moves : pushes)!.push(was);
      }
      if (held) added.push(meetingOf(names, problem, unit, record));
      locks += unitLocked[unit]! * (Number(held) - Number(was !== undefined));
    }
    const concerns = new Set<string>();
    for (const { participants, slot, place } of [...removed!.map((m) => schedule.meetings[m]!), ...added]) {
      for (const id of participants) concerns.add(`participant ${id}`);
      if (place !== undefined) concerns.add(JSON.stringify([slot, place]));
      const [p, q] = participants.map((id) => facts.personIndex.get(id)!) as [number, number];
      for (const index of orders.get(facts.pairKey(p, q)) ?? []) concerns.add(`precedence ${index}`);
    }
    const alternative = { removed: removed!, added };
    const rule = forbidden[i] === 0 ? {} : { rule: RULE_IDS[forbidden[i]! - 1]! };
    return {
      ...rule,
      records,
      alternative,
      pushes: pushes!,
      moves: moves!,
      concerns,
      locks,
      gain: measure(alternative),
    };
  };
}

/** Answers that are better than the schedule, best first, as many as leave each other alone. */
export function better(answers: readonly Answer[]): Answer[] {
  const worth = answers.filter(({ rule, locks, gain }) => !rule && (locks > 0 || (locks === 0 && gain.total > 0)));
  worth.sort((a, b) => b.locks - a.locks || b.gain.total - a.gain.total);
  const used = new Set<string>();
  return worth.filter(({ concerns }) => {
    if ([...concerns].some((key) => used.has(key))) return false;
    concerns.forEach((key) => used.add(key));
    return true;
  });
}

/** The solution in which all of these hold. */
export function apply(solution: Solution, answers: readonly Answer[]): Solution {
  const next = { units: solution.units.slice(), seats: solution.seats.slice() };
  for (const { records } of answers) for (const [unit, record] of records) recordOf(next, unit).set(record);
  return next;
}

function isBetter(a: Judged, b: Judged): boolean {
  if (a.report.findings.length > b.report.findings.length) return false;
  const placed = b.unplaced.length - a.unplaced.length;
  return placed > 0 || (placed === 0 && a.report.score.total > b.report.score.total);
}

/** What the evidence of `displaced` says besides; see explain.ts. */
function evidenceOf({ rule, gain, pushes, moves }: Answer): Record<string, unknown> {
  return rule ? { rule } : { points: 0 - gain.total, pushes, ...(moves.length > 0 && { moves }) };
}
