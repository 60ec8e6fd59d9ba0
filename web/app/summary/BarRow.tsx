// Numbers side by side as bars, one stop for the keyboard: left and right go from bar to bar, Enter opens what is behind one.

import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import type { FigureView } from "../../summary-views.js";
import { openBehind } from "../../state/summary.js";
import { px } from "../px.js";
import { isOpen } from "./Figure.js";

export interface BarView {
  figure: FigureView;
  /** In words, for those who do not see the bar. */
  said: string;
  /** Written over the bar; empty where there is no room. */
  over: string;
  /** Written under it. */
  under: string;
}

interface Props {
  label: string;
  bars: readonly BarView[];
  /** Value of a bar as high as the chart. */
  most: number;
  height: number;
  /** Class of the chart. */
  kind: string;
  children?: ComponentChildren;
}

export function BarRow({ label, bars, most, height, kind, children }: Props): JSX.Element {
  const stop = useSignal(0);
  const at = Math.min(stop.value, bars.length - 1);
  const onKeyDown = (key: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 }[key.key];
    if (to === undefined) return;
    key.preventDefault();
    stop.value = Math.max(0, Math.min(bars.length - 1, to));
    key.currentTarget.querySelectorAll("button")[stop.value]?.focus();
  };
  const tall = (value: number): number => Math.round((height * Math.min(value, most)) / Math.max(1, most));
  return (
    <div class={`bars ${kind}`} role="group" aria-label={label} onKeyDown={onKeyDown}>
      {bars.map(({ figure, said, over, under }, i) => (
        <div key={i} class="one">
          <button
            type="button"
            tabIndex={i === at ? 0 : -1}
            aria-label={said}
            title={said}
            aria-pressed={isOpen(figure, "")}
            onFocus={() => (stop.value = i)}
            onClick={() => openBehind(figure.key)}
          >
            <span class="over">{over}</span>
            <span class="well" style={{ height: px(height) }}>
              <i class="bar" style={{ height: px(tall(figure.value ?? 0)) }} />
              {kind === "rooms" && figure.of !== null && <i class="cap" style={{ bottom: px(tall(figure.of)) }} />}
            </span>
          </button>
          <span class="under" aria-hidden="true">
            {under}
          </span>
        </div>
      ))}
      {children}
    </div>
  );
}
