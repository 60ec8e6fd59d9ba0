// The search is not worse than it was: small events, one seed, a fixed number of steps, compared with what is kept in
// bench/results/smoke.json. `npm run bench -- smoke` rewrites the file; a worse number in it wants a reason.

import { describe, expect, it } from "vitest";
import { keptSmoke, smoke } from "../../bench/lib-smoke.js";
import { RELEASE } from "../support/kernels.js";

const kept = keptSmoke();
const still = (): number => 0;
const now = smoke({ module: RELEASE, build: "", cpu: still, wall: still });

describe(`${kept.variant} after ${kept.steps} steps`, () => {
  it("is measured on the events and steps that were kept", () => {
    const about = ({ variant, steps, instances }: typeof kept): unknown => [
      variant,
      steps,
      Object.entries(instances).map(([id, { event }]) => [id, event]),
    ];
    expect(about(now)).toEqual(about(kept));
  });

  it.each(Object.entries(kept.instances))("is as good as it was on %s", (id, before) => {
    const { score, unplaced } = now.instances[id]!;
    expect(unplaced).toBeLessThanOrEqual(before.unplaced);
    expect(score).toBeGreaterThanOrEqual(before.score);
  });
});
