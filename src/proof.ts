// How good a schedule is at all: a solver's prices become a certificate, the judge works out what they prove, and the
// schedule carries both. Called by pipeline.ts at the end of a run. Of the prices nothing is believed.

import type { Certificate } from "./bound.js";
import { checkCertificate } from "./certificate.js";
import { certificateFrom, type PlainPrices } from "./certificate/from.js";
import { exclusiveKey, readCertificate } from "./certificate/read.js";
import { seatPrices } from "./certificate/seats.js";
import { coreOf, TablePricing } from "./certificate/table-prices.js";
import { openClock } from "./host/clock.js";
import type { Judged } from "./plan.js";
import type { Names } from "./problem/compile.js";
import type { Facts } from "./rules/facts.js";
import type { Schedule } from "./schedule.js";
import type { Prices } from "./solver/variant.js";
import { hashOf, verifyWith } from "./verify.js";

/** How much is done for a lower bound once the run is over. */
export interface Care {
  /** Pairs to look at for prices of whole tables, at most. */
  effort?: number;
  signal?: AbortSignal;
}

/** The schedule with its bound, judged; as it was where it breaks a rule, or where the prices prove nothing. */
export async function withBound(
  judged: Judged,
  prices: Prices | undefined,
  facts: Facts,
  names: Names,
  base?: Schedule,
  care: Care = {},
): Promise<Judged> {
  if (!judged.report.feasible || judged.unplaced.length > 0) return judged;
  if (!prices && facts.rules.hole === 0) return judged;
  const seats = certificateOf(prices, facts, names);
  const certificate = prices ? await withTables(seats, facts, care) : seats;
  const proof = checkCertificate(facts, certificate);
  if (!proof.ok) return judged;
  const schedule: Schedule = { ...judged.schedule, bound: { value: proof.value, parts: proof.parts, certificate } };
  return { ...judged, schedule, report: verifyWith(facts, schedule, base) };
}

/** What prices prove of every total, in points; undefined where they prove nothing. */
export function provenBound(prices: Prices, facts: Facts, names: Names): number | undefined {
  const proof = checkCertificate(facts, certificateOf(prices, facts, names));
  return proof.ok && proof.impossible.length === 0 ? proof.value : undefined;
}

/** The certificate that a solver's prices make; where people sit at tables, with prices of seats. */
export function certificateOf(prices: Prices | undefined, facts: Facts, names: Names): Certificate {
  const plain = plainPrices(prices, facts, names);
  const of = {
    event: hashOf(facts),
    participants: names.participants,
    slots: names.slots.length,
    best: names.participants.map((_, p) => facts.best(p)),
  };
  const certificate = certificateFrom(plain, of);
  if (facts.meals.length === 0) return certificate;
  const read = readCertificate(facts, certificate);
  return "ok" in read ? certificate : certificateFrom({ ...plain, ...seatPrices(facts, read) }, of);
}

/** The certificate with prices of whole tables, where they prove more; worked out a little at a time. */
export async function withTables(
  certificate: Certificate,
  facts: Facts,
  { effort, signal }: Care,
): Promise<Certificate> {
  if (effort === 0) return certificate;
  const core = coreOf(facts);
  const prices = readCertificate(facts, certificate);
  if (core === null || "ok" in prices) return certificate;
  const sigma = prices.sigma.map((price) => price / prices.scale);
  const pricing = new TablePricing(facts, prices, core, { sigma, discount: prices.discount }, effort);
  const clock = openClock();
  try {
    // Between rounds, whoever else has something to do in this thread does it.
    while (pricing.round() && !signal?.aborted) await clock.pause();
  } finally {
    clock.close();
  }
  const found = pricing.result();
  if (!found) return certificate;
  const discount = Object.fromEntries(facts.people.map(({ id, index }) => [id, found.discount[index]!]));
  const other = { ...certificate, discount, tables: found.tables };
  const [before, after] = [checkCertificate(facts, certificate), checkCertificate(facts, other)];
  return before.ok && after.ok && after.value < before.value ? other : certificate;
}

function plainPrices(prices: Prices | undefined, facts: Facts, names: Names): PlainPrices {
  return {
    ...(prices && {
      pi: prices.pi,
      ...(names.places.length > 0 && { kappa: prices.kappa }),
      mu: prices.mu.map((price, p) => (facts.people[p]!.maximum === Infinity ? 0 : price)),
      slope: prices.slope,
      touch: prices.touch,
      organisations: names.groups.map((group, g) => ({ ...group, w: prices.groups[g]! })),
      exclusive: exclusivePrices(prices, facts),
    }),
    holes: facts.rules.hole > 0,
  };
}

/** One of each participant and organisation. */
function exclusivePrices({ exclusive }: Prices, facts: Facts): PlainPrices["exclusive"] {
  const seen = new Set<number>();
  return exclusive.flatMap(({ participant, other, price }) => {
    const { organisation } = facts.people[other]!;
    const { name } = facts.organisations[organisation]!;
    const key = exclusiveKey(facts, participant, organisation);
    if (name === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ participant, organisation: name, price }];
  });
}
