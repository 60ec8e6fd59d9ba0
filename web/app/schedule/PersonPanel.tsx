// One person at the side: numbers, agenda, and every wish without a meeting with its reason.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { PersonView } from "../../protocol.js";
import { cursor } from "../../state/gridview.js";
import { pin } from "../../state/hand.js";
import { schedule } from "../../state/run.js";
import { narrow } from "../../state/screen.js";
import { place } from "../../state/route.js";
import { openPerson, panelOpen, person, selected } from "../../state/person.js";
import { rowAt } from "../../state/rows.js";
import { Agenda } from "./Agenda.js";
import { Towards } from "./Towards.js";
import { UnmetList } from "./UnmetList.js";

/** `onClose` says what closing means where the panel stands in for something else, and `back` what that is called. */
export function PersonPanel({ onClose, back }: { onClose?: () => void; back?: string }): JSX.Element {
  const t = words.value;
  const shown = person.value;
  if (!shown) return selected.value === null ? <Nobody /> : <aside class="per" />;
  return (
    <aside class="per" aria-live="polite">
      <header>
        <div>
          <h2 dir="auto">{shown.name}</h2>
          <p class="m" dir="auto">
            {describe(shown)}
          </p>
        </div>
        <button type="button" class="btn sm" onClick={() => (onClose ? onClose() : (panelOpen.value = false))}>
          {back ?? t.close}
        </button>
      </header>
      <PersonNumbers person={shown} />
      <Agenda person={shown} />
      {schedule.value && shown.meetings > 0 && !narrow.value && (
        <p class="note">
          <button type="button" class="btn sm" onClick={() => void pin({ kind: "person", id: shown.id }, true)}>
            {t.hand.pinPerson}
          </button>
        </p>
      )}
      <UnmetList person={shown} />
      <Towards person={shown} />
    </aside>
  );
}

/** Nobody is chosen yet: what the panel is for, and a first agenda to open. */
function Nobody(): JSX.Element {
  const t = words.value;
  const row = rowAt(cursor.value.row);
  return (
    <aside class="per" aria-live="polite">
      <div class="nobody">
        <p class="m">{place.value === "schedule/summary" ? t.summary.hint : t.choosePerson}</p>
        {row && (
          <button type="button" class="btn any" onClick={() => openPerson(row.participant)}>
            {t.openAgenda} <bdi>{row.name}</bdi>
          </button>
        )}
      </div>
    </aside>
  );
}

/** Organisation, side and package in one line. */
export function describe({ organisation, side, tier }: PersonView): string {
  return [organisation, side, tier].filter((part) => part !== "").join(", ");
}

/** Meetings, wishes met, share of the possible, walking. */
export function PersonNumbers({ person: shown }: { person: PersonView }): JSX.Element {
  const t = words.value.person;
  const f = format.value;
  return (
    <dl class="k3">
      <div>
        <dt>{t.meetings}</dt>
        <dd>{f.number(shown.meetings)}</dd>
      </div>
      <div>
        <dt>{t.met}</dt>
        <dd>
          {f.number(shown.met)}
          <span class="q">/{f.number(shown.wishes)}</span>
        </dd>
      </div>
      {shown.share !== null && (
        <div>
          <dt>{t.share}</dt>
          <dd>{f.percent(shown.share)}</dd>
        </div>
      )}
      {shown.walk !== null && (
        <div>
          <dt>{t.walk}</dt>
          <dd>{f.number(shown.walk)}</dd>
        </div>
      )}
    </dl>
  );
}
