// Promises that prices refute: a certificate of the event in which promises alone count, by which no schedule keeps them
// all. Called by promises.ts with a solver's prices, of which nothing is believed: what is told is what checkCertificate
// proves, in exact arithmetic.

import type { Certificate } from "../bound.js";
import { checkCertificate } from "../certificate.js";
import { certificateFrom } from "../certificate/from.js";
import type { Facts } from "../rules/facts.js";
import { hashOf } from "../rules/facts/hash.js";
import { MISSING } from "./event.js";
import type { Shortage } from "./shortage.js";

/** Of more people than this, none is tried to be left out. */
const MOST_TRIED = 300;
/** Prices of these shares of a promised meeting, and more, are raised to a whole one, the others dropped: noise goes. */
const SHARES = [0.25, 0.5, 0.75];

/** Prices in points, by index, of promisesOfSide. */
export interface SidePrices {
  pi: ArrayLike<number>;
  kappa: ArrayLike<number>;
  mu: ArrayLike<number>;
}

/** A shortage with its certificate, which belongs to promisesOnly(event). */
export interface Priced {
  shortage: Shortage;
  certificate: Certificate;
}

/**
 * What the prices prove of the promises of `members`, or undefined. `facts` are those of promisesOnly(event); a price on the
 * maximum of a member is one on its promise, and takes from the slope of its guarantee.
 */
export function pricedShortage(facts: Facts, members: readonly number[], prices: SidePrices): Priced | undefined {
  const rounded = [undefined, ...SHARES].map((share) => certificateOf(facts, members, prices, share));
  const proofs = rounded.flatMap((certificate) => fewest(facts, certificate) ?? []);
  return proofs.sort((a, b) => a.shortage.participants.length - b.shortage.participants.length)[0];
}

/** What a certificate proves of as few participants as it can. */
function fewest(facts: Facts, start: Certificate): Priced | undefined {
  let certificate = start;
  let missing = missingBy(facts, certificate);
  if (missing === 0) return undefined;
  let tangents = Object.entries(certificate.tangents ?? {});
  const irreducible = tangents.length <= MOST_TRIED;
  for (const entry of irreducible ? [...tangents] : []) {
    const fewer = tangents.filter((other) => other !== entry);
    const without = { ...certificate, tangents: Object.fromEntries(fewer) };
    const still = missingBy(facts, without);
    if (still > 0) [tangents, certificate, missing] = [fewer, without, still];
  }
  const ids = new Set(tangents.map(([id]) => id));
  const people = facts.people.filter(({ id }) => ids.has(id));
  const promised = people.reduce((sum, { guaranteed }) => sum + guaranteed, 0);
  const shortage: Shortage = {
    participants: people.map(({ id }) => id),
    irreducible,
    promised,
    possible: promised - missing,
    cause: { kind: "prices" },
  };
  return { shortage, certificate };
}

/** Promised meetings that are missing in every schedule, as far as the certificate proves it; else 0. */
export function missingBy(facts: Facts, certificate: Certificate): number {
  const proof = checkCertificate(facts, certificate);
  return proof.ok && proof.impossible.length === 0 && proof.value < 0 ? Math.ceil(-proof.value / MISSING) : 0;
}

function certificateOf(
  facts: Facts,
  members: readonly number[],
  { pi, kappa, mu }: SidePrices,
  share: number | undefined,
): Certificate {
  const round = (price: number): number =>
    share === undefined ? price : price >= share * MISSING ? MISSING * Math.max(1, Math.round(price / MISSING)) : 0;
  const count = facts.people.length;
  const slope = new Float64Array(count);
  const most = Float64Array.from({ length: count }, (_, p) =>
    facts.people[p]!.maximum === Infinity ? 0 : round(mu[p]!),
  );
  for (const p of members) {
    slope[p] = Math.max(0, MISSING - round(mu[p]!));
    most[p] = 0;
  }
  return certificateFrom(
    {
      pi: Array.from(pi, round),
      ...(facts.places.length > 0 && { kappa: Array.from(kappa, round) }),
      mu: most,
      slope,
    },
    { event: hashOf(facts), participants: facts.people.map(({ id }) => id), slots: kappa.length },
  );
}
