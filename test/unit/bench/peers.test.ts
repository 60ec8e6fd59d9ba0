// Peers are no strawmen: what they find keeps every rule and is counted as the judge counts, what they prove holds, and the
// stable outcome is stable.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contestRuns, peerRun } from "../../../src/bench/contest.js";
import type { ContestHost } from "../../../src/bench/contest.js";
import { readCurve } from "../../../src/bench/figures.js";
import { givenEvent, ladder, prepare } from "../../../src/bench/instances.js";
import type { Prepared } from "../../../src/bench/instances.js";
import { isInstalled, peerById, PEERS } from "../../../src/bench/peers.js";
import { marketOf, stablePairs } from "../../../src/bench/peers/booking.js";
import type { Peer } from "../../../src/bench/peer.js";
import type { Result } from "../../../src/bench/results.js";
import { variantById } from "../../../src/solver/variants.js";
import { parseSpec, readSpec } from "../../../src/spec/parse.js";
import { generateEvent } from "../../../src/spec/samples/generate.js";
import { sampleText } from "../../../src/spec/samples/index.js";
import { RELEASE } from "../../support/kernels.js";

const host: ContestHost = {
  module: RELEASE,
  build: "test",
  cpu: () => process.cpuUsage().user / 1e6,
  wall: () => performance.now() / 1000,
};

/** Events so small that every exact solver is done with them soon. */
function small(seed: number, rules: "pure" | "full", { meals = false } = {}): Prepared {
  return preparedOf(readSpec(generateEvent({ buyers: 6, suppliers: 4, slots: 5, seed, rules })), meals);
}

function preparedOf(read: ReturnType<typeof parseSpec>, meals = true): Prepared {
  if (!read.ok) throw new Error("there is no event");
  const spec = meals ? read.value : { ...read.value, meals: [] };
  return prepare(givenEvent("small", spec, [1])[0]!);
}

const lastOf = ({ results }: { results: readonly Result[] }): Result => results.at(-1)!;

/** What the search has after many steps: on these events the best there is. */
function searched(prepared: Prepared): number {
  const run = variantById("search")!.start(prepared.problem, { seed: 1, module: RELEASE });
  run.step(100_000);
  const { total } = run.score();
  run.dispose();
  return total;
}

describe("exact peers", () => {
  it.each([
    ["pure", 1],
    ["full", 1],
    ["full", 2],
  ] as const)("agree on the best schedule of a small %s event, seed %i", async (rules, seed) => {
    const prepared = small(seed, rules);
    const best = searched(prepared);
    const [programme, model] = [
      await peerRun(prepared, peerById("highs")!, host, [60]),
      await peerRun(prepared, peerById("chuffed")!, host, [60]),
    ];
    // Both count as the judge does, or their results would be wrong.
    expect(lastOf(model)).toMatchObject({ verdict: "ok", score: best });
    expect(model.peer).toMatchObject({ status: "optimal" });
    expect(model.proved).toBeGreaterThan(0);
    expect(lastOf(programme)).toMatchObject({ verdict: "ok", score: best });
    expect(programme).toMatchObject({ bound: best, peer: { status: "optimal" } });
  });

  it("begin with the schedule they are given", async () => {
    const prepared = small(1, "full");
    const ours = searched(prepared);
    for (const id of ["highs-warm", "chuffed-warm"]) {
      const { curve } = await peerRun(prepared, peerById(id)!, host, [60]);
      expect(readCurve(curve)[0]).toMatchObject({ unplaced: 0, score: ours });
    }
  });

  it("say nothing of the whole of an event with meals", async () => {
    const prepared = small(1, "full", { meals: true });
    for (const id of ["highs", "chuffed"]) {
      const entry = await peerRun(prepared, peerById(id)!, host, [60]);
      expect(lastOf(entry)).toMatchObject({ verdict: "ok" });
      expect(entry.peer).toEqual({ ...entry.peer, status: "optimal without meals" });
      expect([entry.bound, entry.proved]).toEqual([undefined, undefined]);
    }
  });

  it("give a bound by the relaxation alone", async () => {
    const prepared = small(1, "pure");
    const { bound, peer } = await peerRun(prepared, peerById("highs-lp")!, host, [20]);
    expect(peer).toMatchObject({ status: "optimal" });
    expect(bound).toBeGreaterThanOrEqual(searched(prepared));
  });

  it("that are not installed are known not to be", () => {
    expect(isInstalled({ ...peerById("highs")!, needs: "no-such-package" })).toBe(false);
    expect(isInstalled(peerById("highs")!)).toBe(true);
    expect(isInstalled(peerById("random")!)).toBe(true);
  });
});

