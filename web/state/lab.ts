// The Lab: what is to be run, as it is typed; what the worker says of that; how far a bench is, and what is drawn of its
// results. Loaded with the Lab, never before.

import { batch, computed, effect, signal } from "@preact/signals";
import { proxy } from "comlink";
import type {
  LabForm,
  LabMistake,
  LabPlanned,
  LabProgress,
  LabRead,
  LabResults,
  LabSize,
  LabSuite,
} from "../lab-views.js";
import type { LabLook } from "../worker/lab/api.js";
import { ask } from "./bridge.js";
import { event } from "./event.js";
import { loadOwn, ownVariants, sandboxes, sourcesOf } from "./own.js";
import { locale } from "./prefs.js";
import { saveAs } from "./save.js";
import { labAt, labLink } from "./wish.js";

/** What is run when nothing else is said; `dancecard bench` measures the same variants. */
const USUAL: Record<LabSuite, LabForm> = {
  quality: {
    suite: "quality",
    variants: ["search", "greedy"],
    mine: true,
    sizes: [],
    rules: ["pure", "full"],
    seeds: "1-3",
    unit: "seconds",
    budgets: "1 2",
    repeat: "1",
  },
  speed: {
    suite: "speed",
    variants: ["search", "search-js"],
    mine: true,
    sizes: [],
    rules: ["pure", "full"],
    seeds: "1",
    unit: "seconds",
    budgets: "0.1",
    repeat: "9",
  },
};
/** How near the best score the profile may count. */
export const SHARES = [0.001, 0.01, 0.05] as const;

/** Most milliseconds between two looks at the results while a bench goes on. */
const MOST_PAUSE = 2000;

const forms = signal(USUAL);
const suite = signal<LabSuite>("quality");
export const form = computed(() => forms.value[suite.value]);
/** What the worker makes of the form; null until it is known. */
export const planned = signal<LabPlanned | null>(null);
/** Links that are being read, and whether there is one: until then the form is not what was asked for. */
const links = signal(0);
const reading = computed(() => labLink.value !== null || links.value > 0);
/** Whether what the form asks can be measured, and linked to. */
export const usable = computed(() => planned.value?.ok === true && !reading.value);
/** Why a link was not taken; null: none was refused. */
export const linkMistake = signal<LabMistake | null>(null);

export const sizes = signal<LabSize[]>([]);
export const progress = signal<LabProgress | null>(null);
export const running = computed(() => progress.value?.state === "running");
export const results = signal<LabResults | null>(null);
/** The event whose curves are shown; null: the first one. */
export const instance = signal<string | null>(null);
export const share = signal<number>(SHARES[0]);
/** Answers that are waited for. */
const waiting = signal(0);
export const busy = computed(() => waiting.value > 0 || progress.value === null);

export type LabCopy = "json" | "markdown" | "link";
/** What was copied or saved last. */
export const copied = signal<{ what: LabCopy; how: "copied" | "saved" | "refused" } | null>(null);

export function setForm(change: Partial<LabForm>): void {
  const next = { ...form.peek(), ...change };
  batch(() => {
    linkMistake.value = null;
    forms.value = { ...forms.peek(), [next.suite]: next };
  });
}

export function setSuite(chosen: LabSuite): void {
  batch(() => {
    linkMistake.value = null;
    suite.value = chosen;
  });
}

let following = false;

/** Follows the worker, the form and links; called whenever the Lab is opened. */
export function followLab(): void {
  if (following) return;
  following = true;
  void call(
    (api) =>
      api.lab.listen(
        proxy((told: LabProgress) => void (progress.value = told)),
        proxy(sandboxes),
      ) as Promise<Listened>,
  ).then((first) => {
    if (!first) return;
    sizes.value = first.sizes;
    progress.value ??= first.progress;
  });
  effect(() => {
    const link = labLink.value;
    if (link !== null) void readLink(link);
  });
  let plans = 0;
  effect(() => {
    const [asked, own, known] = [form.value, ownVariants.value, event.value];
    const mine = ++plans;
    if (!known) return;
    void call((api) => api.lab.plan(asked, own) as Promise<LabPlanned>).then((answer) => {
      if (mine === plans && answer) planned.value = answer;
    });
  });
  const state = computed(() => `${progress.value?.state} ${progress.value?.made}`);
  effect(() => {
    void state.value;
    wanted = { instance: instance.value, share: share.value };
    if (!looking) void look();
  });
}

