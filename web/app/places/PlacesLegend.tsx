// The signs of places x slots, each with its word.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";

export function PlacesLegend(): JSX.Element {
  const t = words.value;
  return (
    <span class="legend">
      {[1, 2, 3, 4].map((p) => (
        <span key={p}>
          <i class={`pm p${p}`} />
          {t.shortPriority(p)}
        </span>
      ))}
      <span>
        <i class="mu" />
        {t.legend.mutual}
      </span>
      <span>
        <i class="lk" />
        {t.legend.locked}
      </span>
      <span>
        <i class="sw abs" />
        {t.places.legendClosed}
      </span>
      <span>
        <i class="sw mine" />
        {t.places.chosen}
      </span>
    </span>
  );
}
