// Each kind of finding: found where it is, named by whom it touches, and silent about a bystander.

import { applyEdits, type EventInput } from "../../../../src/index.js";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../web/worker/watch/finding.js";
import { freshIds } from "../../../../web/worker/watch/meals.js";
import { folded } from "../../../../web/worker/watch/twins.js";
import { meantBy } from "../../../../web/worker/watch/cures.js";
import { buyers, sellers, wishes } from "../../../support/event-builder.js";
import { watchOf } from "../../../../web/worker/watch/index.js";
import { calm, readingOf, watched } from "../../../support/watched.js";

const keys = (data: object): string[] => watched(data).findings.map(({ key }) => key);

function found(data: object, key: string): Finding {
  const all = watched(data).findings;
  const one = all.find((finding) => finding.key === key || finding.key.startsWith(`${key}/`));
  if (!one) throw new Error(`no ${key} among ${all.map((finding) => finding.key).join(", ")}`);
  return one;
}

/** The data after a cure of a finding, by the words on its button. */
function cured(data: object, key: string, label: string): unknown {
  const cure = found(data, key).cures.find((one) => one.label.en === label);
  if (!cure || !("edits" in cure))
    throw new Error(
      found(data, key)
        .cures.map((one) => one.label.en)
        .join("; "),
    );
  return applyEdits(data, cure.edits());
}

/** The rows of a table to which a finding leads. */
function rows(finding: Finding): string[] {
  return finding.cures.flatMap((cure) => ("wanted" in cure ? (cure.wanted.ids ?? []) : []));
}

it("finds nothing in a calm event", () => {
  expect(keys(calm())).toEqual([]);
});

describe("promises", () => {
  const more = (participant: object): EventInput =>
    calm({
      participants: [
        ...buyers({ id: "b1", name: "Ada", ...participant }, { id: "b2", name: "Bo", guaranteed: 2 }),
        ...sellers("s1", "s2"),
      ],
    });

  it("out of reach for want of partners are brought down to what is possible", () => {
    const event = more({ guaranteed: 3 });
    const finding = found(event, "promise/b1");
    expect(finding.text).toEqual({
      en: "Ada was promised 3 meetings and has 2 possible partners.",
      fr: "Ada a acheté 3 rendez-vous et n’a que 2 partenaires possibles.",
    });
    expect(rows(finding)).toEqual(["b1"]);
    expect(keys(cured(event, "promise/b1", "Bring down to 2") as object)).toEqual([]);
    expect(finding.cures.map(({ label }) => label.en)).not.toContain("Fill from needs and offers");
  });

  it("are filled from needs and offers only where enough people share a tag", () => {
    const event = calm({
      participants: [
        ...buyers({ id: "b1", guaranteed: 2, needs: ["crm"] }, "b2"),
        ...sellers({ id: "s1", offers: ["crm"] }, { id: "s2", offers: ["crm"] }),
      ],
      wishes: wishes("b1 > s1", "b2 > s1", "b2 > s2", "s1 > b1", "s2 > b2"),
    });
    const filled = cured(event, "promise/b1", "Fill from needs and offers") as EventInput;
    expect(filled.rules).toEqual({ fill: 2 });
    expect(keys(filled)).toEqual([]);
  });

  it("name what is in the way: the maximum, the slots", () => {
    expect(found(more({ guaranteed: 2, maximum: 1 }), "promise/b1").text.en).toContain("may have 1 at most");
    const away = more({ guaranteed: 2, absent: ["am", "pm", "next.1"] });
    expect(found(away, "promise/b1").text.en).toContain("is there for 1 slot.");
    expect(keys(away)).toEqual(["promise/b1"]);
  });

  it("of many people are one finding beyond the first three", () => {
    const event = calm({
      participants: [
        ...buyers(...Array.from({ length: 8 }, (_, i) => ({ id: `b${i + 1}`, guaranteed: 3 + i }))),
        ...sellers("s1", "s2"),
      ],
      wishes: Array.from({ length: 8 }, (_, i) => wishes(`b${i + 1} > s1`, `b${i + 1} > s2`)).flat(),
    });
    const found = watched(event).findings.filter(({ key }) => key.startsWith("promise/"));
    expect(found.map(({ key }) => key)).toEqual(["promise/others", "promise/b8", "promise/b7", "promise/b6"]);
    expect(found[0]!.title.en).toBe("5 more guarantees out of reach");
  });

  it("of a package that contradicts itself are told once, of the package", () => {
    const event = calm({
      tiers: [{ id: "gold", label: "Gold", guaranteed: 2, maximum: 1 }],
      participants: [...buyers({ id: "b1", tier: "gold" }, { id: "b2", tier: "gold" }), ...sellers("s1", "s2")],
    });
    expect(keys(event)).toEqual(["promise/tier/gold"]);
    expect(keys(cured(event, "promise/tier/gold", "Raise the maximum to 2") as object)).toEqual([]);
    expect(keys(cured(event, "promise/tier/gold", "Bring down to 1") as object)).toEqual([]);
  });
});

