// One person at the side: numbers, agenda, and every wish without a meeting with its reason.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { PersonView } from "../../protocol.js";
import { panelOpen, person } from "../../state/person.js";
import { Agenda } from "./Agenda.js";
import { UnmetList } from "./UnmetList.js";

export function PersonPanel(): JSX.Element {
  const t = words.value;
  const shown = person.value;
  return (
    <aside class="per" aria-live="polite">
      <header>
        <div>
          {shown ? (
            <>
              <h2 dir="auto">{shown.name}</h2>
              <p class="m" dir="auto">
                {describe(shown)}
              </p>
            </>
          ) : (
            <p class="m">{t.choosePerson}</p>
          )}
        </div>
        <button type="button" class="btn sm" onClick={() => (panelOpen.value = false)}>
          {t.close}
        </button>
      </header>
      {shown && (
        <>
          <PersonNumbers person={shown} />
          <Agenda person={shown} />
          <UnmetList person={shown} />
        </>
      )}
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
