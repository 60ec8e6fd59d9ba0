// The summary, places x slots and agendas in the event worker: behind every number stand the people, slots or meetings that it
// counts, every meeting stands at its place once, and an agenda says the breaks, the walks and who wished for the person.

import { beforeAll, describe, expect, it } from "vitest";
import { createInProcessEngine, planEvent, sampleText, summarise } from "../../../src/index.js";
import type { FigureView, GroupView, SummaryView } from "../../../web/summary-views.js";
import { Draft } from "../../../web/worker/draft.js";
import { HandDesk } from "../../../web/worker/hand/desk.js";
import { personOf } from "../../../web/worker/person.js";
import { PlacesDesk } from "../../../web/worker/places/desk.js";
import { Stage } from "../../../web/worker/plan/stage.js";
import { SummaryDesk } from "../../../web/worker/summary/desk.js";
import { RELEASE } from "../../support/kernels.js";

const engine = createInProcessEngine({ module: RELEASE });
const SAMPLE = "customer-relationship-meetings";
let stage: Stage;
let draft: Draft;
let summary: SummaryDesk;

beforeAll(async () => {
  draft = new Draft({ wrote: () => {}, read: () => {}, changed: () => {}, locked: () => false });
  draft.open(sampleText(SAMPLE)!, { sample: SAMPLE });
  stage = new Stage(draft);
  const known = draft.known!;
  const result = await planEvent(known.spec, engine, { variant: "search", seed: 1, budget: { steps: 1500 } });
  stage.put(known, { schedule: result.schedule!, report: result.report!, unplaced: result.unplaced });
  summary = new SummaryDesk(stage);
});

function figuresOf(view: SummaryView): FigureView[] {
  const group = ({ byPriority, all, mean, median, least, gini, kept }: GroupView): (FigureView | null)[] => [
    ...byPriority,
    all,
    mean,
    median,
    least,
    gini,
    kept,
  ];
  return [
    ...view.sides.flatMap(group),
    ...view.tiers.flatMap(group),
    view.meetings,
    view.idle,
    view.holes,
    view.walk,
    ...view.bins,
    ...view.rooms,
    view.full,
    ...view.meals.map(({ seated }) => seated),
    view.tables,
  ].filter((figure) => figure !== null);
}

describe("behind every number of the summary", () => {
  it("stand as many as it says, in windows that make the whole list", () => {
    const figures = figuresOf(summary.view()!);
    expect(figures.length).toBeGreaterThan(60);
    for (const { key, behind } of figures) {
      const all = summary.behind(key, 0, 10_000)!;
      expect(all.total, JSON.stringify(key)).toBe(behind);
      expect(all.rows).toHaveLength(behind);
      const parts = [0, 20, 40].map((from) => summary.behind(key, from, from + 20)!.rows);
      expect(parts.flat()).toEqual(all.rows.slice(0, 60));
    }
    expect(summary.behind({ what: "meetings" }, 10_000, 10_020)!.rows).toEqual([]);
  });

  it("what concerns each adds up to it", () => {
    const view = summary.view()!;
    const add = (figure: FigureView): [number, number] => {
      const { rows } = summary.behind(figure.key, 0, 10_000)!;
      return [rows.reduce((sum, row) => sum + row.value!, 0), rows.reduce((sum, row) => sum + (row.of ?? 0), 0)];
    };
    for (const { all, byPriority } of [...view.sides, ...view.tiers])
      for (const figure of [all, ...byPriority]) expect(add(figure)).toEqual([figure.value, figure.of]);
    for (const figure of [view.idle, view.holes, view.walk!]) expect(add(figure)[0]).toBe(figure.value);
    expect(add(view.meetings)[0]).toBe(2 * view.meetings.value!);
    expect(add(view.tables!)).toEqual([view.tables!.value, view.tables!.of]);
    expect(view.rooms.reduce((sum, room) => sum + room.behind, 0)).toBe(view.meetings.value);
    for (const { seated } of view.meals) expect(add(seated)[0]).toBe(seated.value);
  });

  it("are the library's numbers, the least well served first", () => {
    const { facts, spec } = draft.known!;
    const numbers = summarise(facts, stage.placed!.schedule);
    const view = summary.view()!;
    expect(view.sides[0]!.all).toMatchObject({ value: numbers.wishes.met, of: numbers.wishes.total });
    expect(view.sides[0]!.gini.value).toBe(numbers.gini);
    expect(view.worst[0]).toMatchObject({ id: numbers.worst!.participant, share: numbers.worst!.value });
    expect(view.tiers.map(({ label }) => label)).toEqual(spec.tiers.map(({ id, label }) => label ?? id));
    const [first] = summary.behind({ what: "served" }, 0, 1)!.rows;
    expect(first).toMatchObject({ people: [{ id: numbers.worst!.participant }], value: numbers.worst!.value });
    const { rows } = summary.behind({ what: "slot", slot: view.rooms[0]!.slot }, 0, 3)!;
    expect(rows.every(({ people, about }) => people.length === 2 && about !== "")).toBe(true);
  });
});

