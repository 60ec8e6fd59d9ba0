// The dearest tables: the search against all sets of people, and prices of whole tables against the bound without them.

import { expect, test } from "vitest";
import { checkCertificate } from "../../src/certificate.js";
import { TableSearch, type MealLayout } from "../../src/certificate/tables.js";
import { withTables } from "../../src/proof.js";
import { factsOf } from "../../src/rules/facts.js";
import { Random } from "../support/random.js";
import { randomCertificate } from "../support/random-certificate.js";
import { randomSpec } from "../support/random-event.js";

const random = (seed: number): Random => new Random(seed);

/** Core people and others at a meal, what some pairs bring, prices, and a mix. */
function drawn(seed: number): {
  core: number;
  others: number;
  brings: Map<string, number>;
  costs: { core: Float64Array; others: Float64Array };
  layout: MealLayout;
  prices: number[];
  depth: number;
} {
  const r = random(seed);
  const [core, others] = [r.int(1, 5), r.int(1, 6)];
  const brings = new Map<string, number>();
  for (let s = 0; s < core; s++)
    for (let q = 0; q < others; q++) if (r.chance(0.5)) brings.set(`${String(s)} ${String(q)}`, r.int(1, 20));
  const seats = (n: number): Float64Array => Float64Array.from({ length: n }, () => r.int(0, 12));
  const costs = { core: seats(core), others: seats(others) };
  const sizes = [6, 5, 3, 1].filter((n) => n === 5 || r.chance(0.6)).map((n) => ({ seats: n, count: 1 }));
  const most = { core: r.pick([Infinity, 2, 3]), others: r.pick([Infinity, 2, 3]) };
  const least = { core: r.int(0, 2), others: r.int(0, 2) };
  const layout = { core: [], others: [], place: new Int32Array(), most, least, sizes };
  return { core, others, brings, costs, layout, prices: sizes.map(() => r.int(0, 20)), depth: r.int(1, 4) };
}

test("the search for tables finds the dearest of every size, as far as it looks", () => {
  let dear = 0;
  for (let seed = 0; seed < 3000; seed++) {
    const { core, others, brings, costs, layout, prices, depth } = drawn(seed);
    const list = [...brings].map(([key, value]) => [...key.split(" ").map(Number), value] as [number, number, number]);
    const start = Int32Array.from({ length: core + 1 }, (_, s) => list.filter(([one]) => one < s).length);
    const graph = {
      start,
      other: Int32Array.from(list, ([, q]) => q),
      brings: Float64Array.from(list, ([, , value]) => value),
      others,
    };
    const found = prices.slice();
    const effort = { left: 1e9 };
    const ended = new TableSearch(graph).run(layout, costs, prices, depth, effort, (table) => {
      found[table.size] = Math.max(found[table.size]!, prices[table.size]! + table.excess);
      expect(table.others.length).toBeLessThanOrEqual(layout.sizes[table.size]!.seats - table.seated);
    });
    expect(ended).toBe(true);
    const all = layout.sizes.map(({ seats }, i) => {
      let best = prices[i]!;
      const most = Math.min(core, layout.most.core, seats - Math.max(1, layout.least.others));
      for (let a = 1; a <= most; a++) {
        const room = Math.max(0, Math.min(layout.most.others, seats - Math.max(a, layout.least.core)));
        const j = Math.min(a, depth);
        for (const set of setsOf(core, j)) {
          const worths = Array.from({ length: others }, (_, q) => {
            const sum = set.reduce((x, s) => x + (brings.get(`${String(s)} ${String(q)}`) ?? 0), 0);
            return Math.max(0, a * sum - j * costs.others[q]!);
          });
          const dearest = worths.sort((x, y) => y - x).slice(0, room);
          const worth = dearest.reduce((x, y) => x + y, 0) - set.reduce((x, s) => x + a * costs.core[s]!, 0);
          best = Math.max(best, Math.ceil(worth / j));
        }
      }
      return best;
    });
    expect(found, `seed ${String(seed)}`).toEqual(all);
    dear += Number(all.some((price, i) => price > prices[i]!));
  }
  expect(dear).toBeGreaterThan(1000);
});

test("the search stops when its effort runs out, and says so", () => {
  const { core, others, costs, layout } = drawn(1);
  const start = Int32Array.from({ length: core + 1 }, (_, s) => s * others);
  const other = Int32Array.from({ length: core * others }, (_, i) => i % others);
  const graph = { start, other, brings: new Float64Array(core * others).fill(100), others };
  const free = layout.sizes.map(() => 0);
  const run = (left: number): boolean => new TableSearch(graph).run(layout, costs, free, 4, { left }, () => undefined);
  expect(run(5)).toBe(false);
  expect(run(1e6)).toBe(true);
});

test("prices of whole tables prove no more than seats alone, the same each time, and what they say of meetings stays", async () => {
  let lower = 0;
  for (let seed = 0; seed < 250; seed++) {
    const spec = randomSpec(seed);
    const facts = factsOf(spec);
    if (facts.meals.length === 0) continue;
    const { tables: _, ...seats } = randomCertificate(random(seed), facts);
    const tables = await withTables(seats, facts, { effort: 200_000 });
    const [before, after] = [checkCertificate(facts, seats), checkCertificate(facts, tables)];
    if (!before.ok || !after.ok) throw new Error(`event ${String(seed)}: refused`);
    expect(after.value, `event ${String(seed)}`).toBeLessThanOrEqual(before.value);
    expect(after.meetings, `event ${String(seed)}`).toBe(before.meetings);
    expect(await withTables(seats, facts, { effort: 200_000 }), `event ${String(seed)}`).toEqual(tables);
    expect(await withTables(seats, facts, { effort: 0 })).toBe(seats);
    lower += Number(after.value < before.value);
  }
  expect(lower).toBeGreaterThan(20);
});

/** All sets of so many of the numbers below n. */
function setsOf(n: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, n - from) }, (_, i) => from + i).flatMap((one) =>
    setsOf(n, size - 1, one + 1).map((set) => [one, ...set]),
  );
}
