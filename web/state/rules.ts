// The rules on the screen, asked of the worker whenever the text changed, and the edits that the form makes. What equals
// its default is taken out of the text.

import { effect, signal } from "@preact/signals";
import { rulesEn } from "../i18n/rules-en.js";
import { rulesFr } from "../i18n/rules-fr.js";
import type { Edit } from "../protocol.js";
import type { ChoiceRule, NumberRule, NumberView, RulesView } from "../rules-views.js";
import { ask } from "./bridge.js";
import { change } from "./edits.js";
import { event } from "./event.js";
import { place } from "./route.js";

/** The rules; null before they are known, or when the text never was JSON. */
export const form = signal<RulesView | null>(null);

type Name = keyof typeof rulesEn.names;

async function refresh(): Promise<void> {
  form.value = await ask((api) => api.rulesForm());
}

/** Keeps the form up to date while it is on the screen; called once. */
export function followRules(): void {
  effect(() => {
    if (event.value !== null && place.value === "event/rules") void refresh().catch(() => undefined);
  });
}

async function edit(edits: Edit[], name: Name): Promise<void> {
  const label = { en: rulesEn.undo(rulesEn.names[name]), fr: rulesFr.undo(rulesFr.names[name]) };
  await change(edits, label);
  await refresh();
}

/** The edit that gives a key a value, or takes it out where that says the same. */
function keyEdit(path: (string | number)[], value: unknown, fallback: unknown): Edit {
  return value === fallback ? { op: "remove", path } : { op: "set", path, value };
}

/** What a number is now: the value that counts, null where the rule is off; `bad` where what is written is none. */
export function numberOf({ written, min, max, fallback }: NumberView): { value: number | null; bad: boolean } {
  if (written === undefined) return { value: fallback, bad: false };
  const good = typeof written === "number" && Number.isInteger(written) && written >= min && written <= max;
  return good ? { value: written, bad: false } : { value: null, bad: true };
}

export function setNumber(key: NumberRule, value: number | null): Promise<void> {
  return edit([keyEdit(["rules", key], value, form.peek()?.numbers[key].fallback ?? null)], key);
}

export function setChoice(key: ChoiceRule, value: string | boolean): Promise<void> {
  return edit([keyEdit(["rules", key], value, form.peek()?.choices[key].fallback)], key);
}

/** Points by priority as they are; what is written wrong stays as it is in the text, and counts as 0 here. */
function pointsNow(view: RulesView): number[] {
  return view.points.items.map(({ written }) => (typeof written === "number" ? written : 0));
}

function setPoints(next: number[], edits: Edit[]): Promise<void> {
  const view = form.peek();
  if (!view) return Promise.resolve();
  const { fallback, written } = view.points;
  if (JSON.stringify(next) === JSON.stringify(fallback)) {
    return edit([{ op: "remove", path: ["rules", "points"] }], "points");
  }
  return edit(written ? edits : [{ op: "set", path: ["rules", "points"], value: next }], "points");
}

export function setPoint(index: number, value: number): Promise<void> {
  const now = form.peek() ? pointsNow(form.peek()!) : [];
  const next = now.map((old, i) => (i === index ? value : old));
  return setPoints(next, [{ op: "set", path: ["rules", "points", index], value }]);
}

/** One priority more, worth nothing yet where the last one is worth nothing, else half of it. */
export function addPriority(): Promise<void> {
  const now = form.peek() ? pointsNow(form.peek()!) : [];
  const value = Math.floor((now.at(-1) ?? 0) / 2);
  return setPoints([...now, value], [{ op: "insert", path: ["rules", "points"], at: now.length, value }]);
}

export function removePriority(): Promise<void> {
  const now = form.peek() ? pointsNow(form.peek()!) : [];
  return setPoints(now.slice(0, -1), [{ op: "remove", path: ["rules", "points", now.length - 1] }]);
}

export function resetPoints(): Promise<void> {
  return edit([{ op: "remove", path: ["rules", "points"] }], "points");
}

export function setWeight(list: "sides" | "tiers", index: number, value: number | null): Promise<void> {
  const fallback = form.peek()?.[list][index]?.weight.fallback ?? null;
  return edit([keyEdit([list, index, "weight"], value ?? fallback, fallback)], "weight");
}

export function setHosts(index: number, hosts: boolean): Promise<void> {
  return edit([keyEdit(["sides", index, "hosts"], hosts, false)], "hosts");
}

export function setSideLabel(index: number, label: string): Promise<void> {
  return edit([keyEdit(["sides", index, "label"], label, "")], "label");
}

/** Minutes between two zones; null takes the line out of the list. */
export function setWalk(a: string, b: string, minutes: number | null): Promise<void> {
  const line = form.peek()?.walks.find((walk) => (walk.a === a && walk.b === b) || (walk.a === b && walk.b === a));
  if (!line && minutes === null) return Promise.resolve();
  if (!line) return edit([{ op: "insert", path: ["walks"], at: Infinity, value: [a, b, minutes] }], "walks");
  const path = ["walks", line.at];
  return edit([minutes === null ? { op: "remove", path } : { op: "set", path: [...path, 2], value: minutes }], "walks");
}
