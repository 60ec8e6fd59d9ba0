// Random certificates of an event, good and bad, and the search for one that proves little more than is true. Used by
// the tests of certificates; everything they draw is a certificate.

import { LARGEST_PRICE, type Certificate } from "../../src/bound.js";
import { checkCertificate, type Proof } from "../../src/certificate.js";
import type { Facts } from "../../src/rules/facts.js";
import { hashOf } from "../../src/rules/facts/hash.js";
import { canMeet } from "../../src/certificate/slots.js";
import type { Random } from "./random.js";

/** Prices of any size up to what wishes are worth, of time also below 0, each kind now and then left out; all tangents within their range. */
export function randomCertificate(random: Random, facts: Facts): Certificate {
  const scale = random.pick([1, 7, 1000, 1_000_000]);
  const most = random.pick([3, 30, 300]) * scale;
  const price = (): number => (random.chance(0.4) ? 0 : random.int(0, most));
  const anyPrice = (): number => (random.chance(0.15) ? -random.int(1, most) : price());
  const slots = facts.calendar.slots.map(price);
  const each = <T>(entry: (p: number) => T): Record<string, T> =>
    Object.fromEntries(facts.people.filter(() => random.chance(0.8)).map(({ id, index }) => [id, entry(index)]));
  const maxima = facts.people.filter(({ maximum }) => maximum < Infinity);
  return {
    event: hashOf(facts),
    scale,
    ...(random.chance(0.8) && { pi: each(() => slots.map(anyPrice)) }),
    ...(facts.places.length > 0 && random.chance(0.5) && { kappa: slots }),
    ...(random.chance(0.5) && { mu: Object.fromEntries(maxima.map(({ id }) => [id, price()])) }),
    ...(random.chance(0.5) && { sigma: each(price) }),
    ...(random.chance(0.5) && { discount: each(() => random.int(0, 1000)) }),
    ...(random.chance(0.8) && {
      tangents: each((p): [number, number] => [
        random.int(0, facts.rules.guarantee * scale),
        random.int(0, facts.best(p)),
      ]),
    }),
    ...(random.chance(0.7) && { organisations: shares(random, facts, scale) }),
    ...(facts.rules.onePerOrganisation && random.chance(0.8) && { exclusive: partners(random, facts, price) }),
    ...(random.chance(0.7) && { holes: true as const }),
    ...(facts.meals.length > 0 && random.chance(0.6) && { tables: tables(random, facts, price) }),
  };
}

/** Prices of whole tables, of one side or two as the core, of any depth; some left out, some of pairs that count elsewhere. */
function tables(random: Random, facts: Facts, price: () => number): NonNullable<Certificate["tables"]> {
  const { people, meals, sideIds } = facts;
  const ids = people.map(({ id }) => id);
  return {
    core: random.shuffled(sideIds).slice(0, random.int(1, 2)),
    depth: random.int(1, 4),
    seats: meals.flatMap(({ id }): [string, Record<string, number>][] =>
      random.chance(0.8) ? [[id, Object.fromEntries(random.some(ids, 2).map((who) => [who, price()]))]] : [],
    ),
    ...(random.chance(0.7) && {
      prices: meals.flatMap(({ id, tables: list }) =>
        [...new Set(list.map(({ seats }) => seats))].map((seats): [string, number, number] => [id, seats, price()]),
      ),
    }),
    ...(random.chance(0.7) && {
      pairs: ids.flatMap((a, i) =>
        ids.slice(i + 1).flatMap((b): [string, string, number][] => (random.chance(0.3) ? [[a, b, price()]] : [])),
      ),
    }),
  };
}

/** w up to the weight of the wish: C is at least that where anybody can be met. */
function shares(random: Random, facts: Facts, scale: number): [string, string, number][] {
  const { wishes, organisations, people } = facts;
  return [...wishes.list].flatMap((wish): [string, string, number][] => {
    if (wishes.organisation[wish]! < 0) return [];
    const p = wishes.from[wish]!;
    const { name, members } = organisations[wishes.organisation[wish]!]!;
    if (!members.some((q) => canMeet(facts, p, q))) return [];
    return [[people[p]!.id, name!, random.int(0, Math.min(LARGEST_PRICE, wishes.weight[wish]! * scale))]];
  });
}

/** Some participants with some organisations other than their own. */
function partners(random: Random, facts: Facts, price: () => number): [string, string, number][] {
  return facts.people.flatMap(({ id, organisation }) =>
    facts.organisations.flatMap(({ name }, o): [string, string, number][] =>
      name === undefined || o === organisation || random.chance(0.5) ? [] : [[id, name, price()]],
    ),
  );
}

/** Of many small changes to the prices, those that prove more: what is left of them, and what it proves. */
export function improved(random: Random, facts: Facts, start: Certificate, tries: number): [Certificate, Proof] {
  let certificate = start;
  let proof = proofOf(facts, start);
  for (let i = 0; i < tries; i++) {
    const next = structuredClone(certificate) as Writable;
    const other = randomCertificate(random, facts) as Writable;
    if (other.scale !== next.scale) continue;
    const key = random.pick([
      "pi",
      "mu",
      "sigma",
      "discount",
      "tangents",
      "kappa",
      "organisations",
      "exclusive",
      "holes",
      "tables",
    ] as const);
    if (key === "pi" || key === "mu" || key === "sigma" || key === "discount" || key === "tangents") {
      const entries = Object.entries(other[key] ?? {});
      if (entries.length === 0) continue;
      const [id, value] = random.pick(entries);
      const old = new Map(Object.entries(next[key] ?? {}));
      old.set(id, value);
      next[key] = Object.fromEntries(old);
    } else if (other[key] !== undefined) next[key] = other[key];
    const better = proofOf(facts, next as Certificate);
    if (better.value > proof.value) continue;
    certificate = next as Certificate;
    proof = better;
  }
  return [certificate, proof];
}

type Writable = Record<string, unknown> & { scale: number } & Partial<
    Record<"pi" | "mu" | "sigma" | "discount" | "tangents", Record<string, unknown>>
  >;

/** What a certificate proves; a refusal throws. */
export function proofOf(facts: Facts, certificate: Certificate): Proof {
  const proof = checkCertificate(facts, certificate);
  if (!proof.ok) throw new Error(`refused: ${proof.reason} at ${proof.at.join(".")}`);
  return proof;
}
