// Entries that look like one and the same: two participants with one name and one organisation, and organisations that are
// written in two ways, whose people would not count as colleagues. Nothing is changed: only a person knows.

import { named, say, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

/** At most one finding of each kind. */
export function twinFindings(scene: Scene): Finding[] {
  return [...peopleTwins(scene), ...organisationTwins(scene)];
}

/** A name without case, accents, marks and doubled spaces. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function peopleTwins(scene: Scene): Finding[] {
  const { facts, names, organisations, spec } = scene.known;
  const groups = new Map<string, number[]>();
  for (const { index } of facts.people) {
    const own = spec.participants[index];
    // Without a name there is nothing to go by.
    if (!own?.name || own.id !== facts.people[index]!.id) continue;
    const key = folded(own.name);
    if (key === "") continue;
    const full = `${key}\n${folded(own.organisation ?? "")}`;
    const group = groups.get(full);
    if (group) group.push(index);
    else groups.set(full, [index]);
  }
  const twins = [...groups.values()].filter((group) => group.length > 1);
  if (twins.length === 0) return [];
  const people = twins.flat();
  const texts = twins.slice(0, 3).map(([first]) => {
    const organisation = organisations[first!]!;
    return organisation === "" ? names[first!]! : `${names[first!]!} (${organisation})`;
  });
  return [
    {
      key: "twins/people",
      severity: "warning",
      weight: people.length,
      title: say((w) => w.twins.people(twins.length)),
      text: say((w, locale) => w.twins.peopleText(named(texts, w, locale, twins.length))),
      cures: [
        {
          label: say((w) => w.see(people.length)),
          wanted: {
            place: "event/people",
            ids: people.map((p) => facts.people[p]!.id),
            why: say((w) => w.twins.people(twins.length)),
            path: ["participants", scene.personAt(people[0]!)],
          },
        },
      ],
    },
  ];
}

function organisationTwins(scene: Scene): Finding[] {
  const { facts } = scene.known;
  const groups = new Map<string, number[]>();
  facts.organisations.forEach(({ name }, o) => {
    const key = folded(name ?? "");
    if (key === "") return;
    const group = groups.get(key);
    if (group) group.push(o);
    else groups.set(key, [o]);
  });
  const twins = [...groups.values()].filter((group) => group.length > 1);
  if (twins.length === 0) return [];
  const people = twins.flat().flatMap((o) => facts.organisations[o]!.members);
  const texts = twins.slice(0, 3).map((group) => group.map((o) => facts.organisations[o]!.name!).join(" = "));
  return [
    {
      key: "twins/organisations",
      severity: "warning",
      weight: people.length,
      title: say((w) => w.twins.organisations(twins.length)),
      text: say((w, locale) => w.twins.organisationsText(named(texts, w, locale, twins.length))),
      cures: [
        {
          label: say((w) => w.see(people.length)),
          wanted: {
            place: "event/people",
            ids: people.map((p) => facts.people[p]!.id),
            why: say((w) => w.twins.organisations(twins.length)),
            path: ["participants", scene.personAt(people[0]!)],
          },
        },
      ],
    },
  ];
}
