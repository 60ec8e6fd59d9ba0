// Why the chosen person sits at this table: each other one with wishes, meeting, colleagues, earlier tables and points.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { TableView, TieView } from "../../lunch-views.js";
import { chosen, ties } from "../../state/lunches.js";
import { MutualDot, PriorityMark } from "../marks.js";
import { PointsTable } from "./PointsTable.js";
import { SideMark } from "./SideMark.js";

export function Ties({ table, onOpen }: { table: TableView; onOpen: (id: string) => void }): JSX.Element {
  const t = words.value.lunch;
  const view = ties.value?.id === chosen.value.person ? ties.value : null;
  const told = view?.ties.filter(isTold) ?? [];
  const rest = (view?.ties.length ?? 0) - told.length;
  return (
    <>
      <h3>{t.why(table.name)}</h3>
      {view && told.length === 0 && <p class="m t1">{t.whyNothing}</p>}
      <ul class="ties" data-ties={view?.id}>
        {told.map((tie) => (
          <li key={tie.id}>
            <SideMark side={tie.side} />
            <div>
              <button type="button" class="link" dir="auto" onClick={() => onOpen(tie.id)}>
                {tie.name}
              </button>
              <Reasons tie={tie} />
            </div>
            <b class="n">{tie.points.total === 0 ? "" : t.points(tie.points.total)}</b>
          </li>
        ))}
      </ul>
      {view && told.length > 0 && rest > 0 && <p class="m t1">{t.rest(rest)}</p>}
      {view && told.length > 0 && (
        <>
          <h3>{t.bringsOne}</h3>
          <PointsTable points={view.points} />
        </>
      )}
    </>
  );
}

function isTold({ own, other, before, points }: TieView): boolean {
  return own > 0 || other > 0 || before.length > 0 || points.colleagues !== 0;
}

function Reasons({ tie }: { tie: TieView }): JSX.Element {
  const t = words.value.lunch;
  const f = format.value;
  const { own, other, met, before, points } = tie;
  const mutual = own > 0 && other > 0;
  return (
    <>
      {(own > 0 || other > 0) && (
        <p>
          <PriorityMark priority={Math.min(4, own || other)} other={own === 0} /> {mutual && <MutualDot />}{" "}
          {mutual ? t.mutual(own, other) : own > 0 ? t.own(own) : t.other(other)}
        </p>
      )}
      {met && <p class="m">{t.met(f.day(met.date), f.clock(met.start))}</p>}
      {points.wishes !== 0 && <p class="m">{t.atTable}</p>}
      {points.colleagues !== 0 && <p class="m">{t.colleague}</p>}
      {before.length > 0 && <p class="m">{t.again(f.list(before.map((date) => f.day(date))))}</p>}
    </>
  );
}
