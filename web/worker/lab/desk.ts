// The Lab: reads what is to be run, has a bencher make the runs (driver.ts), keeps what they gave, and makes views, JSON and
// Markdown of it. Owned by owner.ts. The results are a file of `dancecard bench`; the next bench drops them.

import { proxy, proxyMarker, transfer, wrap } from "comlink";
import { LADDER } from "../../../src/index.js";
import { countRuns, emptyFile, planOf, runAt } from "../../../src/bench/plan.js";
import type { Bench } from "../../../src/bench/plan.js";
import { benchReport } from "../../../src/bench/report.js";
import { benchText } from "../../../src/bench/results.js";
import type { BenchFile } from "../../../src/bench/results.js";
import type { LabForm, LabPlanned, LabProgress, LabRead, LabResults, LabSize, OwnVariant } from "../../lab-views.js";
import type { Draft } from "../draft.js";
import { fileName } from "../keep/names.js";
import type { LabApi, LabLook } from "./api.js";
import { benchOf } from "./bench.js";
import type { GivenEvent } from "./bench.js";
import type { Bencher, BenchJob, Made, Sign } from "./bencher.js";
import { drive } from "./driver.js";
import type { BencherHandle } from "./driver.js";
import { benchKernel, hostRecord } from "./host.js";
import { linkOf, readLink } from "./link.js";
import { readForm } from "./options.js";
import type { OwnSource, Sandboxes } from "./own/bench-own.js";
import type { LabOptions } from "./options.js";
import { leftOf, plannedSeconds } from "./time.js";
import { labResults } from "./views.js";

/** Least milliseconds between two words on how far it is. */
const BEAT = 200;
const NONE: LabProgress = { state: "none", made: 0, all: 0, now: null, left: null, why: "" };

export class LabDesk implements LabApi {
  readonly [proxyMarker] = true as const;
  #listener: ((progress: LabProgress) => void) | null = null;
  #progress = NONE;
  #toldAt = -Infinity;
  #file: BenchFile | null = null;
  #own: readonly OwnVariant[] = [];
  #sandboxes: Sandboxes | null = null;
  #abort: AbortController | null = null;
  #kernel: Promise<BenchJob["kernel"]> | null = null;

  constructor(readonly draft: Draft) {}

