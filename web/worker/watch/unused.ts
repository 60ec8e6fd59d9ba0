// What is there for nobody: packages that nobody has, sides without people, and sides that meet none.

import { named, removals, say, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

export function unusedFindings(scene: Scene): Finding[] {
  return [...packages(scene), ...sides(scene)];
}

function packages(scene: Scene): Finding[] {
  const { spec } = scene.known;
  if (spec.participants.length === 0) return [];
  const sold = new Set(spec.participants.map(({ tier }) => tier));
  const list = spec.tiers.flatMap((tier, index) => (sold.has(tier.id) ? [] : [{ ...tier, index }]));
  if (list.length === 0) return [];
  const count = list.length;
  const positions = list.map(({ index }) => scene.at("tiers", index));
  return [
    {
      key: "unused/packages",
      severity: "note",
      weight: count,
      title: say((w) => w.unused.packages(count)),
      text: say((w, locale) =>
        w.unused.packagesText(
          named(
            list.map(({ id, label = id }) => label),
            w,
            locale,
          ),
        ),
      ),
      cures: [
        { label: say((w) => w.unused.remove(count)), edits: () => removals("tiers", positions) },
        {
          label: say((w) => w.see(count)),
          wanted: {
            place: "event/packages",
            ids: list.map(({ id }) => id),
            why: say((w) => w.unused.packages(count)),
            path: ["tiers", positions[0]!],
          },
        },
      ],
    },
  ];
}

function sides(scene: Scene): Finding[] {
  const { facts, spec } = scene.known;
  if (facts.people.length === 0) return [];
  const people = spec.sides.map(() => 0);
  for (const { side } of facts.people) if (side >= 0) people[side]!++;
  const meets = (s: number): boolean => spec.sides.some((_, other) => facts.paired(s, other));
  return spec.sides.flatMap(({ id, label = id }, s): Finding[] => {
    const empty = people[s] === 0;
    if (!empty && meets(s)) return [];
    return [
      {
        key: `unused/side/${id}`,
        severity: empty ? "note" : "warning",
        weight: people[s]!,
        title: say((w) => (empty ? w.unused.emptySide(label) : w.unused.loneSide(label))),
        text: say((w) => (empty ? w.unused.emptySideText : w.unused.loneSideText(people[s]!))),
        cures: [{ label: say((w) => w.openSpec), at: empty ? ["sides", scene.at("sides", s)] : ["pairings"] }],
      },
    ];
  });
}
