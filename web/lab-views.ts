// What crosses between page and worker in the Lab: what is to be run, how far it is, and what the screen draws of the
// results. Data only; all arithmetic is done in the worker (worker/lab, src/bench).

import type { Text } from "./protocol.js";

export type LabSuite = "quality" | "speed";
export type LabUnit = "seconds" | "steps";

/** What is to be run, as somebody typed it: read by worker/lab/options.ts. */
export interface LabForm {
  suite: LabSuite;
  variants: string[];
  /** The event of the page. */
  mine: boolean;
  /** Generated events. */
  sizes: string[];
  rules: string[];
  /** `1-3 7` */
  seeds: string;
  unit: LabUnit;
  /** `1 10` */
  budgets: string;
  repeat: string;
}

/** A variant that somebody brought along. */
export interface OwnVariant {
  id: string;
  title: string;
}

/** What is wrong with a form, or with a link. */
export type LabMistake =
  | {
      code:
        | "no-variants"
        | "no-events"
        | "no-rules"
        | "no-event"
        | "seeds"
        | "budgets"
        | "one-budget"
        | "repeat"
        | "link-version"
        | "link-long";
    }
  | { code: "unknown-variant" | "unknown-size" | "unknown-rules" | "link-option" | "link-twice"; word: string }
  | { code: "too-many"; runs: number; most: number };

export type LabPlanned =
  | {
      ok: true;
      runs: number;
      /** Of each run, as they were read. */
      budgets: number[];
      /** How long it takes; null: that depends on the machine. */
      seconds: number | null;
      /** What a link to this plan ends with, behind `#lab=`. */
      link: string;
    }
  | { ok: false; mistake: LabMistake };

export type LabRead = { ok: true; form: LabForm } | { ok: false; mistake: LabMistake };

/** A size of generated events. */
export interface LabSize {
  id: string;
  buyers: number;
  suppliers: number;
}

/** A run that goes on. */
export interface LabNow {
  instance: string;
  seed: number;
  /** Null: the variants take turns. */
  variant: string | null;
  steps: number;
}

/** How far it is. */
export interface LabProgress {
  state: "none" | "running" | "done" | "stopped" | "failed";
  made: number;
  all: number;
  now: LabNow | null;
  /** Seconds, as far as they can be told. */
  left: number | null;
  /** Why it failed. */
  why: string;
}

/** Median with its range. */
export interface LabSpread {
  median: number;
  min: number;
  max: number;
}

export interface LabRow {
  group: string;
  variant: string;
  budget: number;
  runs: number;
  score: LabSpread | null;
  /** In per cent. */
  toBest: LabSpread | null;
  toBound: LabSpread | null;
  /** The runs' gaps to the best, for the marks beside the numbers; at most as many as are seen. */
  gaps: number[];
  /** Per second; null: budgets are steps, which say nothing of time. */
  rate: LabSpread | null;
  verdicts: LabVerdicts;
  /** The least median gap of its group and budget. */
  first: boolean;
}

export interface LabVerdicts {
  ok: number;
  unplaced: number;
  wrong: number;
  none: number;
}

export interface LabSpeedRow {
  instance: string;
  variant: string;
  turns: number;
  rate: LabSpread | null;
  /** To the first variant of the instance; null: it is that one. */
  ratio: LabSpread | null;
  first: boolean;
  verdict: keyof LabVerdicts;
}

/** A result that is not ok. */
export interface LabBad {
  instance: string;
  variant: string;
  seed: number;
  budget: number | null;
  verdict: keyof LabVerdicts;
  /** In English. */
  why: string;
}

/** The runs of one variant on one event together, over time or steps. */
export interface LabCurve {
  variant: string;
  runs: number;
  points: { at: number; median: number; low: number; high: number }[];
  /** How long the longest of its runs was. */
  end: number;
}

export interface LabConvergence {
  instance: string;
  curves: LabCurve[];
  /** The least bound that was proved, from each moment on; none where nothing was. */
  bounds: { at: number; bound: number }[];
}

export interface LabProfile {
  /** How near the best score counts, such as 0.001. */
  share: number;
  /** Problems that all variants have tried. */
  problems: number;
  lines: { variant: string; points: { tau: number; share: number }[] }[];
}

/** All that is drawn of the results. */
export interface LabResults {
  suite: LabSuite;
  unit: LabUnit;
  /** As the variants are planned: also the order of their line styles. */
  variants: { id: string; title: Text }[];
  /** Made and planned. */
  made: number;
  all: number;
  rows: LabRow[];
  speeds: LabSpeedRow[];
  /** Rows that are left out: there are more than anybody reads. */
  more: number;
  bad: LabBad[];
  /** Events that have curves, in the order of the plan; the first of very many. */
  instances: string[];
  convergence: LabConvergence | null;
  profile: LabProfile | null;
  /** What the runs were made in. */
  host: { version: string; kernel: string; cores: number; runtime: string };
}