  listen(listener: (progress: LabProgress) => void, sandboxes: Sandboxes): { sizes: LabSize[]; progress: LabProgress } {
    this.#listener = listener;
    this.#sandboxes = sandboxes;
    const sizes = LADDER.map(({ id, buyers, suppliers }) => ({ id, buyers, suppliers }));
    return { sizes, progress: this.#progress };
  }

  plan(form: LabForm, own: OwnVariant[]): LabPlanned {
    const read = readForm(form, idsOf(own, form));
    if (!read.ok) return read;
    const { options } = read;
    if (options.mine && !this.#given()) return { ok: false, mistake: { code: "no-event" } };
    const runs = countRuns(options.suite, planOf(benchOf(options, options.mine ? this.#given() : null)));
    return { ok: true, runs, budgets: options.budgets, seconds: plannedSeconds(options, runs), link: linkOf(options) };
  }

  readLink(link: string, own: OwnVariant[]): LabRead {
    const read = readLink(link);
    if (!read.ok) return read;
    const options = readForm(read.form, idsOf(own, read.form));
    return options.ok ? read : options;
  }

  start(form: LabForm, own: OwnVariant[], sources: OwnSource[]): LabPlanned {
    const planned = this.plan(form, own);
    const read = readForm(form, idsOf(own, form));
    if (!planned.ok || !read.ok) return planned;
    this.stop();
    this.#own = own;
    void this.#run(read.options, read.options.mine ? this.#given() : null, sources);
    return planned;
  }

  stop(): void {
    this.#abort?.abort();
  }

  results(look: LabLook): LabResults | null {
    return this.#file && labResults(this.#file, look, this.#own);
  }

  json(): string | null {
    return this.#file && benchText(this.#file);
  }

  markdown(locale: "en" | "fr"): string | null {
    return this.#file && benchReport(this.#file, locale);
  }

  /** The event of the page, where its text can be read. */
  #given(): GivenEvent | null {
    const { known, good } = this.draft;
    return known && good ? { name: fileName(known.spec.event.name, ""), spec: known.spec } : null;
  }

  async #run(options: LabOptions, given: GivenEvent | null, own: readonly OwnSource[]): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const bench = benchOf(options, given);
    const all = countRuns(bench.suite, planOf(bench));
    this.#file = null;
    const tell = (change: Partial<LabProgress>, soon = false): void => {
      if (this.#abort === abort) this.#tell({ ...this.#progress, ...change }, soon);
    };
    tell({ ...NONE, state: "running", all });
    try {
      const kernel = await (this.#kernel ??= benchKernel());
      if (this.#abort !== abort) return;
      const file = emptyFile(bench, hostRecord(kernel.build));
      this.#file = file;
      let at = performance.now();
      let took = 0;
      const passed = (): number => (performance.now() - at) / 1000;
      await drive(
        bench,
        {
          spawn: () => spawn({ options, given, own, kernel }, this.#sandboxes!),
          build: kernel.build,
          began: (run) => {
            at = performance.now();
            tell({ made: run, left: leftOf(options, all - run, took / Math.max(1, run), 0), now: nowOf(bench, run) });
          },
          steps: (steps) => {
            const { made, now } = this.#progress;
            const left = leftOf(options, all - made, took / Math.max(1, made), passed());
            tell({ left, now: now && { ...now, steps } }, true);
          },
          made: ({ runs, speeds }: Made) => {
            took += passed();
            file.runs.push(...runs);
            file.speeds.push(...speeds);
          },
        },
        abort.signal,
      );
      const { size } = new Set([...file.runs, ...file.speeds].map(({ run }) => run));
      tell({ state: size === all ? "done" : "stopped", made: size, now: null, left: null });
    } catch (error) {
      this.#kernel = null;
      tell({ state: "failed", now: null, left: null, why: String(error).slice(0, 200) });
    }
  }

  #tell(progress: LabProgress, soon: boolean): void {
    this.#progress = progress;
    if (soon && performance.now() - this.#toldAt < BEAT) return;
    this.#toldAt = performance.now();
    void this.#listener?.(progress);
  }
}

/** Those that may be asked for: a sandbox cannot take turns with others. */
function idsOf(own: readonly OwnVariant[], { suite }: LabForm): string[] {
  return suite === "quality" ? own.map(({ id }) => id) : [];
}

function nowOf(bench: Bench, run: number): LabProgress["now"] {
  const at = runAt(planOf(bench), run);
  const speed = bench.suite === "speed";
  const { id, seed } = bench.instances[speed ? run : at.instance]!;
  return { instance: id, seed, variant: speed ? null : bench.variants[at.variant]!.id, steps: 0 };
}

/** Starts a bencher. It asks for sandboxes here, because only the page can open them; none outlives it. */
function spawn(job: BenchJob, sandboxes: Sandboxes): BencherHandle {
  const worker = new Worker(new URL("./bencher.ts", import.meta.url), { type: "module", name: "bench" });
  const remote = wrap<Bencher>(worker);
  return {
    open: () => remote.open(job, proxy(passedOn(sandboxes))),
    run: (number) => remote.run(number),
    hear: (listener) =>
      worker.addEventListener("message", ({ data }: MessageEvent<Partial<Record<string, unknown>>>) => {
        if ("begun" in data || "steps" in data) listener(data as Sign);
      }),
    lost: new Promise((resolve) => {
      worker.addEventListener("error", (event) => {
        // Else it is an error of this worker as well, and the page takes it for dead.
        event.preventDefault();
        resolve(event.message || "it could not be loaded");
      });
      worker.addEventListener("messageerror", () => resolve("a message could not be read"));
    }),
    terminate() {
      worker.terminate();
      void sandboxes.close();
    },
  };
}

function passedOn(sandboxes: Sandboxes): Sandboxes {
  return {
    async open() {
      const ports = await sandboxes.open();
      return transfer(ports, [ports.work, ports.pulse]);
    },
    close: () => sandboxes.close(),
  };
}
