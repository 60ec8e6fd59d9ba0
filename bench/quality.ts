// How good the variants are: instances x variants, each run stepped on one thread and looked at after each budget of CPU
// seconds; HiGHS beside them as a peer. Every result is decoded and judged, and what is wrong stands in the tables.
// The harness, the judge's word and the arithmetic stand in src/bench. Here: lib-report (tables), lib-known (best-known.json).
// Results go to results/quality-VERSION.{json,md} and a row of results/quality-history.md; a later session adds to them.

import { variantById, VARIANTS } from "../src/solver/variants.js";
import type { Variant } from "../src/solver/variant.js";
import { LADDER } from "../src/spec/samples/generate.js";
import type { ContestHost } from "../src/bench/contest.js";
import { peerRun } from "../src/bench/contest.js";
import type { LadderRules, Prepared } from "../src/bench/instances.js";
import { ladder, prepare } from "../src/bench/instances.js";
import { boundOf, ofEvent, withBest, withBound } from "../src/bench/known.js";
import { peerById } from "../src/bench/peers.js";
import { readNumbers } from "../src/bench/plan.js";
import type { RunEntry } from "../src/bench/results.js";
import { mergeEntries } from "../src/bench/results.js";
import { benchRun, warmUp } from "../src/bench/run.js";
import { ABLATIONS } from "./lib-ablations.js";
import { readKnown, updateKnown } from "./lib-known.js";
import { benchHost, machine, readResult, saveResult, version, writeResults } from "./lib-machine.js";
import { published } from "../src/cli/published.js";
import type { ResultsFile } from "./lib-report.js";
import { history, report } from "./lib-report.js";

const USAGE = `usage: npm run bench -- quality [options]
  --sizes S,M,...      steps of the ladder, of ${LADDER.map((l) => l.id).join(",")} (default XS,S,M; none with --b2bsp)
  --rules pure,full    (default both)
  --seeds 1-10         instance seeds, as 1-10 or 1,2,5; the run takes the same seed (default 1-10)
  --variants search,.. of ${[...VARIANTS, ...ABLATIONS].map((v) => v.id).join(", ")} (default search), or none
  --budgets 1,10,60    CPU seconds; one run serves them all (default 1,10,30,60)
  --b2bsp FOLDER       the published brokerage events with their optima.csv
  --only TEXT          only instances whose name contains it
  --highs SECONDS      HiGHS beside them, with this limit
  --out NAME           results/quality-NAME instead of the version; no row in the history`;

interface Options {
  sizes: string[];
  rules: LadderRules[];
  seeds: number[];
  variants: Variant[];
  budgets: number[];
  b2bsp?: string;
  only: string;
  highs?: number;
  out?: string;
}

/** Reads the options, or says what is wrong with them. */
export function readOptions(args: readonly string[]): Options | string {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [key, value] = [args[i]!, args[i + 1]];
    if (!/^--(sizes|rules|seeds|variants|budgets|b2bsp|only|highs|out)$/.test(key)) return `unknown option ${key}`;
    if (value === undefined) return `${key} needs a value`;
    given.set(key.slice(2), value);
  }
  const list = (key: string, usual: string): string[] => {
    const text = given.get(key) ?? usual;
    return text === "" || text === "none" ? [] : text.split(",");
  };
  const sizes = list("sizes", given.has("b2bsp") ? "none" : "XS,S,M");
  const rules = list("rules", "pure,full") as LadderRules[];
  const seeds = readNumbers(given.get("seeds") ?? "1-10");
  const variants = list("variants", "search").map((id) => variantById(id) ?? ABLATIONS.find((v) => v.id === id) ?? id);
  const budgets = [...new Set(list("budgets", "1,10,30,60").map(Number))].sort((a, b) => a - b);
  const highs = given.has("highs") ? Number(given.get("highs")) : undefined;
  const strange = variants.find((v) => typeof v === "string");
  if (strange !== undefined) return `no variant ${strange}`;
  const size = sizes.find((id) => !LADDER.some((l) => l.id === id));
  if (size !== undefined) return `no size ${size}`;
  if (rules.some((r) => r !== "pure" && r !== "full")) return "--rules are pure and full";
  if (!seeds) return "--seeds are whole numbers";
  if (budgets.length === 0 || budgets.some((b) => !(b > 0))) return "--budgets are seconds above 0";
  if (highs !== undefined && !(highs > 0)) return "--highs is seconds above 0";
  if (/[^\w.-]/.test(given.get("out") ?? "")) return "--out is a name: letters, digits, dots and dashes";
  return {
    sizes,
    rules,
    seeds,
    variants: variants as Variant[],
    budgets,
    only: given.get("only") ?? "",
    ...(given.has("b2bsp") && { b2bsp: given.get("b2bsp")! }),
    ...(highs !== undefined && { highs }),
    ...(given.has("out") && { out: given.get("out")! }),
  };
}

