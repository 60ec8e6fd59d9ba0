// Above the tables: which meal, how it went, the score as it would become, and print.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { lunch, meals, session, showMeal } from "../../state/lunches.js";
import { told, verdict } from "../../state/seat-move.js";
import { Gain } from "./TableCard.js";
import { PrintMenu } from "./PrintMenu.js";

export function LunchHead(): JSX.Element {
  const t = words.value.lunch;
  const view = lunch.value;
  const people = view?.tables.reduce((sum, table) => sum + table.people.length, 0) ?? 0;
  const used = view?.tables.filter((table) => table.people.length > 0).length ?? 0;
  return (
    <header class="lhead">
      <label class="hidden-text" for="lunch-meal">
        {t.meal}
      </label>
      <select id="lunch-meal" class="fld" onChange={(change) => showMeal(change.currentTarget.value)}>
        {meals.value.map(({ id, date, start, end }) => (
          <option key={id} value={id} selected={id === session.value}>
            {mealTitle(date, start, end)}
          </option>
        ))}
      </select>
      <p class="m">
        {view && (
          <>
            {t.facts(people, used, view.served)}{" "}
            {view.unseated.length === 0 ? t.nobodyOut : <b class="lack">{t.unseated(view.unseated.length)}.</b>}
          </>
        )}
      </p>
      <Score />
      <PrintMenu />
    </header>
  );
}

/** The score; while somebody is moved, what it would become. */
function Score(): JSX.Element {
  const t = words.value.lunch;
  const total = lunch.value?.total;
  const found = verdict.value;
  return (
    <output class="lscore">
      {total !== undefined &&
        (found && !found.bar ? (
          <>
            <b>{t.scoreTo(total, total + found.gain)}</b> <Gain verdict={found} />
          </>
        ) : (
          t.score(total)
        ))}
    </output>
  );
}

/** What the last change did, in a line that is read out. */
export function Told(): JSX.Element {
  const t = words.value.lunch;
  const last = told.value;
  return (
    <p class={`told${last?.kind === "forbidden" ? " no" : ""}`} role="status">
      {last?.kind === "moved"
        ? t.moved(last.gain, last.findings)
        : last?.kind === "forbidden"
          ? `${t.forbidden[0]!.toLocaleUpperCase()}${t.forbidden.slice(1)}. ${t.bar(last.bar)}`
          : last?.kind === "gone"
            ? t.gone
            : ""}
    </p>
  );
}

/** A meal by its day and time: "Mercredi 17 mars, 12:15–13:45". */
export function mealTitle(date: string, start: number, end: number): string {
  const f = format.value;
  const day = f.day(date);
  return words.value.lunch.when(day[0]!.toLocaleUpperCase() + day.slice(1), f.clock(start), f.clock(end));
}
