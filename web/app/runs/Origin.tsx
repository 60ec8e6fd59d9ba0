// What a kept schedule that is on the page comes from, for the line of the run bar; empty where a run has just ended.

import { words } from "../../i18n/index.js";
import { schedule } from "../../state/run.js";
import { shownRun } from "../../state/runs.js";
import { whenOf } from "./describe.js";

export function originText(): string {
  const t = words.value.runs;
  const run = shownRun.value;
  if (!run || !schedule.value) return "";
  return `${t.origin(run, whenOf(run.at))}, ${t.checked(schedule.value.findings)}`;
}
