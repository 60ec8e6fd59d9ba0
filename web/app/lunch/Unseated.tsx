// People without a seat at this meal, above the tables: they too can be dragged to a seat.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { SeatView } from "../../lunch-views.js";
import { chosen } from "../../state/lunches.js";
import { aim, taken, targets } from "../../state/seat-move.js";
import { Gain, said, stateOf } from "./TableCard.js";
import { SideMark } from "./SideMark.js";

export function Unseated({ people }: { people: readonly SeatView[] }): JSX.Element | null {
  const t = words.value.lunch;
  if (people.length === 0) return null;
  return (
    <section class="out" aria-label={t.unseated(people.length)}>
      <h3>{t.unseated(people.length)}</h3>
      {people.map((seat) => {
        const verdict = taken.value ? targets.value?.people.get(seat.id) : undefined;
        const aimed = aim.value !== null && "person" in aim.value && aim.value.person === seat.id;
        return (
          <button
            key={seat.id}
            type="button"
            class={`seat${stateOf(verdict)}${aimed ? " aim" : ""}${taken.value?.id === seat.id ? " mine" : ""}`}
            data-person={seat.id}
            aria-pressed={chosen.value.person === seat.id}
            title={verdict ? `${seat.name}\n${said(verdict)}` : `${seat.name}\n${seat.organisation}`.trim()}
            dir="auto"
          >
            <SideMark side={seat.side} />
            <span class="who">{seat.name}</span>
            {verdict && <Gain verdict={verdict} />}
          </button>
        );
      })}
    </section>
  );
}
