// The schedule as tables for the organiser: meetings, agendas, people, seats, wishes with their answers. Called by xlsx.ts
// and csv.ts. The last two tell who wished, who refused and why not: they are for the organiser and nobody else.

import { explain } from "../../explain.js";
import { metWishes } from "../../measure.js";
import type { Facts } from "../../rules/facts.js";
import type { Locale } from "../../rules/rule.js";
import { heldBy, viewOf } from "../../rules/view.js";
import type { Schedule } from "../../schedule.js";
import { summarise } from "../../summary.js";
import { agendasOf, readable, type Who } from "./agendas.js";
import { WORDS, capital } from "./words.js";

/** How the values of a column are written: dates as ISO, times as minutes of a day, shares as per mille. */
export type ColumnType = "text" | "integer" | "date" | "time" | "share";

export interface Column {
  title: string;
  type: ColumnType;
  /** Characters. */
  width: number;
}

export type Value = string | number | null;

export interface TableOf {
  /** Name of a file, without its ending. */
  id: "meetings" | "agendas" | "people" | "tables" | "wishes";
  /** Name of a sheet. */
  title: string;
  columns: Column[];
  rows: Value[][];
  /** Holds wishes: not to be given to participants. */
  confidential: boolean;
}

type Titled = readonly [en: string, fr: string, type: ColumnType, width: number];

const COLUMNS = {
  date: ["Date", "Date", "date", 11],
  start: ["Start", "Début", "time", 8],
  end: ["End", "Fin", "time", 8],
  slot: ["Slot", "Créneau", "text", 14],
  place: ["Place", "Lieu", "text", 9],
  label: ["Place label", "Libellé du lieu", "text", 16],
  id: ["Id", "Identifiant", "text", 12],
  name: ["Name", "Nom", "text", 26],
  organisation: ["Organisation", "Organisation", "text", 26],
  row: ["Representative id", "Identifiant du représentant", "text", 14],
  id1: ["Id 1", "Identifiant 1", "text", 12],
  row1: ["Representative 1", "Représentant 1", "text", 14],
  name1: ["Name 1", "Nom 1", "text", 26],
  organisation1: ["Organisation 1", "Organisation 1", "text", 26],
  id2: ["Id 2", "Identifiant 2", "text", 12],
  row2: ["Representative 2", "Représentant 2", "text", 14],
  name2: ["Name 2", "Nom 2", "text", 26],
  organisation2: ["Organisation 2", "Organisation 2", "text", 26],
  kind: ["Kind", "Type", "text", 12],
  with: ["With", "Avec", "text", 30],
  withOrganisation: ["Their organisation", "Son organisation", "text", 26],
  where: ["Place or table", "Lieu ou table", "text", 16],
  side: ["Side", "Côté", "text", 18],
  tier: ["Package", "Forfait", "text", 14],
  meetings: ["Meetings", "Rendez-vous", "integer", 11],
  guaranteed: ["Guaranteed", "Garantis", "integer", 11],
  maximum: ["Maximum", "Maximum", "integer", 10],
  wishes: ["Wishes", "Souhaits", "integer", 10],
  met: ["Wishes met", "Souhaits tenus", "integer", 14],
  satisfaction: ["Best wishes met", "Meilleurs souhaits tenus", "share", 15],
  seats: ["Seated meals", "Repas placés", "integer", 13],
  meal: ["Meal", "Repas", "text", 22],
  table: ["Table", "Table", "text", 10],
  capacity: ["Seats", "Places", "integer", 8],
  fromId: ["From id", "Identifiant (de)", "text", 12],
  from: ["From", "De", "text", 26],
  toId: ["To id", "Identifiant (vers)", "text", 12],
  to: ["To", "Vers", "text", 26],
  priority: ["Priority", "Priorité", "integer", 9],
  answer: ["Answer", "Réponse", "text", 26],
} satisfies Record<string, Titled>;

const SAID = {
  en: {
    titles: { meetings: "Meetings", agendas: "Agendas", people: "People", tables: "Tables", wishes: "Wishes" },
    confidential: "organiser only",
    meeting: "meeting",
    absent: "absent",
    met: "met",
    table: "at a table",
    refusal: "refusal",
  },
  fr: {
    titles: { meetings: "Rendez-vous", agendas: "Agendas", people: "Personnes", tables: "Tables", wishes: "Souhaits" },
    confidential: "organisateur seul",
    meeting: "rendez-vous",
    absent: "absent",
    met: "tenu",
    table: "à table",
    refusal: "refus",
  },
};