describe("meals", () => {
  const meal = (...seats: number[]): Partial<EventInput> => ({
    meals: [{ session: "lunch", tables: seats.map((count, i) => ({ id: `T${i + 1}`, seats: count })) }],
  });

  it("with too few seats get tables of the usual size", () => {
    const event = calm(meal(2, 1));
    const finding = found(event, "meal/lunch");
    expect(finding.title.en).toBe("Meal on Wednesday 17 March: 1 seat too few");
    expect(finding.title.fr).toBe("Repas, mercredi 17 mars\u202f: 1 place de trop peu");
    const after = cured(event, "meal/lunch", "Add a table of 2") as EventInput;
    expect(after.meals![0]!.tables.at(-1)).toEqual({ id: "T3", seats: 2 });
    expect(keys(after)).toEqual([]);
    expect(keys(calm(meal(2, 2)))).toEqual([]);
  });

  it("get as many as it takes, with ids that are free", () => {
    expect(cured(calm(meal()), "meal/lunch", "Add a table of 8")).toMatchObject({
      meals: [{ tables: [{ id: "table-1", seats: 8 }] }],
    });
    expect(found(calm(meal(1)), "meal/lunch").cures[0]!.label.en).toBe("Add 3 tables of 1");
    expect(freshIds(["A09", "A11", "A10"], 3)).toEqual(["A12", "A13", "A14"]);
    expect(freshIds(["A11", "A10"], 2)).toEqual(["A12", "A13"]);
    expect(freshIds(["door"], 1)).toEqual(["table-1"]);
  });
});

describe("people", () => {
  it("without a wish are found where others of their side wish", () => {
    const event = calm({ wishes: wishes("b1 > s1", "b1 > s2", "s1 > b2", "s2 > b1") });
    expect(keys(event)).toEqual(["silent"]);
    expect(rows(found(event, "silent"))).toEqual(["b2"]);
    expect(keys(calm({ wishes: wishes("b1 > s1", "b2 > s2") }))).toEqual([]);
  });

  it("who are never there, and who can meet nobody, are told apart", () => {
    const event = calm({
      participants: [
        ...buyers("b1", "b2", { id: "away", absent: ["2027-03-17", "2027-03-18"] }, "alone"),
        ...sellers("s1", "s2"),
      ],
      blocked: [{ participants: ["alone", "s1"] }],
      wishes: [...calm().wishes!, ...wishes("alone > s1")],
    });
    expect(rows(found(event, "absent"))).toEqual(["away"]);
    expect(rows(found(event, "lonely"))).toEqual(["alone"]);
    expect(keys(event)).not.toContain("silent");
  });
});

describe("wishes that cannot be met", () => {
  const hopeless = (extra: Partial<EventInput>, list: string[]): EventInput =>
    calm({ ...extra, wishes: [...calm().wishes!, ...wishes(...list)] });
  const people = [
    ...buyers("b1", "b2", { id: "b3", absent: ["2027-03-17"] }),
    ...sellers("s1", "s2", { id: "s3", absent: ["2027-03-18"] }),
  ];

  it("are found by reason, and go with one click", () => {
    const cases: [string, EventInput][] = [
      ["vetoed", hopeless({ participants: people }, ["b3 > s1", "s3 > b1", "s3 ! b2", "b2 > s3", "b1 > s3"])],
      ["blocked", hopeless({ blocked: [{ participants: ["b1", "s1"] }] }, [])],
      ["sides", hopeless({}, ["b1 > b2"])],
      ["met-before", hopeless({ met: [["b1", "s1"]], rules: { met: "exclude" } }, [])],
      ["no-common-slot", hopeless({ participants: people }, ["b3 > s3", "b3 > s1", "s3 > b1"])],
      [
        "same-organisation",
        hopeless(
          {
            participants: [
              ...buyers({ id: "b1", organisation: "Acme" }, "b2"),
              ...sellers({ id: "s1", organisation: "Acme" }, "s2"),
            ],
          },
          [],
        ),
      ],
    ];
    for (const [why, event] of cases) {
      const finding = found(event, `hopeless/${why}`);
      const positions = rows(finding).map(Number);
      const label = positions.length === 1 ? "Remove the wish" : `Remove the ${positions.length}`;
      const after = cured(event, `hopeless/${why}`, label) as EventInput;
      expect(after.wishes).toEqual(event.wishes!.filter((_, i) => !positions.includes(i)));
      expect(keys(after).filter((key) => key.startsWith("hopeless/"))).toEqual([]);
    }
  });

  it("for an organisation are hopeless only when all of it are", () => {
    const participants = [
      ...buyers("b1", "b2"),
      ...sellers({ id: "s1", organisation: "Acme" }, { id: "s2", organisation: "Acme" }),
    ];
    const one = calm({
      participants,
      blocked: [{ participants: ["b1", "s1"] }],
      wishes: wishes("b1 > Acme", "b2 > s1", "s1 > b2", "s2 > b1"),
    });
    expect(keys(one)).toEqual([]);
    const both = { ...one, blocked: [...one.blocked!, { participants: ["b1", "s2"] as [string, string] }] };
    expect(rows(found(both, "hopeless/blocked"))).toEqual(["0", "3"]);
  });
});