/** Runs the bench. */
export async function main(args: string[]): Promise<void> {
  const options = args.includes("--help") ? USAGE : readOptions(args);
  if (typeof options === "string") {
    console.error(options === USAGE ? USAGE : `${options}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const { sizes, rules, seeds, variants, budgets, b2bsp, only, highs } = options;
  const host = benchHost();
  const instances = [...ladder(sizes, rules, seeds), ...(b2bsp ? published(b2bsp) : [])].filter((i) =>
    i.id.includes(only),
  );
  if (instances.length === 0) throw new Error("no instance has that name");
  const name = `quality-${options.out ?? version}`;
  warmUp(variants, host);

  let file = readResults(name, options.out ?? version);
  for (const instance of instances) {
    const prepared = prepare(instance);
    const entries = variants.map((variant) => {
      const bound = boundNow(prepared);
      return benchRun(prepared, variant, host, { unit: "seconds", budgets, ...(bound !== undefined && { bound }) });
    });
    if (highs !== undefined) entries.push(await runHighs(prepared, budgets, highs, host));
    for (const entry of entries) {
      keepBest(prepared, entry);
      console.log(lineOf(entry));
    }
    // After every instance, so that a long session that is stopped keeps what it did.
    file = { ...file, machine: machine(), entries: mergeEntries(file.entries, entries) };
    saveResult(`${name}.json`, JSON.stringify(file, null, 2) + "\n");
  }
  writeResults(name, file, report(file, readKnown()));
  if (options.out !== undefined) return;
  const past = "quality-history.md";
  saveResult(past, history(readResult(past) ?? "", file, readKnown()));
}

function boundNow({ instance, event }: Prepared): number | undefined {
  const bounds = [instance.published, boundOf(ofEvent(readKnown()[instance.id], event))].filter((x) => x !== undefined);
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

/** HiGHS on the same instance: what it held after each budget within its limit, and at the limit. */
function runHighs(prepared: Prepared, budgets: readonly number[], limit: number, host: ContestHost): Promise<RunEntry> {
  const marks = [...new Set([...budgets.filter((b) => b < limit), limit])];
  return peerRun(prepared, peerById("highs")!, host, marks, boundNow(prepared));
}

/** Tells best-known.json of a better score, and of a better bound that a peer has proved. */
function keepBest({ instance, event }: Prepared, entry: RunEntry): void {
  // The published optima stay with those who published them.
  if (instance.published !== undefined) return;
  const before = ofEvent(readKnown()[instance.id], event);
  let after = before;
  for (const { verdict, score, unplaced, used } of entry.results)
    if (verdict === "ok" || verdict === "unplaced")
      after = withBest(
        after,
        { score: score!, unplaced: unplaced! },
        `${entry.variant}, ${used} s, version ${version}`,
      );
  const proved = entry.peer?.bound;
  if (proved !== undefined) {
    const bound = Math.floor(proved + 1e-6 * Math.max(1, Math.abs(proved)));
    const by = `HiGHS, branch and bound, ${entry.results.at(-1)!.used} s`;
    if (bound < (boundOf(after) ?? Infinity)) after = withBound(after, "bound", bound, by);
  }
  if (after !== before) updateKnown(instance.id, () => after);
}

function readResults(name: string, label: string): ResultsFile {
  const text = readResult(`${name}.json`);
  if (text === undefined) return { version: label, machine: machine(), entries: [] };
  return JSON.parse(text) as ResultsFile;
}

function lineOf({ instance, variant, results, peer }: RunEntry): string {
  const parts = results.map((r) => `${r.budget} s: ${r.score ?? "nothing"}${r.verdict === "ok" ? "" : ` (${r.why})`}`);
  const ending = peer ? `  ${peer.status}, bound ${peer.bound?.toFixed(1) ?? "none"}` : "";
  return `${instance.padEnd(12)} ${variant.padEnd(8)} ${parts.join("  ")}${ending}`;
}
