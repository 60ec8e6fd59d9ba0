// The mark of a side: shape and colour. A filled circle, a hollow square, a triangle, a diamond; a host has a ring around.

import type { JSX } from "preact";

/** The mark as a part of a drawing, around the point (x, y). */
export function SidePoint({ side, host, x, y }: { side: number; host: boolean; x: number; y: number }): JSX.Element {
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  return (
    <g class={`sd s${Math.max(0, side) % 4}`} transform={place}>
      {host && <circle class="ring" r="7" />}
      {side <= 0 ? (
        <circle class="shape" r="4" />
      ) : side % 4 === 1 ? (
        <rect class="shape" x="-3.6" y="-3.6" width="7.2" height="7.2" />
      ) : side % 4 === 2 ? (
        <path class="shape" d="M0-4.4 4.4 3.6H-4.4Z" />
      ) : (
        <path class="shape" d="M0-5 5 0 0 5-5 0Z" />
      )}
    </g>
  );
}

/** The mark beside a name. */
export function SideMark({ side, host = false }: { side: number; host?: boolean }): JSX.Element {
  return (
    <svg class="sdm" viewBox="-8 -8 16 16" aria-hidden="true">
      <SidePoint side={side} host={host} x={0} y={0} />
    </svg>
  );
}
