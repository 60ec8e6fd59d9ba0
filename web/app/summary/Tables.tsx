// The tables of the summary: wishes by side and priority, packages, who is served least, meals, and the score in its parts.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { FigureView, GroupView, SummaryView } from "../../summary-views.js";
import { schedule } from "../../state/run.js";
import { openAgenda } from "../../state/summary.js";
import { PriorityMark } from "../marks.js";
import { Figure } from "./Figure.js";

const TERMS = ["wishes", "guarantee", "fairness", "gap", "walk", "meals"] as const;

/** Met of all, with the share; a dash where there is nothing. */
function ShareCell({ figure, group, name }: { figure: FigureView; group: string; name: string }): JSX.Element {
  const f = format.value;
  if (!figure.of) return <td class="n m">–</td>;
  return (
    <td class="n">
      <Figure figure={figure} group={group} name={name}>
        {f.percent(figure.value! / figure.of)}
        <small>
          {f.number(figure.value!)} / {f.number(figure.of)}
        </small>
      </Figure>
    </td>
  );
}

/** A satisfaction in per mille as a share. */
function ServedCell({ figure, group, name }: { figure: FigureView; group: string; name: string }): JSX.Element {
  if (figure.value === null) return <td class="n m">–</td>;
  return (
    <td class="n">
      <Figure figure={figure} group={group} name={name}>
        {format.value.percent(figure.value / 1000)}
      </Figure>
    </td>
  );
}

export function Wishes({ view }: { view: SummaryView }): JSX.Element {
  const t = words.value.summary;
  return (
    <section class="wide">
      <h2 class="h">{t.wishes}</h2>
      <div class="across">
        <table class="tb">
          <thead>
            <tr>
              <th>{t.side}</th>
              {view.priorities.map((priority) => (
                <th key={priority} class="n">
                  <PriorityMark priority={Math.min(4, priority)} /> {t.priorityHead(priority)}
                </th>
              ))}
              <th class="n">{t.allHead}</th>
              <th class="n">{t.medianHead}</th>
              <th class="n">{t.leastHead}</th>
            </tr>
          </thead>
          <tbody>
            {view.sides.map((side, i) => (
              <Line key={i} group={side} label={i === 0 ? t.everybody : side.label} priorities={view.priorities} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">{t.wishesNote}</p>
    </section>
  );
}

function Line({
  group,
  label,
  priorities,
}: {
  group: GroupView;
  label: string;
  priorities: readonly number[];
}): JSX.Element {
  const t = words.value.summary;
  return (
    <tr>
      <th scope="row" dir="auto">
        {label}
      </th>
      {group.byPriority.map((figure, i) => (
        <ShareCell
          key={priorities[i]}
          figure={figure}
          group={group.label}
          name={`${t.figures.wishes}, ${words.value.priority(priorities[i]!)}`}
        />
      ))}
      <ShareCell figure={group.all} group={group.label} name={t.figures.wishes} />
      <ServedCell figure={group.median} group={group.label} name={t.figures.median} />
      <ServedCell figure={group.least} group={group.label} name={t.leastHead} />
    </tr>
  );
}

export function Tiers({ view }: { view: SummaryView }): JSX.Element {
  const t = words.value.summary;
  const f = format.value;
  const promised = view.tiers.some(({ kept }) => kept !== null);
  return (
    <section>
      <h2 class="h">{t.tiers}</h2>
      <div class="across">
        <table class="tb">
          <thead>
            <tr>
              <th>{t.tier}</th>
              {promised && <th class="n">{t.keptHead}</th>}
              <th class="n">{t.metHead}</th>
              <th class="n">{t.medianHead}</th>
              <th class="n">{t.leastHead}</th>
              <th class="n">{t.giniHead}</th>
            </tr>
          </thead>
          <tbody>
            {view.tiers.map((tier, i) => {
              const label = tier.label === "" ? t.noTier : tier.label;
              return (
                <tr key={i}>
                  <th scope="row" dir="auto">
                    {label}
                  </th>
                  {promised &&
                    (tier.kept ? (
                      <td class="n">
                        <Figure figure={tier.kept} group={label} name={t.keptHead}>
                          {f.number(tier.kept.value!)} / {f.number(tier.kept.of!)}
                        </Figure>
                      </td>
                    ) : (
                      <td class="n m">–</td>
                    ))}
                  <ShareCell figure={tier.all} group={label} name={t.figures.wishes} />
                  <ServedCell figure={tier.median} group={label} name={t.figures.median} />
                  <ServedCell figure={tier.least} group={label} name={t.leastHead} />
                  {tier.gini.value === null ? (
                    <td class="n m">–</td>
                  ) : (
                    <td class="n">
                      <Figure figure={tier.gini} group={label} name={t.giniHead}>
                        {f.hundredths(tier.gini.value / 1000)}
                      </Figure>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function Worst({ view }: { view: SummaryView }): JSX.Element {
  const t = words.value.summary;
  const f = format.value;
  return (
    <section class="worst">
      <h2 class="h">{t.worst}</h2>
      <table class="tb">
        <thead>
          <tr>
            <th>{t.nameHead}</th>
            <th class="n">{t.metHead}</th>
            <th class="n">{t.shareHead}</th>
          </tr>
        </thead>
        <tbody>
          {view.worst.map(({ id, name, met, wishes, share }) => (
            <tr key={id}>
              <td class="any">
                <button type="button" class="link" dir="auto" onClick={() => openAgenda(id)}>
                  {name}
                </button>
              </td>
              <td class="n">
                {f.number(met)} / {f.number(wishes)}
              </td>
              <td class="n">{f.percent(share / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{t.worstNote}</p>
    </section>
  );
}

export function Meals({ view }: { view: SummaryView }): JSX.Element {
  const t = words.value.summary;
  const f = format.value;
  return (
    <section>
      <h2 class="h">{t.meals}</h2>
      <table class="tb">
        <thead>
          <tr>
            <th>{t.meal}</th>
            <th class="n">{t.seatedHead}</th>
            <th class="n">{t.seatsHead}</th>
          </tr>
        </thead>
        <tbody>
          {view.meals.map(({ date, start, end, seated, seats }) => (
            <tr key={`${date} ${start}`}>
              <td>{t.mealAt(date, start, end)}</td>
              <td class="n">
                <Figure figure={seated} name={t.seatedHead}>
                  {f.number(seated.value!)} / {f.number(seated.of!)}
                </Figure>
              </td>
              <td class="n">{f.number(seats)}</td>
            </tr>
          ))}
          {view.tables && (
            <tr class="tot">
              <td>{t.tables}</td>
              <td class="n">
                <Figure figure={view.tables} name={t.tables}>
                  {f.number(view.tables.value!)} / {f.number(view.tables.of!)}
                </Figure>
              </td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

export function Score(): JSX.Element | null {
  const t = words.value.summary;
  const f = format.value;
  const shown = schedule.value;
  if (!shown) return null;
  return (
    <section class="score">
      <h2 class="h">{t.terms}</h2>
      <table class="tb">
        <tbody>
          {TERMS.map((key) => (
            <tr key={key}>
              <td>{t.keys[key]}</td>
              <td class="n">{f.number(shown.score[key])}</td>
            </tr>
          ))}
          <tr class="tot">
            <td>{t.keys.total}</td>
            <td class="n">{f.number(shown.score.total)}</td>
          </tr>
        </tbody>
      </table>
      <p class="note">{t.termsNote}</p>
    </section>
  );
}
