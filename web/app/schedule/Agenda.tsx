// A person's days: meetings, lunches, absences. Used by the side panel.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { AgendaItem, PersonView } from "../../protocol.js";
import { openPerson } from "../../state/person.js";
import { schedule } from "../../state/run.js";
import { LockMark, MutualDot, PriorityMark } from "../marks.js";

export function Agenda({ person }: { person: PersonView }): JSX.Element | null {
  if (!schedule.value) return null;
  return (
    <>
      <table class="ag">
        <colgroup>
          <col class="when" />
          <col class="how" />
          <col />
          <col class="where" />
        </colgroup>
        <tbody>
          {person.days.map((day) => (
            <Day key={day.date} date={day.date} items={day.items} />
          ))}
        </tbody>
      </table>
      {person.days.some((day) => day.items.some((item) => item.kind === "meeting" && !item.own)) && (
        <p class="note">
          <span class="pm other p2" /> {words.value.person.asked}
        </p>
      )}
    </>
  );
}

function Day({ date, items }: { date: string; items: readonly AgendaItem[] }): JSX.Element {
  const name = format.value.day(date);
  return (
    <>
      <tr class="dy">
        <td colSpan={4}>{name[0]!.toUpperCase() + name.slice(1)}</td>
      </tr>
      {items.length === 0 && (
        <tr>
          <td />
          <td />
          <td class="m" colSpan={2}>
            {words.value.person.noMeetings}
          </td>
        </tr>
      )}
      {items.map((item, i) => (
        <Item key={i} item={item} />
      ))}
    </>
  );
}

function Item({ item }: { item: AgendaItem }): JSX.Element {
  const t = words.value.person;
  const clock = format.value.clock(item.start);
  if (item.kind === "absent")
    return (
      <tr class="ab">
        <td>{clock}</td>
        <td />
        <td colSpan={2}>{t.absentUntil(format.value.clock(item.until))}</td>
      </tr>
    );
  if (item.kind === "meal")
    return (
      <tr class="ml">
        <td>{clock}</td>
        <td />
        <td colSpan={2}>{t.meal(item.table)}</td>
      </tr>
    );
  if (item.kind === "break")
    return (
      <tr class="br">
        <td>{clock}</td>
        <td />
        <td colSpan={2}>{t.pause(item.minutes)}</td>
      </tr>
    );
  const note = item.own ? item.who : [item.priority ? t.asked : t.nobody, item.who].filter(Boolean).join(", ");
  return (
    <tr>
      <td>{clock}</td>
      <td>
        <PriorityMark priority={item.priority} other={!item.own} />
      </td>
      <td>
        <span class="pp2">
          <button
            type="button"
            class="link"
            dir="auto"
            title={note || undefined}
            onClick={() => openPerson(item.partner.id)}
          >
            {item.partner.name}
          </button>
          {item.mutual && <MutualDot />}
          {item.locked && <LockMark />}
        </span>
        {item.who !== "" && <div class="q">{item.who}</div>}
        {item.walk > 0 && <div class="q">{t.walkTo(item.walk)}</div>}
      </td>
      <td class="n">{item.place}</td>
    </tr>
  );
}
