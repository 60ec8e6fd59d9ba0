// What the data alone says: a sentence, the counts, demand against room, packages, and what to look at.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { OverviewView } from "../../protocol.js";
import { event, readable, usable } from "../../state/event.js";
import { place } from "../../state/route.js";
import { solve } from "../../state/run.js";
import { DemandChart } from "./DemandChart.js";
import { Problems } from "./Problems.js";
import { Promises } from "./Promises.js";
import { TierTable } from "./TierTable.js";

/** The sentence on top: can what was sold be honoured. */
export function overviewSentence(view: OverviewView): string {
  const t = words.value.overview;
  if (!view.guaranteed) return t.noPackages(view.participants, view.wishes);
  return view.short === 0 ? t.honoured : t.short(view.short);
}

export function Overview(): JSX.Element {
  const t = words.value;
  const o = t.overview;
  const shown = event.value;
  const view = shown?.overview;
  return (
    <div class="work ov">
      <main>
        {view ? <Figures view={view} /> : <p class="say">{shown === null ? t.loading : t.broken(shown.errors)}</p>}
      </main>
      <aside>
        <h2 class="h">
          {o.watch} <small>{shown && o.watchNote(shown.errors, shown.warnings)}</small>
        </h2>
        <Problems />
        <div class="act">
          <button
            type="button"
            class="btn"
            aria-disabled={!usable.value}
            onClick={() => {
              if (!usable.value) return;
              place.value = "schedule/grid";
              void solve();
            }}
          >
            {o.solve}
          </button>
          {!readable.value && shown && <span class="lab">{o.solveBlocked}</span>}
          {shown && shown.problems.length > 0 && (
            <button type="button" class="btn txt" onClick={() => (place.value = "event/spec")}>
              {o.openSpec}
            </button>
          )}
        </div>
      </aside>
    </div>
  );
}

function Figures({ view }: { view: OverviewView }): JSX.Element {
  const o = words.value.overview;
  const n = format.value.number;
  const slots = o.slots(view.slots, view.days);
  const places = o.places(view.places, view.zones);
  const facts: [string, string][] = [
    ...view.sides.slice(0, 3).map((side): [string, string] => [n(side.participants), side.label]),
    [slots.value, slots.label],
    [n(view.wishes), o.wishes],
    [n(view.mutual), o.mutual],
    ...(view.places ? [[places.value, places.label] as [string, string]] : []),
    ...(view.locked ? [[n(view.locked), o.locked] as [string, string]] : []),
    ...(view.meals ? [[n(view.meals), o.meals] as [string, string]] : []),
  ];
  return (
    <>
      <p class="say">{overviewSentence(view)}</p>
      <p>{o.note}</p>
      <Promises />
      <dl class="facts">
        {facts.map(([value, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="two">
        {view.demand.map((demand) => (
          <DemandChart key={demand.side} demand={demand} />
        ))}
        {view.tiers.length > 0 && <TierTable tiers={view.tiers} slots={view.slots} />}
      </div>
    </>
  );
}
