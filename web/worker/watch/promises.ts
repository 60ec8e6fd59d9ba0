// Promises that one person alone shows to be out of reach, by counting slots, partners and the maximum. What several
// people together show is the certificate's to say (worker/promises.ts).

import type { Edit } from "../../../src/index.js";
import { named, say, type Cure, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

/** People who get a finding of their own; the others share one. */
const SINGLE = 3;
/** Meetings by needs and offers are proposed up to this many people: beyond, comparing all tags takes long. */
const MOST_FILLED = 10_000;

/** Those who miss most first; packages that promise more than they allow count once. */
export function promiseFindings(scene: Scene): Finding[] {
  const { facts, spec } = scene.known;
  if (facts.calendar.slots.length === 0) return [];
  const contradictory = new Set(
    spec.tiers.filter(({ guaranteed, maximum }) => maximum !== undefined && guaranteed > maximum).map(({ id }) => id),
  );
  const short = facts.people.filter(({ index, guaranteed }) => {
    if (guaranteed <= scene.possible[index]!) return false;
    const { tier, guaranteed: own, maximum } = spec.participants[specAt(scene, index)]!;
    return own !== undefined || maximum !== undefined || tier === undefined || !contradictory.has(tier);
  });
  const missing = (p: number): number => facts.people[p]!.guaranteed - scene.possible[p]!;
  const order = short.map(({ index }) => index).sort((a, b) => missing(b) - missing(a) || a - b);
  const rest = order.length > SINGLE + 1 ? order.splice(SINGLE) : [];
  return [
    ...order.map((p) => single(scene, p, missing(p))),
    ...(rest.length > 0
      ? [
          group(
            scene,
            rest,
            rest.reduce((sum, p) => sum + missing(p), 0),
          ),
        ]
      : []),
    ...tiers(scene, contradictory),
  ];
}

/** Where a person stands in the spec's list. */
function specAt(scene: Scene, p: number): number {
  const { spec, facts } = scene.known;
  // They differ only where an id stands twice.
  return spec.participants[p]?.id === facts.people[p]!.id
    ? p
    : spec.participants.findIndex(({ id }) => id === facts.people[p]!.id);
}

function lowered(scene: Scene, p: number): Edit {
  return { op: "set", path: ["participants", scene.personAt(p), "guaranteed"], value: scene.possible[p]! };
}

function single(scene: Scene, p: number, missing: number): Finding {
  const { facts, names, spec } = scene.known;
  const { guaranteed, maximum, rows, id } = facts.people[p]!;
  const possible = scene.possible[p]!;
  const slots = rows.reduce((sum, row) => sum + facts.rows[row]!.open, 0);
  const participant = spec.participants[specAt(scene, p)]!;
  const tier = spec.tiers.find((one) => one.id === participant.tier);
  const limit = maximum === possible ? "maximum" : slots === possible ? "slots" : "partners";
  const cures: Cure[] = [
    { label: say((w) => w.promise.lower(possible)), edits: () => [lowered(scene, p)] },
    ...(limit === "partners" ? fill(scene, p) : []),
    {
      label: say((w) => w.seePerson),
      wanted: {
        place: "event/people",
        ids: [id],
        why: say((w) => w.promise.title),
        path: ["participants", scene.personAt(p)],
      },
    },
  ];
  return {
    key: `promise/${id}`,
    severity: "warning",
    weight: missing,
    title: say((w) => w.promise.title),
    text: say((w) => w.promise.text(names[p]!, tier ? (tier.label ?? tier.id) : "", guaranteed, possible, limit)),
    cures,
  };
}

/** Meetings by needs and offers, where enough people share a tag with this one. */
function fill(scene: Scene, p: number): Cure[] {
  const { facts, spec } = scene.known;
  const { people } = facts;
  if (spec.rules.fill !== undefined || people.length > MOST_FILLED) return [];
  const { guaranteed } = people[p]!;
  let tagged = 0;
  let wished = 0;
  for (const { index: q } of people) {
    const reason = facts.eligible(p, q);
    const alike = facts.common(p, q) > 0;
    if ((reason === undefined || reason === "unwished") && alike) tagged++;
    else if (reason === undefined) wished++;
  }
  if (tagged + wished < guaranteed || scene.room[p]! < guaranteed) return [];
  const n = Math.min(guaranteed, tagged);
  return [{ label: say((w) => w.promise.fill), edits: () => [{ op: "set", path: ["rules", "fill"], value: n }] }];
}

function group(scene: Scene, people: number[], missing: number): Finding {
  const { facts, names } = scene.known;
  const count = people.length;
  return {
    key: "promise/others",
    severity: "warning",
    weight: missing,
    title: say((w) => w.promise.titleMore(count)),
    text: say((w, locale) =>
      w.promise.textMore(
        named(
          people.slice(0, 3).map((p) => names[p]!),
          w,
          locale,
          count,
        ),
        missing,
      ),
    ),
    cures: [
      { label: say((w) => w.promise.lowerAll(count)), edits: () => people.map((p) => lowered(scene, p)) },
      {
        label: say((w) => w.see(count)),
        wanted: {
          place: "event/people",
          ids: people.map((p) => facts.people[p]!.id),
          why: say((w) => w.promise.titleMore(count)),
          path: ["participants", scene.personAt(people[0]!)],
        },
      },
    ],
  };
}

function tiers(scene: Scene, contradictory: ReadonlySet<string>): Finding[] {
  return scene.known.spec.tiers.flatMap(({ id, label = id, guaranteed, maximum }, i): Finding[] => {
    if (!contradictory.has(id)) return [];
    const path = ["tiers", scene.at("tiers", i)];
    return [
      {
        key: `promise/tier/${id}`,
        severity: "warning",
        weight: guaranteed - maximum!,
        title: say((w) => w.promise.tierTitle),
        text: say((w) => w.promise.tierText(label, guaranteed, maximum!)),
        cures: [
          {
            label: say((w) => w.promise.lower(maximum!)),
            edits: () => [{ op: "set", path: [...path, "guaranteed"], value: maximum }],
          },
          {
            label: say((w) => w.promise.raise(guaranteed)),
            edits: () => [{ op: "set", path: [...path, "maximum"], value: guaranteed }],
          },
        ],
      },
    ];
  });
}