it("people wanted more often than they have room are named, with what is lost", () => {
  const event = calm({ participants: [...buyers("b1", "b2"), ...sellers({ id: "s1", maximum: 1 }, "s2")] });
  const finding = found(event, "demand/seller");
  expect(rows(finding)).toEqual(["s1"]);
  expect(finding.text.en).toBe("s1: at least 1 wish stays unmet, whatever the schedule.");
});

describe("places", () => {
  it("that nobody can use go, with the walks of their zones", () => {
    const event = calm({
      places: [
        { id: "p1", zone: "hall" },
        { id: "p2", zone: "hall" },
        { id: "old", zone: "attic", closed: ["2027-03-17", "2027-03-18"] },
      ],
      walks: [["hall", "attic", 4]],
    });
    expect(keys(event)).toEqual(["places/unused"]);
    const after = cured(event, "places/unused", "Remove the place") as EventInput;
    expect(after.places!.map(({ id }) => id)).toEqual(["p1", "p2"]);
    expect(after.walks).toEqual([]);
    expect(keys(after)).toEqual([]);
  });

  it("that hold fewer meetings than the people are told with the worst slot", () => {
    const event = calm({ places: [{ id: "p1" }, { id: "p2", closed: ["pm"] }] });
    const finding = found(event, "places/few");
    expect(finding.title.en).toBe("Fewer places than meetings in 2 slots");
    expect(finding.text.en).toBe("Most on Wed 17, 14:00: room for 1 meeting, people for 2.");
  });

  it("of several organisations, and stands that stay closed, are told", () => {
    const sides = [{ id: "buyer" }, { id: "seller", hosts: true }];
    const own = (closed: string[], other: string): EventInput =>
      calm({
        sides,
        participants: [...buyers("b1", "b2"), ...sellers({ id: "s1", place: "p1" }, { id: "s2", place: other })],
        places: [{ id: "p1", closed }, { id: "p2" }],
      });
    expect(keys(own([], "p2"))).toEqual([]);
    expect(rows(found(own([], "p1"), "places/shared"))).toEqual(["p1"]);
    const closed = own(["2027-03-17", "2027-03-18"], "p2");
    expect(rows(found(closed, "places/closed"))).toEqual(["p1"]);
    expect(found(closed, "places/closed").text.en).toBe("Nobody can meet s1 there.");
  });
});

it("one person who stands twice is seen through case, accents and spaces; colleagues of other names are not", () => {
  const event = calm({
    participants: [
      ...buyers(
        { id: "b1", name: "Éva Noël", organisation: "Acme" },
        { id: "b2", name: "EVA  NOEL", organisation: "acme" },
      ),
      ...sellers({ id: "s1", name: "Éva Noël", organisation: "Other" }, "s2"),
    ],
  });
  expect(rows(found(event, "twins/people"))).toEqual(["b1", "b2"]);
  expect(found(event, "twins/organisations").text.en).toContain("Acme = acme");
  expect(folded("  L’Été-chaud ")).toBe("l ete chaud");
});

it("zones without minutes between them get the usual ones", () => {
  const zones = ["a", "b", "c"].flatMap((zone) => [{ id: `${zone}1`, zone }]);
  const event = calm({ places: zones, walks: [["a", "b", 3]] });
  expect(found(event, "walks").title.en).toBe("2 walks between zones without minutes");
  expect(keys(cured(event, "walks", "Count 3 minutes each") as object)).toEqual([]);
  expect(keys(calm({ places: zones, rules: { walkDefault: 2 } }))).toEqual([]);
  expect(keys(calm({ places: zones, rules: { walk: 0, walkHard: false } }))).toEqual([]);
});

it("packages and sides for nobody are told", () => {
  const event = calm({
    tiers: [{ id: "gold" }],
    sides: [{ id: "buyer" }, { id: "seller" }, { id: "press", label: "Press" }],
  });
  expect(keys(event)).toEqual(["unused/packages", "unused/side/press"]);
  expect(keys(cured(event, "unused/packages", "Remove the package") as object)).toEqual(["unused/side/press"]);
  const lone = calm({ sides: [{ id: "buyer" }, { id: "seller" }], pairings: [["buyer", "buyer"]] });
  expect(found(lone, "unused/side/seller").severity).toBe("warning");
});

