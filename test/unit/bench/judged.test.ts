// The bench's judge hides nothing, and the programme that HiGHS gets is the event: its solutions are feasible, its optimum
// is the known one, its bound holds.

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as L from "../../../assembly/layout.js";
import { peerById } from "../../../src/bench/peers.js";
import { published } from "../../../src/cli/published.js";
import { ladder, prepare } from "../../../src/bench/instances.js";
import type { Prepared } from "../../../src/bench/instances.js";
import { judge } from "../../../src/bench/judged.js";
import type { Solution } from "../../../src/solver/variant.js";
import { variantById } from "../../../src/solver/variants.js";
import { RELEASE } from "../../support/kernels.js";

const OWN = published(join(import.meta.dirname, "../../support/b2bsp"));

function solved(prepared: Prepared, steps: number) {
  const run = variantById("search")!.start(prepared.problem, { seed: 1, module: RELEASE });
  run.step(steps);
  const found = { solution: run.best(), claim: run.score() };
  run.dispose();
  return found;
}

describe("the judge of the bench", () => {
  const prepared = prepare(ladder(["XS"], ["full"], [1])[0]!);
  const { solution, claim } = solved(prepared, 50_000);
  const heldUnits = (s: Solution): number[] =>
    Array.from({ length: s.units.length / L.UNIT_RECORD }, (_, u) => u).filter((u) => s.units[u * L.UNIT_RECORD]! >= 0);

  it("takes what is feasible and counted right", () => {
    const judged = judge(prepared, solution, claim, claim.total);
    expect(judged).toEqual({
      verdict: "ok",
      score: claim.total,
      unplaced: 0,
      meetings: heldUnits(solution).length,
    });
  });

  it("finds a meeting in the wrong slot", () => {
    const broken = { units: solution.units.slice(), seats: solution.seats };
    const [a, b] = heldUnits(solution).filter((u) => prepared.problem.sections.unitLocked[u] === 0) as [number, number];
    // Everything of one meeting but its pair goes to the other.
    broken.units.copyWithin(b * L.UNIT_RECORD, a * L.UNIT_RECORD, a * L.UNIT_RECORD + L.UNIT_RECORD);
    expect(judge(prepared, broken, claim)).toMatchObject({ verdict: "wrong", why: expect.stringMatching(/findings/) });
  });

  it("finds a wrong count, and a score above the bound", () => {
    const { total } = claim;
    const proud = judge(prepared, solution, { ...claim, total: total + 1 });
    expect(proud).toMatchObject({ verdict: "wrong", why: expect.stringMatching(/the judge/) });
    expect(judge(prepared, solution, claim, total - 1)).toMatchObject({ verdict: "wrong", score: total });
  });

  it("takes missing locked meetings only from a run that admits them", () => {
    const event = prepare(OWN.find((i) => i.id === "b2bsp mill.spanish d=2")!);
    const whole = solved(event, 50_000);
    const units = whole.solution.units.slice();
    units.fill(-1, 0, L.UNIT_RECORD);
    const less = { units, seats: whole.solution.seats };
    expect(judge(event, whole.solution, whole.claim).verdict).toBe("ok");
    expect(judge(event, less, whole.claim)).toMatchObject({ verdict: "wrong", why: "1 findings: locked" });
    expect(judge(event, less)).toMatchObject({ verdict: "unplaced", unplaced: 1 });
  });
});

const cpu = (): number => process.cpuUsage().user / 1e6;
const highs = (prepared: Prepared, limit: number) =>
  peerById("highs")!.solve(prepared, { seed: 1, limit, module: RELEASE, cpu });

describe("the programme for HiGHS", () => {
  it.each([
    ["b2bsp mill.spanish d=2", -2],
    ["b2bsp harbour.fixed d=2", -5],
  ])("has the known optimum of %s", async (id, optimum) => {
    const prepared = prepare(OWN.find((i) => i.id === id)!);
    const { status, bound, found } = await highs(prepared, 40);
    expect(status).toBe("optimal");
    expect(judge(prepared, found.at(-1)!.solution, undefined, optimum)).toMatchObject({
      verdict: "ok",
      score: optimum,
    });
    expect(bound).toBeGreaterThanOrEqual(optimum - 1e-6);
    expect(bound).toBeLessThan(optimum + 1);
  });

  it("says that an event cannot hold its meetings", async () => {
    const prepared = prepare(OWN.find((i) => i.id === "b2bsp quay.crowded d=2")!);
    expect(await highs(prepared, 40)).toMatchObject({ status: "infeasible", found: [] });
  });

  it("holds every rule of a full event: what it finds is feasible, and its bound is above every schedule", async () => {
    const prepared = prepare(ladder(["XS"], ["full"], [2])[0]!);
    const { bound, found } = await highs(prepared, 4);
    for (const { solution } of found) expect(judge(prepared, solution).verdict).toBe("ok");
    const { claim } = solved(prepared, 300_000);
    expect(bound).toBeGreaterThanOrEqual(claim.total);
  });
});
