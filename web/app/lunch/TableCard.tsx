// One table: a circle with its seats and the wishes met there, names at both sides; a large one as a list of names.
// Names and free seats are the targets of a drag; Lunches.tsx listens to all of them at once.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { LunchView, SeatView, TableView, Verdict } from "../../lunch-views.js";
import { aim, taken, targets } from "../../state/seat-move.js";
import { chosen, seatCursor } from "../../state/lunches.js";
import { LockMark } from "../marks.js";
import { px } from "../px.js";
import { listColumns, placesOf, ringOf, ROUND, type CardSizes, type Ring } from "./ring.js";
import { SideMark, SidePoint } from "./SideMark.js";

interface CardProps {
  lunch: LunchView;
  index: number;
  left: number;
  top: number;
  width: number;
  sizes: CardSizes;
}

export function TableCard({ lunch, index, left, top, width, sizes }: CardProps): JSX.Element {
  const t = words.value.lunch;
  const table = lunch.tables[index]!;
  const places = placesOf(table);
  const ring = places <= ROUND ? ringOf(places, width, sizes) : null;
  const picked = chosen.value.table === table.id && !taken.value;
  return (
    <section
      class={`tbl${picked ? " picked" : ""}${ring ? ` lines${ring.lines}` : " list"}`}
      aria-label={`${t.table(table.name)}, ${t.seats(table.people.length, table.seats, table.seats - table.people.length)}`}
      data-table={table.id}
      style={{ left: px(left), top: px(top), width: px(width), height: ring ? px(ring.height) : "auto" }}
    >
      <h3>
        <button type="button" class="tname" tabIndex={-1} data-choose={table.id}>
          {t.table(table.name)}
        </button>{" "}
        <small>{t.taken(table.people.length, table.seats)}</small>
      </h3>
      {ring && <Drawing table={table} ring={ring} />}
      <div
        class="names"
        style={ring ? {} : { gridTemplateColumns: `repeat(${listColumns(width, sizes)}, minmax(0, 1fr))` }}
      >
        {table.people.map((seat, i) => (
          <Name key={seat.id} lunch={lunch} table={table} index={index} seat={seat} at={i} ring={ring} />
        ))}
        {freeSpots(table).map((at) => (
          <Free key={`free ${at}`} table={table} index={index} at={at} ring={ring} />
        ))}
      </div>
    </section>
  );
}

/** Free seats that are drawn: all around a circle, one for all in a list. */
function freeSpots({ people, seats }: TableView): number[] {
  const free = Math.max(0, seats - people.length);
  const drawn = seats > ROUND ? Math.min(1, free) : free;
  return Array.from({ length: drawn }, (_, i) => people.length + i);
}

function Drawing({ table, ring }: { table: TableView; ring: Ring }): JSX.Element {
  const person = taken.value ? -1 : table.people.findIndex(({ id }) => id === chosen.value.person);
  return (
    <svg class="ringbox" aria-hidden="true">
      <circle class="top" cx={ring.x} cy={ring.y} r={ring.radius - 4} />
      {!taken.value &&
        table.ties.map(([a, b, mutual]) => {
          const [from, to] = [ring.seats[a]!, ring.seats[b]!];
          const kind = `tie${mutual ? " mutual" : ""}${person < 0 ? "" : a === person || b === person ? " own" : " dim"}`;
          return <path key={`${a} ${b}`} class={kind} d={`M${from.x} ${from.y}Q${ring.x} ${ring.y} ${to.x} ${to.y}`} />;
        })}
      <path class="lead" d={leads(ring)} />
      {ring.seats.map(({ x, y }, i) => {
        const seat = table.people[i];
        return seat ? (
          <SidePoint key={i} side={seat.side} host={seat.host} x={x} y={y} />
        ) : (
          <circle key={i} class="nobody" cx={x} cy={y} r="4.5" />
        );
      })}
    </svg>
  );
}

/** The lines from the seats to their names. */
function leads(ring: Ring): string {
  return ring.seats
    .map(({ x, y, line, side }) => {
      const [from, to] = side === "right" ? [x + 7, ring.x * 2 - ring.names - 3] : [x - 7, ring.names + 3];
      return `M${from} ${y}L${to} ${line}`;
    })
    .join("");
}

interface NameProps {
  lunch: LunchView;
  table: TableView;
  index: number;
  seat: SeatView;
  at: number;
  ring: Ring | null;
}

