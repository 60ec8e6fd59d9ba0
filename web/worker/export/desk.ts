// The schedule on the page as files: says what there is to hand out, and has each file made by a worker of its own
// (exporter.ts). Calendars update the versions that were published before. Owned by owner.ts.

import { proxyMarker, wrap } from "comlink";
import type { Schedule } from "../../../src/index.js";
import type { ExportAnswer, ExportRequest, ExportView } from "../../export-views.js";
import { fileName } from "../keep/names.js";
import type { Stage } from "../plan/stage.js";
import type { ExportApi } from "./api.js";
import type { Exporter, ExportJob } from "./exporter.js";

/** A published version, as runs/desk.ts keeps it. */
export interface Published {
  version: number;
  at: number;
  schedule: Schedule;
}

export interface ExportHooks {
  /** The published versions, the last first. */
  published(): Promise<readonly Published[]>;
  /** The version that the schedule on the page is; null: it is not published. */
  shown(): number | null;
}

export class ExportDesk implements ExportApi {
  readonly [proxyMarker] = true as const;
  #stop: (() => void) | null = null;

  constructor(
    readonly stage: Stage,
    readonly hooks: ExportHooks,
  ) {}

  async view(): Promise<ExportView> {
    const { known, placed } = this.stage;
    const { version, since } = await this.#versions();
    return {
      schedule: placed !== null,
      findings: placed?.report.findings.length ?? 0,
      version: version?.version ?? null,
      since: since[0]?.version ?? null,
      people: known?.facts.rows.length ?? 0,
      stands: new Set(placed?.schedule.meetings.flatMap(({ place }) => place ?? [])).size,
      tables: known?.facts.meals.reduce((sum, meal) => sum + meal.tables.length, 0) ?? 0,
      slots: known?.columns.filter(({ kind }) => kind === "slot").length ?? 0,
    };
  }

  async make(request: ExportRequest): Promise<ExportAnswer> {
    this.stop();
    const { known, placed } = this.stage;
    if (!known || (!placed && request.format !== "pseudonym")) return { status: "nothing" };
    let stop = (): void => undefined;
    const stopped = new Promise<ExportAnswer>((resolve) => (stop = () => resolve({ status: "stopped" })));
    this.#stop = stop;
    const { version, since } = await this.#versions();
    const job: ExportJob = {
      request,
      spec: known.spec,
      schedule: placed?.schedule ?? null,
      published: since.map(({ schedule }) => schedule).reverse(),
      stamp: new Date(version?.at ?? Date.now()).toISOString(),
      stem: fileName(known.spec.event.name, version ? `-v${version.version}` : ""),
    };
    // Another file may have been asked for meanwhile.
    return this.#stop === stop ? Promise.race([stopped, makeIn(job, stopped)]) : stopped;
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** The version on the page, and those before it, the last first. */
  async #versions(): Promise<{ version: Published | null; since: readonly Published[] }> {
    const shown = this.hooks.shown();
    const all = await this.hooks.published();
    const version = all.find((one) => one.version === shown) ?? null;
    return { version, since: version ? all.filter((one) => one.version < version.version) : all };
  }
}

/** A worker that makes one file, and ends with it. */
async function makeIn(job: ExportJob, stopped: Promise<unknown>): Promise<ExportAnswer> {
  const worker = new Worker(new URL("./exporter.ts", import.meta.url), { type: "module", name: "export" });
  void stopped.then(() => worker.terminate());
  const lost = new Promise<ExportAnswer>((resolve) => {
    worker.addEventListener("error", (error) => {
      // Else it is an error of this worker as well, and the page takes it for dead.
      error.preventDefault();
      resolve({ status: "failed", reason: error.message ?? "" });
    });
    worker.addEventListener("messageerror", () => resolve({ status: "failed", reason: "" }));
  });
  const made = wrap<Exporter>(worker)
    .make(job)
    .catch((error: unknown): ExportAnswer => ({ status: "failed", reason: String(error) }));
  const answer = await Promise.race([made, lost]);
  worker.terminate();
  return answer;
}
