// Zones between which nobody said how long the walk takes, so that it counts as none.

import { named, say, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

/** More zones than this have no pairs to speak of: nobody lists them all. */
const MOST_ZONES = 200;

export function walkFindings(scene: Scene): Finding[] {
  const { spec } = scene.known;
  const { walk, walkHard, walkDefault } = spec.rules;
  if (walkDefault > 0 || (walk === 0 && !walkHard)) return [];
  const zones = [...new Set(spec.places.flatMap(({ zone }) => (zone === undefined ? [] : [zone])))];
  // Places without a zone share one that has no name, so that no walk to it can be listed.
  if (zones.length < 2 || zones.length > MOST_ZONES) return [];
  const listed = new Set(spec.walks.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  const open = zones.flatMap((a, i) =>
    zones.slice(i + 1).flatMap((b) => (listed.has(`${a}\n${b}`) ? [] : [`${a} – ${b}`])),
  );
  if (open.length === 0) return [];
  const minutes = spec.walks.map(([, , time]) => time).sort((a, b) => a - b);
  const usual = minutes[Math.floor(minutes.length / 2)] ?? 0;
  return [
    {
      key: "walks",
      severity: "note",
      weight: open.length,
      title: say((w) => w.walks.title(open.length)),
      text: say((w, locale) => w.walks.text(named(open, w, locale))),
      cures: [
        // With locked meetings a walk may become too long for the break between two of them.
        ...(usual > 0 && (spec.locked.length === 0 || !walkHard)
          ? [
              {
                label: say((w) => w.walks.set(usual)),
                edits: () => [{ op: "set" as const, path: ["rules", "walkDefault"], value: usual }],
              },
            ]
          : []),
        { label: say((w) => w.openSpec), at: ["walks"] },
      ],
    },
  ];
}
