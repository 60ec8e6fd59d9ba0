// Locked meetings and precedences that contradict each other or the rules; each names the smallest set found.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cycles, topological } from "../../../src/spec/semantics/cycles.js";
import { crowds } from "../../../src/spec/semantics/matching.js";
import { diagnose, problems, sentence, type Draft } from "./support.js";

type Case = [name: string, change: (event: Draft) => void, expected: string[]];

const lock = (e: Draft, ...locked: NonNullable<Draft["locked"]>): unknown => (e.locked = locked);

/** Anna meets Sven in the hall in am.1 and Tess in the garden, six minutes away, in `then`. */
function walk(e: Draft, then: string): void {
  e.walks = [["hall", "garden", 6]];
  lock(
    e,
    { participants: ["anna", "sven"], slot: "am.1" },
    { participants: ["anna", "tess"], slot: then, place: "free" },
  );
}

describe("a locked meeting by itself", () => {
  it.each<Case>([
    ["sound", (e) => lock(e, { participants: ["anna", "sven"], slot: "am.1" }), []],
    ["with oneself", (e) => lock(e, { participants: ["anna", "anna"] }), ["pair-with-self locked[0].participants"]],
    [
      "slot and slots",
      (e) => lock(e, { participants: ["anna", "sven"], slot: "am.1", slots: ["am"] }),
      ["locked-slot-and-slots locked[0]"],
    ],
    ["one side", (e) => lock(e, { participants: ["anna", "bert"] }), ["locked-sides locked[0]"]],
    [
      "colleagues",
      (e) => {
        e.participants[2]!.organisation = "Alpha";
        lock(e, { participants: ["anna", "sven"] });
      },
      ["locked-same-organisation locked[0]"],
    ],
    ["a veto", (e) => lock(e, { participants: ["tess", "bert"] }), ["locked-vetoed locked[0]"]],
    [
      "a veto for the organisation",
      (e) => {
        e.wishes!.push({ from: "tess", to: "Alpha", veto: true });
        lock(e, { participants: ["anna", "tess"] });
      },
      ["locked-vetoed locked[0]"],
    ],
    [
      "blocked",
      (e) => {
        e.blocked = [{ participants: ["sven", "anna"] }];
        lock(e, { participants: ["anna", "sven"] });
      },
      ["locked-blocked locked[0]"],
    ],
    [
      "blocked in its slot",
      (e) => {
        e.blocked = [{ participants: ["sven", "anna"], slots: ["am"] }];
        lock(e, { participants: ["anna", "sven"], slot: "am.2" }, { participants: ["anna", "sven"], slot: "pm.1" });
      },
      ["locked-blocked locked[0]"],
    ],
    [
      "met before",
      (e) => {
        e.met = [["sven", "anna"]];
        e.rules = { met: "exclude" };
        lock(e, { participants: ["anna", "sven"] });
      },
      ["locked-met locked[0]"],
    ],
    [
      "met before, where that is ignored",
      (e) => {
        e.met = [["sven", "anna"]];
        lock(e, { participants: ["anna", "sven"] });
      },
      [],
    ],
    [
      "somebody absent",
      (e) => {
        e.participants[0]!.absent = ["09:10/09:20@2027-03-17"];
        lock(e, { participants: ["anna", "sven"], slot: "am.1" });
      },
      ["locked-absent locked[0]"],
    ],
    [
      "one representative absent, one there",
      (e) => {
        e.participants[0]!.representatives = [{ id: "a1", absent: ["am"] }, { id: "a2" }];
        lock(e, { participants: ["anna", "sven"], slot: "am.1" });
      },
      [],
    ],
    [
      "never there together",
      (e) => {
        e.participants[0]!.absent = ["am"];
        e.participants[2]!.absent = ["pm"];
        lock(e, { participants: ["anna", "sven"] });
      },
      ["locked-no-slot locked[0]"],
    ],
    [
      "a range that holds no slot wholly",
      (e) => lock(e, { participants: ["anna", "sven"], slots: ["09:10/09:40@2027-03-17"] }),
      ["locked-no-slot locked[0]"],
    ],
    [
      "a place that is closed then",
      (e) => {
        e.places![1]!.closed = ["am"];
        lock(e, { participants: ["anna", "sven"], slot: "am.1", place: "free" });
      },
      ["locked-place-closed locked[0]"],
    ],
    [
      "the host's own place closed",
      (e) => {
        e.places![0]!.closed = ["pm"];
        lock(e, { participants: ["anna", "sven"], slots: ["pm"] });
      },
      ["locked-place-closed locked[0]"],
    ],
    [
      "a place without room",
      (e) => {
        e.places![1]!.capacity = 0;
        lock(e, { participants: ["anna", "sven"], place: "free" });
      },
      ["locked-place-closed locked[0]", "?nowhere-to-meet participants[3]"],
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change).sort()).toEqual([...expected].sort());
  });

  it("names who is absent and when", () => {
    const absent = (e: Draft): void => {
      e.participants[0]!.absent = ["am.1"];
      e.participants[2]!.absent = ["am"];
      lock(e, { participants: ["anna", "sven"], slot: "am.1" });
    };
    expect(sentence(absent)).toBe(
      "The meeting of “anna” and “sven” is locked in the slot “am.1”, when anna + sven is absent.",
    );
  });
});

