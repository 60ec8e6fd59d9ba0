// The worker in which a variant runs that somebody brought: it has no origin and no network (the policy of the frames above
// it), loads the variant, measures it with the harness's own loop and says what it had at each budget. It judges nothing:
// from here on, all that is said may be the variant's own invention.

import { measureSlices } from "../../../src/bench/measure.js";
import { Problem } from "../../../src/problem/problem.js";
import { KIT } from "../../../src/solver/kit.js";
import type { OwnVariant, Run, Variant } from "../../../src/solver/variant.js";
import type { Job, OwnCode, Said } from "../protocol.js";
import { limitMemory } from "./meter.js";
import { wasmVariant } from "./wasm-variant.js";

/** Bytes of buffers and of Wasm memory that a variant can have. */
const MOST_MEMORY = 2 ** 30;
/** Milliseconds of stepping after which the worker says that it is alive, and pauses. */
const ALIVE = 200;

const clock = performance.now.bind(performance);

addEventListener("message", ({ ports: [port] }) => {
  port!.onmessage = ({ data }: MessageEvent<Job>) => void work(data, (said) => port!.postMessage(said));
});
limitMemory(MOST_MEMORY);
// One variant is one worker, or its time and memory could not be told.
Reflect.deleteProperty(globalThis, "Worker");

async function work(job: Job, say: (said: Said) => void): Promise<void> {
  try {
    await measure(job, say);
  } catch (error) {
    say({ type: "failed", why: error instanceof Error ? error.message : String(error) });
  }
}

async function measure({ code, problem: buffer, seed, unit, budgets, known }: Job, say: (said: Said) => void) {
  const variant = await load(code);
  const problem = Problem.from(buffer);
  const ignores = [...variant.ignores(problem)].map(String);
  say({ type: "loaded", ignores });
  if (ignores.length > 0) return;
  const seconds = (): number => clock() / 1000;
  const slices = measureSlices(() => inPieces(variant.start(problem, { seed }), () => say({ type: "alive" })), {
    unit,
    budgets,
    cpu: seconds,
    wall: seconds,
    enough: ({ unplaced, total }) => unplaced === 0 && total === known,
  });
  let paused = clock();
  for (let told = 0; ;) {
    const { done, value } = slices.next();
    for (; told < value.checkpoints.length; told++) say({ type: "noted", checkpoint: value.checkpoints[told]! });
    if (done) return say({ type: "ended", setup: value.setup, curve: value.curve, ...pricesOf(value) });
    if (clock() - paused < ALIVE) continue;
    // Only in a pause is it noticed which buffers nobody holds any more.
    await new Promise((resolve) => setTimeout(resolve));
    paused = clock();
  }
}

function pricesOf({ prices }: { prices?: Extract<Said, { type: "ended" }>["prices"] }) {
  return prices && { prices };
}

/** A run that says now and then that it makes steps: many at once are made in pieces, which is the same by contract. */
function inPieces(run: Run, alive: () => void): Run {
  let piece = 1;
  let told = clock();
  return {
    step(n) {
      for (let left = n; left > 0;) {
        const count = Math.min(left, piece);
        const from = clock();
        run.step(count);
        left -= count;
        const now = clock();
        piece = now - from > ALIVE / 4 ? Math.max(1, piece >> 1) : Math.min(1 << 28, piece * 2);
        if (now - told < ALIVE) continue;
        told = now;
        alive();
      }
    },
    score: () => run.score(),
    best: () => run.best(),
    stats: () => run.stats(),
    prices: () => run.prices?.(),
    adopt: (solution) => run.adopt(solution),
    dispose: () => run.dispose(),
  };
}

async function load(code: OwnCode): Promise<Variant> {
  if (code.kind === "wasm") return wasmVariant(code.bytes, MOST_MEMORY);
  const url = URL.createObjectURL(new Blob([code.text], { type: "text/javascript" }));
  const { default: own } = (await import(/* @vite-ignore */ url)) as { default?: OwnVariant };
  const variant = typeof own === "function" ? own(KIT) : own;
  if (typeof variant?.start !== "function" || typeof variant.ignores !== "function")
    throw new Error("its default export is no variant");
  return variant;
}
