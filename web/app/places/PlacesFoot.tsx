// Under places x slots: which lines are shown, and what the keys do.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { taken } from "../../state/hand.js";
import { placeRows, shownLines } from "../../state/places.js";
import { densities, density, type Density } from "../../state/prefs.js";

export function PlacesFoot(): JSX.Element {
  const t = words.value;
  const [first, last] = shownLines.value;
  const count = placeRows.count.value;
  return (
    <div class="foot">
      <span>{count > 0 && t.places.rowsShown(first + 1, last + 1, count)}</span>
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
      <span class="keys">{taken.value ? t.places.movingKeys : t.places.keys}</span>
    </div>
  );
}
