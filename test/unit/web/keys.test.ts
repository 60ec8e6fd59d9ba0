import { describe, expect, it } from "vitest";
import { moved } from "../../../web/app/grid/keys.js";
import { columnsWithin, layoutOf } from "../../../web/app/grid/layout.js";
import type { ColumnView } from "../../../web/protocol.js";

const column = (kind: ColumnView["kind"], day: number, start: number): ColumnView => ({
  kind,
  id: `${day}-${start}`,
  day,
  date: `2027-03-1${day + 7}`,
  start,
  end: start + 25,
  first: false,
});
// Two days of two slots and a meal each, a gap between them.
const columns = [
  column("slot", 0, 540),
  column("slot", 0, 570),
  column("meal", 0, 720),
  column("gap", 1, 0),
  column("slot", 1, 540),
  column("slot", 1, 570),
  column("meal", 1, 720),
];
const layout = layoutOf(columns, { cellWidth: 35, cellHeight: 20, headHeight: 17 }, 1000);
const press = (key: string, row: number, at: number, ctrlKey = false): unknown =>
  moved({ key, ctrlKey, metaKey: false }, { row, column: at }, layout, 50, 28);

describe("keys of the grid", () => {
  it("steps over the gap between days, and stops at the edges", () => {
    expect(press("ArrowRight", 3, 2)).toEqual({ row: 3, column: 4 });
    expect(press("ArrowLeft", 3, 4)).toEqual({ row: 3, column: 2 });
    expect(press("ArrowLeft", 3, -1)).toEqual({ row: 3, column: -1 });
    expect(press("ArrowRight", 3, 6)).toEqual({ row: 3, column: 6 });
    expect(press("ArrowUp", 0, 1)).toEqual({ row: 0, column: 1 });
    expect(press("ArrowDown", 49, 1)).toEqual({ row: 49, column: 1 });
    expect(press("PageDown", 30, 1)).toEqual({ row: 49, column: 1 });
  });

  it("goes by day with Home and End, to the corners with Ctrl", () => {
    expect(press("End", 5, 0)).toEqual({ row: 5, column: 2 });
    expect(press("End", 5, 2)).toEqual({ row: 5, column: 6 });
    expect(press("Home", 5, 6)).toEqual({ row: 5, column: 4 });
    expect(press("Home", 5, 4)).toEqual({ row: 5, column: 0 });
    expect(press("Home", 5, 0)).toEqual({ row: 5, column: -1 });
    expect(press("Home", 5, 5, true)).toEqual({ row: 0, column: -1 });
    expect(press("End", 5, 0, true)).toEqual({ row: 49, column: 6 });
  });

  it("leaves other keys alone", () => {
    expect(press("a", 5, 0)).toBeNull();
    expect(press("Tab", 5, 0)).toBeNull();
  });
});

describe("layout of the grid", () => {
  it("gives 24 slots and two meals exactly the 1,128 pixels of the screen's design", () => {
    const day = (d: number): ColumnView[] => [
      ...Array.from({ length: 12 }, (_, i) => column("slot", d, 540 + 30 * i)),
      column("meal", d, 735),
    ];
    const full = layoutOf(
      [...day(0), column("gap", 1, 0), ...day(1)],
      { cellWidth: 35, cellHeight: 20, headHeight: 17 },
      1128,
    );
    expect(full.width).toBe(1128);
    expect(full.nameWidth).toBe(160);
  });

  it("finds the columns on the screen", () => {
    const fixed = layout.nameWidth + layout.countWidth;
    expect(columnsWithin(layout, 0, fixed + 36)).toEqual([0, 2]);
    expect(columnsWithin(layout, 80, 80 + fixed + 36)).toEqual([2, 4]);
  });
});
