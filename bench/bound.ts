// An upper bound for events too large for an exact solver: a long first-order run (primal-dual hybrid gradient with
// diagonal steps, Pock and Chambolle 2011; averaging and restarts after PDLP, Applegate et al. 2021) on the linear programme
// of pairs x slots. Whatever the run found, its prices are checked by weak duality, so the number is valid, only more or
// less tight. Wishes only: no locks, rooms or wishes for an organisation. A development script; plain and unhurried.
// Usage: npm run bench -- bound SIZE:pure:SEED ... [--iterations N]

import * as L from "../assembly/layout.js";
import { hasBit } from "../src/problem/entities.js";
import type { Problem } from "../src/problem/problem.js";
import { eventHash } from "../src/spec/hash.js";
import { updateKnown } from "./lib-known.js";
import { ofEvent, withBound } from "../src/bench/known.js";
import { compile } from "./lib-machine.js";
import { ladderEvent } from "../src/bench/instances.js";

/** The best bound of so many iterations; `log` hears of each check. */
export function firstOrderBound(problem: Problem, iterations: number, log: (line: string) => void = () => {}): number {
  const s = problem.sections;
  const words = problem.word(L.N_WORDS);
  const T = problem.word(L.N_SLOTS);
  const P = problem.word(L.N_PARTICIPANTS);
  const U = problem.word(L.N_UNITS);
  const first = new Int32Array(U + 1);
  const slots: number[] = [];
  for (let u = 0; u < U; u++) {
    for (let t = 0; t < T; t++) if (hasBit(s.unitSlots, u * words, t)) slots.push(t);
    first[u + 1] = slots.length;
  }
  const slot = Uint8Array.from(slots);
  const scale = s.unitValue.slice(0, U).reduce((a, b) => Math.max(a, b), 1);
  const degree = new Float64Array(P * T);
  const room = new Float64Array(P * T);
  const all = new Float64Array(P);
  for (let u = 0; u < U; u++)
    for (let i = first[u]!; i < first[u + 1]!; i++)
      for (const p of [s.unitP[u]!, s.unitQ[u]!]) {
        degree[p * T + slot[i]!]!++;
        all[p]!++;
      }
  for (let p = 0; p < P; p++)
    for (let r = s.rowStart[p]!; r < s.rowStart[p + 1]!; r++)
      for (let t = 0; t < T; t++) if (hasBit(s.rowPresent, r * words, t)) room[p * T + t]!++;
  const limited = Array.from({ length: P }, (_, p) => s.maximum[p]! < T * 50);

  const n = slot.length;
  const x = new Float32Array(n);
  const xSum = new Float64Array(n);
  let pi: Float64Array = new Float64Array(P * T);
  let rho: Float64Array = new Float64Array(U);
  let mu: Float64Array = new Float64Array(P);
  const sums = { pi: new Float64Array(P * T), rho: new Float64Array(U), mu: new Float64Array(P) };
  const load = new Float64Array(P * T);
  const use = new Float64Array(U);
  const total = new Float64Array(P);

  /** Weak duality: prices pay for room; what is left of a pair's value in its cheapest slot comes on top. */
  const bound = (price: Float64Array, most: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < P * T; i++) sum += room[i]! * price[i]!;
    for (let p = 0; p < P; p++) if (limited[p]) sum += s.maximum[p]! * most[p]!;
    for (let u = 0; u < U; u++) {
      const p = s.unitP[u]!;
      const q = s.unitQ[u]!;
      let best = 0;
      const left = s.unitValue[u]! / scale - most[p]! - most[q]!;
      for (let i = first[u]!; i < first[u + 1]!; i++) {
        const here = left - price[p * T + slot[i]!]! - price[q * T + slot[i]!]!;
        if (here > best) best = here;
      }
      sum += best;
    }
    return sum * scale;
  };

  let best = Infinity;
  let weight = 1;
  let since = 0;
  let length = 64;
  let start = { pi: pi.slice(), x: x.slice() };
  for (let k = 1; k <= iterations; k++) {
    load.fill(0);
    total.fill(0);
    for (let u = 0; u < U; u++) {
      const p = s.unitP[u]!;
      const q = s.unitQ[u]!;
      const left = s.unitValue[u]! / scale - rho[u]! - mu[p]! - mu[q]!;
      let sum = 0;
      const tau = weight / (limited[p] || limited[q] ? 5 : 3);
      for (let i = first[u]!; i < first[u + 1]!; i++) {
        const a = p * T + slot[i]!;
        const b = q * T + slot[i]!;
        const old = x[i]!;
        const next = Math.min(1, Math.max(0, old + tau * (left - pi[a]! - pi[b]!)));
        x[i] = next;
        xSum[i]! += next;
        const bar = 2 * next - old;
        load[a]! += bar;
        load[b]! += bar;
        total[p]! += bar;
        total[q]! += bar;
        sum += bar;
      }
      use[u] = sum;
    }
    for (let i = 0; i < P * T; i++)
      if (degree[i]! > 0) {
        pi[i] = Math.max(0, pi[i]! + (load[i]! - room[i]!) / (weight * degree[i]!));
        sums.pi[i]! += pi[i]!;
      }
    for (let u = 0; u < U; u++) {
      rho[u] = Math.max(0, rho[u]! + (use[u]! - 1) / (weight * Math.max(1, first[u + 1]! - first[u]!)));
      sums.rho[u]! += rho[u]!;
    }
    for (let p = 0; p < P; p++)
      if (limited[p] && all[p]! > 0) {
        mu[p] = Math.max(0, mu[p]! + (total[p]! - s.maximum[p]!) / (weight * all[p]!));
        sums.mu[p]! += mu[p]!;
      }
    since++;
    if (since < length) continue;
    // Restart from the average; the step weight follows how far each side went.
    const mean = (v: Float64Array): Float64Array => v.map((y) => y / since);
    const averages = { pi: mean(sums.pi), rho: mean(sums.rho), mu: mean(sums.mu) };
    const now = bound(pi, mu);
    const averaged = bound(averages.pi, averages.mu);
    best = Math.min(best, now, averaged);
    log(`${k} ${now.toFixed(1)} ${averaged.toFixed(1)} weight ${weight.toFixed(3)}`);
    ({ pi, rho, mu } = averages);
    for (let i = 0; i < n; i++) x[i] = xSum[i]! / since;
    const norm = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
      return Math.sqrt(sum);
    };
    const primal = norm(x, start.x);
    const dual = norm(pi, start.pi);
    if (primal > 1e-9 && dual > 1e-9) weight = Math.exp(0.5 * Math.log(primal / dual) + 0.5 * Math.log(weight));
    start = { pi: pi.slice(), x: x.slice() };
    xSum.fill(0);
    for (const v of Object.values(sums)) v.fill(0);
    since = 0;
    length = Math.min(1000, Math.max(64, Math.floor(k * 0.25)));
  }
  return best;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Computes and keeps the bounds of steps of the ladder. */
export function main(args: string[]): void {
  const at = args.indexOf("--iterations");
  const iterations = at < 0 ? 4000 : Number(args[at + 1]);
  for (const name of args.filter((a) => a.includes(":"))) {
    const [size, rules, seed] = name.split(":");
    const event = ladderEvent(size!, rules as "pure", Number(seed));
    const { problem } = compile(event);
    const found = firstOrderBound(problem, iterations, (line) => console.log(name, line));
    // Every score is a sum of these values: a multiple of what divides them all.
    const unit = problem.sections.unitValue.slice(0, problem.word(L.N_UNITS)).reduce(commonDivisor, 0) || 1;
    const value = unit * Math.floor((found + 1e-6) / unit);
    const by = `first-order run of ${iterations} iterations, npm run bench -- bound`;
    updateKnown(name, (known) => withBound(ofEvent(known, eventHash(event)), "bound", value, by));
    console.log(name, value);
  }
}
