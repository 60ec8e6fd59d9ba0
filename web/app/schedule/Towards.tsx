// Wishes of others for a person, folded: who wished, met or not, and why not. For the organiser's screen only.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { PersonView, TowardsView } from "../../protocol.js";
import { openPerson } from "../../state/person.js";
import { schedule } from "../../state/run.js";
import { MutualDot, PriorityMark } from "../marks.js";

/** Most entries drawn at once. */
const MOST = 100;

export function Towards({ person: { name, towards } }: { person: PersonView }): JSX.Element {
  const t = words.value.towards;
  if (towards.total === 0) return <h3>{t.none}</h3>;
  return (
    <details class="towards">
      <summary>{t.title(towards.total, towards.met)}</summary>
      <ul class="un towards">
        {towards.list.slice(0, MOST).map((entry, i) => (
          <Entry key={i} entry={entry} name={name} />
        ))}
      </ul>
      {towards.total > MOST && <p class="more m">{t.more(towards.total - MOST)}</p>}
    </details>
  );
}

function Entry({ entry, name }: { entry: TowardsView; name: string }): JSX.Element {
  const t = words.value;
  const { who, met, reason } = entry;
  return (
    <li>
      <PriorityMark priority={entry.priority} />
      <div>
        <button type="button" class="link b" dir="auto" onClick={() => openPerson(who.id)}>
          {who.name}
        </button>{" "}
        {entry.mutual && <MutualDot />}{" "}
        {schedule.value && <span class="m">{met ? t.towards.met : reason ? t.reasons[reason] : t.towards.unmet}</span>}
        {reason && <p>{t.towards.text(entry, name) ?? t.reasonText({ ...entry, to: { id: null, name } })}</p>}
      </div>
    </li>
  );
}
