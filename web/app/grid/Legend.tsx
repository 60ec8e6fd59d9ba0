// The signs of the grid, each with its word.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";

export function Legend(): JSX.Element {
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
        <i class="sw meal" />
        {t.legend.meal}
      </span>
      <span>
        <i class="sw abs" />
        {t.legend.absent}
      </span>
      <span>
        <svg width="14" height="12" aria-hidden="true">
          <path d="M1 6h12" stroke="var(--hole)" />
        </svg>
        {t.legend.idle}
      </span>
    </span>
  );
}