describe("diagnostics", () => {
  it("say in words whom they are about, and offer the nearest word", () => {
    const event = calm({
      tiers: [{ id: "gold" }],
      participants: [
        ...buyers({ id: "b1", name: "Ada", tier: "gol" }, { id: "b2", tier: "gold" }),
        ...sellers("s1", "s2"),
      ],
    });
    const finding = found(event, "unknown-id");
    expect(finding.text.en).toBe("Participant Ada. There is no package “gol”. Did you mean “gold”?");
    expect(finding.text.fr).toMatch(/^Participant Ada\. Il n’y a pas de forfait «\u202fgol\u202f»/);
    expect(finding.cures.map(({ label }) => label.en)).toEqual([
      "Correct to “gold”",
      "Remove “tier”",
      "Show in the table",
      "Show in the text",
    ]);
    expect(keys(cured(event, "unknown-id", "Correct to “gold”") as object)).toEqual([]);
  });

  it("do not offer a word that makes another mistake", () => {
    const event = calm({ wishes: [...calm().wishes!, ...wishes("b1 > s1x")] });
    expect(found(event, "unknown-id").cures[0]!.label.en).toBe("Remove the wish");
  });

  it("move an impossible lock to the first slot that both have, or take it out", () => {
    const participants = [...buyers({ id: "b1", name: "Ada", absent: ["am.1", "am.2"] }, "b2"), ...sellers("s1", "s2")];
    const event = calm({
      participants,
      locked: [
        { participants: ["b1", "s1"], slot: "am.1" },
        { participants: ["b2", "s1"], slot: "am.3" },
      ],
    });
    const finding = found(event, "locked-absent");
    expect(finding.title).toEqual({ en: "An impossible lock", fr: "Un verrou impossible" });
    expect(finding.text.en).toContain("“Ada” and “s1” is locked in the slot “Wed 17 09:00”");
    expect(finding.cures.map(({ label }) => label.fr).slice(0, 2)).toEqual(["Passer à 10:30", "Retirer le verrou"]);
    const after = cured(event, "locked-absent", "Move to 10:30") as EventInput;
    expect(after.locked).toEqual([{ participants: ["b1", "s1"], slot: "am.4" }, event.locked![1]]);
    expect(keys(after)).toEqual([]);
  });

  it("of one kind share a finding, which cures them all", () => {
    const event = calm({ wishes: [...calm().wishes!, ...calm().wishes!] });
    const [finding, ...others] = watched(event).findings;
    expect(others).toEqual([]);
    expect(finding!.title.en).toBe("6 wishes that stand twice");
    expect(cured(event, finding!.key, "Remove the 6")).toEqual(calm());
  });

  it("leave the rest of the event visible, and say so", () => {
    const event = calm({ wishes: wishes("b1 > s1", "b1 > s2", "s1 > b1", "s2 > b2") });
    const { view } = watched({ ...event, rules: { garantee: 5 }, participants: [...event.participants, { id: 5 }] });
    expect(view.state).toBe("partly");
    expect(view.findings.map(({ key }) => key)).toContain("silent");
    expect(view.overview?.participants).toBe(4);
  });

  it("of a text that is no JSON offer ways, no edits", () => {
    const before = readingOf(JSON.stringify(calm({ wishes: wishes("b1 > s1", "s2 > b2", "s1 > b1") })));
    const { view } = watchOf({ ...readingOf('{ "a": '), revision: 2, known: before.known });
    expect(view.state).toBe("last");
    expect(view.findings.map(({ key }) => key)).toContain("silent");
    expect(view.findings.flatMap(({ cures }) => cures.map(({ kind }) => kind))).not.toContain("edit");
  });
});

describe("what a value can only have meant", () => {
  it("is told for times, dates and numbers in quotation marks", () => {
    expect(meantBy("bad-time", undefined, "9h30")).toBe("09:30");
    expect(meantBy("bad-time", undefined, "9:05")).toBe("09:05");
    expect(meantBy("bad-date", undefined, "17/03/2027")).toBe("2027-03-17");
    expect(meantBy("bad-date", undefined, "2027-3-7")).toBe("2027-03-07");
    expect(meantBy("wrong-type", "number", " 20 ")).toBe(20);
    expect(meantBy("wrong-type", "string", 12)).toBe("12");
  });

  it("is not guessed where it could be two things", () => {
    expect(meantBy("bad-date", undefined, "03/04/2027")).toBeUndefined();
    expect(meantBy("bad-date", undefined, "31/02/2027")).toBeUndefined();
    expect(meantBy("bad-time", undefined, "25:00")).toBeUndefined();
    expect(meantBy("wrong-type", "number", "twenty")).toBeUndefined();
  });
});
