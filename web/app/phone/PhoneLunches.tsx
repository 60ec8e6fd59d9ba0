// The lunches on a phone: one card per table with everybody by name; a touch says why somebody sits there.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { SeatView, TableView } from "../../lunch-views.js";
import { choose, chosen, lunch, meals, session, showMeal } from "../../state/lunches.js";
import { openPerson } from "../../state/person.js";
import { schedule, stale } from "../../state/run.js";
import { Alerts } from "../Alerts.js";
import { mealTitle } from "../lunch/LunchHead.js";
import { PrintMenu } from "../lunch/PrintMenu.js";
import { SideMark } from "../lunch/SideMark.js";
import { Ties } from "../lunch/Ties.js";
import { LockMark } from "../marks.js";
import { SolveButton } from "../schedule/RunBar.js";

export function PhoneLunches(): JSX.Element {
  const t = words.value.lunch;
  const view = lunch.value;
  if (meals.value.length === 0 || !schedule.value)
    return (
      <div class="pb">
        <Alerts />
        <p class="say">{meals.value.length === 0 ? t.noMeals : t.empty}</p>
        {meals.value.length > 0 && <SolveButton />}
      </div>
    );
  const people = view?.tables.reduce((sum, table) => sum + table.people.length, 0) ?? 0;
  return (
    <div class={`pb plun${stale.value ? " old" : ""}`}>
      <Alerts />
      <div class="prun">
        <select class="fld" aria-label={t.meal} onChange={(change) => showMeal(change.currentTarget.value)}>
          {meals.value.map(({ id, date, start, end }) => (
            <option key={id} value={id} selected={id === session.value}>
              {mealTitle(date, start, end)}
            </option>
          ))}
        </select>
        <PrintMenu />
      </div>
      {stale.value && <p class="m">{words.value.stale}</p>}
      {view && (
        <>
          <p class="m">
            {t.facts(people, view.tables.filter((table) => table.people.length > 0).length, view.served)}{" "}
            {view.unseated.length === 0 && t.nobodyOut}
          </p>
          {view.unseated.length > 0 && <Card title={t.unseated(view.unseated.length)} people={view.unseated} />}
          {view.tables.map((table) => (
            <Card key={table.id} title={t.table(table.name)} people={table.people} table={table} />
          ))}
        </>
      )}
    </div>
  );
}

function Card({
  title,
  people,
  table,
}: {
  title: string;
  people: readonly SeatView[];
  table?: TableView;
}): JSX.Element {
  const t = words.value.lunch;
  const free = table ? Math.max(0, table.seats - people.length) : 0;
  return (
    <section class="pcard">
      <h3>
        {title} {table && <small class="m">{t.seats(people.length, table.seats, free)}</small>}
      </h3>
      <ul>
        {people.map((seat) => {
          const open = chosen.value.person === seat.id;
          return (
            <li key={seat.id}>
              <button
                type="button"
                class="pseat"
                aria-expanded={open}
                onClick={() => (open ? choose(null, null) : choose(table?.id ?? null, seat.id))}
              >
                <SideMark side={seat.side} host={seat.host} />
                <span class="any" dir="auto">
                  {seat.name} {seat.host && <small class="m">{t.legend.host}</small>} {seat.locked && <LockMark />}
                  <small class="org">{seat.organisation}</small>
                </span>
              </button>
              {open && (
                <div class="pwhy">
                  {table ? <Ties table={table} onOpen={openPerson} /> : <p class="m">{t.whyOut}</p>}
                  <button type="button" class="btn" onClick={() => openPerson(seat.id)}>
                    {t.openAgenda}
                  </button>
                </div>
              )}
            </li>
          );
        })}
        {free > 0 && (
          <li class="pfree">
            <svg class="sdm" viewBox="-8 -8 16 16" aria-hidden="true">
              <circle class="nobody" r="4.5" />
            </svg>
            {t.freeSeats(free)}
          </li>
        )}
      </ul>
    </section>
  );
}
