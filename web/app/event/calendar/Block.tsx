// A session drawn in its column: its slots with their times, or what it is. Also the ghost of one that is on its way.

import type { ComponentChildren, JSX } from "preact";
import { slotTimes } from "../../../../src/spec/clock.js";
import { format, words } from "../../../i18n/index.js";
import type { Kind } from "../../../calendar-views.js";
import { px } from "../../px.js";
import type { Scale } from "./scale.js";

export interface Drawn {
  kind: Kind | null;
  label: string;
  start: number;
  end: number;
  meeting: number | null;
  changeover: number;
}

/** Least height of a line of text inside a block, in pixels. */
const LINE = 15;
/** Heights under which a block says less. */
const TWO_LINES = 40;

/** Place and size of something between two times, in a column. */
export function placed({ from, unit }: Scale, start: number, end: number): { top: string; height: string } {
  return { top: px((start - from) * unit), height: px(Math.max(8, (end - start) * unit)) };
}

/** The inside of a block: name and times at the left, slots at the right. */
export function BlockBody({ of, scale }: { of: Drawn; scale: Scale }): JSX.Element {
  const t = words.value.calendar;
  const { clock } = format.value;
  const times = slotsOf(of);
  const { unit } = scale;
  const height = (of.end - of.start) * unit;
  return (
    <>
      <span class={`bhead${height < TWO_LINES ? " flat" : ""}`}>
        <b dir="auto">{of.label}</b> <span>{t.times(clock(of.start), clock(of.end))}</span>{" "}
        {height >= TWO_LINES + LINE && of.kind === "meetings" && (
          <span>{t.slotsOf(times.length, of.meeting ?? 0)}</span>
        )}
      </span>
      {of.kind === "meetings" && (
        <span class="bslots" aria-hidden="true">
          {times.map(([start, end]) => (
            // As an attribute that the style draws: the times of slots are no part of the session's name.
            <i
              key={start}
              data-time={(end - start) * unit >= LINE - 2 ? clock(start) : undefined}
              style={{ top: px((start - of.start) * unit), height: px((end - start) * unit) }}
            />
          ))}
        </span>
      )}
    </>
  );
}

/** The slots as they will be. */
export function slotsOf({ kind, start, end, meeting, changeover }: Drawn): [number, number][] {
  return kind === "meetings" && meeting !== null && start < end ? slotTimes(start, end, meeting, changeover) : [];
}

/** What is on its way, and what it would overlap. */
export function GhostBlock({ of, scale, clash }: { of: Drawn; scale: Scale; clash: ComponentChildren }): JSX.Element {
  return (
    <div class={`sess ghost ${of.kind ?? "none"}${clash ? " clash" : ""}`} style={placed(scale, of.start, of.end)}>
      <BlockBody of={of} scale={scale} />
      {clash && (
        <span class="why">
          <b aria-hidden="true">!</b> {clash}
        </span>
      )}
    </div>
  );
}
