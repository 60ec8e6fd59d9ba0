// The two charts of the summary: participants by satisfaction, and the room that each slot uses. Bars carry their numbers, and
// the line of the room says what it is where it ends.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { RoomView, SummaryView } from "../../summary-views.js";
import { px } from "../px.js";
import { BarRow, type BarView } from "./BarRow.js";
import { Figure } from "./Figure.js";

const TALL = 96;
/** Slots beyond which a bar has no room for its number. */
const CROWD = 40;

export function Spread({ view }: { view: SummaryView }): JSX.Element {
  const t = words.value.summary;
  const f = format.value;
  const all = view.sides[0]!;
  const most = Math.max(1, ...view.bins.map(({ value }) => value!));
  const bars = view.bins.map((figure, i): BarView => ({
    figure,
    said: t.binCount(10 * i, 10 * (i + 1), figure.value!),
    over: figure.value === 0 ? "" : f.number(figure.value!),
    under: f.percent(i / 10),
  }));
  return (
    <section>
      <h2 class="h">{t.spread}</h2>
      <p class="note">{t.spreadNote}</p>
      <BarRow label={t.spread} bars={bars} most={most} height={TALL} kind="bins">
        <span class="end" aria-hidden="true">
          {f.percent(1)}
        </span>
      </BarRow>
      {all.mean.value !== null && (
        <dl class="terms3">
          {(
            [
              [t.leastHead, all.least],
              [t.medianHead, all.median],
              [t.meanHead, all.mean],
            ] as const
          ).map(([name, figure]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Figure figure={figure} name={`${t.spread}, ${name}`}>
                  {f.percent(figure.value! / 1000)}
                </Figure>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t.giniHead}</dt>
            <dd>
              <Figure figure={all.gini} name={t.giniHead}>
                {f.hundredths(all.gini.value! / 1000)}
              </Figure>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

export function RoomBars({ view: { rooms } }: { view: SummaryView }): JSX.Element | null {
  const t = words.value.summary;
  const f = format.value;
  if (rooms.length === 0) return null;
  const most = Math.max(1, ...rooms.map(({ value, of }) => Math.max(value!, of ?? 0)));
  const limited = rooms.some(({ of }) => of !== null);
  const days: RoomView[][] = [];
  for (const room of rooms) {
    if (days.at(-1)?.[0]!.date === room.date) days.at(-1)!.push(room);
    else days.push([room]);
  }
  const last = rooms.at(-1)!;
  return (
    <section class="wide">
      <h2 class="h">{t.rooms}</h2>
      <p class="note">{limited ? t.roomsNote : t.roomsFree}</p>
      <div class={`days${rooms.length > CROWD ? " crowd" : ""}`}>
        {days.map((list, d) => (
          <div key={list[0]!.date} style={{ flexGrow: String(list.length) }}>
            <h3>{f.day(list[0]!.date)}</h3>
            <BarRow
              label={f.day(list[0]!.date)}
              most={most}
              height={TALL}
              kind="rooms"
              bars={list.map((room, i): BarView => ({
                figure: room,
                said: t.roomIs(room.date, room.start, room.value!, room.of),
                over: rooms.length > CROWD ? "" : f.number(room.value!),
                under: hourOf(list, i),
              }))}
            >
              {d === days.length - 1 && last.of !== null && (
                <span class="end" style={{ bottom: px(18 + Math.round((TALL * last.of) / most) - 8) }}>
                  {t.capacity(last.of)}
                </span>
              )}
            </BarRow>
          </div>
        ))}
      </div>
    </section>
  );

  /** The hour where another one begins: every slot's time would not have room. */
  function hourOf(list: readonly RoomView[], i: number): string {
    const hour = (at: number): number => Math.floor(list[at]!.start / 60);
    return i === 0 || hour(i) !== hour(i - 1) ? f.clock(list[i]!.start).slice(0, 2) : "";
  }
}
