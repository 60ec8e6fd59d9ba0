// The linear-programme optimum of an event's wishes, by HiGHS: an upper bound that does not come from our own code.
// Slow (minutes on a hundred by fifty people), so it is computed once and kept in best-known.json.
// Usage: npm run bench -- lp SAMPLE | SIZE:pure:SEED ...

import highs from "highs";
import * as L from "../assembly/layout.js";
import { hasBit } from "../src/problem/entities.js";
import type { Problem } from "../src/problem/problem.js";
import { eventHash } from "../src/spec/hash.js";
import { updateKnown } from "./lib-known.js";
import { ofEvent, withBound } from "../src/bench/known.js";
import { compile, wishesOnly } from "./lib-machine.js";
import { ladderEvent } from "../src/bench/instances.js";

/**
 * Pairs x slots in CPLEX LP format: maximise the value of meetings and of answered wishes for an organisation, less what
 * guarantees that are not kept cost, and unfairness (below all its tangents at whole points); each unit at most once (exactly once when locked), each participant at most as many meetings in a slot as rows present, at most
 * its maximum in all, per slot at most the open room. Where days cost something, the meetings of each row make a path.
 */
export function linearProgramme(problem: Problem): string {
  const s = problem.sections;
  const words = problem.word(L.N_WORDS);
  const slots = problem.word(L.N_SLOTS);
  const people = problem.word(L.N_PARTICIPANTS);
  const objective: string[] = [];
  const unit: string[] = [];
  const byPersonSlot = new Map<number, string[]>();
  const byPerson: string[][] = Array.from({ length: people }, () => []);
  const bySlot: string[][] = Array.from({ length: slots }, () => []);
  const points: string[][] = Array.from({ length: people }, () => []);
  const groups: string[][] = Array.from({ length: problem.word(L.N_GROUPS) }, () => []);
  for (let u = 0; u < problem.word(L.N_UNITS); u++) {
    const mine: string[] = [];
    for (let t = 0; t < slots; t++) {
      if (!hasBit(s.unitSlots, u * words, t)) continue;
      const x = `x${u}_${t}`;
      mine.push(x);
      objective.push(`${s.unitValue[u]} ${x}`);
      bySlot[t]!.push(x);
      for (const p of [s.unitP[u]!, s.unitQ[u]!]) {
        const key = p * slots + t;
        byPersonSlot.set(key, [...(byPersonSlot.get(key) ?? []), x]);
        byPerson[p]!.push(x);
      }
      if (s.unitPointsP[u]! > 0) points[s.unitP[u]!]!.push(`${s.unitPointsP[u]} ${x}`);
      if (s.unitPointsQ[u]! > 0) points[s.unitQ[u]!]!.push(`${s.unitPointsQ[u]} ${x}`);
      for (const g of [s.unitGroupP[u]!, s.unitGroupQ[u]!]) if (g >= 0) groups[g]!.push(x);
    }
    if (mine.length > 0) unit.push(`${mine.join(" + ")} ${s.unitLocked[u] ? "=" : "<="} 1`);
  }
  const rows = [...unit];
  for (const [key, list] of byPersonSlot) {
    const p = Math.floor(key / slots);
    let present = 0;
    for (let r = s.rowStart[p]!; r < s.rowStart[p + 1]!; r++)
      if (hasBit(s.rowPresent, r * words, key % slots)) present++;
    if (list.length > present) rows.push(`${list.join(" + ")} <= ${present}`);
  }
  if (daysCost(problem)) {
    const days = dayRows(problem);
    objective.push(...days.objective);
    rows.push(...days.rows);
    for (const [key, held] of days.held)
      if (held.length + (byPersonSlot.get(key)?.length ?? 0) > 0)
        rows.push(
          `${[...(byPersonSlot.get(key) ?? []), ...held.map((x) => `- ${x}`)].join(" + ").replaceAll("+ -", "-")} = 0`,
        );
  }
  byPerson.forEach((list, p) => {
    if (list.length > 0 && s.maximum[p]! < slots * 100) rows.push(`${list.join(" + ")} <= ${s.maximum[p]}`);
  });
  if (problem.word(L.N_PLACES) > 0)
    bySlot.forEach((list, t) => {
      let room = 0;
      for (let z = 0; z < problem.word(L.N_PLACES); z++)
        if (hasBit(s.placeOpen, z * words, t)) room += s.placeCapacity[z]!;
      if (list.length > room) rows.push(`${list.join(" + ")} <= ${room}`);
    });
  groups.forEach((list, g) => {
    objective.push(`${s.groupWeight[g]} y${g}`);
    rows.push(`y${g} ${list.map((x) => `- ${x}`).join(" ")} <= 0`, `y${g} <= 1`);
    if (s.groupPoints[g]! > 0) points[s.groupOwner[g]!]!.push(`${s.groupPoints[g]} y${g}`);
  });
  if (problem.word(L.R_EXCLUSIVE) > 0) rows.push(...exclusiveRows(problem));
  const guarantee = problem.word(L.R_GUARANTEE);
  const fairness = problem.word(L.R_FAIRNESS);
  for (let p = 0; p < people; p++) {
    if (guarantee > 0 && s.guaranteed[p]! > 0) {
      objective.push(`- ${guarantee} m${p}`);
      rows.push(`m${p} ${byPerson[p]!.map((x) => `+ ${x}`).join(" ")} >= ${s.guaranteed[p]}`);
    }
    const best = s.best[p]!;
    if (fairness === 0 || best === 0) continue;
    objective.push(`- 1 f${p}`);
    for (let touch = 0; touch < best; touch++) {
      const slope = (2 * fairness * (best - touch)) / (100 * best);
      const least = (fairness * (best * best - touch * touch)) / (100 * best);
      const terms = points[p]!.map((term) => {
        const [coefficient, x] = term.split(" ");
        return `+ ${slope * Number(coefficient)} ${x}`;
      });
      rows.push(`f${p} ${terms.join(" ")} >= ${least}`);
    }
  }
  return `Maximize\n obj: ${objective.join("\n + ").replaceAll("+ - ", "- ")}\nSubject To\n${rows.map((r, i) => ` c${i}: ${r.replaceAll(" + ", "\n + ")}`).join("\n")}\nEnd\n`;
}

