// Under the grid: which rows are shown, whose, in which order, how dense, and what the keys do.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { SortKey } from "../../protocol.js";
import { event } from "../../state/event.js";
import { taken } from "../../state/hand.js";
import { schedule } from "../../state/run.js";
import { firstRow, lastRow } from "../../state/gridview.js";
import { densities, density, type Density } from "../../state/prefs.js";
import { rowCount, side, sort } from "../../state/rows.js";

const SORTS: readonly SortKey[] = ["name", "served", "event"];

export function GridFoot(): JSX.Element {
  const t = words.value;
  const sides = event.value?.sides ?? [];
  return (
    <div class="foot">
      <span>{rowCount.value > 0 && t.rowsShown(firstRow.value + 1, lastRow.value + 1, rowCount.value)}</span>
      <select
        class="fld s"
        aria-label={t.sideChoice}
        onChange={(e) =>
          (side.value =
            e.currentTarget.selectedIndex === sides.length ? null : sides[e.currentTarget.selectedIndex]!.id)
        }
      >
        {sides.map((s) => (
          <option key={s.id} selected={side.value === s.id}>
            {s.label}
          </option>
        ))}
        <option selected={side.value === null}>{t.everybody}</option>
      </select>
      <select class="fld s" aria-label={t.sort} onChange={(e) => (sort.value = SORTS[e.currentTarget.selectedIndex]!)}>
        {SORTS.map((key) => (
          <option key={key} selected={sort.value === key}>
            {t.sorts[key]}
          </option>
        ))}
      </select>
      <select
        class="fld s"
        aria-label={t.density}
        onChange={(e) => (density.value = densities[e.currentTarget.selectedIndex] as Density)}
      >
        {densities.map((key) => (
          <option key={key} selected={density.value === key}>
            {t.densities[key]}
          </option>
        ))}
      </select>
      <span class="grow" />
      <span class="keys">{taken.value ? t.hand.movingKeys : schedule.value ? t.hand.keys : t.keys}</span>
    </div>
  );
}
