// A variant whose runs give a sign of life while they step: whoever waits for a run sees that it goes on, and how far it is.
// Called by bencher.ts. The steps are the same: step(1) a hundred times equals step(100) (src/solver/variant.ts).

import type { Run, Variant } from "../../../src/index.js";

/** Steps between two looks at the clock. */
const STRIDE = 4096;
/** Milliseconds between two signs. */
const BEAT = 100;

/** The variant; `beat` hears how many steps a run has made. */
export function withPulse(variant: Variant, beat: (steps: number) => void, now: () => number): Variant {
  return {
    ...variant,
    start(problem, options): Run {
      const run = variant.start(problem, options);
      let made = 0;
      let told = -Infinity;
      return {
        step(n) {
          for (let left = n; left > 0; left -= STRIDE) {
            const count = Math.min(left, STRIDE);
            run.step(count);
            made += count;
            if (now() - told < BEAT) continue;
            told = now();
            beat(made);
          }
        },
        score: () => run.score(),
        best: () => run.best(),
        stats: () => run.stats(),
        adopt: (solution) => run.adopt(solution),
        prices: () => run.prices?.(),
        dispose: () => run.dispose(),
      };
    },
  };
}
