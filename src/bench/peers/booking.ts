// What is done without a solver, as peers: at random, round robin by company name, and deferred acceptance. Each says in which
// order pairs are tried; a pair gets the first slot that both have free and no rule forbids, as booking tools do. Locked
// meetings stand before, and seats, as every construction of the kernel has them. First come, first served is a variant of
// our own (`registration-order`). Called through peers.ts.

import * as L from "../../../assembly/layout.js";
import { hasBit, NO_LIMIT } from "../../problem/entities.js";
import type { Problem } from "../../problem/problem.js";
import { Kernel } from "../../solver/kernel.js";
import type { Solution } from "../../solver/variant.js";
import { random } from "../../spec/samples/random.js";
import type { Prepared } from "../instances.js";
import { push } from "./mip.js";
import type { Peer, PeerOptions, PeerResult } from "../peer.js";

/** Units to be tried one after the other; it is told whether the last one got a slot. */
type Order = Generator<number, void, boolean>;

export const BOOKING: readonly Peer[] = [
  booking("random", (prepared, seed) => atRandom(prepared, seed), {
    en: "Wished pairs in random order, each in the first slot that fits.",
    fr: "Les paires souhaitées au hasard, chacune dans le premier créneau possible.",
  }),
  booking("alphabetical", (prepared) => alphabetical(prepared), {
    en: "Round robin by company name: one meeting each per round, the best wish that still fits.",
    fr: "Tour de table par nom de société : un rendez-vous chacun par tour, le meilleur souhait encore possible.",
  }),
  booking("deferred-acceptance", (prepared) => deferredAcceptance(prepared), {
    en: "Who meets whom by deferred acceptance (stable for both sides), then the first slot that fits.",
    fr: "Qui rencontre qui par acceptation différée (stable des deux côtés), puis le premier créneau possible.",
  }),
];

/** Why an event has no such order; a number never stands in an error's place. */
class NotForThis extends Error {}

function booking(id: string, orderOf: (prepared: Prepared, seed: number) => Order, about: Peer["about"]): Peer {
  return {
    id,
    about,
    solve: (prepared, options) => Promise.resolve(book(prepared, orderOf, options)),
  };
}

function book(
  prepared: Prepared,
  orderOf: (prepared: Prepared, seed: number) => Order,
  { seed, module, cpu }: PeerOptions,
): PeerResult {
  const { problem } = prepared;
  const origin = cpu();
  const kernel = onlyLocks(problem, seed, module);
  const setup = cpu() - origin;
  try {
    const order = orderOf(prepared, seed);
    let tried = 0;
    for (let next = order.next(false); !next.done; tried++) next = order.next(putFirst(problem, kernel, next.value));
    const at = cpu() - origin;
    return { status: "done", nodes: tried, setup, used: at, found: [{ at, solution: solutionIn(kernel) }] };
  } catch (error) {
    if (!(error instanceof NotForThis)) throw error;
    return { status: "none", why: error.message, setup, used: cpu() - origin, found: [] };
  }
}

/** A kernel whose working solution holds the locked meetings, and all seats. */
function onlyLocks(problem: Problem, seed: number, module: WebAssembly.Module): Kernel {
  const kernel = Kernel.create(problem, module);
  kernel.start("greedy", seed);
  while (!kernel.step(1000)) continue;
  for (let u = 0; u < problem.word(L.N_UNITS); u++)
    if (problem.sections.unitLocked[u] !== 1 && kernel.currentRecord(u)[L.UNIT_SLOT]! >= 0)
      kernel.applyMove("remove", u);
  return kernel;
}

function putFirst(problem: Problem, kernel: Kernel, unit: number): boolean {
  if (kernel.currentRecord(unit)[L.UNIT_SLOT]! >= 0) return false;
  for (let t = 0; t < problem.word(L.N_SLOTS); t++) {
    if (!hasBit(problem.sections.unitSlots, unit * problem.word(L.N_WORDS), t)) continue;
    if (kernel.applyMove("insert", unit, t).forbidden === undefined) return true;
  }
  return false;
}

function solutionIn(kernel: Kernel): Solution {
  return { units: kernel.current(), seats: kernel.best().seats };
}

function* atRandom({ problem }: Prepared, seed: number): Order {
  const wished = allUnits(problem).filter((u) => wishesOf(problem, u).some((points) => points > 0));
  yield* random(seed).shuffle(wished);
}

function* alphabetical({ problem, facts }: Prepared): Order {
  const nameOf = (p: number): string => {
    const { organisation, name } = facts.spec.participants[p]!;
    return `${organisation ?? name} ${name}`;
  };
  const people = Array.from({ length: problem.word(L.N_PARTICIPANTS) }, (_, p) => p);
  const names = people.map(nameOf);
  // By code unit: the order of no language, and the same everywhere.
  const turns = people.sort((p, q) => (names[p]! < names[q]! ? -1 : names[p]! > names[q]! ? 1 : p - q));
  const left = listsOf(problem).map((list) => list.map(({ unit }) => unit));
  for (let booked = true; booked;) {
    booked = false;
    for (const p of turns)
      for (let unit = left[p]!.shift(); unit !== undefined; unit = left[p]!.shift())
        if (yield unit) {
          booked = true;
          break;
        }
  }
}

