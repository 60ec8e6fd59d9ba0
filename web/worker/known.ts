// A readable event with what every view of it needs: facts of the judge, names to show, columns of the grid.
// Built once per reading of the text. It computes nothing about schedules.

import { compile, factsOf } from "../../src/index.js";
import type { Compiled, EventSpec, Facts } from "../../src/index.js";
import type { ColumnView } from "../protocol.js";

export interface Known {
  /** Of the text it was read from. */
  revision: number;
  spec: EventSpec;
  facts: Facts;
  /** What the solver gets; made when first asked for. */
  compiled(): Compiled;
  /** By person: name and organisation as people read them, cut to a length a screen can hold. */
  names: string[];
  organisations: string[];
  /** By person: what stands in a cell of the grid: the own place, else the id. */
  labels: string[];
  /** By row: the representative's name, or the participant's. */
  rowNames: string[];
  columns: ColumnView[];
}

/** Longest name that crosses to the page, in characters. */
const NAME = 200;
const LABEL = 4;
const NAME_OF_TABLE = 24;

/** Cuts a text to n characters without breaking one in two. */
export function cut(text: string, n: number): string {
  return text.length <= n
    ? text
    : `${Array.from(text.slice(0, 2 * n))
        .slice(0, n)
        .join("")}…`;
}

/** Prepares a valid event for the screens. */
export function knownOf(spec: EventSpec, revision: number): Known {
  const facts = factsOf(spec);
  const count = facts.people.length;
  const names = new Array<string>(count).fill("");
  const organisations = new Array<string>(count).fill("");
  const labels = new Array<string>(count).fill("");
  const rowNames = new Array<string>(facts.rows.length).fill("");
  const placeLabels = new Map(spec.places.map((place) => [place.id, place.label ?? place.id]));
  for (const participant of spec.participants) {
    const p = facts.personIndex.get(participant.id);
    if (p === undefined || labels[p] !== "") continue;
    names[p] = cut(participant.name ?? participant.id, NAME);
    organisations[p] = cut(participant.organisation ?? "", NAME);
    const place = facts.ownPlace[p]! < 0 ? undefined : facts.places[facts.ownPlace[p]!]!.id;
    labels[p] = labelOf(place === undefined ? [] : [placeLabels.get(place) ?? "", place], participant.id, names[p]!);
    const rows = facts.people[p]!.rows;
    rows.forEach((row, i) => {
      const representative = participant.representatives[i];
      rowNames[row] = representative
        ? cut(`${names[p]}, ${representative.name ?? representative.id}`, NAME)
        : names[p]!;
    });
  }
  let made: Compiled | undefined;
  const compiled = (): Compiled => (made ??= compile(spec));
  return { revision, spec, facts, compiled, names, organisations, labels, rowNames, columns: columnsOf(spec, facts) };
}

/** What fits into a cell: the own place or the id where they are short, else its number, else initials. */
function labelOf(places: readonly string[], id: string, name: string): string {
  const short = [...places, id].find((text) => text.length > 0 && text.length <= LABEL);
  if (short !== undefined) return short;
  const digits = /\d{2,4}$/.exec(id);
  if (digits) return digits[0];
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const initials = words.slice(0, 3).map((word) => Array.from(word)[0]!.toLocaleUpperCase());
  return initials.length > 1
    ? initials.join("")
    : Array.from(words[0] ?? name)
        .slice(0, 3)
        .join("");
}

/** A table's id without the word table, which the page says itself. */
export function tableName(id: string): string {
  return cut(id.replace(/^table[\s_-]*(?=.)/i, ""), NAME_OF_TABLE);
}

/** Slots and seated meals in order of time, with a gap between days. */
function columnsOf(spec: EventSpec, facts: Facts): ColumnView[] {
  const { calendar } = facts;
  const seated = new Set(spec.meals.map((meal) => meal.session));
  const columns: ColumnView[] = [];
  let day = -1;
  let lastDay = -1;
  for (const session of calendar.sessions) {
    const meal = session.kind === "meal" && seated.has(session.id);
    if (!meal && session.last < session.first) continue;
    if (session.day !== lastDay) {
      day++;
      if (lastDay >= 0) columns.push({ kind: "gap", id: "", day, date: session.date, start: 0, end: 0, first: false });
      lastDay = session.day;
    }
    const at = { day, date: session.date };
    if (meal) {
      columns.push({ kind: "meal", id: session.id, ...at, start: session.start, end: session.end, first: true });
    } else {
      for (let s = session.first; s <= session.last; s++) {
        const slot = calendar.slots[s]!;
        columns.push({
          kind: "slot",
          id: slot.id,
          ...at,
          start: slot.start,
          end: slot.end,
          first: s === session.first,
        });
      }
    }
  }
  return columns;
}
