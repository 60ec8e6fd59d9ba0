// What a preview says: near names, corrections, what is made, what is kept, what is taken out.

import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import {
  exampleTable,
  newEvent,
  planSheets,
  previewImport,
  priorityOfRank,
  rankMap,
  readFiles,
  readPasted,
  replanSheet,
  type Answers,
} from "../../../../src/io/import.js";
import { applyEdits } from "../../../../src/spec/edit.js";
import { readSpec } from "../../../../src/spec/parse.js";
import type { EventInput } from "../../../../src/spec/schema.js";

const EVENT: EventInput = {
  ...newEvent("Forum", "2027-03-18", "en").event,
  sides: [
    { id: "buyers", label: "Acheteurs" },
    { id: "sellers", label: "Exposants" },
  ],
  tiers: [
    { id: "gold", label: "Or" },
    { id: "silver", label: "Argent" },
  ],
  participants: [
    { id: "sami", name: "Sami Dumas", organisation: "Moulin Creux", side: "buyers", tier: "gold", needs: ["data"] },
    { id: "lea", name: "Léa Roncevel", organisation: "Héron Bleu", side: "sellers", maximum: 8 },
    { id: "max", name: "Max Taillevigne", organisation: "Héron Bleu", side: "sellers" },
  ],
  wishes: [
    { from: "sami", to: "lea", priority: 1 },
    { from: "sami", to: "Héron Bleu", priority: 3 },
    { from: "lea", to: "sami", veto: true },
  ],
};

function take(files: Record<string, string>, answers: Partial<Answers> = {}, event: EventInput = EVENT) {
  const { sheets } = readFiles(Object.entries(files).map(([name, text]) => ({ name, bytes: strToU8(text) })));
  const plans = planSheets(sheets, event);
  const { preview, edits } = previewImport({ sheets, plans, event, answers });
  return { sheets, plans, preview, edits, event: applyEdits(event, edits) as EventInput };
}

describe("somebody near", () => {
  it.each([
    ["a typing error", "Sami Dumsa"],
    ["an accent", "Sâmi Dumas"],
    ["the family name first", "Dumas Sami"],
    ["case", "SAMI DUMAS"],
    ["spaces", "Sami  Dumas"],
    ["a title", "M. Sami Dumas"],
  ])("is asked about, never merged: %s", (_, name) => {
    const file = { "a.csv": `Nom complet;Société;Côté\n${name};Moulin Creux;Acheteurs` };
    const { preview, edits } = take(file);
    expect(edits).toEqual([]);
    expect(preview.problems).toMatchObject([{ code: "near-name", kind: "question", line: 2, letter: "A" }]);
    const [same, other] = preview.problems[0]!.proposals.map(({ fix }) => fix);
    expect(same).toMatchObject({ kind: "person", id: "sami" });
    expect(take(file, { fixes: [same!] }).event.participants).toHaveLength(3);
    expect(take(file, { fixes: [other!] }).event.participants).toHaveLength(4);
    expect(take(file, { nearAreNew: true }).event.participants).toHaveLength(4);
  });

  it("is nobody's business when the names only share a word, or numbers differ", () => {
    for (const name of ["Sami Rochebrillant", "Dumas Conseil", "Sami"]) {
      expect(take({ "a.csv": `Nom complet;Côté\n${name};Acheteurs` }).preview.problems).toEqual([]);
    }
    const numbered = { ...EVENT, participants: [{ id: "p", name: "Participant 12", side: "buyers" }] };
    expect(take({ "a.csv": "Nom complet;Côté\nParticipant 13;Acheteurs" }, {}, numbered).preview.problems).toEqual([]);
  });

  it("by the same name under another id", () => {
    const { preview } = take({ "a.csv": "Id;Nom complet;Côté\nb7;Sami Dumas;Acheteurs" });
    expect(preview.problems).toMatchObject([{ code: "other-id", kind: "question", letter: "A", value: "b7" }]);
    expect(preview.problems[0]!.reason.en).toBe(
      "The id “b7” is not in the event, but somebody called “Sami Dumas” is: one person or two?",
    );
  });

  it("by an id that differs in case, and by a company of another name", () => {
    expect(take({ "a.csv": "Id;Nom complet;Côté\nSAMI;Paul Vintrignac;Acheteurs" }).preview.problems).toMatchObject([
      { code: "near-id" },
    ]);
    expect(take({ "a.csv": "Nom complet;Société;Côté\nSami Dumas;Ailleurs;Acheteurs" }).preview.problems).toMatchObject(
      [{ code: "other-organisation" }],
    );
  });
});

