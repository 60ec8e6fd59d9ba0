// People who are wanted more often than they have room: how many wishes stay unmet whatever the schedule. It counts every
// wish for one person that could be met if it were alone.

import { CHANCE, chancesOf } from "../chances.js";
import { named, say, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

/** One finding per side that has such people. */
export function demandFindings(scene: Scene): Finding[] {
  const { facts, names, spec } = scene.known;
  const { wishes, people } = facts;
  if (facts.calendar.slots.length === 0) return [];
  const demand = new Int32Array(people.length);
  const chances = chancesOf(scene.known);
  for (let i = 0; i < wishes.from.length; i++) {
    const q = wishes.to[i]!;
    if (q >= 0 && chances[i] === CHANCE) demand[q]!++;
  }
  const excess = (p: number): number => Math.max(0, demand[p]! - scene.room[p]!);
  return spec.sides.flatMap(({ id, label = id }, s): Finding[] => {
    const over = people.filter(({ index, side }) => side === s && excess(index) > 0).map(({ index }) => index);
    if (over.length === 0) return [];
    over.sort((a, b) => excess(b) - excess(a) || a - b);
    const lost = over.reduce((sum, p) => sum + excess(p), 0);
    const count = over.length;
    return [
      {
        key: `demand/${id}`,
        severity: "note",
        weight: lost,
        title: say((w) => w.demand.title(count, label)),
        text: say((w, locale) =>
          w.demand.text(
            named(
              over.slice(0, 3).map((p) => names[p]!),
              w,
              locale,
              count,
            ),
            lost,
          ),
        ),
        cures: [
          {
            label: say((w) => w.see(count)),
            wanted: {
              place: "event/people",
              ids: over.map((p) => people[p]!.id),
              why: say((w) => w.demand.title(count, label)),
              path: ["participants", scene.personAt(over[0]!)],
            },
          },
        ],
      },
    ];
  });
}
