// What the marks of the tables mean.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { lunch } from "../../state/lunches.js";
import { LockMark } from "../marks.js";
import { SideMark } from "./SideMark.js";

/** Sides named at most; more would not fit. */
const SIDES = 4;

export function LunchLegend(): JSX.Element | null {
  const t = words.value.lunch.legend;
  if (!lunch.value) return null;
  const line = (kind: string, label: string): JSX.Element => (
    <span>
      <svg width="18" height="8">
        <path class={kind} d="M0 4h18" />
      </svg>
      {label}
    </span>
  );
  return (
    <span class="legend" aria-hidden="true">
      {lunch.value.sides.slice(0, SIDES).map((side, i) => (
        <span key={i}>
          <SideMark side={i} /> {side}
        </span>
      ))}
      <span>
        <svg class="sdm" viewBox="-8 -8 16 16">
          <circle class="hostring" r="6.5" />
        </svg>
        {t.host}
      </span>
      {line("tie", t.served)}
      {line("tie mutual", t.mutual)}
      <span>
        <LockMark /> {t.locked}
      </span>
    </span>
  );
}