describe("places x slots", () => {
  it("hold every meeting once, at its place and in its slot, and count its use", () => {
    const desk = new PlacesDesk(stage);
    const { total, rows } = desk.rows(0, 1000);
    const { schedule, known } = stage.placed!;
    expect(rows).toHaveLength(total);
    expect(desk.rows(20, 40).rows).toEqual(rows.slice(20, 40));
    const shown = rows.flatMap((row) =>
      row.cells.flatMap((cell, i) =>
        cell.kind === "meeting" ? [[row.place, known.columns[i]!.id, ...[...cell.people].sort()].join()] : [],
      ),
    );
    const held = schedule.meetings.map(({ place, slot, participants }) =>
      [place, slot, ...[...participants].sort()].join(),
    );
    expect(shown.sort()).toEqual(held.sort());
    const first = rows.filter(({ lane }) => lane === 0);
    expect(first.map(({ place }) => place)).toEqual(known.spec.places.map(({ id }) => id));
    expect(first.reduce((sum, { used }) => sum + used, 0)).toBe(schedule.meetings.length);
    // At one's own place the guest is named alone, and comes first.
    const own = rows.find(({ owner, cells }) => owner && cells.some(({ kind }) => kind === "meeting"))!;
    for (const cell of own.cells.filter((one) => one.kind === "meeting")) expect(cell.people[1]).toBe(own.owner!.id);
    const labels = rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.kind === "meeting" ? [cell.label.length] : [])),
    );
    expect(desk.rows(0, 1).letters).toBe(Math.max(...labels));
  });

  it("say what a drop there would come to, which is what comes of it", () => {
    const desk = new HandDesk(draft, stage, { busy: () => false });
    const { generation } = stage;
    const edits = stage
      .placed!.schedule.meetings.slice(0, 40)
      .flatMap(({ participants, slot: from, place }) =>
        draft
          .known!.facts.calendar.slots.filter(({ id }) => id !== from)
          .map(({ id: slot }) => ({ kind: "move" as const, participants, from, slot, place: place! })),
      );
    const weighed = edits.map((edit) => desk.weigh(edit, generation)!);
    const best = weighed.findIndex(({ forbidden }) => forbidden === null);
    const { participants, slot, place } = edits[best]!;
    expect(desk.weigh(edits[best]!, generation + 1)).toBeNull();
    const worst = weighed.findIndex(({ forbidden }) => forbidden !== null);
    expect(desk.make(edits[worst]!, generation)).toEqual({
      status: "forbidden",
      forbidden: weighed[worst]!.forbidden,
    });
    expect(desk.make(edits[best]!, generation)).toMatchObject({ status: "done", gain: weighed[best]!.gain.total });
    const rows = new PlacesDesk(stage).rows(0, 1000).rows.filter((row) => row.place === place);
    const column = draft.known!.columns.findIndex(({ id }) => id === slot);
    expect(rows.map(({ cells }) => cells[column])).toContainEqual(
      expect.objectContaining({ people: expect.arrayContaining([...participants]) as unknown }),
    );
  });
});

describe("an agenda", () => {
  it("says the walks, which add up to the walking, and the breaks between meetings", () => {
    const { known, reasons } = stage;
    let breaks = 0;
    for (const { id } of known!.facts.people) {
      const person = personOf(known!, stage.placed, reasons, id)!;
      const items = person.days.flatMap((day) => day.items);
      const walks = items.reduce((sum, item) => sum + (item.kind === "meeting" ? item.walk : 0), 0);
      expect(walks).toBe(person.walk);
      for (const [i, item] of items.entries()) {
        if (item.kind !== "break") continue;
        breaks++;
        expect([items[i - 1]?.kind, items[i + 1]?.kind]).toEqual(["meeting", "meeting"]);
        expect(item.start + item.minutes).toBe(items[i + 1]!.start);
        expect(item.minutes).toBeGreaterThan(0);
      }
    }
    expect(breaks).toBeGreaterThan(0);
  });

  it("lists the wishes of others: every wish once, with its reason where no meeting came of it", () => {
    const { known, reasons } = stage;
    const { facts, spec } = known!;
    let [total, met] = [0, 0];
    for (const { id } of facts.people) {
      const { towards } = personOf(known!, stage.placed, reasons, id)!;
      total += towards.total;
      met += towards.met;
      expect(towards.list).toHaveLength(towards.total);
      for (const wish of towards.list) {
        expect(wish.reason === null).toBe(wish.met);
        expect(
          spec.wishes.some(({ from, to }) => from === wish.who.id && (to === id || !facts.personIndex.has(to))),
        ).toBe(true);
      }
      const unmet = towards.list.filter((wish) => !wish.met);
      expect(towards.list.slice(0, unmet.length)).toEqual(unmet);
    }
    const direct = facts.wishes.list.filter((wish) => facts.wishes.to[wish]! >= 0);
    expect(total).toBeGreaterThanOrEqual(direct.length);
    expect(met).toBeGreaterThan(0);
  });
});
