// The summary of the schedule: a sentence, the numbers with their wholes, then who is served how well, the room used, the meals
// and the score. Every number opens what is behind it. It shows what state/summary.ts holds and counts nothing.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { SummaryView } from "../../summary-views.js";
import { schedule, stale } from "../../state/run.js";
import { openAgenda, summary } from "../../state/summary.js";
import { Quality } from "../schedule/Quality.js";
import { SolveButton } from "../schedule/RunBar.js";
import { Figure } from "./Figure.js";
import { RoomBars, Spread } from "./Charts.js";
import { Meals, Score, Tiers, Wishes, Worst } from "./Tables.js";

export function Summary(): JSX.Element {
  const t = words.value.summary;
  if (!schedule.value)
    return (
      <div class="empty">
        <p>{t.empty}</p>
        <SolveButton />
      </div>
    );
  const view = summary.value;
  return (
    // A stop for the keyboard, or it could not be scrolled by keys.
    <div class="body sum" role="region" aria-label={words.value.tabs.summary} tabIndex={0}>
      <div class={`sheet${stale.value ? " old" : ""}`}>
        <Quality />
        {view && (
          <>
            <Sentence view={view} />
            <Strip view={view} />
            <Wishes view={view} />
            <Spread view={view} />
            <Worst view={view} />
            {view.tiers.length > 0 && <Tiers view={view} />}
            <RoomBars view={view} />
            {view.meals.length > 0 && <Meals view={view} />}
          </>
        )}
        <Score />
      </div>
    </div>
  );
}

function Sentence({ view }: { view: SummaryView }): JSX.Element {
  const t = words.value.summary;
  const all = view.sides[0]!;
  const [worst] = view.worst;
  return (
    <p class="lead">
      {t.sentence(all.all.value!, all.all.of!)}{" "}
      {worst && all.median.value !== null && (
        <>
          {t.half(all.median.value / 1000)} {t.least(worst.share / 1000)}{" "}
          <button type="button" class="link" dir="auto" onClick={() => openAgenda(worst.id)}>
            {worst.name}
          </button>
          .
        </>
      )}
    </p>
  );
}

/** The numbers that say most, each with its whole or its meaning. */
function Strip({ view }: { view: SummaryView }): JSX.Element {
  const t = words.value.summary;
  const f = format.value;
  const [all] = view.sides as [SummaryView["sides"][number]];
  const { figures } = t;
  const seated = view.meals.reduce((sum, { seated: one }) => sum + one.value!, 0);
  const eaters = view.meals.reduce((sum, { seated: one }) => sum + one.of!, 0);
  const big = (value: string, of?: number | null): JSX.Element => (
    <>
      <b>{value}</b>
      {of !== undefined && of !== null && <small> / {f.number(of)}</small>}
    </>
  );
  return (
    <dl class="sumstrip">
      <div>
        <dt>{figures.wishes}</dt>
        <dd>
          <Figure figure={all.all} name={figures.wishes}>
            {big(f.number(all.all.value!), all.all.of)}
          </Figure>
        </dd>
      </div>
      {all.kept && (
        <div>
          <dt>{figures.promised}</dt>
          <dd>
            <Figure figure={all.kept} name={figures.promised}>
              {big(f.number(all.kept.value!), all.kept.of)}
            </Figure>
          </dd>
        </div>
      )}
      <div>
        <dt>{figures.meetings}</dt>
        <dd>
          <Figure figure={view.meetings} name={figures.meetings}>
            {big(f.number(view.meetings.value!))}
          </Figure>
        </dd>
      </div>
      {all.median.value !== null && (
        <>
          <div>
            <dt>{figures.median}</dt>
            <dd>
              <Figure figure={all.median} name={figures.median}>
                {big(f.percent(all.median.value / 1000))}
              </Figure>
              <span>{figures.medianNote}</span>
            </dd>
          </div>
          <div>
            <dt>{figures.gini}</dt>
            <dd>
              <Figure figure={all.gini} name={figures.gini}>
                {big(f.hundredths(all.gini.value! / 1000))}
              </Figure>
              <span>{figures.giniNote}</span>
            </dd>
          </div>
        </>
      )}
      <div>
        <dt>{figures.idle}</dt>
        <dd>
          <Figure figure={view.idle} name={figures.idle}>
            {big(f.number(view.idle.value!))}
          </Figure>
          <span>{figures.agendas(view.idle.behind)}</span>
        </dd>
      </div>
      <div>
        <dt>{figures.holes}</dt>
        <dd>
          <Figure figure={view.holes} name={figures.holes}>
            {big(f.number(view.holes.value!))}
          </Figure>
          <span>{figures.agendas(view.holes.behind)}</span>
        </dd>
      </div>
      {view.walk && (
        <div>
          <dt>{figures.walk}</dt>
          <dd>
            <Figure figure={view.walk} name={figures.walk}>
              {big(f.number(view.walk.value!))}
            </Figure>
            {view.walker && (
              <span>
                {figures.walkNote(view.walker.minutes)}{" "}
                <button type="button" class="link" dir="auto" onClick={() => openAgenda(view.walker!.id)}>
                  {view.walker.name}
                </button>
              </span>
            )}
          </dd>
        </div>
      )}
      {view.full && (
        <div>
          <dt>{figures.full}</dt>
          <dd>
            <Figure figure={view.full} name={figures.full}>
              {big(f.number(view.full.value!), view.full.of)}
            </Figure>
          </dd>
        </div>
      )}
      {view.meals.length === 1 && (
        <div>
          <dt>{figures.seated}</dt>
          <dd>
            <Figure figure={view.meals[0]!.seated} name={figures.seated}>
              {big(f.number(seated), eaters)}
            </Figure>
          </dd>
        </div>
      )}
    </dl>
  );
}
