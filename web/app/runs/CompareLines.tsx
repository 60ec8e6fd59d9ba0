// The rows of the comparison: somebody who gains or loses, with the wishes that make it; a meeting of one of the two only.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { MeetingChange, MomentView, PersonChange, PersonSort } from "../../runs-views.js";
import { personSort } from "../../state/compare.js";
import { openPerson } from "../../state/person.js";
import { PriorityMark } from "../marks.js";

/** The titles; three of them sort. */
export function PeopleHead({ last }: { last: string }): JSX.Element {
  const t = words.value.runs;
  const by = (sort: PersonSort, label: string, place: string): JSX.Element => (
    <button
      type="button"
      class={place}
      aria-pressed={personSort.value === sort}
      onClick={() => (personSort.value = sort)}
    >
      {label}
    </button>
  );
  return (
    <div class="pline head" role="group" aria-label={t.sort}>
      {by("name", t.person, "who")}
      <span class="org">{t.organisation}</span>
      {by("share", t.share, "dumb")}
      {by("points", t.pointsHead, "pts n")}
      <span class="got">{last}</span>
    </div>
  );
}

export function PersonLine({ row, gain }: { row: PersonChange; gain: boolean }): JSX.Element {
  const t = words.value.runs;
  const list = gain ? row.gains : row.losses;
  const count = gain ? row.gained : row.lost;
  const named = list.filter(({ name }) => name !== "").map(({ name, priority }) => t.wish(name, priority));
  const more = count - named.length;
  return (
    <div class="pline">
      <button type="button" class="link who" dir="auto" title={row.name} onClick={() => openPerson(row.id)}>
        {row.name}
      </button>
      <span class="org m" dir="auto">
        {row.organisation}
      </span>
      <Dumbbell a={row.share.a} b={row.share.b} gain={gain} />
      <b class={`pts n ${gain ? "up" : "dn"}`}>
        {gain ? "▲" : "▼"} {t.points(row.points)}
      </b>
      <span class="got m" dir="auto" title={named.join(", ")}>
        {[...named, ...(more > 0 ? [t.andMore(more)] : [])].join(", ")}
      </span>
    </div>
  );
}

/** From where it was to where it is, on a line from 0 to 100 %. */
function Dumbbell({ a, b, gain }: { a: number | null; b: number | null; gain: boolean }): JSX.Element {
  const { percent } = format.value;
  if (a === null || b === null) return <span class="dumb" />;
  const x = (share: number): number => Math.round(4 + share * 92);
  return (
    <span class="dumb">
      <span class="n">{percent(a)}</span>
      <svg viewBox="0 0 100 14" class={gain ? "gain" : "loss"} aria-hidden="true">
        <path class="axis" d="M0 7H100" />
        <path class="way" d={`M${x(a)} 7H${x(b)}`} />
        <circle class="was" cx={x(a)} cy="7" r="3.2" />
        <circle class="is" cx={x(b)} cy="7" r="3.4" />
      </svg>
      <span class="n">{percent(b)}</span>
    </span>
  );
}

export function MeetingLine({ row }: { row: MeetingChange }): JSX.Element {
  return (
    <div class="mline">
      <PriorityMark priority={row.priority} />
      <span class="grow any">
        {row.people.map(({ id, name }, i) => (
          <span key={i}>
            {i > 0 && " – "}
            <button type="button" class="link" dir="auto" onClick={() => openPerson(id)}>
              {name}
            </button>
          </span>
        ))}
      </span>
      <span class="m">{[row.a, row.b].flatMap((at) => (at ? [momentText(at)] : [])).join(" → ")}</span>
    </div>
  );
}

/** "mer. 17, 09:30, stand 4". */
export function momentText({ date, start, place }: MomentView & { place: string }): string {
  const f = format.value;
  return [`${f.shortDay(date)}, ${f.clock(start)}`, place].filter((part) => part !== "").join(", ");
}