describe("cells", () => {
  it("a near package is proposed, and one answer is for all cells that say so", () => {
    const file = { "a.csv": "Id;Forfait\nsami;Argnet\nlea;Argnet\nmax;Or" };
    const { preview } = take(file);
    expect(preview.problems.map(({ line, value }) => [line, value])).toEqual([
      [2, "Argnet"],
      [3, "Argnet"],
    ]);
    expect(preview.problems[0]!.proposals[0]!.label).toEqual({
      en: "Read as “Argent”",
      fr: "Lire «\u202fArgent\u202f»",
    });
    const fixed = take(file, { fixes: [preview.problems[0]!.proposals[0]!.fix] });
    expect(fixed.preview.bad).toBe(0);
    expect(fixed.event.participants.map(({ tier }) => tier)).toEqual(["silver", "silver", "gold"]);
  });

  it("a new package is made and said, or refused", () => {
    const file = { "a.csv": "Id;Forfait\nsami;Platine" };
    expect(take(file).preview.created).toEqual([{ list: "packages", id: "platine", label: "Platine", rows: 1 }]);
    const refused = take(file, { refuse: [{ list: "packages", name: "Platine" }] });
    expect(refused.preview).toMatchObject({ created: [], bad: 1, problems: [{ code: "refused-new" }] });
    expect(refused.edits).toEqual([]);
  });

  it("an empty one keeps what the event has, a dash clears it, a neutralised dash is a dash", () => {
    const { event } = take({ "a.csv": "Id;Forfait;Maximum;Besoins;Société\nsami;;;-;'-\nlea;;-;;" });
    expect(event.participants[0]).toEqual({
      id: "sami",
      name: "Sami Dumas",
      organisation: "-",
      side: "buyers",
      tier: "gold",
    });
    expect(event.participants[1]).not.toHaveProperty("maximum");
  });

  it("that are wrong name their place and value, and leave the other rows alone", () => {
    const { preview, event } = take({
      "a.csv": "Id;Maximum;Repas;Absences\nsami;beaucoup;oui;\nlea;9,0;peut-être?;\nmax;5;non;x\nsami;1;;",
    });
    expect(preview.problems.map(({ code, line, letter, value }) => [code, line, letter, value])).toEqual([
      ["not-a-number", 2, "B", "beaucoup"],
      ["time-unknown", 4, "D", "x"],
      ["id-twice", 5, "A", "sami"],
    ]);
    expect(event.participants[1]!.maximum).toBe(9);
    expect(preview.problems[0]!.reason.fr).toBe("«\u202fbeaucoup\u202f» n’est pas un nombre entier.");
  });
});

describe("wishes", () => {
  it("change, come, stay; missing ones go only when asked", () => {
    const file = { "wishes.csv": "De;Vers;Priorité\nSami Dumas;lea;2\nlea;sami;refus\nmax;Moulin Creux;x" };
    const { preview, event } = take(file);
    expect(preview.difference.wishes).toMatchObject({ added: 1, changed: 1, unchanged: 1, missing: 1, removed: 0 });
    expect(event.wishes).toHaveLength(4);
    expect(event.wishes![0]).toEqual({ from: "sami", to: "lea", priority: 2 });
    expect(take(file, { remove: ["wishes"] }).event.wishes).toHaveLength(3);
  });

  it("to oneself, to strangers, twice otherwise, with a priority that is none", () => {
    const rows = [
      "sami;sami;1",
      "sami;Moulin Creux;1",
      "sami;Nobody;1",
      "Leo;sami;1",
      "max;sami;5",
      "max;sami;soon",
      "lea;sami;1",
      "lea;sami;2",
    ];
    const { preview } = take({ "wishes.csv": `De;Vers;Priorité\n${rows.join("\n")}` });
    expect(preview.problems.map(({ code, line }) => [code, line])).toEqual([
      ["wish-to-self", 2],
      ["wish-to-own", 3],
      ["unknown-person", 4],
      ["unknown-wisher", 5],
      ["priority-too-low", 6],
      ["not-a-priority", 7],
      ["wish-twice", 9],
    ]);
  });

  it("of somebody unknown are one problem, however many they are", () => {
    const { preview } = take({ "voeux.csv": "Souhaits;Sami Dumas;Léa Roncevel;Max Taillevigne\nPersonne;1;2;3" });
    expect(preview).toMatchObject({ ready: 0, bad: 3, counts: { "unknown-wisher": 1 } });
    expect(preview.problems).toHaveLength(1);
  });

  it("follow an organisation to its new name", () => {
    const { preview, event } = take({ "a.csv": "Id;Société\nlea;Héron Vert\nmax;Héron Vert" });
    expect(event.wishes![1]).toEqual({ from: "sami", to: "Héron Vert", priority: 3 });
    expect(preview.notes.map(({ code }) => code)).toContain("note-renamed-organisation");
    expect(preview.diagnostics).toEqual([]);
  });

  it("of a person in a row that is not taken say so", () => {
    const { preview } = take({
      "a.csv": "Id;Maximum;Côté\nnew;x;Acheteurs",
      "wishes.csv": "De;Vers;Priorité\nnew;lea;1",
    });
    expect(preview.problems.map(({ code }) => code)).toEqual(["not-a-number", "person-not-taken"]);
  });

  it("ranks become priorities evenly, or each its own", () => {
    expect(rankMap(20, 4, "spread")).toBe("1–5 → 1, 6–10 → 2, 11–15 → 3, 16–20 → 4");
    expect(rankMap(3, 4, "spread")).toBe("1 → 1, 2 → 2, 3 → 3");
    expect(rankMap(6, 4, "clamp")).toBe("1 → 1, 2 → 2, 3 → 3, 4–6 → 4");
    expect(priorityOfRank(25, 20, 4, "spread")).toBe(4);
  });
});

