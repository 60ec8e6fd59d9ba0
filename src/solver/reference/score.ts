// Every term of the score from scratch, in the most obvious code there is. Called by the reference variant and by the tests
// that hold the kernel against it.

import * as L from "../../../assembly/layout.js";
import type { Problem } from "../../problem/problem.js";
import { holesIn, isIn, knownAt, minutesBetween, sessionsOf, slotsOf, type Look } from "./look.js";

/** Points of each term, in the order of SCORE_KEYS; then change. */
export function termsOf(problem: Problem, look: Look): number[] {
  return [
    wishes(problem, look),
    guarantee(problem, look),
    fairness(problem, look),
    gap(problem, look),
    walk(problem, look),
    meals(problem, look),
    change(problem, look),
  ];
}

function wishes(problem: Problem, look: Look): number {
  const s = problem.sections;
  let sum = 0;
  const groups = new Set<number>();
  for (const { unit } of look.meetings) {
    sum += s.unitValue[unit]!;
    groups.add(s.unitGroupP[unit]!);
    groups.add(s.unitGroupQ[unit]!);
  }
  for (const group of groups) if (group >= 0) sum += s.groupWeight[group]!;
  return sum;
}

function guarantee(problem: Problem, look: Look): number {
  let missing = 0;
  for (let p = 0; p < problem.word(L.N_PARTICIPANTS); p++)
    missing += Math.max(0, problem.sections.guaranteed[p]! - (look.byParticipant.get(p)?.length ?? 0));
  return 0 - problem.word(L.R_GUARANTEE) * missing;
}

function fairness(problem: Problem, look: Look): number {
  const s = problem.sections;
  let cost = 0;
  for (let p = 0; p < problem.word(L.N_PARTICIPANTS); p++) {
    const points = new Map<string, number>(); // by wish
    for (const { unit, pair, p: first } of look.byParticipant.get(p) ?? []) {
      points.set(`pair ${pair}`, (p === first ? s.unitPointsP : s.unitPointsQ)[unit]!);
      const group = (p === first ? s.unitGroupP : s.unitGroupQ)[unit]!;
      if (group >= 0) points.set(`group ${group}`, s.groupPoints[group]!);
    }
    let served = 0;
    for (const n of points.values()) served += n;
    cost += unfairness(problem.word(L.R_FAIRNESS), s.best[p]!, served);
  }
  return 0 - cost;
}

/** ceil(fairness x (best - served)^2 / (100 x best)). */
function unfairness(fairness: number, best: number, served: number): number {
  if (best === 0 || served >= best) return 0;
  const above = BigInt(fairness) * BigInt(best - served) ** 2n;
  const below = 100n * BigInt(best);
  return Number((above + below - 1n) / below);
}

function gap(problem: Problem, look: Look): number {
  let idle = 0;
  let holes = 0;
  for (const [row, meetings] of look.byRow) {
    for (const session of sessionsOf(problem, meetings)) {
      const used = slotsOf(session);
      holes += holesIn(used);
      for (let t = used[0]!; t < used.at(-1)!; t++)
        if (!used.includes(t) && isIn(problem, problem.sections.rowPresent, row, t)) idle++;
    }
  }
  return 0 - problem.word(L.R_GAP) * idle - problem.word(L.R_HOLE) * holes;
}

function walk(problem: Problem, look: Look): number {
  let minutes = 0;
  for (const meetings of look.byRow.values()) {
    for (const session of sessionsOf(problem, meetings)) {
      const places = session.map(({ place }) => place).filter((place) => place >= 0);
      for (let i = 1; i < places.length; i++) minutes += minutesBetween(problem, places[i - 1]!, places[i]!);
    }
  }
  return 0 - problem.word(L.R_WALK) * minutes;
}

function meals(problem: Problem, look: Look): number {
  const s = problem.sections;
  const people = problem.word(L.N_PARTICIPANTS);
  let sum = 0;
  const together = new Set<string>(); // pairs that shared a table at an earlier meal
  look.tables.forEach((tables, m) => {
    const seated = new Set([...tables.values()].flat());
    for (let p = 0; p < people; p++)
      if (s.eats[m * people + p] === 1 && !seated.has(p)) sum -= problem.word(L.R_MEAL_SEAT);
    const now: string[] = [];
    for (const here of tables.values()) {
      for (const p of here) {
        for (const q of here) {
          if (q <= p) continue;
          now.push(`${p} ${q}`);
          if (s.organisation[p] === s.organisation[q]) sum -= problem.word(L.R_MEAL_COLLEAGUES);
          if (together.has(`${p} ${q}`)) sum -= problem.word(L.R_MEAL_REPEAT);
          else if (!meet(look, p, q)) {
            const k = knownAt(problem, p, q);
            if (k >= 0) sum += s.knowsValue[k]!;
          }
        }
      }
    }
    for (const pair of now) together.add(pair);
  });
  return sum;
}

function meet(look: Look, p: number, q: number): boolean {
  return (look.byParticipant.get(p) ?? []).some((meeting) => meeting.p === q || meeting.q === q);
}

function change(problem: Problem, look: Look): number {
  if (problem.word(L.R_CHANGE) === 0) return 0;
  const s = problem.sections;
  const people = problem.word(L.N_PARTICIPANTS);
  const now = Array.from({ length: people }, (): string[] => []);
  const before = Array.from({ length: people }, (): string[] => []);
  for (const { pair, p, q, slot, place } of look.meetings)
    for (const x of [p, q]) now[x]!.push(`pair ${pair} ${slot} ${place}`);
  for (let u = 0; u < problem.word(L.N_UNITS); u++) {
    if (s.baseSlot[u]! < 0) continue;
    for (const x of [s.unitP[u]!, s.unitQ[u]!]) {
      before[x]!.push(`pair ${s.unitPair[u]!} ${s.baseSlot[u]!} ${s.basePlace[u]!}`);
    }
  }
  look.tables.forEach((tables, m) => {
    for (const [table, here] of tables) for (const p of here) now[p]!.push(`meal ${m} ${table}`);
    for (let p = 0; p < people; p++) {
      const table = s.baseSeat[m * people + p]!;
      if (table >= 0) before[p]!.push(`meal ${m} ${table}`);
    }
  });
  const text = (list: string[]): string => list.sort().join("\n");
  const changed = now.filter((list, p) => s.baseCount[p]! < 0 || text(list) !== text(before[p]!));
  return 0 - problem.word(L.R_CHANGE) * changed.length;
}
