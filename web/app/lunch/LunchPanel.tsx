// Beside the tables: the table that is chosen, why somebody sits there, and the swap under way.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { SeatView, TableView } from "../../lunch-views.js";
import { usable } from "../../state/event.js";
import { agendaOpen, choose, chosen, chosenTable, editable, lunch } from "../../state/lunches.js";
import { openPerson } from "../../state/person.js";
import { take, taken } from "../../state/seat-move.js";
import { LockMark } from "../marks.js";
import { PersonPanel } from "../schedule/PersonPanel.js";
import { Told } from "./LunchHead.js";
import { tableLocked, toggleLock, toggleTable } from "./lock.js";
import { PointsTable } from "./PointsTable.js";
import { SideMark } from "./SideMark.js";
import { SwapPanel } from "./SwapPanel.js";
import { Ties } from "./Ties.js";

export function LunchPanel(): JSX.Element {
  if (agendaOpen.value && !taken.value) return <PersonPanel onClose={() => (agendaOpen.value = false)} />;
  return (
    <aside class="per lun" aria-live="off">
      <Told />
      {taken.value ? <SwapPanel id={taken.value.id} by={taken.value.by} /> : <Table />}
    </aside>
  );
}

/** Opens an agenda in place of the table. */
export function showAgenda(id: string): void {
  openPerson(id);
  agendaOpen.value = true;
}

function Table(): JSX.Element {
  const t = words.value.lunch;
  const view = lunch.value;
  const table = chosenTable.value;
  const id = chosen.value.person;
  const person = (table?.people ?? view?.unseated ?? []).find((seat) => seat.id === id);
  if (!view || (!table && !person))
    return (
      <div class="nobody">
        <p class="m">{t.choose}</p>
        <p class="m">{t.keys}</p>
      </div>
    );
  return (
    <>
      {person && <Person seat={person} table={table} />}
      {table && (
        <>
          {person ? <h3>{t.table(table.name)}</h3> : <h2>{t.table(table.name)}</h2>}
          <p class="m t1">
            {t.seats(table.people.length, table.seats, Math.max(0, table.seats - table.people.length))}
          </p>
          <TableLock table={table} />
          <table class="tb people">
            <tbody>
              {table.people.map((seat) => (
                <tr key={seat.id} class={seat.id === id ? "me" : ""}>
                  <td>
                    <SideMark side={seat.side} host={seat.host} />
                  </td>
                  <td class="any">
                    <button type="button" class="link" dir="auto" onClick={() => choose(table.id, seat.id)}>
                      {seat.name}
                    </button>{" "}
                    {seat.host && <small class="m">{t.legend.host}</small>} {seat.locked && <LockMark />}
                  </td>
                  <td class="m any" dir="auto">
                    {seat.organisation}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <h3>{t.brings}</h3>
          <PointsTable points={table.points} />
          <h3>{t.rules}</h3>
          <p class="m t1">
            {view.mix.map(({ side, min, max }) => t.mix(view.sides[side] ?? "", min, max)).join(" ")} {t.ruleText}
          </p>
        </>
      )}
    </>
  );
}

/** Locks all who sit there; nobody can be locked at a table of the host alone. */
function TableLock({ table }: { table: TableView }): JSX.Element | null {
  const t = words.value.lunch;
  const on = tableLocked(table);
  if (table.people.every(({ host }) => host)) return null;
  return (
    <div class="acts">
      <button
        type="button"
        class="btn"
        aria-disabled={!usable.value}
        aria-pressed={on}
        title={usable.value ? undefined : t.lockBlocked}
        onClick={() => void toggleTable(table)}
      >
        {on && <LockMark />} {on ? t.unlockWhole : t.lockWhole}
      </button>
    </div>
  );
}

/** One person at the table: who it is, why here, and what can be done about it. */
function Person({ seat, table }: { seat: SeatView; table: TableView | null }): JSX.Element {
  const t = words.value.lunch;
  return (
    <>
      <h2>
        <button type="button" class="link" dir="auto" title={t.openAgenda} onClick={() => showAgenda(seat.id)}>
          {seat.name}
        </button>
      </h2>
      <p class="m t1" dir="auto">
        {[seat.organisation, lunch.value?.sides[seat.side] ?? ""].filter((part) => part !== "").join(", ")}
      </p>
      <div class="acts">
        <button
          type="button"
          class="btn"
          aria-disabled={!editable.value}
          onClick={() => editable.value && take(seat.id, "keys")}
        >
          {t.swapWith}
        </button>
        {table && !seat.host && (
          <button
            type="button"
            class="btn"
            aria-disabled={!usable.value}
            aria-pressed={seat.locked}
            title={usable.value ? undefined : t.lockBlocked}
            onClick={() => void toggleLock(seat.id)}
          >
            {seat.locked && <LockMark />} {seat.locked ? t.unlock : t.lock}
          </button>
        )}
      </div>
      {seat.host && <p class="m t1">{t.lockTable}</p>}
      {table ? <Ties table={table} onOpen={showAgenda} /> : <p class="m t1">{t.whyOut}</p>}
    </>
  );
}
