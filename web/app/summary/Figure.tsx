// A number that opens who or what is behind it.

import type { ComponentChildren, JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { FigureView } from "../../summary-views.js";
import { behind, openBehind } from "../../state/summary.js";

interface Props {
  figure: FigureView;
  /** The side or package that it is about. */
  group?: string;
  /** What it counts, for those who do not see where it stands. */
  name: string;
  children: ComponentChildren;
}

export function Figure({ figure, group = "", name, children }: Props): JSX.Element {
  const t = words.value.summary;
  const of = t.behind(figure.behind, figure.key.what);
  return (
    <button
      type="button"
      class="fig"
      // The number itself is the name's end: what is read out is what is seen.
      aria-description={`${name}${group === "" ? "" : `, ${group}`}: ${of}`}
      title={of}
      aria-pressed={isOpen(figure, group)}
      onClick={() => openBehind(figure.key, group)}
    >
      {children}
    </button>
  );
}

/** True while the list behind a number is the one that is open. */
export function isOpen({ key }: FigureView, group: string): boolean {
  const open = behind.value;
  return open !== null && open.group === group && JSON.stringify(open.key) === JSON.stringify(key);
}
