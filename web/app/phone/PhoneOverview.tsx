// The overview on a phone: the sentence, the counts, the load of the first side, what to look at.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { place } from "../../state/route.js";
import { watch } from "../../state/watch.js";
import { Alerts } from "../Alerts.js";
import { LoadChart } from "../event/LoadChart.js";
import { marginSentence, overviewSentence, overviewShown } from "../event/Overview.js";
import { Promises } from "../event/Promises.js";
import { WatchList } from "../event/WatchList.js";

export function PhoneOverview(): JSX.Element {
  const t = words.value;
  const n = format.value.number;
  const view = overviewShown();
  const slots = view && t.overview.slots(view.slots, view.days);
  return (
    <div class="pb">
      <Alerts />
      {view && slots ? (
        <>
          <p class="say">{overviewSentence(view)}</p>
          <p class="m">{marginSentence() || t.overview.note}</p>
          <Promises />
          <dl class="pf">
            {view.sides.slice(0, 3).map((side) => (
              <div key={side.id}>
                <dt>{side.label}</dt>
                <dd>{n(side.participants)}</dd>
              </div>
            ))}
            <div>
              <dt>{slots.label}</dt>
              <dd>{slots.value}</dd>
            </div>
            <div>
              <dt>{t.overview.wishes}</dt>
              <dd>{n(view.wishes)}</dd>
            </div>
          </dl>
          {watch.value?.loads.slice(0, 1).map((load) => (
            <LoadChart key={load.side} load={load} slots={watch.value!.slots} low />
          ))}
        </>
      ) : (
        <p class="say">{t.loading}</p>
      )}
      <h3>{t.overview.watch}</h3>
      <WatchList cures={false} />
      <p class="pmore">
        <button type="button" class="btn" onClick={() => (place.value = "event/calendar")}>
          {t.eventTabs.calendar}
        </button>
        <button type="button" class="btn" onClick={() => (place.value = "event/rules")}>
          {t.eventTabs.rules}
        </button>
      </p>
    </div>
  );
}
