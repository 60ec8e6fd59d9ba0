// The band above the grid: the curve, and the numbers of the schedule that is shown.

import type { JSX } from "preact";
import { compact } from "../../state/screen.js";
import { Curve } from "./Curve.js";
import { Numbers } from "./Numbers.js";
import { Quality } from "./Quality.js";

export function Band(): JSX.Element {
  return (
    <div class="band">
      {compact.value ? <Curve width={320} height={132} /> : <Curve width={452} height={132} />}
      <div class="nums">
        <Quality />
        <Numbers />
      </div>
    </div>
  );
}
