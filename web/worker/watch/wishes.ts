// Wishes that no schedule can meet, by reason: each whom it names is refused, of the same organisation, never there at the
// same time, and so on. Organisation wishes count when all of its people are out of the question.

import { chancesOf, HOPELESS } from "../chances.js";
import { named, removals, say, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

type Why = (typeof HOPELESS)[number];

/** One finding for each reason. */
export function wishFindings(scene: Scene): Finding[] {
  const lists = HOPELESS.map((): number[] => []);
  chancesOf(scene.known).forEach((chance, wish) => lists[chance]?.push(wish));
  return HOPELESS.flatMap((why, i) => (lists[i]!.length > 0 ? [finding(scene, why, lists[i]!)] : []));
}

function finding(scene: Scene, why: Why, list: number[]): Finding {
  const { facts, names, spec } = scene.known;
  const { wishes } = facts;
  const count = list.length;
  const positions = withTwins(scene, list).map((i) => scene.at("wishes", i));
  const pairs = list.slice(0, 3).map((i) => {
    const to = wishes.to[i]!;
    return `${names[wishes.from[i]!]!} → ${to >= 0 ? names[to]! : spec.wishes[i]!.to}`;
  });
  return {
    key: `hopeless/${why}`,
    // Who is never there at the same time may have been entered wrongly; the rest is as somebody wanted it.
    severity: why === "no-common-slot" ? "warning" : "note",
    weight: count,
    title: say((w) => w.hopeless.title[why](count)),
    text: say((w, locale) => w.hopeless.text(named(pairs, w, locale, count), count)),
    cures: [
      { label: say((w) => w.removeWishes(count)), edits: () => removals("wishes", positions) },
      {
        label: say((w) => w.see(count)),
        wanted: {
          place: "event/wishes",
          ids: positions.map(String),
          why: say((w) => w.hopeless.title[why](count)),
          path: ["wishes", positions[0]!],
        },
      },
    ],
  };
}

/** The wishes with those that say the same again, which count only once they are the only ones: a text with errors has some. */
function withTwins(scene: Scene, list: readonly number[]): readonly number[] {
  if (scene.state === "now") return list;
  const { wishes } = scene.known.spec;
  const key = (i: number): string => `${wishes[i]!.from}\n${wishes[i]!.to}`;
  const wanted = new Set(list.map(key));
  return wishes.flatMap((_, i) => (wanted.has(key(i)) ? [i] : []));
}
