// Every hard rule from scratch, in the most obvious code there is: how many breaches a solution has, counted as the judge
// counts its findings. Called by the reference variant and by the tests that hold the kernel against it.

import * as L from "../../../assembly/layout.js";
import type { Problem } from "../../problem/problem.js";
import { append, holesIn, isIn, minutesBetween, sessionsOf, slotsOf, type Held, type Look } from "./look.js";

type Count = (problem: Problem, look: Look) => number;

/** Breaches of each rule, in the order of RULE_IDS. */
export function breachesOf(problem: Problem, look: Look): number[] {
  return COUNTS.map((count) => count(problem, look));
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);

const clash: Count = (_, look) =>
  sum([...look.byRow.values()].map((meetings) => slotsOf(meetings).filter((t) => atSlot(meetings, t) > 1).length));

const availability: Count = (problem, look) =>
  sum(
    look.meetings.map(
      ({ rowP, rowQ, slot }) =>
        [rowP, rowQ].filter((row) => !isIn(problem, problem.sections.rowPresent, row, slot)).length,
    ),
  );

const eligible: Count = (problem, look) => {
  const { unitBlocked, slotSets } = problem.sections;
  const blocked = look.meetings.filter(
    ({ unit, slot }) => unitBlocked[unit]! >= 0 && isIn(problem, slotSets, unitBlocked[unit]!, slot),
  ).length;
  const twice = [...look.byPair.values()].map(
    (meetings) => slotsOf(meetings).filter((t) => atSlot(meetings, t) > 1).length,
  );
  return blocked + sum(twice);
};

const maximum: Count = (problem, look) =>
  [...look.byParticipant].filter(([p, meetings]) => meetings.length > problem.sections.maximum[p]!).length;

const place: Count = (problem, look) => {
  if (problem.word(L.N_PLACES) === 0) return 0;
  const s = problem.sections;
  let breaches = 0;
  const uses = new Map<number, Held[]>();
  for (const meeting of look.meetings) {
    const z = meeting.place;
    if (z < 0 || !mayUse(problem, meeting.pair, z) || !isIn(problem, s.placeOpen, z, meeting.slot)) breaches++;
    if (z >= 0) append(uses, z, meeting);
  }
  for (const [z, meetings] of uses)
    breaches += slotsOf(meetings).filter((t) => atSlot(meetings, t) > s.placeCapacity[z]!).length;
  return breaches;
};

/** Some lock of the pair, or the pair itself, may be held at place z. */
function mayUse(problem: Problem, pair: number, z: number): boolean {
  const s = problem.sections;
  const pool = s.pool.subarray(0, problem.word(L.N_POOL));
  for (let unit = s.pairUnit[pair]!; unit < s.pairUnit[pair + 1]!; unit++) {
    if (s.unitPlaceA[unit] === z || s.unitPlaceB[unit] === z) return true;
    if (s.unitPool[unit] === 1 && pool.includes(z)) return true;
  }
  return false;
}

const walkable: Count = (problem, look) => {
  if (problem.word(L.R_WALK_HARD) === 0) return 0;
  const s = problem.sections;
  let breaches = 0;
  for (const meetings of look.byRow.values()) {
    for (const a of meetings) {
      for (const b of meetings) {
        if (a.slot >= b.slot || s.slotDay[a.slot] !== s.slotDay[b.slot] || a.place < 0 || b.place < 0) continue;
        if (s.slotStart[b.slot]! - s.slotEnd[a.slot]! < minutesBetween(problem, a.place, b.place)) breaches++;
      }
    }
  }
  return breaches;
};

const holes: Count = (problem, look) => {
  const most = problem.word(L.R_MAX_HOLES);
  if (most < 0) return 0;
  const sessions = [...look.byRow.values()].flatMap((meetings) => sessionsOf(problem, meetings));
  return sessions.filter((session) => holesIn(slotsOf(session)) > most).length;
};

const rest: Count = (problem, look) => {
  const most = problem.word(L.R_REST);
  if (most < 0) return 0;
  let breaches = 0;
  for (const meetings of look.byRow.values()) {
    for (const session of sessionsOf(problem, meetings)) {
      let run = 0;
      slotsOf(session).forEach((t, i, slots) => {
        run = i > 0 && slots[i - 1] === t - 1 ? run + 1 : 1;
        if (run === most + 1) breaches++; // once per run
      });
    }
  }
  return breaches;
};

