// What the data alone says: a sentence, the counts, demand against room, packages, and what to look at.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { OverviewView } from "../../protocol.js";
import { event, readable, usable } from "../../state/event.js";
import { place } from "../../state/route.js";
import { solve } from "../../state/run.js";
import { watch } from "../../state/watch.js";
import { DemandChart } from "./DemandChart.js";
import { LoadChart } from "./LoadChart.js";
import { Promises } from "./Promises.js";
import { TierTable } from "./TierTable.js";
import { WatchList } from "./WatchList.js";

/** The sentence on top: can what was sold be honoured. */
export function overviewSentence(view: OverviewView): string {
  const t = words.value.overview;
  if (!view.guaranteed) return t.noPackages(view.participants, view.wishes);
  return view.short === 0 ? t.honoured : t.short(view.short);
}

/** How much is to spare of what counting says is possible at most; empty where nothing was promised. */
export function marginSentence(): string {
  const margin = watch.value?.margin;
  return margin ? words.value.watch.margin(margin.side, margin.promised, margin.possible) : "";
}

/** The numbers of what is written, as far as it can be read; else of the last good state. */
export function overviewShown(): OverviewView | null {
  return (!readable.value && watch.value?.overview) || (event.value?.overview ?? null);
}

export function Overview(): JSX.Element {
  const t = words.value;
  const o = t.overview;
  const shown = event.value;
  const view = overviewShown();
  const counts = watch.value?.counts;
  return (
    <div class="work ov">
      {/* A stop for the keyboard, or it could not be scrolled by keys. */}
      <main tabIndex={0} aria-label={t.eventTabs.overview}>
        {view ? <Figures view={view} /> : <p class="say">{shown === null ? t.loading : t.broken(shown.errors)}</p>}
      </main>
      <aside>
        <h2 class="h">
          {o.watch} <small>{counts && t.watch.counts(counts.error, counts.warning)}</small>
        </h2>
        <WatchList />
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
  const loads = watch.value?.loads ?? [];
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
      <p>
        {marginSentence()} {o.note}
      </p>
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
        {loads.map((load) => (
          <LoadChart key={load.side} load={load} slots={watch.value!.slots} />
        ))}
        {view.demand.map((demand) => (
          <DemandChart key={demand.side} demand={demand} />
        ))}
        {view.tiers.length > 0 && <TierTable tiers={view.tiers} slots={view.slots} />}
      </div>
      {loads.length > 0 && <p class="how">{words.value.watch.load.how}</p>}
    </>
  );
}
