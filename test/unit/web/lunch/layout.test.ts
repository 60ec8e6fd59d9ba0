// Where tables and seats stand, what the keys do among them, what the list of swaps holds, how cards fill pages.

import { describe, expect, it } from "vitest";
import { movedSeat } from "../../../../web/app/lunch/keys.js";
import { optionsOf } from "../../../../web/app/lunch/options.js";
import { ringOf, rowsOf, rowsSeen } from "../../../../web/app/lunch/ring.js";
import { pagesOf } from "../../../../web/app/print/pages.js";
import type { LunchView, SeatView, TableView, TargetsView, Verdict } from "../../../../web/lunch-views.js";
import { shortName } from "../../../../web/worker/lunch/tables.js";

const SIZES = { type: 11 };
const points = { wishes: 0, colleagues: 0, repeats: 0, total: 0 };

function person(id: string, name = id): SeatView {
  return { id, name, short: name, organisation: "", side: 0, host: false, locked: false };
}

function table(id: string, seats: number, people: SeatView[] = []): TableView {
  return { id, name: id, seats, people, ties: [], points };
}

describe("a round table", () => {
  it("has names that never overlap, from one seat to twenty", () => {
    for (let places = 1; places <= 20; places++) {
      const { seats, height } = ringOf(places, 272, SIZES);
      expect(seats).toHaveLength(places);
      for (const side of ["left", "right"]) {
        const lines = seats
          .filter((seat) => seat.side === side)
          .map(({ line }) => line)
          .sort((a, b) => a - b);
        expect(lines.every((line) => line >= 10 && line <= height - 10)).toBe(true);
        expect(lines.slice(1).every((line, i) => line - lines[i]! >= 20 - 1e-9)).toBe(true);
      }
    }
  });
});

describe("tables in rows", () => {
  it("stand beside each other without overlap; a large one has a row of its own", () => {
    const tables = [8, 10, 10, 12, 60, 10, 10].map((seats, i) => table(`t${i}`, seats));
    const { rows, columns, height } = rowsOf(tables, 1110, SIZES);
    expect(columns).toBe(4);
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [4, 5],
      [5, 7],
    ]);
    rows.slice(1).forEach((row, i) => expect(row.top).toBeGreaterThanOrEqual(rows[i]!.top + rows[i]!.height));
    expect(height).toBeGreaterThanOrEqual(rows.at(-1)!.top + rows.at(-1)!.height);
  });

  it("are drawn where they are seen, from the middle outwards", () => {
    const tables = Array.from({ length: 200 }, (_, i) => table(`t${i}`, 10));
    const { rows } = rowsOf(tables, 1110, SIZES);
    expect(rows).toHaveLength(50);
    const seen = rowsSeen(rows, 1000, 1800);
    expect(seen.length).toBeLessThan(8);
    const middle = rows[seen[0]!]!;
    expect(middle.top < 1400 && middle.top + middle.height > 1390).toBe(true);
    const covered = [...seen].sort((a, b) => a - b).map((row) => rows[row]!);
    expect(covered[0]!.top).toBeLessThanOrEqual(1000);
    expect(covered.at(-1)!.top + covered.at(-1)!.height).toBeGreaterThanOrEqual(1800);
  });
});

describe("the keys", () => {
  it("go around a table, on to the next one, and to both ends", () => {
    const stops = [3, 0, 2];
    expect(movedSeat("ArrowDown", { table: 0, seat: 1 }, stops)).toEqual({ table: 0, seat: 2 });
    expect(movedSeat("ArrowDown", { table: 0, seat: 2 }, stops)).toEqual({ table: 1, seat: 0 });
    expect(movedSeat("ArrowDown", { table: 2, seat: 1 }, stops)).toEqual({ table: 2, seat: 1 });
    expect(movedSeat("ArrowUp", { table: 2, seat: 0 }, stops)).toEqual({ table: 1, seat: 0 });
    expect(movedSeat("ArrowRight", { table: 0, seat: 2 }, [3, 2])).toEqual({ table: 1, seat: 1 });
    expect(movedSeat("ArrowLeft", { table: 0, seat: 2 }, stops)).toEqual({ table: 0, seat: 2 });
    expect(movedSeat("End", { table: 0, seat: 0 }, stops)).toEqual({ table: 2, seat: 1 });
    expect(movedSeat("Home", { table: 2, seat: 1 }, stops)).toEqual({ table: 0, seat: 0 });
    expect(movedSeat("x", { table: 0, seat: 0 }, stops)).toBe(null);
  });
});

describe("the list of swaps", () => {
  const bar = { kind: "veto", who: "", other: "", table: "", side: "", limit: 0 } as const;
  const verdict = (gain: number): Verdict => ({ gain, bar: null });
  const tables = [table("1", 3, [person("a"), person("e", "Élodie")]), table("2", 2, [person("c"), person("d", "Dé")])];
  const lunch = { tables, unseated: [person("u")] } as unknown as LunchView;
  const targets = {
    people: new Map<string, Verdict>([
      ["c", verdict(-5)],
      ["d", { gain: 90, bar }],
      ["e", { gain: 0, bar: { ...bar, kind: "same" } }],
      ["u", verdict(7)],
    ]),
    tables: new Map([["1", verdict(20)]]),
  } as unknown as TargetsView;

  it("has the best first and what is forbidden last; who sits at the same table is no target", () => {
    expect(optionsOf(lunch, targets, "").map(({ key }) => key)).toEqual(["t:1", "p:u", "p:c", "p:d"]);
  });

  it("finds names without their accents, and tables", () => {
    expect(optionsOf(lunch, targets, " de").map(({ key }) => key)).toEqual(["p:d"]);
    expect(optionsOf(lunch, targets, "2").map(({ key }) => key)).toEqual(["p:c", "p:d"]);
    expect(optionsOf(lunch, targets, "nobody")).toEqual([]);
  });
});

describe("short names", () => {
  it("have initials; organisations and single words stay", () => {
    expect(shortName("Élise Boisgravel", "Acme")).toBe("É. Boisgravel");
    expect(shortName("Jean-Luc de la Tour", "Acme")).toBe("J.-L. de la Tour");
    expect(shortName("Armor Mobile", "")).toBe("Armor Mobile");
    expect(shortName("Armor Mobile", "Armor Mobile")).toBe("Armor Mobile");
    expect(shortName("عميل", "Acme")).toBe("عميل");
    expect(shortName("<b>x</b> y", "Acme")).toBe("<b>x</b> y");
  });
});

describe("table cards on paper", () => {
  it("are four, two or one on a page, and a page has one meal and one size", () => {
    const meal = (sizes: number[]): object => ({
      tables: sizes.map((n, i) => ({ name: String(i), people: Array.from({ length: n }, () => ({ name: "x" })) })),
    });
    const view = { meals: [meal([10, 10, 10, 10, 10, 20, 20, 20, 60]), meal([8])] } as never;
    expect(pagesOf(view).map((cards) => `${cards.length} ${cards[0]!.size}`)).toEqual([
      "4 a6",
      "1 a6",
      "2 a5",
      "1 a5",
      "1 a4",
      "1 a6",
    ]);
  });
});
