// The quality bench in tables: the ladder, the published events, what is wrong, and the history with one row per version.
// Called by quality.ts with all entries and what is known; it measures and computes nothing but medians.

import type { Figures, KnownTable } from "../src/bench/known.js";
import { figuresOf } from "../src/bench/known.js";
import type { Result, RunEntry } from "../src/bench/results.js";
import { grouped, median, percent, range, seconds, short, tally } from "../src/bench/tables.js";
import { B2B, B2B_UNSAT } from "../src/cli/published.js";

/** A results file. */
export interface ResultsFile {
  version: string;
  machine: Record<string, string | number>;
  entries: RunEntry[];
}

interface Line {
  entry: RunEntry;
  result: Result;
  figures: Figures;
}

/** The results as Markdown. */
export function report(file: ResultsFile, known: KnownTable): string {
  const lines = linesOf(file, known);
  const ladder = lines.filter((l) => !l.entry.group.startsWith(B2B));
  const builds = [...new Set(file.entries.map((e) => e.build))];
  const { processor, cores, node } = file.machine;
  return [
    `# Quality, version ${file.version}`,
    `${processor}, ${cores} cores, Node ${node}. One run at a time, on one thread; times are CPU seconds and include loading the problem. ` +
      "Every result was decoded and judged. Scores are without meals. Median over seeds (least to most).",
    "- gap: under the reference, in per cent of it. The reference is the least known bound for `pure` (`*`: no bound known, the best score seen), the best score seen for `full`.",
    "- to 0.1 %, 0.03 %, best: seconds until the gap is that small, or nothing; how many got there where not all did. proved: the score equals a bound.",
    "- integral: mean primal gap over the logarithm of time, from 10 ms to the budget, in per cent; 100 as long as there is nothing.",
    builds.length > 1 ? `**Entries come from ${builds.length} different kernels: ${builds.join(", ")}.**` : "",
    ...(ladder.length > 0 ? ["## Ladder", ladderTable(ladder)] : []),
    ...publishedTables(lines, known),
    ...errors(lines),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function linesOf(file: ResultsFile, known: KnownTable): Line[] {
  return file.entries.flatMap((entry) =>
    entry.results.map((result) => ({ entry, result, figures: figuresOf(entry, result, known) })),
  );
}

/** Lines of one group, variant and budget together, in a fixed order. */
function bundles(lines: readonly Line[]): Line[][] {
  const sizes = ["XS", "S", "M", "L", "XL", "XXL"];
  const size = ([one]: Line[]): number => sizes.indexOf(one!.entry.group.split(" ")[0]!);
  const rules = ([one]: Line[]): number => (one!.entry.group.endsWith("full") ? 1 : 0);
  return grouped(lines, ({ entry, result }) => [entry.group, entry.variant, result.budget]).sort(
    (a, b) => size(a) - size(b) || rules(a) - rules(b) || a[0]!.result.budget - b[0]!.result.budget,
  );
}

const HEAD =
  "| instance | variant | budget, s | seeds | gap, % | proved | to 0.1 %, s | to 0.03 %, s | to best, s | integral, % | steps | MB kernel / process | ended |";

function ladderTable(lines: readonly Line[]): string {
  const rows = bundles(lines).map((list) => {
    const { entry, result } = list[0]!;
    const star = list.some((l) => entry.reference === "bound" && l.figures.kind === "best") ? "*" : "";
    const gaps = list.flatMap((l) => (l.figures.gap === undefined ? [] : [100 * l.figures.gap]));
    const integrals = list.flatMap((l) => (l.figures.integral === undefined ? [] : [100 * l.figures.integral]));
    const cells = [
      entry.group,
      entry.variant,
      result.budget,
      list.length,
      range(gaps, (x) => x.toFixed(3)) + star,
      list.filter((l) => l.figures.proved).length,
      reached(list.map((l) => l.figures.to01)),
      reached(list.map((l) => l.figures.to003)),
      reached(list.map((l) => l.figures.toBest)),
      range(integrals, (x) => x.toFixed(2)),
      short(median(list.map((l) => l.result.steps))),
      `${entry.kernelMB ?? "-"} / ${Math.max(...list.map((l) => l.result.processMB)) || "-"}`,
      endings(list),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [HEAD, "| --- | --- |" + " ---: |".repeat(10) + " --- |", ...rows].join("\n");
}

function publishedTables(lines: readonly Line[], known: KnownTable): string[] {
  const out: string[] = [];
  const solvable = lines.filter((l) => l.entry.group === B2B);
  if (solvable.length > 0) {
    const rows = bundles(solvable).map((list) => {
      const { entry, result } = list[0]!;
      const times = list.map((l) => l.figures.toBest);
      const left = list.filter((l) => !l.figures.proved).map((l) => l.entry.instance.slice(B2B.length + 1));
      const cells = [
        entry.variant,
        result.budget,
        list.length,
        list.length - left.length,
        reached(times),
        seconds(Math.max(...times)),
        endings(list),
        left.slice(0, 12).join(", ") + (left.length > 12 ? ` and ${left.length - 12} more` : ""),
      ];
      return `| ${cells.join(" | ")} |`;
    });
    out.push(
      "## Published brokerage events with a schedule",
      [
        "| variant | budget, s | rows | at the published optimum | seconds to it | longest | ended | not there |",
        "| --- |" + " ---: |".repeat(5) + " --- | --- |",
        ...rows,
      ].join("\n"),
    );
  }
  const unsat = lines.filter((l) => l.entry.group === B2B_UNSAT);
  if (unsat.length > 0) {
    const rows = bundles(unsat).map((list) => {
      const missing = list.map((l) => l.result.unplaced ?? Infinity);
      const best = list.filter((l, i) => missing[i] === (known[l.entry.instance]?.unplaced ?? 0)).length;
      const { entry, result } = list[0]!;
      const cells = [entry.variant, result.budget, list.length, range(missing, String), best, endings(list)];
      return `| ${cells.join(" | ")} |`;
    });
    out.push(
      "## Published brokerage events that cannot hold all meetings",
      [
        "| variant | budget, s | rows | meetings unplaced | as few as the best seen | ended |",
        "| --- |" + " ---: |".repeat(4) + " --- |",
        ...rows,
      ].join("\n"),
    );
  }
  return out;
}

/** Everything that is not as it should be, one line each; a published event that cannot be held is no error. */
function errors(lines: readonly Line[]): string[] {
  const bad = lines.filter(isError);
  if (bad.length === 0) return ["## Errors", "None: every result is feasible and counted as the judge counts."];
  const rows = bad.map(({ entry, result }) => {
    const cells = [entry.instance, entry.variant, result.budget, `**${result.verdict}**`, result.why ?? ""];
    return `| ${cells.join(" | ")} |`;
  });
  const head = ["| instance | variant | budget, s | verdict | why |", "| --- | --- | ---: | --- | --- |"];
  return ["## Errors", [...head, ...rows].join("\n")];
}

function isError({ entry, result }: Line): boolean {
  if (result.verdict === "unplaced") return entry.group !== B2B_UNSAT;
  // A peer that holds nothing is a figure, not an error.
  return result.verdict === "wrong" || (result.verdict === "none" && !entry.peer);
}

/** How many runs ended how; of a peer also its own word. */
function endings(list: readonly Line[]): string {
  const words = list.map(({ entry, result }) => {
    const verdict = result.verdict === "wrong" ? "**wrong**" : result.verdict;
    const told = result === entry.results.at(-1) && entry.peer && entry.peer.status !== "timeLimit";
    return told ? `${verdict}, ${entry.peer!.status}` : verdict;
  });
  return tally(words);
}

/** Columns of the history: group and budget. */
const MAIN: readonly [group: string, budget: number][] = [
  ["M pure", 1],
  ["L pure", 10],
  ["XL pure", 30],
  ["XXL pure", 60],
  ["S full", 10],
  ["M full", 10],
  ["L full", 60],
];

/** The history with the row of this version new or replaced: median gaps of `search`, one row per version. */
export function history(before: string, file: ResultsFile, known: KnownTable): string {
  const lines = linesOf(file, known).filter((l) => l.entry.variant === "search");
  const cells = MAIN.map(([group, budget]) => {
    const list = lines.filter((l) => l.entry.group === group && l.result.budget === budget);
    const gaps = list.map((l) => 100 * (l.figures.gap ?? Infinity));
    return gaps.length === 0 ? "" : percent(median(gaps));
  });
  const events = lines.filter((l) => l.entry.group === B2B);
  const longest = Math.max(0, ...events.map((l) => l.result.budget));
  const last = events.filter((l) => l.result.budget === longest);
  const solved = last.filter((l) => l.figures.proved).length;
  const b2b =
    last.length === 0 ? "" : `${solved} of ${last.length}, ${seconds(median(last.map((l) => l.figures.toBest)))} s`;
  const row = `| ${[file.version, ...cells, b2b, lines.filter(isError).length].join(" | ")} |`;
  const start = `| ${file.version} |`;
  const old = before.split("\n").filter((line) => line.startsWith("| ") && !/^\| (version|---)/.test(line));
  const rows = old.some((line) => line.startsWith(start))
    ? old.map((line) => (line.startsWith(start) ? row : line))
    : [...old, row];
  const titles = MAIN.map(([group, budget]) => `${group} ${budget} s`);
  return [
    "# Quality by version",
    "",
    "Variant `search`: median gap over seeds, in per cent of the reference of that day (`pure`: the bound; `full`: the best score seen). " +
      "Published brokerage events: how many at their optimum, median time to it.",
    "",
    `| version | ${titles.join(" | ")} | published events | errors |`,
    `| --- |${" ---: |".repeat(titles.length + 2)}`,
    ...rows,
    "",
  ].join("\n");
}

/** Median time of all, where those that never got there take part; and how many got there. */
function reached(times: readonly number[]): string {
  const there = times.filter(Number.isFinite).length;
  const text = seconds(median(times));
  return there === times.length ? text : `${text} (${there} of ${times.length})`;
}
