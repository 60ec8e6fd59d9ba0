// Which panel stands beside the page. They stand at the same place, so there is one at a time; app/SidePanel.tsx frames it.

import { signal } from "@preact/signals";

/** `audit`: the part of the runs' panel that checks a schedule from outside. */
export type Side = "events" | "runs" | "audit" | "exports";

/** Null: none. */
export const sidePanel = signal<Side | null>(null);
