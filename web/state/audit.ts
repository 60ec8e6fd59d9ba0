// A schedule from outside that is checked: what was read of it, and the bound that is looked for when none is known.

import { batch, effect, signal } from "@preact/signals";
import type { AuditView } from "../runs-views.js";
import { ask } from "./bridge.js";
import { replaced } from "./event.js";
import { running } from "./run.js";

/** What was read; null: nothing yet. */
export const audit = signal<AuditView | null>(null);
export const auditReading = signal(false);
export const auditFailed = signal<string | null>(null);

/** Another event: what was checked is of the last one; called once. */
export function followAudit(): void {
  effect(() => {
    if (replaced.value > 0) audit.value = null;
  });
}

export function auditFiles(files: readonly { name: string; file: Blob }[]): Promise<void> {
  return read(() => ask((api) => api.runs.audit([...files]) as Promise<AuditView>));
}

export function auditText(text: string): Promise<void> {
  return read(() => ask((api) => api.runs.auditPasted(text) as Promise<AuditView>));
}

async function read(call: () => Promise<AuditView>): Promise<void> {
  // A run puts its own schedules on the page.
  if (running.peek() || auditReading.peek()) return;
  batch(() => {
    auditReading.value = true;
    auditFailed.value = null;
    audit.value = null;
  });
  try {
    const view = await call();
    audit.value = view;
    if (view.looking) void lookForBound();
  } catch (error) {
    auditFailed.value = String(error);
  } finally {
    auditReading.value = false;
  }
}

async function lookForBound(): Promise<void> {
  const before = audit.peek();
  const view = await ask((api) => api.runs.auditBound() as Promise<AuditView | null>).catch(() => null);
  if (audit.peek() === before && before) audit.value = view ?? { ...before, looking: false };
}

export function closeAudit(): void {
  audit.value = null;
}
