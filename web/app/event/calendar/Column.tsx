// A day of the timeline: its head, the hours, its sessions, and what is on its way over it.

import type { JSX } from "preact";
import { format, words } from "../../../i18n/index.js";
import type { SessionView } from "../../../calendar-views.js";
import { calendar, choose, chosen, ghost } from "../../../state/calendar.js";
import { event } from "../../../state/event.js";
import { px } from "../../px.js";
import { BlockBody, GhostBlock, placed, slotsOf, type Drawn } from "./Block.js";
import { sessionKey, settleKeys } from "./keys.js";
import { openPanel } from "./panel-focus.js";
import { clashOf, type Scale } from "./scale.js";

/** What can be drawn of a session; null where it has no times. */
function drawnOf(session: SessionView): Drawn | null {
  const { kind, label, id, start, end, meeting, changeover } = session;
  return start === null || end === null || start >= end
    ? null
    : { kind, label: label || id, start, end, meeting, changeover };
}

export function ColumnHead({ index }: { index: number }): JSX.Element {
  const t = words.value.calendar;
  const { date, dated, sessions } = calendar.value!.days[index]!;
  const name = dated ? format.value.day(date) : t.wrongDate(date);
  const on = chosen.value?.day === index && chosen.value.session === null;
  return (
    <button
      type="button"
      class={`dayhead${dated ? "" : " bad"}`}
      aria-pressed={on}
      aria-label={t.dayName(name, sessions.length)}
      onClick={() => choose({ day: index, session: null })}
    >
      {name}
    </button>
  );
}

export function Column({ index, scale }: { index: number; scale: Scale }): JSX.Element {
  const t = words.value.calendar;
  const view = calendar.value!;
  const { date, dated, sessions } = view.days[index]!;
  const { from, to, unit } = scale;
  const moving = ghost.value;
  const name = dated ? format.value.day(date) : date;
  const order = sessions.map((_, i) => i).sort((a, b) => (sessions[a]!.start ?? -1) - (sessions[b]!.start ?? -1));
  return (
    <div class="daycol" role="group" aria-label={name} data-day={index} style={{ height: px((to - from) * unit) }}>
      {Array.from({ length: (to - from) / 60 }, (_, i) => (
        <i key={i} class="hour" style={{ top: px(i * 60 * unit) }} />
      ))}
      {order.map((s) => (
        <Session key={s} day={index} index={s} session={sessions[s]!} scale={scale} />
      ))}
      {moving?.day === index && <Moving scale={scale} />}
      {sessions.length === 0 && !moving && <p class="m t1 none">{t.noSessions}</p>}
    </div>
  );
}

function Moving({ scale }: { scale: Scale }): JSX.Element {
  const t = words.value.calendar;
  const { clock } = format.value;
  const now = ghost.value!;
  const { days } = calendar.value!;
  const { from, start, end, kind } = now;
  const session = from && from.session !== null ? days[from.day]?.sessions[from.session] : undefined;
  const like = session ?? days.flatMap((day) => day.sessions).find((one) => one.kind === "meetings");
  const clash = clashOf(now, days);
  const of: Drawn = {
    kind,
    label: session ? session.label || session.id : t.newLabel[kind ?? "meetings"],
    start,
    end,
    meeting: like?.meeting ?? null,
    changeover: like?.changeover ?? 0,
  };
  return (
    <GhostBlock
      of={of}
      scale={scale}
      clash={clash && t.overlaps(clash.label || clash.id, clock(clash.start!), clock(clash.end!))}
    />
  );
}

function Session({
  day,
  index,
  session,
  scale,
}: {
  day: number;
  index: number;
  session: SessionView;
  scale: Scale;
}): JSX.Element {
  const t = words.value.calendar;
  const { clock } = format.value;
  const drawn = drawnOf(session);
  const { from } = ghost.value ?? { from: null };
  const away = from?.day === day && from.session === index;
  const on = chosen.value?.day === day && chosen.value.session === index;
  const where = `calendar[${day}].sessions[${index}]`;
  const wrong =
    drawn === null ||
    event.value?.problems.some((one) => one.severity === "error" && one.where.startsWith(where)) === true;
  const times = drawn ? t.times(clock(drawn.start), clock(drawn.end)) : t.noTimes;
  const slots = drawn?.kind === "meetings" ? t.slotsOf(slotsOf(drawn).length, drawn.meeting ?? 0) : "";
  const kind = session.kind ? t.kinds[session.kind] : t.unknownKind;
  return (
    <button
      type="button"
      class={`sess ${session.kind ?? "none"}${away ? " away" : ""}${wrong ? " wrong" : ""}${drawn ? "" : " lost"}`}
      aria-pressed={on}
      aria-label={t.session(session.label || session.id, times, slots, kind)}
      aria-describedby="calendar-keys"
      data-spot={index}
      style={drawn ? placed(scale, drawn.start, drawn.end) : undefined}
      onClick={() => choose({ day, session: index })}
      onKeyDown={(event) => sessionKey(event, { day, session: index }, openPanel)}
      onBlur={settleKeys}
    >
      {drawn ? (
        <BlockBody of={drawn} scale={scale} />
      ) : (
        <span class="bhead flat">
          <b dir="auto">{session.label || session.id}</b> <span>{times}</span>
        </span>
      )}
      {wrong && (
        <b class="bang" aria-hidden="true">
          !
        </b>
      )}
      <span class="edge upper" data-edge="start" />
      <span class="edge lower" data-edge="end" />
    </button>
  );
}