describe("peers without a solver", () => {
  const ids = ["random", "alphabetical", "deferred-acceptance"];
  it.each(ids)("%s keeps every rule", async (id) => {
    for (const instance of ladder(["XS", "S"], ["pure", "full"], [1, 2])) {
      const entry = await peerRun(prepare(instance), peerById(id)!, host, [1]);
      expect(lastOf(entry)).toMatchObject({ verdict: "ok", unplaced: 0 });
    }
  });

  it("deferred acceptance needs two sides, and says so", async () => {
    const members = preparedOf(parseSpec(sampleText("members-convention")!));
    const entry = await peerRun(members, peerById("deferred-acceptance")!, host, [1]);
    expect(lastOf(entry)).toMatchObject({ verdict: "none", why: expect.stringContaining("two sides") });
  });

  it("end in a stable outcome: no two who are not together would both rather be", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom("pure" as const, "full" as const),
        (seed, rules) => {
          const market = marketOf(small(seed, rules).problem)!;
          const held = stablePairs(market);
          const here = new Set(held);
          const ofPerson = (p: number, i: 0 | 1): number[] => held.filter((u) => market.ends(u)[i] === p);
          const wants = (u: number, i: 0 | 1): boolean => {
            const p = market.ends(u)[i];
            const mine = ofPerson(p, i);
            return mine.length < market.quota(p) || mine.some((other) => market.order(i)(u, other) < 0);
          };
          for (const u of held)
            for (const i of [0, 1] as const)
              expect(ofPerson(market.ends(u)[i], i).length).toBeLessThanOrEqual(market.quota(market.ends(u)[i]));
          expect(market.units.filter((u) => !here.has(u) && wants(u, 0) && wants(u, 1))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a contest", () => {
  const broken: Peer = {
    id: "broken",
    about: { en: "Fails.", fr: "Échoue." },
    solve: () => Promise.reject(new Error("it fails")),
  };
  const proud: Peer = {
    id: "proud",
    about: { en: "Counts wrong.", fr: "Compte mal." },
    async solve(prepared, options) {
      const result = await peerById("random")!.solve(prepared, options);
      return { ...result, found: result.found.map((one) => ({ ...one, objective: 1e9 })) };
    },
  };

  it("runs ours beside theirs; who fails or counts wrong stands in their own row", async () => {
    const contest = {
      suite: "peers" as const,
      instances: ladder(["XS"], ["pure"], [1]),
      variants: [variantById("search")!],
      peers: [broken, proud, peerById("random")!],
      repeat: 1,
      unit: "seconds" as const,
      budgets: [0.2],
    };
    const runs = [];
    for await (const run of contestRuns(contest, host)) runs.push(run);
    expect(runs.map(({ run, variant, results }) => [run, variant, lastOf({ results }).verdict])).toEqual([
      [0, "search", "ok"],
      [1, "broken", "none"],
      [2, "proud", "wrong"],
      [3, "random", "ok"],
    ]);
    expect(lastOf(runs[1]!).why).toBe("it fails");
    expect(lastOf(runs[2]!).why).toMatch(/the peer counts 1000000000, the judge \d+/);
    expect(runs[0]!.proved).toBeGreaterThan(0);
  });

  it("knows every peer by one name", () => {
    expect(new Set(PEERS.map(({ id }) => id)).size).toBe(PEERS.length);
  });
});