const exclusive: Count = (problem, look) => {
  if (problem.word(L.R_EXCLUSIVE) === 0) return 0;
  let breaches = 0;
  for (const [p, meetings] of look.byParticipant) {
    const partners = new Set(meetings.map((meeting) => (meeting.p === p ? meeting.q : meeting.p)));
    const organisations = [...partners].map((q) => problem.sections.organisation[q]!);
    breaches += [...new Set(organisations)].filter((o) => organisations.filter((x) => x === o).length > 1).length;
  }
  return breaches;
};

const locked: Count = (problem, look) => {
  const s = problem.sections;
  let missing = 0;
  for (let pair = 0; pair < problem.word(L.N_PAIRS); pair++) {
    const first = s.pairUnit[pair]!;
    if (s.unitLocked[first] === 0) continue;
    const locks = Array.from({ length: s.pairUnit[pair + 1]! - first }, (_, i) => first + i);
    missing += locks.length - mostAnswered(problem, locks, look.byPair.get(pair) ?? []);
  }
  return missing;
};

/** The most locks that can each have a meeting of its own (augmenting paths). */
function mostAnswered(problem: Problem, locks: readonly number[], meetings: readonly Held[]): number {
  const { unitWithin, unitLockPlace, slotSets } = problem.sections;
  const answers = (meeting: Held, lock: number): boolean =>
    (unitWithin[lock]! < 0 || isIn(problem, slotSets, unitWithin[lock]!, meeting.slot)) &&
    (unitLockPlace[lock]! < 0 || unitLockPlace[lock] === meeting.place);
  const lockOf = new Map<Held, number>();
  const assign = (lock: number, tried: Set<Held>): boolean =>
    meetings.some((meeting) => {
      if (tried.has(meeting) || !answers(meeting, lock)) return false;
      tried.add(meeting);
      const other = lockOf.get(meeting);
      if (other !== undefined && !assign(other, tried)) return false;
      lockOf.set(meeting, lock);
      return true;
    });
  return locks.filter((lock) => assign(lock, new Set())).length;
}

const precedence: Count = (problem, look) => {
  const { precedenceFirst, precedenceThen } = problem.sections;
  let breaches = 0;
  for (let i = 0; i < problem.word(L.N_PRECEDENCES); i++) {
    const before = look.byPair.get(precedenceFirst[i]!) ?? [];
    const after = look.byPair.get(precedenceThen[i]!) ?? [];
    if (before.some((a) => after.some((b) => a.slot >= b.slot))) breaches++;
  }
  return breaches;
};

const seating: Count = (problem, look) => {
  const s = problem.sections;
  const people = problem.word(L.N_PARTICIPANTS);
  const sides = problem.word(L.N_SIDES);
  let breaches = 0;
  look.tables.forEach((tables, m) => {
    for (let p = 0; p < people; p++) {
      const fixed = s.fixedTable[m * people + p]!;
      if (fixed >= 0 && !tables.get(fixed)?.includes(p)) breaches++;
    }
    for (const [table, here] of tables) {
      if (here.length > s.tableSeats[table]!) breaches++;
      breaches += here.filter((p) => s.eats[m * people + p] === 0).length;
      for (const p of here) breaches += vetoedBy(problem, p).filter((q) => p < q && here.includes(q)).length;
      for (let side = 0; side < sides; side++) {
        const n = here.filter((p) => s.side[p] === side).length;
        if (n < s.mixMin[m * sides + side]! || n > s.mixMax[m * sides + side]!) breaches++;
      }
    }
  });
  return breaches;
};

/** People with whom p must not share a table. */
export function vetoedBy(problem: Problem, p: number): number[] {
  const s = problem.sections;
  const list: number[] = [];
  for (let k = s.knowsStart[p]!; k < s.knowsStart[p + 1]!; k++) if (s.knowsVeto[k] === 1) list.push(s.knows[k]!);
  return list;
}

function atSlot(meetings: readonly Held[], slot: number): number {
  return meetings.filter((meeting) => meeting.slot === slot).length;
}

// In the order of RULE_IDS.
const COUNTS: readonly Count[] = [
  clash,
  availability,
  eligible,
  maximum,
  place,
  walkable,
  holes,
  rest,
  exclusive,
  locked,
  precedence,
  seating,
];
