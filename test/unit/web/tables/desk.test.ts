// The tables of the event: what is shown, what typing means, what goes with a row, and that everything can be taken back.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSpec, sampleText, specText } from "../../../../src/index.js";
import { COLUMNS, type TableAnswer, type TableEdit, type TableId, type TableQuery } from "../../../../web/tables.js";
import { blockOfText } from "../../../../web/app/table/clipboard.js";
import { Draft } from "../../../../web/worker/draft.js";
import { TableDesk } from "../../../../web/worker/tables/desk.js";
import { fold } from "../../../../web/worker/tables/fold.js";
import { randomEvent } from "../../../support/random-event.js";

const TABLES: readonly TableId[] = ["people", "wishes", "places", "packages"];

function opened(text: string): { draft: Draft; desk: TableDesk } {
  const draft = new Draft({
    wrote: () => undefined,
    read: () => undefined,
    changed: () => undefined,
    locked: () => false,
  });
  draft.open(text, { file: "test" });
  return { draft, desk: new TableDesk(draft) };
}

const all = (table: TableId, change: Partial<TableQuery> = {}): TableQuery => ({
  table,
  find: "",
  where: {},
  marked: false,
  only: null,
  sort: null,
  locale: "en",
  ...change,
});

const edited = (desk: TableDesk, draft: Draft, query: TableQuery, edit: TableEdit): TableAnswer => {
  const answer = desk.edit(draft.text.serial, query, edit);
  draft.readNow();
  return answer;
};

const cells = (desk: TableDesk, query: TableQuery): string[][] =>
  desk.view(query, 0, 100_000).rows.map((row) => row.cells);

const SMALL = `{
  "format": "dancecard/event", "version": 1,
  "event": { "name": "Small" },
  "calendar": [
    { "date": "2027-03-17", "sessions": [{ "id": "am", "kind": "meetings", "start": "09:00", "end": "12:00", "meeting": 25, "changeover": 5 }] },
    { "date": "2027-03-18", "sessions": [{ "id": "pm", "kind": "meetings", "start": "14:00", "end": "17:00", "meeting": 25, "changeover": 5 }] }
  ],
  "sides": [{ "id": "d", "label": "Deciders" }, { "id": "s", "label": "Suppliers" }],
  "tiers": [{ "id": "gold", "label": "Gold", "guaranteed": 3, "maximum": 6 }],
  "participants": [
    { "id": "ada", "name": "Ada Arnaud", "organisation": "Voxalia", "side": "d", "absent": ["am.2", "2027-03-18"] }, // speaks
    { "id": "bob", "name": "Bob", "organisation": "Trameo", "side": "s", "tier": "gold", "place": "A1" },
    { "id": "cy", "name": "Cy", "organisation": "Trameo", "side": "s", "tier": "gold", "maximum": 4 }
  ],
  "wishes": [
    { "from": "ada", "to": "bob", "priority": 1 },
    { "from": "bob", "to": "ada", "priority": 2 },
    { "from": "ada", "to": "Trameo", "priority": 3 },
    { "from": "cy", "to": "ada", "veto": true }
  ],
  "places": [{ "id": "A1", "zone": "north" }, { "id": "A2" }],
  "locked": [{ "participants": ["ada", "bob"], "place": "A1" }],
  "met": [["ada", "bob"]]
}`;