function* deferredAcceptance({ problem }: Prepared): Order {
  const market = marketOf(problem);
  if (!market)
    throw new NotForThis("it needs two sides that meet each other only: a one-sided event may have no stable outcome");
  const together = (u: number): number => market.worth(u, 0) + market.worth(u, 1);
  yield* stablePairs(market).sort((a, b) => together(b) - together(a) || a - b);
}

/** Two sides, and the units of whom at least one of the two wishes for. */
export interface Market {
  units: readonly number[];
  /** The two of a unit: who proposes, and who is proposed to. */
  ends(unit: number): [number, number];
  /** Whether end `i` of a unit would rather have `a` than `b`: negative; never 0 for two units. */
  order(i: 0 | 1): (a: number, b: number) => number;
  worth(unit: number, i: 0 | 1): number;
  /** How many somebody meets at most: within their maximum and the slots they have. */
  quota(participant: number): number;
}

/** The market of a problem; undefined where people of one side meet each other, or there are not two. */
export function marketOf(problem: Problem): Market | undefined {
  const s = problem.sections;
  const people = problem.word(L.N_PARTICIPANTS);
  const sides = new Set(Array.from({ length: people }, (_, p) => s.side[p]!));
  const units = allUnits(problem).filter((u) => wishesOf(problem, u).some((points) => points > 0));
  if (sides.size !== 2 || units.some((u) => s.side[s.unitP[u]!] === s.side[s.unitQ[u]!])) return undefined;
  const proposing = Math.min(...sides);
  const turned = (u: number): boolean => s.side[s.unitP[u]!] !== proposing;
  const worth = (u: number, i: 0 | 1): number => wishesOf(problem, u)[turned(u) ? 1 - i : i]!;
  const quota = Array.from({ length: people }, (_, p) =>
    Math.min(slotsOf(problem, p), s.maximum[p]! < NO_LIMIT ? s.maximum[p]! : Infinity),
  );
  return {
    units,
    ends: (u) => (turned(u) ? [s.unitQ[u]!, s.unitP[u]!] : [s.unitP[u]!, s.unitQ[u]!]),
    order: (i) => (a, b) => worth(b, i) - worth(a, i) || worth(b, i === 0 ? 1 : 0) - worth(a, i === 0 ? 1 : 0) || a - b,
    worth,
    quota: (p) => quota[p]!,
  };
}

/**
 * Many-to-many deferred acceptance (Gale and Shapley 1962; Roth 1984): one side proposes from its best wish down, the other
 * keeps its best proposals up to its quota. The outcome is pairwise stable: no two who are not together would both rather be.
 */
export function stablePairs({ units, ends, order, quota }: Market): number[] {
  const proposals = new Map<number, number[]>();
  for (const u of [...units].sort(order(0))) push(proposals, ends(u)[0], u);
  const kept = new Map<number, number[]>();
  const engaged = new Map<number, number>();
  const count = (p: number): number => engaged.get(p) ?? 0;
  const free = [...proposals.keys()];
  for (let p = free.pop(); p !== undefined; p = free.pop())
    while (count(p) < quota(p) && proposals.get(p)!.length > 0) {
      const u = proposals.get(p)!.shift()!;
      const q = ends(u)[1];
      push(kept, q, u);
      engaged.set(p, count(p) + 1);
      const here = kept.get(q)!;
      if (here.length <= quota(q)) continue;
      const [loser] = ends(here.sort(order(1)).pop()!);
      engaged.set(loser, count(loser) - 1);
      if (loser !== p) free.push(loser);
    }
  return [...kept.values()].flat();
}

/** How many slots a participant has: those in which one of their rows is present. */
function slotsOf(problem: Problem, p: number): number {
  const s = problem.sections;
  let count = 0;
  for (let r = s.rowStart[p]!; r < s.rowStart[p + 1]!; r++)
    for (let t = 0; t < problem.word(L.N_SLOTS); t++) if (hasBit(s.rowPresent, r * problem.word(L.N_WORDS), t)) count++;
  return count;
}

function allUnits(problem: Problem): number[] {
  return Array.from({ length: problem.word(L.N_UNITS) }, (_, u) => u).filter(
    (u) => problem.sections.unitLocked[u] !== 1,
  );
}

/** What the meeting is worth to either of the two, directly or as a wish for an organisation. */
function wishesOf(problem: Problem, u: number): [number, number] {
  const s = problem.sections;
  const group = (g: number): number => (g >= 0 ? s.groupPoints[g]! : 0);
  return [Math.max(s.unitPointsP[u]!, group(s.unitGroupP[u]!)), Math.max(s.unitPointsQ[u]!, group(s.unitGroupQ[u]!))];
}

/** Everybody's wishes, the best first. */
function listsOf(problem: Problem): { unit: number; points: number }[][] {
  const s = problem.sections;
  const lists = Array.from({ length: problem.word(L.N_PARTICIPANTS) }, (): { unit: number; points: number }[] => []);
  for (const unit of allUnits(problem))
    wishesOf(problem, unit).forEach((points, i) => {
      if (points > 0) lists[i === 0 ? s.unitP[unit]! : s.unitQ[unit]!]!.push({ unit, points });
    });
  for (const list of lists) list.sort((a, b) => b.points - a.points || a.unit - b.unit);
  return lists;
}
