// Two runs side by side: a sentence, the score in its terms, who gains and who loses, meetings of one of them only.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { CompareView, MeetingSet, RunView } from "../../runs-views.js";
import { below, compare, compared, gainers, losers, meetings, pairNow } from "../../state/compare.js";
import { runs, show } from "../../state/runs.js";
import { narrow } from "../../state/screen.js";
import { PriorityMark } from "../marks.js";
import { SolveButton } from "../schedule/RunBar.js";
import { CompareBars } from "./CompareBars.js";
import { MeetingLine, PeopleHead, PersonLine } from "./CompareLines.js";
import { madeBy, nameOf, qualityOf } from "./describe.js";
import { WindowedList } from "./WindowedList.js";

const TERMS = ["wishes", "guarantee", "fairness", "gap", "walk", "meals"] as const;

export function Compare(): JSX.Element {
  const t = words.value.runs;
  const view = compared.value;
  if (!pairNow())
    return (
      <div class="empty">
        <p>{t.compareEmpty}</p>
        <SolveButton />
      </div>
    );
  return (
    <div class="body cmp">
      <div class="cmptop">
        <div>
          {view ? <Said view={view} /> : <p class="say">{t.comparing}</p>}
          <Choice which="a" />
          <Choice which="b" />
          {view && <CompareBars view={view} />}
        </div>
        {view && <Terms view={view} />}
      </div>
      {view && <Below view={view} />}
    </div>
  );
}

function Said({ view }: { view: CompareView }): JSX.Element {
  const t = words.value.runs;
  const { percent } = format.value;
  const { a, b, score, people, least, meetings: m } = view;
  const known = least.a !== null && least.b !== null;
  return (
    <div role="status">
      <p class="say">{t.verdict(score.b.total - score.a.total, people.gain, people.lose)}</p>
      <p class="m">
        {known && `${t.least(percent(least.a!), percent(least.b!))} `}
        {t.sameMeetings(m.same, m.moved, m.a, m.b)} {view.left > 0 && t.leftOut(view.left)}
      </p>
      {(
        [
          [t.a, a],
          [t.b, b],
        ] as const
      ).map(
        ([which, { findings }]) =>
          findings > 0 && (
            <p key={which} class="wrong">
              {t.broken(which, findings)}
            </p>
          ),
      )}
    </div>
  );
}

/** One of the two: which run it is, what made it, how good it is. */
function Choice({ which }: { which: "a" | "b" }): JSX.Element {
  const t = words.value.runs;
  const pair = pairNow()!;
  const list = runs.value.runs;
  const run = list.find(({ id }) => id === pair[which])!;
  const now: RunView = compared.value?.[which].id === run.id ? compared.value[which] : run;
  return (
    <div class="cmprun">
      <b class="k">{t[which]}</b>
      <select
        class="fld"
        aria-label={t[which]}
        onChange={(change) => compare(...pairOf({ ...pair, [which]: change.currentTarget.value }))}
      >
        {list.map((one) => (
          <option key={one.id} value={one.id} selected={one.id === run.id}>
            {`${nameOf(one)} · ${t.score(one.score)}`}
          </option>
        ))}
      </select>
      <span class="grow any" dir="auto">
        {madeBy(run)}
      </span>
      <b class="n">{t.score(now.score)}</b>
      <span class="m">{qualityOf(now)}</span>
      {!narrow.value && run.id !== runs.value.shown && (
        <button type="button" class="btn sm" onClick={() => void show(run.id)}>
          {t.keep(t[which])}
        </button>
      )}
    </div>
  );
}

function pairOf({ a, b }: Record<"a" | "b", string>): [string, string] {
  return [a, b];
}

/** The score in its terms and the wishes by priority, in both, and the difference with its sign. */
function Terms({ view }: { view: CompareView }): JSX.Element {
  const t = words.value.runs;
  const f = format.value;
  const { keys } = words.value.summary;
  const { score, byPriority, met } = view;
  return (
    <table class="tb terms">
      <thead>
        <tr>
          <th>{t.term}</th>
          <th class="n">{t.a}</th>
          <th class="n">{t.b}</th>
          <th class="n">{t.difference}</th>
        </tr>
      </thead>
      <tbody>
        {TERMS.map((key) => (
          <Numbers key={key} label={keys[key]} a={score.a[key]} b={score.b[key]} />
        ))}
        <Numbers label={keys.total} a={score.a.total} b={score.b.total} total />
        {byPriority.map(({ priority, total, a, b }) => (
          <Numbers
            key={`p${priority}`}
            label={
              <>
                <PriorityMark priority={Math.min(4, priority)} /> {t.priority(priority)}{" "}
                <span class="q">
                  {t.of} {f.number(total)}
                </span>
              </>
            }
            a={a}
            b={b}
          />
        ))}
        <Numbers label={t.metOf} a={met.a.met} b={met.b.met} />
      </tbody>
    </table>
  );
}

interface NumbersProps {
  label: JSX.Element | string;
  a: number;
  b: number;
  total?: boolean;
}

function Numbers({ label, a, b, total = false }: NumbersProps): JSX.Element {
  const { number } = format.value;
  return (
    <tr class={total ? "tot" : undefined}>
      <td>{label}</td>
      <td class="n">{number(a)}</td>
      <td class="n">{number(b)}</td>
      <td class="n">
        <Delta points={b - a} />
      </td>
    </tr>
  );
}

/** A difference with its triangle. */
export function Delta({ points }: { points: number }): JSX.Element {
  const t = words.value.runs;
  if (points === 0) return <span class="m">0</span>;
  return (
    <span class={points > 0 ? "up" : "dn"}>
      {points > 0 ? "▲" : "▼"} {t.points(points)}
    </span>
  );
}

const SETS: readonly MeetingSet[] = ["a", "b", "moved"];

function Below({ view }: { view: CompareView }): JSX.Element {
  const t = words.value.runs;
  const chosen = below.value;
  const tab = (what: typeof chosen, label: string): JSX.Element => (
    <button type="button" aria-current={chosen === what ? "page" : undefined} onClick={() => (below.value = what)}>
      {label}
    </button>
  );
  return (
    <>
      <nav class="tabs2 cmptabs" aria-label={t.compareTitle}>
        {tab("people", t.people)}
        {SETS.map((set) => tab(set, t.sets[set](view.meetings[set])))}
      </nav>
      {chosen === "people" ? (
        <div class="cmptwo">
          <section>
            <h2 class="h">
              <span class="up">▲</span> {t.gainers} <small>{t.count(view.people.gain)}</small>
            </h2>
            <PeopleHead last={t.gets} />
            <WindowedList
              label={t.gainers}
              rows={gainers}
              empty={t.noPeople}
              draw={(row) => <PersonLine row={row} gain />}
            />
          </section>
          <section>
            <h2 class="h">
              <span class="dn">▼</span> {t.losers} <small>{t.count(view.people.lose)}</small>
            </h2>
            <PeopleHead last={t.loses} />
            <WindowedList
              label={t.losers}
              rows={losers}
              empty={t.noPeople}
              draw={(row) => <PersonLine row={row} gain={false} />}
            />
          </section>
        </div>
      ) : (
        <section class="cmpone">
          <WindowedList
            key={chosen}
            label={t.sets[chosen](view.meetings[chosen])}
            rows={meetings}
            empty={t.noMeetings}
            draw={(row) => <MeetingLine row={row} />}
          />
        </section>
      )}
    </>
  );
}