/** What is to be drawn next, and whether somebody draws it already. */
let wanted: LabLook;
let looking = false;

/** Asks for what is drawn until nothing newer is wanted. Results of many runs take time to count: runs go first. */
async function look(): Promise<void> {
  looking = true;
  waiting.value = waiting.peek() + 1;
  for (let asked: LabLook | null = null; asked !== wanted;) {
    asked = wanted;
    const from = performance.now();
    const answer = await call((api) => api.lab.results(wanted) as Promise<LabResults | null>);
    if (answer !== undefined) results.value = answer;
    const pause = running.peek() ? Math.min(MOST_PAUSE, 3 * (performance.now() - from)) : 0;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  waiting.value = waiting.peek() - 1;
  looking = false;
}

type Listened = { sizes: LabSize[]; progress: LabProgress };

/** Asks the worker; undefined where it is gone, which the page says elsewhere. */
async function call<T>(question: Parameters<typeof ask<T>>[0]): Promise<T | undefined> {
  // Effects call this: they do not follow it.
  waiting.value = waiting.peek() + 1;
  try {
    return await ask(question).catch(() => undefined);
  } finally {
    waiting.value = waiting.peek() - 1;
  }
}

/** A link that is wrong changes nothing but the word on it. */
async function readLink(link: string): Promise<void> {
  batch(() => {
    labLink.value = null;
    links.value = links.peek() + 1;
  });
  await loadOwn();
  const read = await call((api) => api.lab.readLink(link, ownVariants.peek()) as Promise<LabRead>);
  batch(() => {
    links.value = links.peek() - 1;
    if (!read) return;
    if (!read.ok) return void (linkMistake.value = read.mistake);
    setForm(read.form);
    setSuite(read.form.suite);
  });
}

export async function start(): Promise<void> {
  if (!usable.peek() || running.peek()) return;
  batch(() => {
    copied.value = linkMistake.value = instance.value = null;
  });
  const sources = sourcesOf(form.peek().variants);
  const answer = await call((api) => api.lab.start(form.peek(), ownVariants.peek(), sources) as Promise<LabPlanned>);
  if (answer && !answer.ok) planned.value = answer;
}

export function stop(): void {
  void call((api) => api.lab.stop() as Promise<void>);
}

/** Puts the results or the link on the clipboard; where that is forbidden, results are saved as a file. */
export async function copy(what: LabCopy): Promise<void> {
  copied.value = null;
  const text = await textOf(what);
  if (text === null) return;
  try {
    await navigator.clipboard.writeText(text);
    copied.value = { what, how: "copied" };
  } catch {
    copied.value = { what, how: what === "link" ? "refused" : save(what, text) };
  }
}

async function textOf(what: LabCopy): Promise<string | null> {
  if (what === "link") {
    if (!usable.peek()) return null;
    const plan = await call((api) => api.lab.plan(form.peek(), ownVariants.peek()) as Promise<LabPlanned>);
    return plan?.ok ? labAt(plan.link) : null;
  }
  const chosen = locale.peek();
  return (
    (await call((api) => (what === "json" ? api.lab.json() : api.lab.markdown(chosen)) as Promise<string | null>)) ??
    null
  );
}

function save(what: "json" | "markdown", text: string): "saved" {
  const type = what === "json" ? "application/json" : "text/markdown;charset=utf-8";
  saveAs(new Blob([text], { type }), what === "json" ? "dancecard-bench.json" : "dancecard-bench.md");
  return "saved";
}
