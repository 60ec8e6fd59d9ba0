// Places: those that nobody can use, stands that are closed all the time, stands given to two organisations, and slots in
// which the places hold fewer meetings than the people could have.

import type { Edit } from "../../../src/index.js";
import { named, removals, say, type Cure, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

export function placeFindings(scene: Scene): Finding[] {
  const { facts } = scene.known;
  if (facts.places.length === 0 || facts.calendar.slots.length === 0) return [];
  return [...closedStands(scene), ...unused(scene), ...shared(scene), ...tooFew(scene)];
}

/** Who needs a place that is nobody's own: a host without one, or two people of whom neither has one. */
function poolIsUsed({ known: { facts } }: Scene): boolean {
  const { people, sideIds, hosts, ownPlace } = facts;
  const without = sideIds.map(() => false);
  for (const { index, side } of people) if (ownPlace[index]! < 0 && side >= 0) without[side] = true;
  return sideIds.some((_, a) =>
    sideIds.some((_, b) => {
      if (!facts.paired(a, b)) return false;
      if (hosts[a] !== hosts[b]) return without[hosts[a] ? a : b];
      return without[a] && without[b];
    }),
  );
}

function unused(scene: Scene): Finding[] {
  const { facts, spec } = scene.known;
  const pool = poolIsUsed(scene);
  const locked = new Set(spec.locked.map(({ place }) => place));
  const list = facts.places.filter(({ id, owned, closed, capacity }) => {
    if (owned || locked.has(id)) return false;
    return !pool || capacity === 0 || closed.every((shut) => shut === 1);
  });
  if (list.length === 0) return [];
  const count = list.length;
  const positions = list.map(({ index }) => scene.at("places", index));
  const remove: Cure[] =
    // Without any place room is unlimited: that is another event.
    count === facts.places.length || scene.state !== "now"
      ? []
      : [
          {
            label: say((w) => w.places.remove(count)),
            edits: () => [...removals("places", positions), ...walksWithout(scene, new Set(list.map((z) => z.index)))],
          },
        ];
  return [
    {
      key: "places/unused",
      severity: "note",
      weight: count,
      title: say((w) => w.places.unused(count)),
      text: say((w, locale) => w.places.unusedText(named(labels(scene, list), w, locale, count))),
      cures: [
        ...remove,
        seeAll(
          scene,
          list,
          say((w) => w.places.unused(count)),
        ),
      ],
    },
  ];
}

/** A zone of which no place is left has no walks. */
function walksWithout({ known: { spec } }: Scene, gone: ReadonlySet<number>): Edit[] {
  const zones = new Set(spec.places.filter((_, z) => !gone.has(z)).map(({ zone }) => zone));
  return removals(
    "walks",
    spec.walks.flatMap(([a, b], i) => (zones.has(a) && zones.has(b) ? [] : [i])),
  );
}

function closedStands(scene: Scene): Finding[] {
  const { facts, names } = scene.known;
  const list = facts.places.filter(
    ({ owned, closed, capacity }) => owned && (capacity === 0 || closed.every((shut) => shut === 1)),
  );
  if (list.length === 0) return [];
  const shut = new Set(list.map(({ index }) => index));
  const owners = facts.people.filter(({ index }) => shut.has(facts.ownPlace[index]!)).map(({ index }) => index);
  const count = list.length;
  return [
    {
      key: "places/closed",
      severity: "warning",
      weight: owners.length,
      title: say((w) => w.places.closed(count)),
      text: say((w, locale) =>
        w.places.closedText(
          named(
            owners.slice(0, 3).map((p) => names[p]!),
            w,
            locale,
            owners.length,
          ),
        ),
      ),
      cures: [
        seeAll(
          scene,
          list,
          say((w) => w.places.closed(count)),
        ),
      ],
    },
  ];
}

function shared(scene: Scene): Finding[] {
  const { facts, names } = scene.known;
  const owners = new Map<number, number[]>();
  for (const { index } of facts.people) {
    const place = facts.ownPlace[index]!;
    if (place < 0) continue;
    const list = owners.get(place);
    if (list) list.push(index);
    else owners.set(place, [index]);
  }
  const twice = [...owners].filter(([, list]) => new Set(list.map((p) => facts.people[p]!.organisation)).size > 1);
  if (twice.length === 0) return [];
  const count = twice.length;
  const labelOf = (z: number): string => labels(scene, [facts.places[z]!])[0]!;
  const texts = twice.slice(0, 3).map(
    ([z, list]) =>
      `${labelOf(z)} (${list
        .slice(0, 2)
        .map((p) => names[p]!)
        .join(", ")}${list.length > 2 ? ", …" : ""})`,
  );
  const list = twice.map(([z]) => facts.places[z]!);
  return [
    {
      key: "places/shared",
      severity: "warning",
      weight: count,
      title: say((w) => w.places.shared(count)),
      text: say((w, locale) => w.places.sharedText(named(texts, w, locale, count))),
      cures: [
        seeAll(
          scene,
          list,
          say((w) => w.places.shared(count)),
        ),
      ],
    },
  ];
}

/** Meetings at once: what the places hold, against half of the people there (or the smaller of the two sides that meet). */
function tooFew(scene: Scene): Finding[] {
  const { facts } = scene.known;
  const slots = facts.calendar.slots.length;
  const present = facts.sideIds.map(() => new Int32Array(slots));
  for (const row of facts.rows) {
    const side = present[facts.people[row.person]!.side];
    if (side) for (let t = 0; t < slots; t++) side[t]! += row.present[t]!;
  }
  const paired = facts.sideIds.flatMap((_, a) =>
    facts.sideIds.flatMap((_, b) => (a <= b && facts.paired(a, b) ? [[a, b] as const] : [])),
  );
  const [only] = paired;
  const [a, b] = only ?? [0, 0];
  let lost = 0;
  let count = 0;
  let worst = { slot: -1, lost: 0, room: 0, people: 0 };
  for (let t = 0; t < slots; t++) {
    const people =
      paired.length === 1 && a !== b
        ? Math.min(present[a]![t]!, present[b]![t]!)
        : Math.floor(present.reduce((sum, side) => sum + side[t]!, 0) / 2);
    const room = facts.places.reduce((sum, { closed, capacity }) => sum + (closed[t] ? 0 : capacity), 0);
    if (paired.length === 0 || room >= people) continue;
    count++;
    lost += people - room;
    if (people - room > worst.lost) worst = { slot: t, lost: people - room, room, people };
  }
  if (count === 0) return [];
  const { day, start } = facts.calendar.slots[worst.slot]!;
  const date = facts.calendar.sessions.find((session) => session.day === day)!.date;
  return [
    {
      key: "places/few",
      severity: "note",
      weight: lost,
      title: say((w) => w.places.few(count)),
      text: say((w, locale) => w.places.fewText(w.when(date, start, locale), worst.room, worst.people)),
      cures: [{ label: say((w) => w.places.see), wanted: { place: "event/places", path: ["places"] } }],
    },
  ];
}

function labels({ known: { spec } }: Scene, list: readonly { index: number; id: string }[]): string[] {
  return list.slice(0, 3).map(({ index, id }) => spec.places[index]?.label ?? id);
}

function seeAll(scene: Scene, list: readonly { index: number; id: string }[], why: { en: string; fr: string }): Cure {
  return {
    label: say((w) => w.see(list.length)),
    wanted: {
      place: "event/places",
      ids: list.map(({ id }) => id),
      why,
      path: ["places", scene.at("places", list[0]!.index)],
    },
  };
}
