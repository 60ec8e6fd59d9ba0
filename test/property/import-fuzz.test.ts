// Whatever file is imported: no exception, no endless work, an answer of bounded size, a sound event. bench/fuzz-import.ts
// does the same ten thousand times, and with the large files of hostile-files.ts.

import { describe, expect, it } from "vitest";
import { newEvent } from "../../src/io/import.js";
import { LARGE, smallHostile } from "../support/hostile-files.js";
import { importAnything } from "../support/import-fuzz.js";
import { randomEvent } from "../support/random-event.js";

const FILES = 600;
/** Generous, for a busy machine; the bench says how long each really takes. */
const LONGEST = 10_000;

describe("any file", () => {
  it("is read or refused, alone or with another, into an event that is empty or full", () => {
    for (let seed = 0; seed < FILES; seed++) {
      const files = seed % 3 === 0 ? [smallHostile(seed), smallHostile(seed + 1)] : [smallHostile(seed)];
      const event = seed % 2 === 0 ? randomEvent(seed % 50) : newEvent("New", "2027-03-18", "fr").event;
      expect(importAnything(files, event).ms, `file ${seed}`).toBeLessThan(LONGEST);
    }
  });

  it("is read or refused into what is no event at all", () => {
    for (const event of [
      null,
      1,
      "x",
      [],
      {},
      { participants: 1, wishes: {}, sides: [null, 3, { id: 4 }], calendar: "x", rules: [] },
    ]) {
      for (let seed = 0; seed < 26; seed++) importAnything([smallHostile(seed)], event);
    }
  });
});

describe("large files", () => {
  it.each([
    "a column too many, a million times",
    "quotation marks and letters",
    "zeros that unfold to 400 MB",
    "many entries of zeros",
    "5,000 entries",
    "entries that share bytes",
    "entities that multiply",
    "a workbook of wide rows",
    "deep XML",
    "deep JSON",
    "a matrix of 3,000 by 1,000",
  ])("%s", (name) => {
    expect(importAnything([LARGE[name]!()], randomEvent(1)).ms).toBeLessThan(LONGEST);
  });
});
