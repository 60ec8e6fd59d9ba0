// With a limit on holes, a solution that was put together meeting by meeting may break it.
// Called by index.ts for a given solution, and by timetable.ts.

import * as M from "../moves";
import * as P from "../problem";
import * as S from "../state";

/** Meetings of rows with too many holes go, latest first, until nobody has too many. */
export function repairHoles(): void {
  if (P.maxHoles < 0) return;
  for (let t = P.nSlots - 1; t >= 0; t--)
    for (let r = 0; r < P.nRows; r++) {
      const u = S.unitAt(r, t);
      if (u >= 0 && M.tooManyHoles(r, t)) {
        M.begin();
        M.letGo(u);
        t = P.nSlots - 1;
        r = -1;
      }
    }
  M.begin();
}
