// What a row's session is worth at given prices, against all choices of its slots.

import { expect, test } from "vitest";
import { sessionWorth } from "../../src/certificate/days.js";
import { Random } from "../support/random.js";

type Slots = readonly (number | undefined)[];
type Costs = Parameters<typeof sessionWorth>[1];

/** The worth of the slots in `held`, or undefined where a run is too long or a slot cannot be used. */
function worthOf(slots: Slots, held: readonly boolean[], { gap, hole, longest }: Costs): number | undefined {
  const [first, last] = [held.indexOf(true), held.lastIndexOf(true)];
  let [sum, run] = [0, 0];
  for (let t = 0; t < slots.length; t++) {
    const price = slots[t];
    if (held[t]) {
      if (price === undefined || ++run > longest) return undefined;
      sum += price;
      continue;
    }
    if (t > first && t < last) sum -= (price === undefined ? 0 : gap) + (run > 0 ? hole : 0);
    run = 0;
  }
  return sum;
}

test("a session is worth as much as the dearest of all choices of its slots", () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = new Random(seed);
    const slots = Array.from({ length: random.int(0, 9) }, () =>
      random.chance(0.2) ? undefined : random.int(-10, 20),
    );
    const costs = { gap: random.int(0, 6), hole: random.int(0, 6), longest: random.int(0, 5) };
    const all = Array.from({ length: 1 << slots.length }, (_, chosen) =>
      worthOf(
        slots,
        slots.map((_, t) => ((chosen >> t) & 1) === 1),
        costs,
      ),
    );
    const most = Math.max(...all.flatMap((worth) => worth ?? []));
    expect(sessionWorth(slots, costs), `seed ${seed}`).toBe(most);
  }
});