/** All tables, in the order of a workbook. */
export function organiserTables(facts: Facts, schedule: Schedule, locale: Locale): TableOf[] {
  const agendas = agendasOf(facts, schedule);
  const { spec, people } = facts;
  const said = SAID[locale];
  const w = WORDS[locale];
  const table = (id: TableOf["id"], keys: (keyof typeof COLUMNS)[], rows: Value[][]): TableOf => {
    const confidential = id === "people" || id === "wishes";
    return {
      id,
      title: confidential ? `${said.titles[id]} (${said.confidential})` : said.titles[id],
      columns: keys.map((key) => {
        const [en, fr, type, width]: Titled = COLUMNS[key];
        return { title: { en, fr }[locale], type, width };
      }),
      rows,
      confidential,
    };
  };
  const whole = ({ id, row, name, organisation }: Who): Value[] => [id, row === id ? null : row, name, organisation];

  const meetings = agendas.meetings.map(({ date, start, end, slot, place, people: [a, b] }): Value[] => [
    ...[date, start, end, slot, place?.id ?? null, place?.label ?? null],
    ...whole(a),
    ...whole(b),
  ]);

  const days = agendas.people.flatMap(({ who, entries }) =>
    entries.map((entry): Value[] => {
      const row: Value[] = [who.id, who.name, who.organisation, entry.date, entry.start, entry.end];
      switch (entry.kind) {
        case "meeting":
          return [...row, said.meeting, entry.partner.name, entry.partner.organisation, entry.place?.label ?? null];
        case "absent":
          return [...row, said.absent, null, null, null];
        default:
          return [...row, entry.label === "" ? w[entry.kind] : entry.label, null, null, entry.table ?? null];
      }
    }),
  );

  const view = viewOf(facts, schedule);
  const isMet = metWishes(facts, view);
  const labels = (list: readonly { id: string; label?: string | undefined }[]): Map<string, string> =>
    new Map(list.map(({ id, label }) => [id, readable(label ?? id)]));
  const sides = labels(spec.sides);
  const tiers = labels(spec.tiers);
  const names = new Map(spec.participants.map(({ id, name }) => [id, readable(name ?? id)]));
  const organisations = new Map(spec.participants.map(({ id, organisation = "" }) => [id, readable(organisation)]));
  const given = new Map(spec.participants.map((participant) => [participant.id, participant]));
  const satisfaction = new Map(
    summarise(facts, schedule).satisfaction.map(({ participant, value }) => [participant, value]),
  );
  const counts = people.map(({ index }) => {
    const list = facts.wishes.list.subarray(facts.wishes.start[index]!, facts.wishes.start[index + 1]!);
    return { wishes: list.length, met: list.reduce((sum, wish) => sum + (isMet(wish) ? 1 : 0), 0) };
  });
  const peopleRows = people.map(({ id, index, guaranteed, maximum }): Value[] => {
    const { side, tier } = given.get(id)!;
    return [
      ...[id, names.get(id)!, organisations.get(id)!, sides.get(side) ?? side],
      tier === undefined ? null : (tiers.get(tier) ?? tier),
      ...[heldBy(view, index), guaranteed, maximum === Infinity ? null : maximum],
      ...[counts[index]!.wishes, counts[index]!.met, satisfaction.get(id) ?? null],
      view.meals.reduce((sum, { table }) => sum + (table[index]! >= 0 ? 1 : 0), 0),
    ];
  });

  const seats = agendas.meals.flatMap(({ date, label, tables, unseated }) => [
    ...tables.flatMap(({ name, seats, people }) =>
      people.map((who): Value[] => [date, label || w.meal, name, seats, who.id, who.name, who.organisation]),
    ),
    ...unseated.map((who): Value[] => [date, label || w.meal, null, null, who.id, who.name, who.organisation]),
  ]);

  const reasons = new Map(
    explain(facts, schedule).map(({ from, to, reason }) => [JSON.stringify([from, to]), reason] as const),
  );
  const share = (p: number, q: number): boolean =>
    p !== q && view.meals.some(({ table }) => table[p]! >= 0 && table[p] === table[q]);
  const wishes = spec.wishes.map(({ from, to, priority, veto }, wish): Value[] => {
    const p = facts.wishes.from[wish]!;
    const q = facts.wishes.to[wish]!;
    const organisation = facts.wishes.organisation[wish]!;
    const members = q >= 0 ? [q] : organisation >= 0 ? facts.organisations[organisation]!.members : [];
    const reason = reasons.get(JSON.stringify([from, to]));
    const answer = (): string => {
      if (veto) return said.refusal;
      if (p >= 0 && isMet(wish)) return said.met;
      const why = reason === undefined ? "" : w.reasons[reason];
      const sits = p >= 0 && members.some((member) => share(p, member));
      return [why, sits ? said.table : ""].filter((part) => part !== "").join(", ");
    };
    return [
      ...[from, names.get(from) ?? from, organisations.get(from) ?? null],
      ...[to, names.get(to) ?? readable(to), organisations.get(to) ?? null],
      ...[priority ?? null, capital(answer())],
    ];
  });

  return [
    table(
      "meetings",
      [
        ...(["date", "start", "end", "slot", "place", "label"] as const),
        ...(["id1", "row1", "name1", "organisation1", "id2", "row2", "name2", "organisation2"] as const),
      ],
      meetings,
    ),
    table(
      "agendas",
      ["id", "name", "organisation", "date", "start", "end", "kind", "with", "withOrganisation", "where"],
      days,
    ),
    table(
      "people",
      [
        ...(["id", "name", "organisation", "side", "tier", "meetings", "guaranteed", "maximum"] as const),
        ...(["wishes", "met", "satisfaction", "seats"] as const),
      ],
      peopleRows,
    ),
    table("tables", ["date", "meal", "table", "capacity", "id", "name", "organisation"], seats),
    table("wishes", ["fromId", "from", "organisation1", "toId", "to", "organisation2", "priority", "answer"], wishes),
  ];
}
