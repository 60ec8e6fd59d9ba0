// The fewest holes of one person, against trying every set of slots.

import { describe, expect, it } from "vitest";
import { fewestHoles } from "../../../src/certificate/holes.js";
import { Random } from "../../support/random.js";

/** By trying every meeting in every slot. */
function byTrying(open: number[][], session: number[], most: number): number | undefined {
  let best: number | undefined;
  const used = new Set<number>();
  const visit = (m: number): void => {
    if (m < open.length) {
      for (const t of open[m]!) {
        if (used.has(t)) continue;
        used.add(t);
        visit(m + 1);
        used.delete(t);
      }
      return;
    }
    const slots = [...used].sort((a, b) => a - b);
    const holes = new Map<number, number>();
    slots.forEach((t, i) => {
      if (i === 0 || session[slots[i - 1]!] !== session[t] || slots[i - 1] === t - 1) return;
      holes.set(session[t]!, (holes.get(session[t]!) ?? 0) + 1);
    });
    if ([...holes.values()].some((n) => n > most)) return;
    const sum = [...holes.values()].reduce((a, b) => a + b, 0);
    if (best === undefined || sum < best) best = sum;
  };
  visit(0);
  return best;
}

describe("fewestHoles", () => {
  it("is what trying everything finds", () => {
    const counts = new Map<number | undefined, number>();
    for (let seed = 0; seed < 3000; seed++) {
      const random = new Random(seed);
      const slots = random.int(3, 11);
      const cut = random.int(2, 20);
      const session = Array.from({ length: slots }, (_, t) => (t < cut ? 0 : 1));
      const open = Array.from({ length: random.int(1, 5) }, () =>
        session.flatMap((_, t) => (random.chance(0.3) ? [t] : [])),
      );
      const most = random.pick([0, 1, 2, Infinity]);
      const expected = byTrying(open, session, most);
      expect(fewestHoles(open, session, most), `draw ${seed}`).toBe(expected);
      counts.set(expected, (counts.get(expected) ?? 0) + 1);
    }
    for (const result of [0, 1, 2, undefined]) expect(counts.get(result) ?? 0, String(result)).toBeGreaterThan(10);
  });

  it("takes more slots than a word has bits", () => {
    const session = new Array<number>(200).fill(0);
    const even = Array.from({ length: 100 }, (_, i) => [2 * i]);
    expect(fewestHoles(even, session, Infinity)).toBe(99);
    expect(fewestHoles(even, session, 98)).toBeUndefined();
    const anywhere = even.map(() => session.map((_, t) => t));
    expect(fewestHoles(anywhere, session, Infinity)).toBe(0);
  });
});