function daysCost(problem: Problem): boolean {
  return problem.word(L.R_GAP) > 0 || problem.word(L.R_HOLE) > 0 || problem.word(L.R_REST) >= 0;
}

/**
 * A path of each row through each session, arc by arc: "before" and "after" all meetings, "idle" between two, or so many
 * meetings in a row. `held`: arcs that hold a meeting, by participant x slots + slot.
 */
function dayRows(problem: Problem): { objective: string[]; rows: string[]; held: Map<number, string[]> } {
  const s = problem.sections;
  const slots = problem.word(L.N_SLOTS);
  const rest = problem.word(L.R_REST) < 0 ? slots : problem.word(L.R_REST);
  const objective: string[] = [];
  const rows: string[] = [];
  const held = new Map<number, string[]>();
  for (let r = 0; r < problem.word(L.N_ROWS); r++)
    for (let session = 0; session < problem.word(L.N_SESSIONS); session++) {
      // What enters and leaves each state after each slot.
      const nodes = new Map<string, string[]>();
      const arc = (t: number, from: string, to: string, cost: number): string => {
        const x = `d${r}_${t}_${from}_${to}`;
        nodes.set(`${t - 1} ${from}`, [...(nodes.get(`${t - 1} ${from}`) ?? []), `- ${x}`]);
        nodes.set(`${t} ${to}`, [...(nodes.get(`${t} ${to}`) ?? []), `+ ${x}`]);
        if (cost > 0) objective.push(`- ${cost} ${x}`);
        return x;
      };
      const first = s.sessionFirst[session]!;
      for (let t = first; t <= s.sessionLast[session]!; t++) {
        const present = hasBit(s.rowPresent, r * problem.word(L.N_WORDS), t);
        const idle = present ? problem.word(L.R_GAP) : 0;
        const runs = Array.from({ length: Math.min(rest, t - first) }, (_, i) => i + 1);
        const meetings: string[] = [];
        arc(t, "before", "before", 0);
        if (present && rest > 0) meetings.push(arc(t, "before", "1", 0));
        if (t > first) {
          arc(t, "idle", "idle", idle);
          arc(t, "after", "after", 0);
          if (present && rest > 0) meetings.push(arc(t, "idle", "1", 0));
        }
        for (const run of runs) {
          arc(t, `${run}`, "idle", idle + problem.word(L.R_HOLE));
          arc(t, `${run}`, "after", 0);
          if (present && run < rest) meetings.push(arc(t, `${run}`, `${run + 1}`, 0));
        }
        const key = s.rowOwner[r]! * slots + t;
        held.set(key, [...(held.get(key) ?? []), ...meetings]);
      }
      const last = s.sessionLast[session]!;
      for (const [node, terms] of nodes) {
        // A path begins before all meetings, and may end in any state but idle.
        if (node === `${first - 1} before`) rows.push(`${terms.join(" ")} >= -1`);
        else if (!node.startsWith(`${last} `) || node === `${last} idle`) rows.push(`${terms.join(" ")} = 0`);
      }
    }
  return { objective, rows, held };
}

/** Of each participant and other organisation: at most one unit that is not locked, none beside a locked one. */
function exclusiveRows(problem: Problem): string[] {
  const s = problem.sections;
  const words = problem.word(L.N_WORDS);
  const rows = new Map<string, { terms: string[]; room: number }>();
  for (let u = 0; u < problem.word(L.N_UNITS); u++) {
    const [p, q] = [s.unitP[u]!, s.unitQ[u]!];
    if (s.organisation[p] === s.organisation[q]) continue;
    for (const key of [`${p} ${s.organisation[q]}`, `${q} ${s.organisation[p]}`]) {
      const row = rows.get(key) ?? { terms: [], room: 1 };
      rows.set(key, row);
      if (s.unitLocked[u]) row.room = 0;
      else
        for (let t = 0; t < problem.word(L.N_SLOTS); t++)
          if (hasBit(s.unitSlots, u * words, t)) row.terms.push(`x${u}_${t}`);
    }
  }
  return [...rows.values()].flatMap(({ terms, room }) => (terms.length > 0 ? [`${terms.join(" + ")} <= ${room}`] : []));
}

/** Computes and keeps the optimum of events: samples (wishes only) or steps of the ladder. */
export async function main(names: string[]): Promise<void> {
  for (const name of names.length > 0 ? names : ["customer-relationship-meetings"]) {
    const [size, rules, seed] = name.split(":");
    const event = seed === undefined ? wishesOnly(name) : ladderEvent(size!, rules as "pure", Number(seed));
    const { problem } = compile(event);
    const solver = await highs();
    const start = performance.now();
    const solution = solver.solve(linearProgramme(problem), { solver: "ipm" });
    if (solution.Status !== "Optimal") throw new Error(`HiGHS says ${solution.Status}`);
    const optimum = Math.round(solution.ObjectiveValue * 1000) / 1000;
    const title = seed === undefined ? `${name}, wishes only` : name;
    const by = "HiGHS, npm run bench -- lp";
    updateKnown(title, (known) => withBound(ofEvent(known, eventHash(event)), "linearProgramme", optimum, by));
    console.log(title, optimum, `${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}
