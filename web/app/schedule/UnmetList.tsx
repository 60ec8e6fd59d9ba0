// The wishes of a person that have no meeting, each with its reason. Used by the side panel and the phone.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { PersonView, UnmetView } from "../../protocol.js";
import { take } from "../../state/hand.js";
import { openPerson } from "../../state/person.js";
import { schedule } from "../../state/run.js";
import { narrow } from "../../state/screen.js";
import { MutualDot, PriorityMark } from "../marks.js";

/** Reasons that somebody may do something about by hand. */
const PLACEABLE: ReadonlySet<string> = new Set(["full", "exclusive", "place", "displaced"]);
/** Most entries drawn at once. */
const MOST = 100;

export function UnmetList({ person }: { person: PersonView }): JSX.Element {
  const t = words.value.person;
  const missing = person.wishes - person.met;
  const title =
    person.wishes === 0
      ? t.noWishes
      : missing === 0
        ? t.allMet
        : schedule.value
          ? t.unmetTitle(missing)
          : t.wishesTitle(person.wishes);
  return (
    <>
      <h3>{title}</h3>
      <ul class="un">
        {person.unmet.slice(0, MOST).map((unmet, i) => (
          <Entry key={i} unmet={unmet} from={person.id} />
        ))}
      </ul>
      {missing > MOST && <p class="more m">{t.more(missing - MOST)}</p>}
    </>
  );
}

function Entry({ unmet, from }: { unmet: UnmetView; from: string }): JSX.Element {
  const t = words.value;
  const { id, name } = unmet.to;
  return (
    <li>
      <PriorityMark priority={unmet.priority} />
      <div>
        {id === null ? (
          <b class="b" dir="auto">
            {name}
          </b>
        ) : (
          <button type="button" class="link b" dir="auto" onClick={() => openPerson(id)}>
            {name}
          </button>
        )}{" "}
        {unmet.mutual && <MutualDot />} {unmet.reason && <span class="m">{t.reasons[unmet.reason]}</span>}
        {unmet.reason && <p>{t.reasonText(unmet)}</p>}
        {id !== null && PLACEABLE.has(unmet.reason ?? "") && !narrow.value && (
          <button
            type="button"
            class="btn txt sm"
            aria-label={`${t.hand.place1} ${name}`}
            onClick={() => void take({ participants: [from, id], from: null })}
          >
            {t.hand.place1}
          </button>
        )}
      </div>
    </li>
  );
}
