// One person's agenda on a phone: large lines, what comes when and where, then the wishes without a meeting.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { AgendaItem, PersonView } from "../../protocol.js";
import { closeAgenda } from "../../state/agenda-history.js";
import { schedule } from "../../state/run.js";
import { MutualDot, PriorityMark } from "../marks.js";
import { describe, PersonNumbers } from "../schedule/PersonPanel.js";
import { UnmetList } from "../schedule/UnmetList.js";

export function PhonePerson({ person }: { person: PersonView }): JSX.Element {
  const t = words.value.person;
  return (
    <div class="pb">
      <button type="button" class="btn" onClick={closeAgenda}>
        {t.back}
      </button>
      <h2 class="say any" dir="auto">
        {person.name}
      </h2>
      <p class="m any" dir="auto">
        {describe(person)}
      </p>
      <PersonNumbers person={person} />
      {schedule.value && (
        <table class="mag">
          <tbody>
            {person.days.map((day) => (
              <Day key={day.date} date={day.date} items={day.items} />
            ))}
          </tbody>
        </table>
      )}
      <UnmetList person={person} />
    </div>
  );
}

function Day({ date, items }: { date: string; items: readonly AgendaItem[] }): JSX.Element {
  const name = format.value.day(date);
  return (
    <>
      <tr class="dy">
        <td colSpan={3}>{name[0]!.toUpperCase() + name.slice(1)}</td>
      </tr>
      {items.map((item, i) => (
        <Item key={i} item={item} />
      ))}
    </>
  );
}

function Item({ item }: { item: AgendaItem }): JSX.Element {
  const t = words.value.person;
  const clock = format.value.clock(item.start);
  if (item.kind !== "meeting")
    return (
      <tr class={item.kind === "meal" ? "ml" : item.kind === "break" ? "br" : "ab"}>
        <td>{clock}</td>
        <td colSpan={2}>
          {item.kind === "meal"
            ? t.meal(item.table)
            : item.kind === "break"
              ? t.pause(item.minutes)
              : t.absentUntil(format.value.clock(item.until))}
        </td>
      </tr>
    );
  return (
    <tr>
      <td>{clock}</td>
      <td class="any">
        <span class="pp2">
          <PriorityMark priority={item.priority} other={!item.own} /> <span dir="auto">{item.partner.name}</span>{" "}
          {item.mutual && <MutualDot />}
        </span>
        {item.walk > 0 && <small>{t.walkTo(item.walk)}</small>}
        {!item.own && <small>{item.priority ? t.asked : t.nobody}</small>}
      </td>
      <td class="n">{item.place}</td>
    </tr>
  );
}
