// A run as it is listed: a new entry, what the judge says of its schedule, and what of it crosses to the page. Pure but for
// id and time; called by desk.ts.

import { hashOf } from "../../../src/index.js";
import type { Judged } from "../../../src/index.js";
import type { RunView } from "../../runs-views.js";
import { nearness } from "../judged.js";
import { newId } from "../keep/names.js";
import type { Known } from "../known.js";
import { placedOf } from "../placed.js";
import type { Adapted } from "./adapt.js";
import type { RunMeta } from "./types.js";

/** What the judge says of a run's schedule. */
export type Verdict = Pick<
  RunMeta,
  "score" | "findings" | "gap" | "meetingsGap" | "meetings" | "met" | "wishes" | "hash" | "bound"
>;

/** A new entry, judged. */
export function newRun(
  known: Known,
  judged: Judged | null,
  given: Pick<RunMeta, "kind" | "event"> & Partial<RunMeta>,
): RunMeta {
  const blank = {
    id: newId(),
    name: "",
    source: "",
    from: null,
    at: Date.now(),
    settings: null,
    status: "finished" as const,
    reason: "",
    elapsed: 0,
    steps: 0,
    published: null,
    bytes: 0,
    deleted: null,
  };
  const unjudged = { score: 0, findings: 0, gap: null, meetingsGap: null, meetings: 0, met: 0, wishes: 0, bound: null };
  const verdict = judged ? verdictOf(known, judged) : { ...unjudged, hash: hashOf(known.facts) };
  return { ...blank, ...verdict, ...given };
}

export function verdictOf(known: Known, judged: Judged): Verdict {
  const { schedule, report } = judged;
  const { met } = placedOf(known, judged);
  const { list } = known.facts.wishes;
  const { gap, meetingsGap } = nearness(report);
  return {
    score: report.score.total,
    findings: report.findings.length,
    gap,
    meetingsGap,
    meetings: schedule.meetings.length,
    met: list.reduce((sum, wish) => sum + met[wish]!, 0),
    wishes: list.length,
    hash: hashOf(known.facts),
    bound: report.bound && "value" in report.bound ? report.bound.value : null,
  };
}

/** What a list shows. */
export function runView(meta: RunMeta, current: boolean, stored: boolean): RunView {
  const { event: _event, hash: _hash, bound: _bound, bytes: _bytes, deleted: _deleted, ...view } = meta;
  return { ...view, current, stored };
}

/** The same of a run that was judged on the event as it is now. */
export function runNow(meta: RunMeta, { judged: { report }, current }: Adapted): RunView {
  const { gap, meetingsGap } = nearness(report);
  const now = { score: report.score.total, findings: report.findings.length, gap, meetingsGap };
  return { ...runView(meta, current, true), ...now };
}
