// One more of something, alike in everything, raises what the same prices prove by no more than the margin says.

import { expect, test } from "vitest";
import type { Certificate } from "../../src/bound.js";
import { checkCertificate } from "../../src/certificate.js";
import { marginsOf, type Margins } from "../../src/certificate/margins.js";
import { factsOf } from "../../src/rules/facts.js";
import { hashOf } from "../../src/rules/facts/hash.js";
import type { EventInput, EventSpec } from "../../src/spec/schema.js";
import { buyers, eventOf, sellers, wishes } from "../support/event-builder.js";
import { randomCertificate } from "../support/random-certificate.js";
import { Random } from "../support/random.js";

const SLOTS = 3;
const slot = (t: number): string => `am.${t + 1}`;

/** One session, and what there is one more of: in a slot like `slot`, whoever misses that is away too. */
function event(seed: number, extra?: { slot?: number; place?: boolean; person?: string }): EventSpec {
  const random = new Random(seed);
  const like = extra?.slot;
  const tokens = (absent: string[]): string[] =>
    like !== undefined && absent.includes(slot(like)) ? [...absent, slot(SLOTS)] : absent;
  const hour = like === undefined ? "10:30" : "11:00";
  const draw = (id: string): { id: string } & Partial<EventInput["participants"][number]> => ({
    id,
    absent: tokens(random.some([0, 1, 2].map(slot), 1)),
    guaranteed: random.int(0, 2),
    ...(random.chance(0.4) && { maximum: random.int(1, 2) }),
  });
  const bs = ["b1", "b2", "b3"].map(draw);
  const ss = ["s1", "s2"].map(draw);
  const list = wishes(
    ...bs.flatMap((b) => ss.filter(() => random.chance(0.7)).map((s) => `${b.id} > ${s.id} ${random.int(1, 3)}`)),
    ...ss.flatMap((s) => bs.filter(() => random.chance(0.4)).map((b) => `${s.id} > ${b.id} ${random.int(1, 3)}`)),
  );
  const closed = tokens(random.some([0, 1, 2].map(slot), 1));
  const places = [{ id: "t1" }, { id: "t2", closed }, ...(extra?.place ? [{ id: "t3" }] : [])];
  const twin = (id: string): string => (id === extra?.person ? "twin" : id);
  for (const group of [bs, ss]) {
    const one = group.find(({ id }) => id === extra?.person);
    if (one) group.push({ ...one, id: "twin" });
  }
  const more = list.filter(({ from, to }) => twin(from) !== from || twin(to) !== to);
  return eventOf({
    calendar: [
      {
        date: "2027-03-17",
        sessions: [{ id: "am", kind: "meetings", start: "09:00", end: hour, meeting: 25, changeover: 5 }],
      },
    ],
    participants: [...buyers(...bs), ...sellers(...ss)],
    wishes: [...list, ...more.map((wish) => ({ ...wish, from: twin(wish.from), to: twin(wish.to) }))],
    places,
    rules: { guarantee: 300, mutual: 20, walk: 1 },
  });
}

function valueOf(spec: EventSpec, certificate: Certificate): number {
  const facts = factsOf(spec);
  const proof = checkCertificate(facts, { ...certificate, event: hashOf(facts) });
  if (!proof.ok) throw new Error(`${proof.reason} ${proof.at.join(".")}`);
  return proof.value;
}

function drawn(seed: number): { certificate: Certificate; margins: Margins; value: number } {
  const spec = event(seed);
  const facts = factsOf(spec);
  const certificate = randomCertificate(new Random(seed ^ 0x3a16), facts);
  const margins = marginsOf(facts, certificate);
  if ("ok" in margins) throw new Error(margins.reason);
  return { certificate, margins, value: valueOf(spec, certificate) };
}

/** Values are rounded down to the grain of the event, which walking makes one point. */
const GRAIN = 1;

test("of a place, a slot and a participant", () => {
  const seen = { place: 0, slot: 0, person: 0 };
  for (let seed = 0; seed < 250; seed++) {
    const { certificate, margins, value } = drawn(seed);
    const place = valueOf(event(seed, { place: true }), certificate);
    expect(place - value, `place ${seed}`).toBeLessThanOrEqual(margins.place! + GRAIN);
    if (margins.place! > GRAIN && place > value) seen.place++;
    for (const one of margins.slots) {
      const t = Number(one.slot.slice(3)) - 1;
      const longer = <T>(list: readonly T[]): T[] => [...list, list[t]!];
      const pi = Object.fromEntries(Object.entries(certificate.pi ?? {}).map(([id, list]) => [id, longer(list)]));
      const { kappa } = certificate;
      const more = { ...certificate, pi, ...(kappa && { kappa: longer(kappa) }) };
      const raised = valueOf(event(seed, { slot: t }), more) - value;
      expect(raised, `${one.slot} of ${seed}`).toBeLessThanOrEqual(one.points + GRAIN);
      if (one.points > GRAIN && raised > 0) seen.slot++;
    }
    for (const { participant, points } of margins.sides) {
      const copied = <T>(record: Readonly<Record<string, T>> = {}): Record<string, T> =>
        Object.fromEntries(
          Object.entries(record).flatMap(([id, entry]) =>
            id === participant
              ? [
                  [id, entry],
                  ["twin", entry],
                ]
              : [[id, entry]],
          ) as [string, T][],
        );
      const { pi, mu, tangents } = certificate;
      const more = { ...certificate, pi: copied(pi), mu: copied(mu), tangents: copied(tangents) };
      const raised = valueOf(event(seed, { person: participant }), more) - value;
      expect(raised, `${participant} of ${seed}`).toBeLessThanOrEqual(points + GRAIN);
      if (points > GRAIN && raised > 0) seen.person++;
    }
  }
  for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(20);
});
