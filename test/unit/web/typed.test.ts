// What people type into the forms of calendar and rules: times, dates and whole numbers.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOf, isDate, laterDate } from "../../../src/spec/clock.js";
import { readDate, readTime, stepTime } from "../../../web/app/event/calendar/typed.js";
import { readNumber, stepped, wholeNumber } from "../../../web/app/event/parse-number.js";
import { partsOf, wordFor } from "../../../web/app/event/rules/sentence.js";
import { formats } from "../../../web/i18n/formats.js";

const minute = fc.integer({ min: 0, max: 1440 });
const date = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe("typed times", () => {
  it("are read as they are shown, and in the other usual ways", () => {
    fc.assert(
      fc.property(minute, (at) => {
        const clock = clockOf(at);
        for (const text of [
          clock,
          ` ${clock} `,
          clock.replace(":", "h"),
          clock.replace(":", "."),
          clock.replace(":", ""),
        ])
          expect(readTime(text), text).toBe(at);
      }),
    );
    expect(readTime("9")).toBe(540);
    expect(readTime("9h")).toBe(540);
    expect(readTime("24:00")).toBe(1440);
  });

  it("are refused where there is no such time", () => {
    for (const text of ["", "24:01", "9:60", "noon", "-1", "9:5", "123456", "<b>9</b>"])
      expect(readTime(text)).toBeNull();
  });

  it("step inside the day", () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: -60, max: 60 }), (at, by) => {
        const next = readTime(stepTime(clockOf(at), by)!)!;
        expect(next).toBe(Math.max(0, Math.min(1440, at + by)));
      }),
    );
    expect(stepTime("noon", 5)).toBeNull();
  });
});

describe("typed dates", () => {
  it("are read as both languages write them, and as ISO", () => {
    fc.assert(
      fc.property(date, (iso) => {
        expect(readDate(iso)).toBe(iso);
        expect(readDate(formats("fr").date(iso))).toBe(iso);
        expect(readDate(formats("en").date(iso))).toBe(iso);
        expect(laterDate(laterDate(iso, 3), -3)).toBe(iso);
      }),
    );
  });

  it("are refused where there is no such date", () => {
    for (const text of ["", "30/02/2027", "2027-13-01", "17/03/27", "tomorrow"]) expect(readDate(text)).toBeNull();
    expect(isDate("2028-02-29")).toBe(true);
    expect(isDate("2027-02-29")).toBe(false);
  });
});

describe("typed numbers", () => {
  it("are read as both languages write them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (value) => {
        expect(wholeNumber(formats("fr").number(value))).toBe(value);
        expect(wholeNumber(formats("en").number(value))).toBe(value);
        expect(wholeNumber(` ${value} `)).toBe(value);
      }),
    );
  });

  it("are wrong where they are none, or outside the limits; nothing is off", () => {
    for (const text of ["x", "1.5", "1,5", "1e3", "0x10", "\u2212"]) expect(readNumber(text, 0, 100)).toBe("wrong");
    expect(readNumber("101", 0, 100)).toBe("wrong");
    expect(readNumber("-1", 0, 100)).toBe("wrong");
    expect(readNumber("  ", 0, 100)).toBe("off");
    expect(readNumber("100", 0, 100)).toBe(100);
  });

  it("step inside the limits, and from nothing to the first", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -10, max: 10 }), (value, by) => {
        const next = stepped(String(value), by, 0, 1000, 1);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThanOrEqual(1000);
      }),
    );
    expect(stepped("", 1, 0, 10, 1)).toBe(1);
  });
});

describe("sentences with fields", () => {
  it("keep all of their text, in order", () => {
    const piece = fc.oneof(
      fc.string().map((text) => text.replace(/[{}]/g, "")),
      fc.constantFrom("{a}", "{}", "{a~hole|holes}"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const back = partsOf(text)
          .map((part) =>
            "text" in part ? part.text : "field" in part ? `{${part.field}}` : `{${part.of}~${part.one}|${part.many}}`,
          )
          .join("");
        expect(back).toBe(text);
      }),
    );
  });

  it("count as the language does", () => {
    const part = { one: "trou", many: "trous" };
    expect([0, 1, 2, null].map((value) => wordFor(part, value, "fr"))).toEqual(["trou", "trou", "trous", "trous"]);
    expect([0, 1, 2].map((value) => wordFor(part, value, "en"))).toEqual(["trous", "trou", "trous"]);
  });
});