describe("locked meetings together", () => {
  it.each<Case>([
    [
      "one person twice in a slot",
      (e) =>
        lock(e, { participants: ["anna", "sven"], slot: "am.1" }, { participants: ["tess", "anna"], slot: "am.1" }),
      ["locked-clash locked[1]"],
    ],
    [
      "two representatives",
      (e) => {
        e.participants[0]!.representatives = [{ id: "a1" }, { id: "a2" }];
        lock(e, { participants: ["anna", "sven"], slot: "am.1" }, { participants: ["tess", "anna"], slot: "am.1" });
      },
      [],
    ],
    [
      "one pair twice in a slot, with representatives enough",
      (e) => {
        for (const i of [0, 2]) e.participants[i]!.representatives = [{ id: `${i}a` }, { id: `${i}b` }];
        lock(e, { participants: ["anna", "sven"], slot: "am.1" }, { participants: ["sven", "anna"], slot: "am.1" });
      },
      ["locked-twice locked[1]"],
    ],
    [
      "one pair more often than there are slots",
      (e) => lock(e, ...[1, 2, 3].map(() => ({ participants: ["anna", "tess"] as [string, string], slots: ["pm"] }))),
      ["locked-twice locked[2]"],
    ],
    [
      "over the maximum",
      (e) => {
        e.participants[0]!.maximum = 1;
        lock(e, { participants: ["anna", "sven"] }, { participants: ["anna", "tess"] });
      },
      ["locked-over-maximum locked[1]"],
    ],
    [
      "over a maximum of 0",
      (e) => {
        e.participants[0]!.maximum = 0;
        lock(e, { participants: ["anna", "sven"] });
      },
      ["locked-over-maximum locked[0]"],
    ],
    [
      "a place over its capacity",
      (e) => {
        e.places![1]!.capacity = 1;
        e.wishes = [];
        lock(
          e,
          { participants: ["anna", "sven"], slot: "am.1", place: "free" },
          { participants: ["bert", "tess"], slot: "am.1", place: "free" },
        );
      },
      ["locked-over-capacity locked[1]"],
    ],
    [
      "a place with room",
      (e) => {
        e.places![1]!.capacity = 2;
        e.wishes = [];
        lock(
          e,
          { participants: ["anna", "sven"], slot: "am.1", place: "free" },
          { participants: ["bert", "tess"], slot: "am.1", place: "free" },
        );
      },
      [],
    ],
    [
      "no open place that is nobody's own",
      (e) => {
        e.places![1]!.closed = ["2027-03-17"];
        lock(e, { participants: ["anna", "tess"] });
      },
      ["locked-no-place locked[0]"],
    ],
    [
      "no room in a slot",
      (e) => {
        e.wishes = [];
        const [one, other] = [
          ["anna", "tess"],
          ["bert", "uma"],
        ] as [string, string][];
        e.participants.push({ id: "uma", side: "sellers" });
        lock(e, { participants: one!, slot: "am.1" }, { participants: other!, slot: "am.1" });
      },
      ["locked-no-room locked[1]"],
    ],
    [
      "no room in a slot, one of the two at the place",
      (e) => {
        e.wishes = [];
        lock(
          e,
          { participants: ["anna", "sven"], slot: "am.1", place: "free" },
          { participants: ["bert", "tess"], slot: "am.1" },
        );
      },
      ["locked-no-room locked[1]"],
    ],
    [
      "no room in a slot, but one has a stand",
      (e) => {
        e.wishes = [];
        lock(e, { participants: ["anna", "sven"], slot: "am.1" }, { participants: ["bert", "tess"], slot: "am.1" });
      },
      [],
    ],
    [
      "no room in a slot at the stands of both, whichever is taken",
      (e) => {
        e.wishes = [];
        delete e.sides[1]!.hosts;
        e.participants.push({ id: "dora", side: "buyers" }, { id: "uma", side: "sellers" });
        e.participants.forEach((p, i) => (p.place = i % 3 === 0 ? "stand" : "free"));
        e.places!.forEach((place) => (place.capacity = 1));
        e.participants[4]!.place = "stand";
        lock(
          e,
          { participants: ["anna", "sven"], slot: "am.1" },
          { participants: ["bert", "tess"], slot: "am.1" },
          { participants: ["dora", "uma"], slot: "am.1" },
          { participants: ["anna", "uma"], slot: "am.2" },
          { participants: ["bert", "tess"], slot: "am.2" },
        );
      },
      ["locked-no-room locked[2]"],
    ],
    [
      "no time to walk",
      (e) => {
        walk(e, "am.2");
      },
      ["locked-walk locked[1]"],
    ],
    [
      "no time to walk, which need not be",
      (e) => {
        e.rules = { walkHard: false };
        walk(e, "am.2");
      },
      [],
    ],
    [
      "time to walk",
      (e) => {
        walk(e, "am.3");
      },
      [],
    ],
    [
      "time to walk, for one of two representatives",
      (e) => {
        e.participants[0]!.representatives = [{ id: "a1" }, { id: "a2" }];
        walk(e, "am.2");
      },
      [],
    ],
    [
      "no pause",
      (e) => {
        e.rules = { maxConsecutive: 1 };
        lock(e, { participants: ["anna", "tess"], slot: "am.3" }, { participants: ["anna", "sven"], slot: "am.2" });
      },
      ["locked-rest locked[1]"],
    ],
    [
      "a pause over lunch",
      (e) => {
        e.rules = { maxConsecutive: 1 };
        lock(e, { participants: ["anna", "tess"], slot: "am.4" }, { participants: ["anna", "sven"], slot: "pm.1" });
      },
      [],
    ],
    [
      "three who all meet in two slots",
      (e) => {
        e.pairings = [["buyers", "buyers"]];
        e.participants.push({ id: "cleo", side: "buyers" });
        e.places = [];
        e.walks = [];
        delete e.participants[2]!.place;
        const slots = ["am.1", "am.2"];
        lock(
          e,
          { participants: ["anna", "bert"], slots },
          { participants: ["bert", "cleo"], slots },
          { participants: ["cleo", "anna"], slots },
        );
      },
      ["?locked-triangle locked[2]"],
    ],
    [
      "three who all meet in three slots",
      (e) => {
        e.pairings = [["buyers", "buyers"]];
        e.participants.push({ id: "cleo", side: "buyers" });
        e.places = [];
        e.walks = [];
        delete e.participants[2]!.place;
        lock(
          e,
          { participants: ["anna", "bert"], slots: ["am.1", "am.2"] },
          { participants: ["bert", "cleo"], slots: ["am.1", "am.3"] },
          { participants: ["cleo", "anna"], slots: ["am.1", "am.2"] },
        );
      },
      [],
    ],
    [
      "two of one organisation",
      (e) => {
        e.participants[3]!.organisation = "Sigma";
        e.rules = { onePerOrganisation: true };
        lock(e, { participants: ["anna", "sven"] }, { participants: ["anna", "tess"] });
      },
      ["locked-exclusive locked[1]"],
    ],
    [
      "one of an organisation twice",
      (e) => {
        e.rules = { onePerOrganisation: true };
        lock(e, { participants: ["anna", "sven"] }, { participants: ["anna", "sven"] });
      },
      [],
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("names the meetings that do not fit, and not the bystander", () => {
    const found = diagnose((e) => {
      for (const id of ["uma", "vera", "will"]) e.participants.push({ id, side: "sellers" });
      lock(
        e,
        { participants: ["anna", "will"], slot: "am.1" },
        { participants: ["anna", "sven"], slots: ["pm"] },
        { participants: ["anna", "tess"], slots: ["pm.1", "pm.2"] },
        { participants: ["uma", "anna"], slots: ["14:00/15:00@2027-03-17"] },
        { participants: ["bert", "vera"], slots: ["pm"] },
      );
      e.meals = [];
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: "locked-too-many",
      severity: "warning",
      path: ["locked", 3],
      values: { locked: "1 2 3" },
    });
    expect(found[0]!.message).toBe(
      "“anna” has 3 locked meetings that share 2 slots with room for 2: anna – sven, anna – tess, uma – anna.",
    );
  });
});

describe("precedences", () => {
  const before = (e: Draft, ...list: [string, string][][]): unknown =>
    (e.precedences = list.map(([first, then]) => ({ first: first!, then: then! })));
  const three = (e: Draft): void => {
    e.wishes = [{ from: "anna", to: "sven", priority: 1 }];
    lock(e, { participants: ["anna", "sven"] }, { participants: ["anna", "tess"] }, { participants: ["bert", "tess"] });
  };

  it.each<Case>([
    [
      "sound",
      (e) => {
        three(e);
        before(
          e,
          [
            ["anna", "sven"],
            ["anna", "tess"],
          ],
          [
            ["anna", "tess"],
            ["bert", "tess"],
          ],
        );
      },
      [],
    ],
    [
      "a circle of locked meetings, whatever the order within a pair",
      (e) => {
        three(e);
        before(
          e,
          [
            ["anna", "sven"],
            ["anna", "tess"],
          ],
          [
            ["tess", "anna"],
            ["bert", "tess"],
          ],
          [
            ["bert", "tess"],
            ["sven", "anna"],
          ],
        );
      },
      ["precedence-cycle precedences[2]"],
    ],
    [
      "a pair before itself",
      (e) => {
        three(e);
        before(e, [
          ["anna", "sven"],
          ["sven", "anna"],
        ]);
      },
      ["precedence-cycle precedences[0]"],
    ],
    [
      "a circle that need not be held",
      (e) =>
        before(
          e,
          [
            ["anna", "sven"],
            ["bert", "sven"],
          ],
          [
            ["bert", "sven"],
            ["anna", "sven"],
          ],
        ),
      ["?precedence-circle precedences[1]"],
    ],
    [
      "fixed slots the other way round",
      (e) => {
        lock(e, { participants: ["anna", "sven"], slot: "am.2" }, { participants: ["anna", "tess"], slot: "am.1" });
        before(e, [
          ["anna", "sven"],
          ["anna", "tess"],
        ]);
      },
      ["precedence-order precedences[0]"],
    ],
    [
      "fixed slots the right way round",
      (e) => {
        lock(e, { participants: ["anna", "sven"], slot: "am.1" }, { participants: ["anna", "tess"], slot: "am.2" });
        before(e, [
          ["anna", "sven"],
          ["anna", "tess"],
        ]);
      },
      [],
    ],
    [
      "no slot left at the end of a chain",
      (e) => {
        three(e);
        for (const locked of e.locked!) locked.slots = ["pm"];
        before(
          e,
          [
            ["anna", "sven"],
            ["anna", "tess"],
          ],
          [
            ["anna", "tess"],
            ["bert", "tess"],
          ],
        );
      },
      ["?precedence-no-room precedences[1]"],
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("names the circle", () => {
    const found = sentence((e) => {
      three(e);
      before(
        e,
        [
          ["anna", "sven"],
          ["anna", "tess"],
        ],
        [
          ["anna", "tess"],
          ["anna", "sven"],
        ],
      );
    });
    expect(found).toContain("anna – sven, anna – tess.");
  });
});

describe("matching", () => {
  const instance = fc
    .record({ slots: fc.integer({ min: 1, max: 5 }), room: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }) })
    .chain(({ slots, room }) =>
      fc.record({
        room: fc.constant(room),
        open: fc.array(fc.uniqueArray(fc.nat(slots - 1), { minLength: 1, maxLength: slots }), { maxLength: 7 }),
      }),
    );

  /** Slow and obvious: tries every way. */
  function fits(open: readonly number[][], room: readonly number[], at = 0): boolean {
    if (at === open.length) return true;
    return open[at]!.some((slot) => {
      if (room[slot]! === 0) return false;
      return fits(
        open,
        room.map((n, s) => (s === slot ? n - 1 : n)),
        at + 1,
      );
    });
  }

  it("finds a crowd exactly when there is no way, and no smaller one inside it", () => {
    fc.assert(
      fc.property(instance, ({ open, room }) => {
        const found = crowds(open, (slot) => room[slot]!);
        expect(found.length === 0).toBe(fits(open, room));
        for (const { items, extra, slots, room: total } of found.slice(0, 1)) {
          expect(items).toContain(extra);
          expect(items.length).toBe(total + 1);
          expect(slots).toEqual([...new Set(items.flatMap((i) => open[i]!))].sort((a, b) => a - b));
          const of = (some: number[]): number[][] => some.map((i) => open[i]!);
          expect(fits(of(items), room)).toBe(false);
          for (const left of items) expect(fits(of(items.filter((i) => i !== left)), room)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("finds circles exactly when there is no order", () => {
    const edge = fc.record({ from: fc.nat(6), to: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (list) => {
        const edges = list.map((e, index) => ({ ...e, index }));
        const found = cycles(7, edges);
        expect(found.length > 0).toBe(topological(7, edges).length < 7);
        for (const circle of found) {
          circle.forEach((e, i) => expect(e.to).toBe(circle[(i + 1) % circle.length]!.from));
        }
        const rest = edges.filter((e) => !found.some((c) => Math.max(...c.map((x) => x.index)) === e.index));
        expect(topological(7, rest)).toHaveLength(7);
      }),
      { numRuns: 500 },
    );
  });

  it("finds a circle of a hundred thousand as fast as a small one", () => {
    const size = 100_000;
    const edges = Array.from({ length: size }, (_, i) => ({ from: i, to: (i + 1) % size, index: i }));
    const [circle, ...others] = cycles(size, edges);
    expect(circle).toHaveLength(size);
    expect(others).toEqual([]);
    // A chain behind it, and circles side by side.
    const beside = Array.from({ length: size }, (_, i) => ({ from: i, to: i ^ 1, index: i }));
    expect(cycles(size, beside).map((c) => c.length)).toEqual(Array(20).fill(2));
    expect(topological(size, edges.slice(1))).toHaveLength(size);
  });
});