describe("sides", () => {
  it("that nothing says are asked for once, for the whole sheet", () => {
    const file = { "liste.csv": "Nom complet;Société\nPaul Vintrignac;Ailleurs\nZoé Lamirande;Ailleurs" };
    const { preview } = take(file);
    expect(preview.problems.map(({ code }) => code)).toEqual(["no-side", "no-side"]);
    const fixes = [preview.problems[0]!.proposals[1]!.fix];
    expect(fixes).toEqual([{ kind: "side", sheet: "liste.csv", side: "sellers" }]);
    expect(
      take(file, { fixes })
        .event.participants.slice(3)
        .map(({ side }) => side),
    ).toEqual(["sellers", "sellers"]);
  });

  it("come from the sheet's name where it is one", () => {
    const { plans, preview } = take({ "Exposants 2027.csv": "Nom complet\nPaul Vintrignac" });
    expect(plans[0]!.side).toBe("sellers");
    expect(preview.difference.participants.missingIds).toEqual(["lea", "max"]);
  });

  it("by the dozen make one ask whether the column is right", () => {
    const rows = Array.from(
      { length: 9 },
      (_, i) => `Personne Numéro${i};Groupe${String.fromCharCode(65 + i).repeat(3)}`,
    );
    const { preview } = take({ "a.csv": `Nom complet;Côté\n${rows.join("\n")}` });
    expect(preview.counts["many-sides"]).toBe(9);
    expect(preview.created).toEqual([]);
  });
});

it("lists of problems are cut, with a count", () => {
  const rows = Array.from({ length: 400 }, (_, i) => `p${i};x`);
  const { preview } = take({ "a.csv": `Id;Maximum;Côté\n${rows.map((row) => `${row};Acheteurs`).join("\n")}` });
  expect(preview.problems).toHaveLength(100);
  expect(preview.counts["not-a-number"]).toBe(400);
  expect(preview.unlisted).toBe(300);
});

it("a plan is changed by a person: another table, other titles, another field", () => {
  const { sheets } = readPasted("Sami Dumas\tLéa Roncevel\t2\nSami Dumas\tMax Taillevigne\t1");
  const [plan] = planSheets(sheets, EVENT);
  expect(plan).toMatchObject({ table: "wishes", titles: { first: 0, last: 0 } });
  expect(plan!.columns.map(({ field }) => field)).toEqual(["from", "to", "priority"]);
  const turned = structuredClone(plan!);
  [turned.columns[0]!.field, turned.columns[1]!.field] = ["to", "from"];
  const { edits } = previewImport({ sheets, plans: [turned], event: EVENT });
  expect(edits).toContainEqual({
    op: "insert",
    path: ["wishes"],
    at: 3,
    value: { from: "max", to: "sami", priority: 1 },
  });
  expect(replanSheet(sheets, [plan!], sheets[0]!.id, EVENT, { table: "none" }).table).toBe("none");
  expect(replanSheet(sheets, [plan!], sheets[0]!.id, EVENT, { titles: 1 }).titles).toEqual({ first: 1, last: 1 });
});

it.each(["en", "fr"] as const)("the examples (%s) are a sound event together", (locale) => {
  const files = Object.fromEntries(
    (["participants", "wishes", "places", "packages"] as const).map((table) => [
      `${table}.csv`,
      exampleTable(table, locale),
    ]),
  );
  const { preview, event } = take(files, {}, newEvent("Example", "2027-03-18", locale).event);
  expect(preview).toMatchObject({ ready: 12, bad: 0, diagnostics: [] });
  expect(readSpec(event).diagnostics).toEqual([]);
});

it("what is no event gives a problem and no edits", () => {
  const { preview, edits } = take({ "a.csv": "Nom;Côté\nx;y" }, {}, null as unknown as EventInput);
  expect(edits).toEqual([]);
  expect(preview.problems.map(({ code }) => code)).toContain("no-event");
});
