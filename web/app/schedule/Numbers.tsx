// The eight numbers beside the curve: wishes by priority, promises, the least well served, idle slots, walking.

import type { ComponentChildren, JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { openPerson } from "../../state/person.js";
import { schedule, stale } from "../../state/run.js";
import { Bar, PriorityMark } from "../marks.js";

export function Numbers(): JSX.Element | null {
  const t = words.value;
  const f = format.value;
  const shown = schedule.value;
  if (!shown) return null;
  const { guarantee, least, walk, seated } = shown;
  return (
    <div class={`nn${stale.value ? " old" : ""}`}>
      {shown.byPriority.slice(0, 4).map(({ priority, met, total }) => (
        <Figure
          key={priority}
          label={
            <>
              <PriorityMark priority={Math.min(4, priority)} /> {t.priority(priority)}
            </>
          }
          value={f.number(met)}
          of={f.number(total)}
          share={met / Math.max(1, total)}
        />
      ))}
      {guarantee.total > 0 ? (
        <Figure
          label={t.guaranteed}
          value={f.number(guarantee.met)}
          of={f.number(guarantee.total)}
          share={guarantee.met / guarantee.total}
        />
      ) : (
        <Figure label={t.meetings} value={f.number(shown.meetings)} />
      )}
      {least && (
        <Figure label={t.least} value={f.percent(least.share)} share={least.share}>
          <Who id={least.participant} name={least.name} />
        </Figure>
      )}
      <Figure label={t.idleSlots} value={f.number(shown.idle)}>
        <em>{t.agendas(shown.agendas)}</em>
      </Figure>
      {shown.walks ? (
        <Figure label={t.longestWalk} value={f.number(walk?.minutes ?? 0)} unit={t.minutes}>
          {walk && <Who id={walk.participant} name={walk.name} />}
        </Figure>
      ) : (
        seated && (
          <Figure
            label={t.seated}
            value={f.number(seated.met)}
            of={f.number(seated.total)}
            share={seated.met / Math.max(1, seated.total)}
          />
        )
      )}
    </div>
  );
}

interface FigureProps {
  label: ComponentChildren;
  value: string;
  of?: string;
  unit?: string;
  share?: number;
  children?: ComponentChildren;
}

function Figure({ label, value, of, unit, share, children }: FigureProps): JSX.Element {
  return (
    <div>
      <span>{label}</span>
      <p>
        <b>
          {value}
          {of !== undefined && <small> / {of}</small>}
          {unit !== undefined && <small> {unit}</small>}
        </b>
        {children}
      </p>
      {share !== undefined && <Bar share={share} />}
    </div>
  );
}

function Who({ id, name }: { id: string; name: string }): JSX.Element {
  return (
    <em>
      <button type="button" class="link" dir="auto" onClick={() => openPerson(id)}>
        {name}
      </button>
    </em>
  );
}
