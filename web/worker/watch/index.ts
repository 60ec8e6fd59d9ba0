// What to look at in an event: all kinds of findings, and their view for the page. Called by owner.ts when the overview is
// looked at, once per reading. Add a kind: a file beside this one, and a line in KINDS.

import type { Diagnostic } from "../../../src/index.js";
import type { CureView, WatchSeverity, WatchView } from "../../watch-views.js";
import type { Known } from "../known.js";
import { overviewOf } from "../overview.js";
import { demandFindings } from "./demand.js";
import { diagnosticFindings } from "./diagnostics.js";
import type { Cure, Finding } from "./finding.js";
import { loadsOf, marginOf } from "./loads.js";
import { mealFindings } from "./meals.js";
import { peopleFindings } from "./people.js";
import { placeFindings } from "./places.js";
import { promiseFindings } from "./promises.js";
import { sceneOf, type Scene } from "./scene.js";
import { twinFindings } from "./twins.js";
import { unusedFindings } from "./unused.js";
import { walkFindings } from "./walks.js";
import { wishFindings } from "./wishes.js";

/** In order of weight, where two findings are equally severe: what was sold, what nobody can have, what may be as meant. */
const KINDS: readonly ((scene: Scene) => Finding[])[] = [
  promiseFindings,
  mealFindings,
  peopleFindings,
  wishFindings,
  demandFindings,
  placeFindings,
  twinFindings,
  walkFindings,
  unusedFindings,
];
const RANK: Record<WatchSeverity, number> = { error: 0, warning: 1, note: 2 };

/** What a reading of the text left: the data as written, what is wrong with them, and the last good event. */
export interface Reading {
  revision: number;
  good: boolean;
  data: unknown;
  diagnostics: readonly Diagnostic[];
  known: Known | null;
}

/** The findings of a reading with their view; cures that would change what nobody can see are left out. */
export function watchOf(reading: Reading): { view: WatchView; findings: Finding[] } {
  const scene = sceneOf(reading);
  const found = [
    diagnosticFindings(reading.data, reading.diagnostics, scene),
    ...(scene ? KINDS.map((kind) => kind(scene)) : []),
  ];
  const findings = found
    .flatMap((list, kind) => list.map((finding, order) => ({ finding, kind, order })))
    .sort(
      (a, b) =>
        RANK[a.finding.severity] - RANK[b.finding.severity] ||
        a.kind - b.kind ||
        b.finding.weight - a.finding.weight ||
        a.order - b.order,
    )
    .map(({ finding }) => (reading.data === undefined || scene?.state === "last" ? withoutEdits(finding) : finding));
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity]++;
  const charts = scene && scene.known.facts.calendar.slots.length > 0 ? loadsOf(scene) : { slots: [], loads: [] };
  const view: WatchView = {
    revision: reading.revision,
    state: scene?.state ?? "last",
    findings: findings.map(({ cures, ...rest }) => ({ ...rest, cures: cures.map(cureView) })),
    counts,
    ...charts,
    margin: scene ? marginOf(scene) : null,
    overview: scene?.state === "partly" ? overviewOf(scene.known) : null,
  };
  return { view, findings };
}

function withoutEdits(finding: Finding): Finding {
  return { ...finding, cures: finding.cures.filter((cure) => !("edits" in cure)) };
}

function cureView(cure: Cure): CureView {
  if ("edits" in cure) return { kind: "edit", label: cure.label };
  if ("wanted" in cure) return { kind: "table", label: cure.label, wanted: cure.wanted };
  return { kind: "text", label: cure.label, at: cure.at };
}