function Name({ lunch, table, index, seat, at, ring }: NameProps): JSX.Element {
  const t = words.value.lunch;
  const verdict = taken.value ? targets.value?.people.get(seat.id) : undefined;
  const mine = taken.value?.id === seat.id;
  const aimed = aim.value !== null && "person" in aim.value && aim.value.person === seat.id;
  // What stands on the seat comes first: it is what somebody says to press it by voice.
  const shown = ring ? seat.short : seat.name;
  const parts = [shown, verdict ? said(verdict) : "", shown === seat.name ? "" : seat.name];
  const name = parts.filter((part) => part !== "").join(", ");
  return (
    <button
      type="button"
      class={`seat ${ring?.seats[at]!.side ?? ""}${stateOf(verdict)}${mine ? " mine" : ""}${aimed ? " aim" : ""}${seat.host ? " host" : ""}`}
      style={ring ? spot(ring, at) : {}}
      data-person={seat.id}
      data-at={`${index}/${at}`}
      tabIndex={seatCursor.value.table === index && seatCursor.value.seat === at ? 0 : -1}
      aria-pressed={chosen.value.person === seat.id && chosen.value.table === table.id}
      aria-label={t.seat(name, seat.organisation, lunch.sides[seat.side] ?? "", seat.host, seat.locked)}
      title={verdict ? `${seat.name}\n${said(verdict)}` : `${seat.name}\n${seat.organisation}`.trim()}
      dir="auto"
    >
      {!ring && <SideMark side={seat.side} host={seat.host} />}
      <span class="who">{shown}</span> {seat.locked && !verdict && <LockMark />}
      {verdict && <Gain verdict={verdict} bare />}
    </button>
  );
}

function Free({
  table,
  index,
  at,
  ring,
}: {
  table: TableView;
  index: number;
  at: number;
  ring: Ring | null;
}): JSX.Element {
  const t = words.value.lunch;
  const verdict = taken.value ? targets.value?.tables.get(table.id) : undefined;
  const aimed = aim.value !== null && "table" in aim.value && aim.value.table === table.id;
  const first = at === table.people.length;
  const shown = ring ? t.free : t.freeSeats(table.seats - table.people.length);
  return (
    <button
      type="button"
      class={`seat free ${ring?.seats[at]!.side ?? ""}${stateOf(verdict)}${aimed ? " aim" : ""}`}
      style={ring ? spot(ring, at) : {}}
      data-free={table.id}
      data-at={first ? `${index}/${at}` : undefined}
      tabIndex={first && seatCursor.value.table === index && seatCursor.value.seat === at ? 0 : -1}
      aria-label={verdict ? `${shown}, ${said(verdict)}, ${t.freeAt(table.name)}` : t.freeAt(table.name)}
      aria-hidden={first ? undefined : true}
      title={verdict ? said(verdict) : undefined}
    >
      <span class="who">{shown}</span> {verdict && first && <Gain verdict={verdict} bare />}
    </button>
  );
}

function spot(ring: Ring, at: number): Record<string, string> {
  const { line, side } = ring.seats[at]!;
  return { [side]: "2px", top: px(line), width: px(ring.names) };
}

/** Class of a target: allowed with a gain or a loss, forbidden, or none of a target's business. */
export function stateOf(verdict: Verdict | undefined): string {
  if (!verdict) return "";
  if (verdict.bar) return verdict.bar.kind === "same" ? " same" : " no";
  return verdict.gain < 0 ? " yes loss" : " yes";
}

/** A verdict in words. */
export function said({ gain, bar }: Verdict): string {
  return bar ? words.value.lunch.bar(bar) : words.value.lunch.pointsLong(gain);
}

/** The points of a target with their sign (`bare`: no triangle); nothing where it is forbidden, which the strike says. */
export function Gain({
  verdict: { gain, bar },
  bare = false,
}: {
  verdict: Verdict;
  bare?: boolean;
}): JSX.Element | null {
  if (bar) return null;
  const { points } = words.value.lunch;
  return (
    <small class={gain > 0 ? "gn up" : gain < 0 ? "gn dn" : "gn"}>
      {gain !== 0 && !bare && (gain > 0 ? "▲\u202f" : "▼\u202f")}
      {gain === 0 ? format.value.number(0) : points(gain)}
    </small>
  );
}
