// A run in words: what it is called, what made it, how good it is. Used by the list, the comparison and the run bar.

import { format, words } from "../../i18n/index.js";
import type { RunView } from "../../runs-views.js";
import { variants } from "../../state/event.js";
import { locale } from "../../state/prefs.js";

/** When it was made: today the time, another day the date too. */
export function whenOf(at: number): string {
  return words.value.keep.when(at, Date.now());
}

/** Its name, else when it was made. */
export function nameOf({ name, at }: Pick<RunView, "name" | "at">): string {
  return name === "" ? whenOf(at) : name;
}

/** What made it. */
export function madeBy({ kind, settings, from, source }: RunView): string {
  const t = words.value.runs;
  const origin = from === null ? "" : nameOf(from);
  if (kind === "outside") return t.outside(source);
  if (kind === "edited") return t.edited(origin);
  if (!settings) return "";
  const variant = variants.value.find(({ id }) => id === settings.variant)?.title[locale.value] ?? settings.variant;
  const made = t.settings(variant, settings.seed, settings.workers, settings.seconds);
  return origin === "" ? made : `${made}, ${t.continued(origin)}`;
}

/** How good it is, or that it breaks rules. */
export function qualityOf({ findings, gap, meetingsGap }: RunView): string {
  const t = words.value.runs;
  const { percent2 } = format.value;
  if (findings > 0) return t.breaches(findings);
  if (gap !== null) return gap <= 0 ? t.proven : t.near(percent2(gap));
  return meetingsGap === null ? "" : t.nearMeetings(percent2(meetingsGap));
}

/** How it ended, where that is worth knowing. */
export function endOf({ status, elapsed }: RunView): string {
  const t = words.value.runs;
  const said = status === "finished" ? "" : t.status[status];
  return said === "" || status === "running" ? said : `${said} ${t.after(elapsed / 1000)}`;
}
