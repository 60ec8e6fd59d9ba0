// What an event must satisfy beyond its shape, one contradiction at a time.

import { describe, expect, it } from "vitest";
import { diagnose, problems, sentence, type Draft } from "./support.js";

type Case = [name: string, change: (event: Draft) => void, expected: string[]];

const session = (e: Draft, i: number): Draft["calendar"][number]["sessions"][number] => e.calendar[0]!.sessions[i]!;
const meal = (e: Draft): NonNullable<Draft["meals"]>[number] => e.meals![0]!;

it("finds nothing wrong with the small event", () => {
  expect(problems(() => undefined)).toEqual([]);
});

describe("ids", () => {
  it.each<Case>([
    ["side of a participant", (e) => (e.participants[0]!.side = "buyer"), ["unknown-id/side participants[0].side"]],
    ["tier", (e) => (e.participants[0]!.tier = "golden"), ["unknown-id/tier participants[0].tier"]],
    ["own place", (e) => (e.participants[0]!.place = "stall"), ["unknown-id/place participants[0].place"]],
    ["who wishes", (e) => (e.wishes![0]!.from = "ana"), ["unknown-id/participant wishes[0].from"]],
    ["who is wished", (e) => (e.wishes![0]!.to = "svenn"), ["unknown-id/target wishes[0].to"]],
    [
      "pairings",
      (e) =>
        (e.pairings = [
          ["buyers", "seller"],
          ["buyers", "sellers"],
        ]),
      ["unknown-id/side pairings[0][1]"],
    ],
    ["zone", (e) => (e.walks = [["hall", "park", 2]]), ["unknown-id/zone walks[0][1]"]],
    ["met", (e) => (e.met = [["anna", "nobody"]]), ["unknown-id/participant met[0][1]"]],
    [
      "blocked",
      (e) => (e.blocked = [{ participants: ["x", "sven"] }]),
      ["unknown-id/participant blocked[0].participants[0]"],
    ],
    [
      "precedences",
      (e) => (e.precedences = [{ first: ["anna", "sven"], then: ["anna", "x"] }]),
      ["unknown-id/participant precedences[0].then[1]"],
    ],
    [
      "locked",
      (e) => (e.locked = [{ participants: ["anna", "x"] }]),
      ["unknown-id/participant locked[0].participants[1]"],
    ],
    [
      "locked slot",
      (e) => (e.locked = [{ participants: ["anna", "sven"], slot: "am.5" }]),
      ["unknown-id/slot locked[0].slot"],
    ],
    [
      "locked place",
      (e) => (e.locked = [{ participants: ["anna", "sven"], place: "x" }]),
      ["unknown-id/place locked[0].place"],
    ],
    ["meal", (e) => (meal(e).session = "dinner"), ["unknown-id/session meals[0].session"]],
    ["not a meal", (e) => (meal(e).session = "pm"), ["not-a-meal meals[0].session"]],
    ["host", (e) => (meal(e).tables[0]!.host = "x"), ["unknown-id/participant meals[0].tables[0].host"]],
    [
      "seats",
      (e) => (meal(e).seats = [{ participant: "x", table: "y" }]),
      ["unknown-id/participant meals[0].seats[0].participant", "unknown-id/table meals[0].seats[0].table"],
    ],
    ["mix", (e) => (meal(e).mix = { buyer: { max: 2 } }), ["unknown-id/side meals[0].mix.buyer"]],
  ])("unknown: %s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("suggests the nearest", () => {
    expect(sentence((e) => (e.wishes![0]!.to = "svenn"))).toBe(
      "There is no participant and no organisation “svenn”. Did you mean “sven”?",
    );
    expect(sentence((e) => (e.wishes![0]!.to = "SIGMA"), "fr")).toBe(
      "Il n’y a ni participant ni organisation «\u202fSIGMA\u202f». Vouliez-vous dire «\u202fSigma\u202f»\u202f?",
    );
    expect(sentence((e) => (e.wishes![0]!.to = "somebody else"))).not.toContain("mean");
  });

  it.each<Case>([
    ["sides", (e) => e.sides.push({ id: "buyers" }), ["duplicate-id/side sides[2].id"]],
    ["tiers", (e) => e.tiers!.push({ id: "gold" }), ["duplicate-id/tier tiers[1].id"]],
    ["places", (e) => e.places!.push({ id: "free" }), ["duplicate-id/place places[2].id"]],
    [
      "participants",
      (e) => e.participants.push({ id: "anna", side: "buyers" }),
      ["duplicate-id/participant participants[4].id"],
    ],
    ["sessions", (e) => (session(e, 2).id = "am"), ["duplicate-id/session calendar[0].sessions[2].id"]],
    [
      "sessions of two days",
      (e) =>
        e.calendar.push({
          date: "2027-03-18",
          sessions: [{ id: "am", kind: "programme", start: "09:00", end: "10:00" }],
        }),
      ["duplicate-id/session calendar[1].sessions[0].id"],
    ],
    [
      "a representative called like a participant without any",
      (e) => (e.participants[3]!.representatives = [{ id: "anna" }, { id: "t2" }]),
      ["duplicate-id/row participants[3].representatives[0].id"],
    ],
    [
      "representatives of two participants",
      (e) => {
        e.participants[2]!.representatives = [{ id: "r" }];
        e.participants[3]!.representatives = [{ id: "r" }];
      },
      ["duplicate-id/row participants[3].representatives[0].id"],
    ],
    ["tables", (e) => meal(e).tables.push({ id: "t1", seats: 2 }), ["duplicate-id/table meals[0].tables[2].id"]],
    ["meals", (e) => e.meals!.push(structuredClone(meal(e))), ["duplicate-id/meal meals[1].session"]],
    ["tags", (e) => (e.participants[0]!.needs = ["crm", "crm"]), ["duplicate-id/tag participants[0].needs[1]"]],
    ["walks", (e) => e.walks!.push(["garden", "hall", 5]), ["duplicate-id/walk walks[1]"]],
    ["dates", (e) => e.calendar.push({ date: "2027-03-17", sessions: [] }), ["duplicate-date calendar[1].date"]],
    [
      "a session called like a slot",
      (e) => (session(e, 1).id = "am.2"),
      ["ambiguous-id/slot calendar[0].sessions[1].id", "unknown-id/session meals[0].session"],
    ],
    [
      "a session called like a date",
      (e) => (session(e, 2).id = "2027-03-17"),
      ["ambiguous-id/date calendar[0].sessions[2].id"],
    ],
    ["a pair of one", (e) => (e.met = [["anna", "anna"]]), ["pair-with-self met[0]"]],
  ])("twice: %s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("does not look for the id that is missing where another stands twice", () => {
    expect(problems((e) => (e.participants[1]!.id = "anna"))).toEqual(["duplicate-id/participant participants[1].id"]);
    const found = problems((e) => {
      e.participants[1]!.id = "anna";
      e.participants[2]!.side = "seller";
    });
    expect(found).toEqual(["duplicate-id/participant participants[1].id", "unknown-id/side participants[2].side"]);
  });

  it("lets a representative be called like its own participant", () => {
    expect(problems((e) => (e.participants[3]!.representatives = [{ id: "tess" }]))).toEqual([]);
  });
});

