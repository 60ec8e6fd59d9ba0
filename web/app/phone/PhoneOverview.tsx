// The overview on a phone: the sentence, the counts, what to look at.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { place } from "../../state/route.js";
import { Alerts } from "../Alerts.js";
import { overviewSentence } from "../event/Overview.js";
import { Problems } from "../event/Problems.js";
import { Promises } from "../event/Promises.js";

export function PhoneOverview(): JSX.Element {
  const t = words.value;
  const n = format.value.number;
  const view = event.value?.overview;
  const slots = view && t.overview.slots(view.slots, view.days);
  return (
    <div class="pb">
      <Alerts />
      {view && slots ? (
        <>
          <p class="say">{overviewSentence(view)}</p>
          <p class="m">{t.overview.note}</p>
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
        </>
      ) : (
        <p class="say">{t.loading}</p>
      )}
      <h3>{t.overview.watch}</h3>
      <Problems />
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