describe("a table", () => {
  it("shows names, defaults in light, times in words, and counts", () => {
    const { desk } = opened(SMALL);
    const [ada, bob, cy] = desk.view(all("people"), 0, 9).rows;
    const at = (row: typeof ada, column: string): string =>
      row!.cells[COLUMNS.people.findIndex(({ id }) => id === column)]!;
    expect(at(ada, "absent")).toBe("Wed 17, 09:30–09:55; Thu 18");
    expect(ada!.typed["absent"]).toBe("am.2; 2027-03-18");
    expect([at(bob, "guaranteed"), at(bob, "maximum"), bob!.light.includes("maximum")]).toEqual(["3", "6", true]);
    expect([at(cy, "maximum"), cy!.light.includes("maximum")]).toEqual(["4", false]);
    expect([at(ada, "sent"), at(ada, "received")]).toEqual(["2", "1"]);
    expect([at(bob, "sent"), at(bob, "received")]).toEqual(["1", "2"]);
    expect(cells(desk, all("wishes"))).toEqual([
      ["Ada Arnaud", "Bob", "1", "2", ""],
      ["Bob", "Ada Arnaud", "2", "1", ""],
      ["Ada Arnaud", "Trameo", "3", "", ""],
      ["Cy", "Ada Arnaud", "no", "", ""],
    ]);
    expect(cells(desk, all("places"))[0]).toEqual(["A1", "", "north", "1", "", "Bob"]);
  });

  it("says why a wish cannot be met, as the judge does", () => {
    const { desk } = opened(
      SMALL.replace('"from": "cy", "to": "ada", "veto": true', '"from": "cy", "to": "bob", "priority": 1'),
    );
    expect(cells(desk, all("wishes"))[3]).toEqual(["Cy", "Bob", "1", "", "sides"]);
  });

  it("filters by words wherever they stand, without accents, by values, remarks and ids", () => {
    const { desk } = opened(SMALL);
    const ids = (query: TableQuery): string[] => desk.view(query, 0, 9).rows.map(({ id }) => id);
    expect(ids(all("people", { find: "ARNAUD vox" }))).toEqual(["ada"]);
    expect(ids(all("people", { where: { side: "s" } }))).toEqual(["bob", "cy"]);
    expect(ids(all("people", { only: ["cy"] }))).toEqual(["cy"]);
    expect(desk.view(all("wishes", { only: ["2"] }), 0, 9).rows.map((row) => row.cells[1])).toEqual(["Trameo"]);
    expect(desk.view(all("wishes", { where: { priority: "veto" } }), 0, 9).total).toBe(1);
    expect(desk.view(all("wishes", { where: { fromSide: "d" } }), 0, 9).total).toBe(2);
    const broken = opened(SMALL.replace('"tier": "gold", "place"', '"tier": "glod", "place"'));
    const marked = broken.desk.view(all("people", { marked: true }), 0, 9);
    expect(marked.rows.map(({ id, marks }) => [id, marks[0]!.column, marks[0]!.severity])).toEqual([
      ["bob", "tier", "error"],
    ]);
  });

  it("reads what people type, and refuses the rest with what it could be", () => {
    const { desk, draft } = opened(SMALL);
    const type = (row: number, column: string, text: string, table: TableId = "people"): TableAnswer =>
      edited(desk, draft, all(table), { kind: "cells", cells: [{ row, column, text }] });
    const lineOf = (id: string): string => draft.text.text.split("\n").find((line) => line.includes(`"id": "${id}"`))!;
    expect(type(0, "tier", " GOLD ").status).toBe("done");
    expect(lineOf("ada")).toContain(`"tier": "gold" }, // speaks`);
    expect(type(0, "maximum", "1 000").status).toBe("done");
    expect(lineOf("ada")).toContain(`"maximum": 1000`);
    expect(type(0, "maximum", "").status).toBe("done");
    expect(lineOf("ada")).not.toContain("maximum");
    expect(type(0, "meals", "Non").status).toBe("done");
    expect(lineOf("ada")).toContain(`"meals": false`);
    expect(type(0, "absent", "am.2; 18/03 14h-15h30").status).toBe("done");
    expect(lineOf("ada")).toContain(`"absent": ["am.2", "14:00/15:30@2027-03-18"]`);
    expect(type(1, "representatives", "3").status).toBe("done");
    expect(lineOf("bob")).toContain(`"representatives": [{ "id": "bob-1" }, { "id": "bob-2" }, { "id": "bob-3" }]`);
    expect(type(3, "priority", "2", "wishes").status).toBe("done");
    expect(draft.text.text).toContain(`{ "from": "cy", "to": "ada", "priority": 2 }`);
    expect(type(3, "to", "bob", "wishes").status).toBe("done");
    const refused = (answer: TableAnswer): string[] =>
      answer.status === "refused"
        ? answer.problems.flatMap(({ proposals }) => proposals.map(({ text }) => text))
        : ["done"];
    expect(refused(type(0, "tier", "Gild"))).toEqual(["Gold"]);
    expect(refused(type(0, "to", "Ada Arnuad", "wishes"))).toEqual(["Ada Arnaud"]);
    expect(refused(type(0, "side", ""))).toEqual(["Deciders", "Suppliers"]);
    expect(refused(type(0, "guaranteed", "-3"))).toEqual([]);
    expect(refused(type(0, "absent", "matin du 45"))).toEqual([]);
    expect(refused(type(0, "id", "bob"))).toEqual([]);
    expect(refused(type(0, "priority", "9", "wishes"))).toEqual([]);
    expect(draft.good).toBe(true);
  });

  it("renames an id, an organisation, a place and a package wherever they stand", () => {
    const { desk, draft } = opened(SMALL);
    const type = (table: TableId, row: number, column: string, text: string): void => {
      const answer = edited(desk, draft, all(table), { kind: "cells", cells: [{ row, column, text }] });
      expect(answer.status, text).toBe("done");
      expect(draft.good, text).toBe(true);
    };
    type("people", 0, "id", "ada-b");
    type("places", 0, "id", "Z9");
    type("packages", 0, "id", "or");
    expect(draft.text.text).not.toMatch(/"ada"|"A1"|"gold"/);
    const both: TableEdit = {
      kind: "cells",
      cells: [1, 2].map((row) => ({ row, column: "organisation", text: "Trameo SA" })),
    };
    expect(edited(desk, draft, all("people"), both).status).toBe("done");
    expect(draft.text.text).toContain(`{ "from": "ada-b", "to": "Trameo SA", "priority": 3 }`);
    expect(draft.good).toBe(true);
  });

  it("takes along what speaks of a row that goes, and says how much", () => {
    const { desk, draft } = opened(SMALL);
    expect(desk.removal(draft.text.serial, "people", [0])).toEqual({ rows: 1, wishes: 4, locked: 1, others: 1 });
    expect(edited(desk, draft, all("people"), { kind: "remove", rows: [0] }).status).toBe("done");
    expect(draft.good).toBe(true);
    expect(draft.known!.spec.wishes).toEqual([]);
    draft.undo();
    expect(draft.text.text).toBe(SMALL);
    // An organisation goes with the last of its people.
    expect(desk.removal(draft.text.serial, "people", [1, 2])?.wishes).toBe(4);
    expect(edited(desk, draft, all("people"), { kind: "remove", rows: [2, 1] }).status).toBe("done");
    expect(draft.good).toBe(true);
    expect(edited(desk, draft, all("places"), { kind: "remove", rows: [0] }).status).toBe("done");
    expect(draft.good).toBe(true);
    expect(edited(desk, draft, all("packages"), { kind: "remove", rows: [0] }).status).toBe("done");
    expect(draft.good).toBe(true);
  });

  it("adds rows with an id of their own, and wishes only between two who are there", () => {
    const { desk, draft } = opened(SMALL);
    expect(edited(desk, draft, all("people"), { kind: "add", cells: {} })).toMatchObject({ status: "done", added: 3 });
    expect(edited(desk, draft, all("people"), { kind: "add", cells: { name: "Éva Noël" } })).toMatchObject({
      added: 4,
    });
    expect(draft.known!.spec.participants.slice(3).map(({ id }) => id)).toEqual(["P1", "eva-noel"]);
    const wish = (from: string, to: string): string =>
      edited(desk, draft, all("wishes"), { kind: "add", cells: { from, to, priority: "2" } }).status;
    expect(wish("Éva Noël", "Bob")).toBe("done");
    expect(wish("eva noel", "bob")).toBe("refused");
    expect(wish("Bob", "Nobody")).toBe("refused");
    expect(wish("Bob", "Bob")).toBe("refused");
    expect(draft.good).toBe(true);
    expect(draft.known!.spec.wishes.at(-1)).toEqual({ from: "eva-noel", to: "bob", priority: 2 });
  });

  it("knows a row that moved: an edit of an older text is not made", () => {
    const { desk, draft } = opened(SMALL);
    const { serial } = draft.text;
    edited(desk, draft, all("people"), { kind: "remove", rows: [0] });
    expect(desk.edit(serial, all("people"), { kind: "remove", rows: [0] })).toEqual({ status: "gone" });
    expect(desk.removal(serial, "people", [0])).toBeNull();
  });

  it("stays readable while the text is no JSON, and edits nothing then", () => {
    const { desk, draft } = opened(SMALL);
    desk.view(all("people"), 0, 9);
    draft.type(draft.text.serial, [{ offset: 0, length: 1, text: "" }]);
    draft.readNow();
    const view = desk.view(all("people"), 0, 9);
    expect([view.editable, view.total]).toEqual([false, 3]);
    expect(edited(desk, draft, all("people"), { kind: "remove", rows: [0] })).toEqual({ status: "broken" });
    draft.undo();
    expect(desk.view(all("people"), 0, 9).editable).toBe(true);
  });

  it("is copied and pasted back without a change, whatever the event", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.constantFrom(...TABLES), (seed, table) => {
        const { desk, draft } = opened(specText(randomEvent(seed)));
        const before = draft.text.text;
        const query = all(table);
        const { total } = desk.view(query, 0, 1);
        const columns = COLUMNS[table].filter(({ kind }) => kind !== "told").map(({ id }) => id);
        for (const column of columns) {
          const text = desk.text(query, [...Array(total).keys()], [column], []);
          const answer = edited(desk, draft, query, {
            kind: "paste",
            at: 0,
            column,
            block: total > 0 ? blockOfText(text) : [],
          });
          expect(answer, `${table} ${column}`).toMatchObject({ status: "done", changed: 0, problems: [] });
        }
        expect(draft.text.text).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it("can be undone to the letter, whatever was done, and rows that go leave no id behind", () => {
    const step = fc.record({
      table: fc.constantFrom(...TABLES),
      kind: fc.constantFrom("cells", "add", "remove", "wish", "paste"),
      row: fc.nat(30),
      column: fc.nat(20),
      text: fc.oneof(
        fc.constantFrom("", "1", "no", "2", "x", "A, B", "veto", "__proto__", '"', "2027-03-17"),
        fc.string(),
      ),
    });
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(step, { maxLength: 12 }), (seed, steps) => {
        const { desk, draft } = opened(specText(randomEvent(seed)));
        const start = draft.text.text;
        for (const { table, kind, row, column, text } of steps) {
          const id = COLUMNS[table][column % COLUMNS[table].length]!.id;
          const good = draft.good;
          if (kind === "cells") edited(desk, draft, all(table), { kind, cells: [{ row, column: id, text }] });
          else if (kind === "add") edited(desk, draft, all(table), { kind, cells: { [id]: text } });
          else if (kind === "paste")
            edited(desk, draft, all(table), { kind, at: row, column: id, block: [[text, text], [text]] });
          else if (kind === "wish") edited(desk, draft, all("wishes"), { kind, from: row, to: column, text });
          else edited(desk, draft, all(table), { kind, rows: [row, row + 1] });
          expect(draft.data).toBeDefined();
          const codes = draft.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
          expect(good && kind === "remove" ? codes : []).not.toContain("unknown-id");
          expect(codes).not.toContain("wrong-type");
        }
        while (draft.undo()) expect(draft.data).toBeDefined();
        expect(draft.text.text).toBe(start);
      }),
      { numRuns: 80 },
    );
  });

  it("sorts as a plain comparison does, what is empty last", () => {
    const { desk } = opened(sampleText("customer-relationship-meetings")!);
    for (const [table, column] of [
      ["people", "organisation"],
      ["people", "received"],
      ["wishes", "to"],
      ["places", "id"],
    ] as const) {
      const at = COLUMNS[table].findIndex(({ id }) => id === column);
      const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
      for (const down of [false, true]) {
        const plain = cells(desk, all(table)).map((row) => row[at]!);
        const order = plain.sort((a, b) => {
          if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
          return collator.compare(a, b) * (down ? -1 : 1);
        });
        expect(cells(desk, all(table, { sort: { column, down } })).map((row) => row[at])).toEqual(order);
      }
    }
  });

  it("gives the wishes between two sides as a picture", () => {
    const { desk } = opened(SMALL);
    const { rows, columns, cells: bytes } = desk.matrix("d", "s");
    expect([rows.map(({ id }) => id), columns.map(({ id }) => id)]).toEqual([["ada"], ["bob", "cy"]]);
    // Ada for Bob: 1 and, by the organisation, 3; Bob for Ada: 2. For Cy 3, who refuses.
    expect([...bytes]).toEqual([1 | 3 | (2 << 4), 3 | (15 << 4)]);
  });
});

describe("folding", () => {
  it("forgets case, accents and doubled blanks", () => {
    expect(fold("  ÉLISE\u00a0 Noël ")).toBe("elise noel");
  });
});

describe("the sample", () => {
  it("is an event", () => {
    expect(parseSpec(SMALL).ok).toBe(true);
  });
});
