// The days drawn as a timeline, side by side, and a panel for what is chosen: a session, a day, or the event itself.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { format, words } from "../../i18n/index.js";
import type { CalendarView } from "../../calendar-views.js";
import { calendar, choose, chosen, edit, ordered, question, refocus, refusal } from "../../state/calendar.js";
import { event } from "../../state/event.js";
import { place } from "../../state/route.js";
import { px } from "../px.js";
import { Column, ColumnHead } from "./calendar/Column.js";
import { DayPanel } from "./calendar/DayPanel.js";
import { press } from "./calendar/drag.js";
import { AddDay, EventPanel } from "./calendar/EventPanel.js";
import { scaleOf } from "./calendar/scale.js";
import { SessionPanel } from "./calendar/SessionPanel.js";

export function Calendar(): JSX.Element {
  const t = words.value.calendar;
  const view = calendar.value;
  if (!view) {
    return (
      <div class="work empty">
        <p>{event.value ? t.unread : t.loading}</p>
        {event.value && (
          <button type="button" class="btn" onClick={() => (place.value = "event/spec")}>
            {t.openSpec}
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="work cal">
      <div class="calmain">
        {view.broken && <p class="alert bad">{t.broken}</p>}
        {view.days.length === 0 ? (
          <div class="empty">
            <p>{t.empty}</p>
            <AddDay view={view} />
          </div>
        ) : (
          <Timeline view={view} />
        )}
        <p class="rlfoot m" id="calendar-keys">
          {t.keys}
        </p>
      </div>
      <Panel view={view} />
    </div>
  );
}

function Timeline({ view }: { view: CalendarView }): JSX.Element {
  const t = words.value.calendar;
  const box = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  const height = useSignal(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => (height.value = entry!.contentRect.height));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const at = chosen.value;
  useEffect(() => {
    if (!refocus.peek() || !at || at.session === null) return;
    // Effects run late: when the next answer is here already, what this one would focus is about to go.
    const now = chosen.peek();
    if (calendar.peek() !== view || now?.day !== at.day || now.session !== at.session) return;
    const block = board.current?.querySelector<HTMLElement>(`[data-day="${at.day}"] [data-spot="${at.session}"]`);
    if (block) refocus.value = false;
    block?.focus();
  }, [view, at?.day, at?.session]);
  // The heads stick above: what is left is the columns'.
  const scale = scaleOf(view.days, height.value - HEAD);
  const columns = { gridTemplateColumns: `48px repeat(${view.days.length}, minmax(168px, 1fr))` };
  return (
    <div class="calbox" ref={box}>
      <div class="calheads" style={columns}>
        <span />
        {ordered.value.map((index) => (
          <ColumnHead key={index} index={index} />
        ))}
      </div>
      <div
        class="calboard"
        role="group"
        aria-label={t.timeline}
        ref={board}
        style={columns}
        onPointerDown={(event) => press(event, board.current!, scale)}
      >
        <div class="hours" aria-hidden="true">
          {Array.from({ length: (scale.to - scale.from) / 60 }, (_, i) => (
            <span key={i} style={{ top: px(i * 60 * scale.unit) }}>
              {format.value.clock(scale.from + i * 60)}
            </span>
          ))}
        </div>
        {ordered.value.map((index) => (
          <Column key={index} index={index} scale={scale} />
        ))}
      </div>
    </div>
  );
}

/** Height of the days' heads, in pixels; calendar.css says the same. */
const HEAD = 40;

function Panel({ view }: { view: CalendarView }): JSX.Element {
  const t = words.value.calendar;
  const spot = chosen.value;
  return (
    <aside class="calpanel" aria-label={t.event}>
      <div role="alert">
        {refusal.value !== null && (
          <p class="alert bad">{refusal.value === "gone" ? t.gone : t.refused(refusal.value)}</p>
        )}
        {question.value && <Question />}
      </div>
      {spot === null ? (
        <EventPanel view={view} />
      ) : spot.session === null ? (
        <DayPanel view={view} day={spot.day} />
      ) : (
        <SessionPanel view={view} spot={spot} />
      )}
      {spot !== null && spot.session === null && (
        <div class="acts">
          <button type="button" class="btn txt" onClick={() => choose(null)}>
            {t.close}
          </button>
        </div>
      )}
    </aside>
  );
}

/** What an edit would take with it, and the button that makes it all the same. */
function Question(): JSX.Element {
  const t = words.value.calendar;
  const { edit: wanted, lost } = question.value!;
  const { kind } = wanted;
  return (
    <div class="ask">
      <p>{kind === "remove" || kind === "remove-day" ? t.asks[kind] : t.asks.other}</p>
      <ul>
        {lost.map((one) => (
          <li key={one.kind} dir="auto">
            {t.lost(one)}
          </li>
        ))}
      </ul>
      <div class="acts">
        <button type="button" class="btn pri" onClick={() => void edit(wanted, true)}>
          {t.sure(kind, lost)}
        </button>
        <button type="button" class="btn" onClick={() => (question.value = null)}>
          {t.keep}
        </button>
      </div>
    </div>
  );
}