describe("time", () => {
  it.each<Case>([
    [
      "a session that ends before it starts",
      (e) => (session(e, 2).end = "13:45"),
      ["session-ends-first calendar[0].sessions[2].end"],
    ],
    ["a session of no length", (e) => (session(e, 1).end = "12:00"), ["session-empty calendar[0].sessions[1].end"]],
    ["sessions that overlap", (e) => (session(e, 1).start = "10:59"), ["sessions-overlap calendar[0].sessions[1]"]],
    [
      "a session inside another",
      (e) => e.calendar[0]!.sessions.push({ id: "talk", kind: "programme", start: "09:30", end: "10:00" }),
      ["sessions-overlap calendar[0].sessions[3]"],
    ],
    ["meetings without a length", (e) => delete session(e, 0).meeting, ["no-meeting-length calendar[0].sessions[0]"]],
    [
      "a session too short",
      (e) => (session(e, 2).end = "14:20"),
      ["?session-too-short calendar[0].sessions[2].meeting"],
    ],
    ["no time zone", (e) => (e.event.timezone = "Europe/Pairs"), ["unknown-timezone event.timezone"]],
    [
      "too many slots",
      (e) => Object.assign(session(e, 0), { start: "00:00", end: "08:00", meeting: 1, changeover: 0 }),
      ["too-many-slots calendar"],
    ],
    ["an unknown time", (e) => (e.participants[0]!.absent = ["am.9"]), ["unknown-time participants[0].absent[0]"]],
    [
      "a date of another year",
      (e) => (e.participants[0]!.absent = ["2026-03-17"]),
      ["unknown-time participants[0].absent[0]"],
    ],
    [
      "a range of another day",
      (e) => (e.places![1]!.closed = ["09:00/10:00@2027-03-18"]),
      ["unknown-time places[1].closed[0]"],
    ],
    [
      "a range of no hour",
      (e) => (e.places![1]!.closed = ["09:00/29:00@2027-03-17"]),
      ["unknown-time places[1].closed[0]"],
    ],
    [
      "a range the wrong way",
      (e) => (e.places![1]!.closed = ["11:00/10:00@2027-03-17"]),
      ["bad-range places[1].closed[0]"],
    ],
    [
      "representatives",
      (e) => (e.participants[3]!.representatives = [{ id: "t", absent: ["noon"] }]),
      ["unknown-time participants[3].representatives[0].absent[0]"],
    ],
    [
      "blocked",
      (e) => (e.blocked = [{ participants: ["anna", "sven"], slots: ["x"] }]),
      ["unknown-time blocked[0].slots[0]"],
    ],
    [
      "locked",
      (e) => (e.locked = [{ participants: ["anna", "sven"], slots: ["x"] }]),
      ["unknown-time locked[0].slots[0]"],
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("says nothing of what only follows from a session that has no place in time", () => {
    const broken = problems((e) => {
      e.calendar[0]!.sessions = [{ id: "am", kind: "meetings", start: "12:00", end: "09:00", meeting: 25 }];
      e.participants[0]!.absent = ["am.1"];
      e.locked = [{ participants: ["anna", "sven"], slot: "am.2" }];
      e.meals = [];
    });
    expect(broken).toEqual(["session-ends-first calendar[0].sessions[0].end"]);
    expect(sentence((e) => (session(e, 1).end = "12:00"))).toBe(
      "The session “lunch” starts and ends at 12:00: it has no length.",
    );
  });

  it("accepts every kind of token", () => {
    const tokens = ["am.1", "pm", "lunch", "2027-03-17", "09:00/24:00@2027-03-17"];
    expect(problems((e) => (e.places![1]!.closed = tokens))).toEqual([]);
  });

  it("warns of a calendar without slots", () => {
    expect(problems((e) => (e.calendar = []))).toEqual(["?no-slots calendar", "unknown-id/session meals[0].session"]);
  });
});

describe("people and wishes", () => {
  it.each<Case>([
    ["to oneself", (e) => (e.wishes![0]!.to = "anna"), ["wish-to-self wishes[0].to"]],
    ["to one's own organisation", (e) => (e.wishes![0]!.to = "Alpha"), ["wish-to-own-organisation wishes[0].to"]],
    ["neither priority nor veto", (e) => delete e.wishes![0]!.priority, ["wish-without-kind wishes[0]"]],
    ["both", (e) => (e.wishes![0]!.veto = true), ["wish-with-both wishes[0]"]],
    ["a priority without points", (e) => (e.wishes![0]!.priority = 5), ["priority-too-low wishes[0].priority"]],
    ["twice", (e) => e.wishes!.push({ from: "anna", to: "sven", veto: true }), ["duplicate-wish wishes[3]"]],
    ["a participant called like an organisation of others", (e) => (e.participants[3]!.organisation = "anna"), []],
    [
      "a wish for it",
      (e) => {
        e.participants[3]!.organisation = "anna";
        e.wishes!.push({ from: "sven", to: "anna", priority: 1 });
      },
      ["?ambiguous-id/organisation wishes[3].to"],
    ],
    [
      "101 representatives",
      (e) => (e.participants[3]!.representatives = Array.from({ length: 101 }, (_, i) => ({ id: `r${i}` }))),
      ["too-many-representatives participants[3].representatives"],
    ],
    ["nobody", (e) => Object.assign(e, { participants: [], wishes: [] }), ["?no-participants participants"]],
    ["a tier that promises too much", (e) => (e.tiers![0]!.maximum = 0), ["?guaranteed-over-maximum/tier tiers[0]"]],
    [
      "a participant promised too much",
      (e) => (e.participants[2]!.guaranteed = 5),
      ["?guaranteed-over-maximum/participant participants[2]"],
    ],
    [
      "absent when promised",
      (e) => (e.participants[2]!.absent = ["2027-03-17"]),
      ["?guaranteed-over-slots participants[2]", "?no-pairs wishes"],
    ],
    ["no pair at all", (e) => (e.pairings = [["buyers", "buyers"]]), ["?no-pairs wishes"]],
    ["a host without a place", (e) => (e.places![1]!.capacity = 0), ["?nowhere-to-meet participants[3]"]],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("refuses weights that could pass 2^53, and says which", () => {
    const heavy = (e: Draft): void => {
      e.sides[0]!.weight = 1000;
      e.tiers!.push({ id: "heavy", weight: 1000 });
      e.participants[0]!.tier = "heavy";
      e.rules = { points: [10_000, 10_000], mealShare: 1_000_000 };
    };
    expect(problems(heavy)).toEqual(["too-large/meals rules.mealShare"]);
    expect(problems((e) => (heavy(e), (e.meals = [])))).toEqual([]);
    const many = (e: Draft): void => {
      e.rules = { guarantee: 1_000_000 };
      for (let i = 0; i < 10_000; i++) e.participants.push({ id: `p${i}`, side: "buyers", guaranteed: 1_000_000 });
    };
    const errors = diagnose(many).filter((d) => d.severity === "error");
    expect(errors).toMatchObject([{ code: "too-large", path: ["rules"], values: { kind: "score" } }]);
  });

  it("accepts a wish for a colleague, and one for an organisation and its participant", () => {
    expect(
      problems((e) => {
        e.participants[1]!.organisation = "Alpha";
        e.wishes = [
          { from: "anna", to: "bert", priority: 1 },
          { from: "sven", to: "anna", priority: 1 },
          { from: "sven", to: "Alpha", priority: 1 },
        ];
      }),
    ).toEqual([]);
  });

  it("refuses wishes for organisations that make millions of pairs", () => {
    const found = diagnose((e) => {
      for (let i = 0; i < 1500; i++) {
        e.participants.push({ id: `b${i}`, side: "buyers", organisation: "B" });
        e.participants.push({ id: `s${i}`, side: "sellers", organisation: "S" });
        e.wishes!.push({ from: `b${i}`, to: "S", priority: 1 });
      }
      e.meals = [];
    });
    expect(found).toMatchObject([{ code: "too-many-pairs", path: ["wishes"], values: { count: 2_250_003 } }]);
  });

  it("refuses to fill agendas where that makes millions of pairs, or takes billions of comparisons", () => {
    const filled = (people: number, fill: number, tags: (i: number) => string[]) =>
      diagnose((e) => {
        for (let i = 0; i < people; i++) {
          e.participants.push({ id: `x${i}`, side: i % 2 ? "buyers" : "sellers", needs: tags(i), offers: tags(i) });
        }
        e.rules = { ...e.rules, fill };
        e.meals = [];
      });
    const few = ["a", "b", "c"];
    expect(filled(4000, 10, () => few)).toEqual([]);
    expect(filled(4000, 1000, () => few)).toMatchObject([
      { code: "too-many-pairs", path: ["rules", "fill"], values: { people: 4000 } },
    ]);
    // Many tags that nearly all share, and nobody the same ones as another.
    const many = Array.from({ length: 100 }, (_, i) => `t${i}`);
    expect(filled(4000, 10, (i) => [...many, `own${i}`])).toMatchObject([
      { code: "too-many-comparisons", path: ["rules", "fill"] },
    ]);
  });

  it("counts rows over the limit", () => {
    const found = diagnose((e) => {
      for (let i = 0; i < 10_000; i++) {
        const representatives = [1, 2, 3, 4].map((n) => ({ id: `p${i}-${n}` }));
        e.participants.push({ id: `p${i}`, side: "buyers", representatives });
      }
      e.meals = [];
    });
    expect(found).toMatchObject([{ code: "too-many-rows", path: ["participants"], values: { count: 40_004 } }]);
  });
});

describe("meals", () => {
  it.each<Case>([
    ["too few seats", (e) => (meal(e).tables = [{ id: "t1", seats: 3 }]), ["?few-seats meals[0]"]],
    [
      "seats for who is there",
      (e) => {
        meal(e).tables = [{ id: "t1", seats: 2 }];
        e.participants[0]!.meals = false;
        e.participants[1]!.absent = ["13:00/13:10@2027-03-17"];
      },
      [],
    ],
    [
      "a host who is absent",
      (e) => {
        meal(e).tables[0]!.host = "sven";
        e.participants[2]!.absent = ["lunch"];
      },
      ["?host-absent meals[0].tables[0].host"],
    ],
    [
      "a host with one representative there",
      (e) => {
        meal(e).tables[0]!.host = "sven";
        e.participants[2]!.representatives = [{ id: "s1", absent: ["lunch"] }, { id: "s2" }];
      },
      [],
    ],
    [
      "a host of two tables",
      (e) => meal(e).tables.forEach((table) => (table.host = "sven")),
      ["table-host-twice meals[0].tables[1].host"],
    ],
    [
      "a seat without a meal",
      (e) => {
        e.participants[0]!.meals = false;
        meal(e).seats = [{ participant: "anna", table: "t1" }];
      },
      ["?seat-absent meals[0].seats[0]"],
    ],
    [
      "two seats",
      (e) =>
        (meal(e).seats = [
          { participant: "anna", table: "t1" },
          { participant: "anna", table: "t2" },
        ]),
      ["seat-twice meals[0].seats[1]"],
    ],
    [
      "a host seated elsewhere",
      (e) => {
        meal(e).tables[0]!.host = "sven";
        meal(e).seats = [{ participant: "sven", table: "t2" }];
      },
      ["seat-of-host meals[0].seats[0]"],
    ],
    [
      "a table over full",
      (e) => {
        meal(e).tables[0]!.seats = 1;
        meal(e).seats = [
          { participant: "anna", table: "t1" },
          { participant: "sven", table: "t1" },
        ];
      },
      ["table-over-full meals[0].tables[0]"],
    ],
    [
      "a veto at one table",
      (e) =>
        (meal(e).seats = [
          { participant: "bert", table: "t1" },
          { participant: "tess", table: "t1" },
        ]),
      ["table-veto meals[0].tables[0]"],
    ],
    [
      "a veto of an organisation at one table",
      (e) => {
        e.wishes![2]!.to = "Tau";
        meal(e).tables[0]!.host = "tess";
        meal(e).seats = [{ participant: "bert", table: "t1" }];
      },
      ["table-veto meals[0].tables[0]"],
    ],
    [
      "a veto at two tables",
      (e) =>
        (meal(e).seats = [
          { participant: "bert", table: "t1" },
          { participant: "tess", table: "t2" },
        ]),
      [],
    ],
    ["min over max", (e) => (meal(e).mix = { buyers: { min: 2, max: 1 } }), ["mix-order meals[0].mix.buyers"]],
    [
      "mins over a table",
      (e) => (
        (meal(e).tables[0]!.seats = 3),
        meal(e).tables.push({ id: "t3", seats: 4 }),
        (meal(e).mix = { buyers: { min: 2 }, sellers: { min: 2 } })
      ),
      ["?mix-over-table meals[0].tables[0]"],
    ],
    [
      "mins over a table that is used",
      (e) => {
        meal(e).tables[0]!.seats = 3;
        meal(e).tables[0]!.host = "sven";
        meal(e).tables.push({ id: "t3", seats: 4 });
        meal(e).mix = { buyers: { min: 2 }, sellers: { min: 2 } };
      },
      ["mix-over-table meals[0].tables[0]"],
    ],
    ["min over a side", (e) => (meal(e).mix = { buyers: { min: 3 } }), ["?mix-over-side meals[0].mix.buyers"]],
    [
      "seats over max",
      (e) => {
        meal(e).mix = { buyers: { max: 1 } };
        meal(e).seats = [
          { participant: "anna", table: "t1" },
          { participant: "bert", table: "t1" },
        ];
      },
      ["mix-over-seats meals[0].tables[0]"],
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it.each<Case>([
    [
      "a host who is absent at two tables",
      (e) => {
        meal(e).tables.forEach((table) => (table.host = "sven"));
        e.participants[2]!.absent = ["lunch"];
      },
      ["?host-absent meals[0].tables[0].host", "?host-absent meals[0].tables[1].host"],
    ],
    [
      "a host on the only seat, and a mix that wants another",
      (e) => {
        meal(e).tables.push({ id: "t3", seats: 1, host: "anna" });
        meal(e).mix = { sellers: { min: 1 } };
      },
      ["mix-no-seat meals[0].tables[2]"],
    ],
    [
      "a free table too small for the mix",
      (e) => {
        meal(e).tables.push({ id: "t3", seats: 1 });
        meal(e).mix = { buyers: { min: 1 }, sellers: { min: 1 } };
      },
      ["?mix-over-table meals[0].tables[2]"],
    ],
    [
      "a table that needs who has a seat elsewhere",
      (e) => {
        meal(e).tables[0]!.host = "anna";
        meal(e).seats = ["sven", "tess"].map((participant) => ({ participant, table: "t2" }));
        meal(e).mix = { sellers: { min: 1 } };
      },
      ["mix-no-one/left meals[0].tables[0]"],
    ],
    [
      "a table that needs two, of whom one is refused",
      (e) => {
        meal(e).tables[0]!.host = "bert";
        meal(e).mix = { sellers: { min: 2 } };
      },
      ["mix-no-one/veto meals[0].tables[0]"],
    ],
    [
      "two tables that need three of two",
      (e) => {
        meal(e).tables[0]!.host = "anna";
        meal(e).tables[1]!.host = "bert";
        e.participants.push({ id: "ursa", side: "sellers" });
        meal(e).mix = { sellers: { min: 2 } };
        e.wishes = [];
      },
      ["?no-pairs wishes", "mix-over-tables meals[0].mix.sellers"],
    ],
    [
      "two tables that need the same one, for both refuse the other",
      (e) => {
        meal(e).tables[0]!.host = "anna";
        meal(e).tables[1]!.host = "bert";
        e.wishes = [
          { from: "tess", to: "anna", veto: true },
          { from: "tess", to: "Beta", veto: true },
          { from: "bert", to: "sven", priority: 1 },
        ];
        e.participants.push({ id: "ursa", side: "sellers", organisation: "Ursa" });
        e.wishes.push({ from: "anna", to: "Ursa", veto: true }, { from: "ursa", to: "bert", veto: true });
        meal(e).mix = { sellers: { min: 1 } };
      },
      ["mix-over-tables meals[0].mix.sellers"],
    ],
    [
      "two tables that share two, though one is refused at one of them",
      (e) => {
        meal(e).tables[0]!.host = "bert";
        meal(e).tables[1]!.host = "anna";
        meal(e).mix = { sellers: { min: 1, max: 1 } };
      },
      [],
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it("names who must sit at a table that is too small", () => {
    const change = (e: Draft): void => {
      meal(e).tables.push({ id: "t3", seats: 1, host: "anna" });
      meal(e).mix = { sellers: { min: 1 } };
    };
    expect(sentence(change)).toBe(
      "1 person must sit at the table “t3” (anna) and the mix needs 1 more there, but it has 1 seat.",
    );
  });

  it("names the numbers", () => {
    expect(sentence((e) => (meal(e).tables = [{ id: "t1", seats: 3 }]))).toBe(
      "4 people take the meal “lunch”, and its tables have 3 seats.",
    );
  });
});
