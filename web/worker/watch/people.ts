// People who will have few meetings or none: there for no slot, with nobody they may meet, without a wish of their own.

import { named, say, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

/** One finding for each of the three, about people who are in none of the others. */
export function peopleFindings(scene: Scene): Finding[] {
  const { facts } = scene.known;
  const { wishes } = facts;
  const own = (p: number): number => wishes.start[p + 1]! - wishes.start[p]!;
  const absent: number[] = [];
  const lonely: number[] = [];
  const silent: number[] = [];
  // Where nobody of a side wishes, the other side chooses: that is how the event is meant.
  const asks = facts.sideIds.map(() => false);
  for (const { index, side } of facts.people) if (own(index) > 0) asks[side] = true;
  const slots = facts.calendar.slots.length;
  for (const { index, side, rows, maximum } of facts.people) {
    if (slots > 0 && rows.every((row) => facts.rows[row]!.open === 0)) absent.push(index);
    else if (slots > 0 && maximum > 0 && scene.possible[index] === 0) lonely.push(index);
    else if (own(index) === 0 && asks[side]) silent.push(index);
  }
  return [
    ...one(scene, "absent", absent, "warning"),
    ...one(scene, "lonely", lonely, "warning"),
    ...one(scene, "silent", silent, "warning"),
  ];
}

function one(
  scene: Scene,
  kind: "absent" | "lonely" | "silent",
  people: number[],
  severity: "warning" | "note",
): Finding[] {
  if (people.length === 0) return [];
  const { names, facts, spec } = scene.known;
  const count = people.length;
  const filled = kind === "silent" && spec.rules.fill !== undefined;
  return [
    {
      key: kind,
      severity,
      weight: count,
      title: say((w) => w[kind].title(count)),
      text: say((w, locale) =>
        w[kind].text(
          named(
            people.slice(0, 3).map((p) => names[p]!),
            w,
            locale,
            count,
          ),
          filled,
        ),
      ),
      cures: [
        {
          label: say((w) => w.see(count)),
          wanted: {
            place: "event/people",
            ids: people.map((p) => facts.people[p]!.id),
            why: say((w) => w[kind].why(count)),
            path: ["participants", scene.personAt(people[0]!)],
          },
        },
      ],
    },
  ];
}
