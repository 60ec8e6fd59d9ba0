// The signs of the two lines while a meeting is in the hand, each with its word.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";

const SIGNS = ["best", "free", "swap", "no", "start"] as const;

export function HandLegend(): JSX.Element {
  const { legend } = words.value.hand;
  return (
    <span class="legend hand">
      {SIGNS.map((sign) => (
        <span key={sign}>
          <i class={`hs ${sign}`}>{sign === "no" ? "×" : ""}</i>
          {legend[sign]}
        </span>
      ))}
    </span>
  );
}
