// The meeting in the hand, at the side: where it may go, the best first, what changes there, and what else can be done with it.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { HandView, OutcomeView, TargetView } from "../../hand-views.js";
import { aim, aimed, block, drop, legal, letGo, pin, remove, taken, toPlace } from "../../state/hand.js";
import { LockMark, MutualDot, PriorityMark } from "../marks.js";

/** Slots listed. */
const MOST = 12;

export function HandPanel(): JSX.Element | null {
  const view = taken.value;
  if (!view) return null;
  const { hand: t } = words.value;
  const { people, now, subject } = view;
  const target = aimed.value;
  const best = legal.value[0];
  const chosen = target && !target.forbidden ? target : best;
  return (
    <aside class="per hand" aria-label={t.panel}>
      <header>
        <div>
          <h2>
            <bdi>{people[0].name}</bdi> {t.and} <bdi>{people[1].name}</bdi>
          </h2>
          <p class="m">
            {now ? t.heldAt(now.date, now.start, now.place) : t.notHeld} <PriorityMark priority={view.priority} />{" "}
            {view.mutual && <MutualDot />} {now?.pinned && <LockMark />}
          </p>
        </div>
        <button type="button" class="btn sm" onClick={letGo}>
          {t.letGo} <kbd class="key">{t.escape}</kbd>
        </button>
      </header>
      <section aria-live="polite">
        {target?.forbidden ? (
          <>
            <p class="verdict no">{t.forbidden}</p>
            <p>
              {t.when(target.date, target.start)}: {target.forbidden.text[t.locale]}
            </p>
          </>
        ) : chosen ? (
          <>
            <p class={`verdict${chosen.gain.total < 0 ? " loss" : ""}`}>{t.points(chosen.gain.total)}</p>
            <p class="m">{t.wouldBe(t.when(chosen.date, chosen.start), view.total, view.total + chosen.gain.total)}</p>
          </>
        ) : (
          <p>{t.nowhere}</p>
        )}
      </section>
      {legal.value.length > 0 && (
        <section>
          <h3>{t.best}</h3>
          <ul class="slots">
            {legal.value.slice(0, MOST).map((slot) => (
              <li key={slot.slot}>
                <button
                  type="button"
                  aria-current={slot.slot === chosen?.slot ? "true" : undefined}
                  onClick={() => (aim.value = slot.slot)}
                  onDblClick={() => void drop(slot.slot)}
                >
                  <span>{t.when(slot.date, slot.start)}</span>
                  <span class="m">{slot.others > 0 ? t.swaps(slot.others) : t.free}</span>
                  <span class={slot.gain.total < 0 ? "n loss" : "n up"}>{t.points(slot.gain.total)}</span>
                </button>
              </li>
            ))}
          </ul>
          <p class="m">{t.others(legal.value.length - MOST, view.targets.length - legal.value.length)}</p>
        </section>
      )}
      {chosen && <Changes target={chosen} total={view.total} />}
      <Served view={view} />
      <div class="acts">
        {chosen && (
          <button type="button" class="btn pri" onClick={() => void drop(chosen.slot)}>
            {now ? t.put(t.when(chosen.date, chosen.start)) : t.add(t.when(chosen.date, chosen.start))}
          </button>
        )}
        {now && (
          <button
            type="button"
            class="btn"
            onClick={() => void pin({ kind: "meeting", participants: subject.participants }, !now.pinned)}
          >
            {now.pinned ? t.unpin : t.pin}
          </button>
        )}
        {view.places.some(({ forbidden }) => !forbidden) && <Places view={view} />}
      </div>
      {view.removal && now && <Removal view={view} removal={view.removal} />}
    </aside>
  );
}

function Changes({ target: { gain, place }, total }: { target: TargetView; total: number }): JSX.Element {
  const { hand: t } = words.value;
  const keys = (["wishes", "guarantee", "fairness", "gap", "walk", "meals"] as const).filter((key) => gain[key] !== 0);
  return (
    <section>
      <h3>{t.changes}</h3>
      <table class="terms">
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <td>{t.terms[key]}</td>
              <td class="n">{t.points(gain[key])}</td>
            </tr>
          ))}
          {place !== "" && (
            <tr>
              <td>{t.place}</td>
              <td class="n" dir="auto">
                {place}
              </td>
            </tr>
          )}
          <tr class="sum">
            <td>{t.score}</td>
            <td class="n">
              {format.value.number(total)} → {format.value.number(total + gain.total)}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** How well the two are served, with and without the meeting. */
function Served({ view: { people, now } }: { view: HandView }): JSX.Element | null {
  const { hand: t } = words.value;
  const f = format.value;
  const known = people.filter(({ share }) => share !== null);
  if (known.length === 0) return null;
  return (
    <section>
      <h3>{now ? t.servedWithout : t.servedWith}</h3>
      <table class="terms">
        <tbody>
          {known.map(({ id, name, share, shareAfter }) => (
            <tr key={id}>
              <td dir="auto">{name}</td>
              <td class="n">
                {f.percent(share!)} → {f.percent(shareAfter!)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Places({ view }: { view: HandView }): JSX.Element {
  const { hand: t } = words.value;
  return (
    <select
      class="fld"
      aria-label={t.toPlace}
      onChange={(change) => {
        if (change.currentTarget.value !== "") void toPlace(change.currentTarget.value);
      }}
    >
      <option value="">{t.toPlace}</option>
      {view.places
        .filter(({ forbidden }) => !forbidden)
        .map(({ id, label, gain, others }) => (
          <option key={id} value={id}>
            {label} ({t.points(gain.total)}
            {others > 0 ? `, ${t.swaps(others)}` : ""})
          </option>
        ))}
    </select>
  );
}

function Removal({ view, removal }: { view: HandView; removal: OutcomeView }): JSX.Element {
  const { hand: t } = words.value;
  if (removal.forbidden) return <p class="m pad">{t.stays(removal.forbidden.text[t.locale])}</p>;
  return (
    <div class="acts">
      <button type="button" class="btn txt" onClick={() => void remove(view.subject)}>
        {t.remove(removal.gain.total)}
      </button>
      <button type="button" class="btn txt" title={t.blockAbout} onClick={() => void block(view.subject)}>
        {t.block}
      </button>
    </div>
  );
}
