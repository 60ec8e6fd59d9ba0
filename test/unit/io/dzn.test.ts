// The reader of MiniZinc data: what it takes, and what it says of text it cannot take.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDzn } from "../../../src/io/dzn.js";

const values = (text: string): unknown => {
  const read = readDzn(text);
  return "error" in read
    ? read.error.message
    : Object.fromEntries(read.fields.map((field) => [field.name, field.value]));
};

describe("readDzn", () => {
  test("reads numbers, lists, sets, ranges, matrices and comments", () => {
    expect(
      values(
        "% a comment\nn = -3; /* more\n lines */ list = [1,2,];\nsets=[{1,3},{},2..4,{5..6,9}];\n" +
          "m = [|1,2|3,4,|];\nempty = [||];\nagain = array1d(1..2, [7,8]);\ns = 3..2;\nlast = 1",
      ),
    ).toEqual({
      n: { kind: "number", value: -3 },
      list: { kind: "list", elements: [1, 2] },
      sets: { kind: "list", elements: [[1, 3], [], [2, 3, 4], [5, 6, 9]] },
      m: {
        kind: "matrix",
        rows: [
          [1, 2],
          [3, 4],
        ],
      },
      empty: { kind: "matrix", rows: [] },
      again: { kind: "list", elements: [7, 8] },
      s: { kind: "set", elements: [] },
      last: { kind: "number", value: 1 },
    });
  });

  test("empty text has no fields", () => expect(readDzn(" % nothing\n")).toEqual({ fields: [] }));

  test.each([
    ["a = ;", 'Line 1: a whole number is expected, not ";".'],
    ["a = 1;\n\nb 2;", 'Line 3: "=" is expected after "b", not "2".'],
    ["a = 1\nb = 2;", 'Line 2: ";" is expected, not "b".'],
    ["a = [1,\n2 3];", 'Line 2: "," or "]" is expected, not "3".'],
    ["a = [1, 2", 'Line 1: "," or "]" is expected, not the end of the text.'],
    ["a = {1", 'Line 1: "," or "}" is expected, not the end of the text.'],
    ["a = [|1, 2\n|3 4|];", 'Line 2: "," or "|" is expected, not "4".'],
    ["a = 1.5;", 'Line 1: "1" is not expected here.'],
    ["a = 99999999999999999999;", 'Line 1: a whole number is expected, not "99999999999999999999".'],
    ["a = 0..2000000;", "Line 1: a range holds at most 10000 numbers."],
    ["= 3", 'Line 1: a name is expected, not "=".'],
    ["a = 3; /* open", 'Line 1: "/" is not expected here.'],
    ['a = "text";', 'Line 1: "\\"" is not expected here.'],
    ["a = array2d(1..2", "Line 1: a whole number is expected, not the end of the text."],
  ])("%j: %s", (text, message) => expect(values(text)).toBe(message));

  test("the range points at the token that is wrong", () => {
    const read = readDzn("a = 1;\nbad = !;");
    expect("error" in read && read.error.range).toEqual({ start: 13, end: 14 });
  });

  test("brackets without end are refused at the first one that is too many, at once", () => {
    expect(values("a = " + "[".repeat(1_000_000))).toBe('Line 1: a whole number is expected, not "[".');
  });

  test("never throws", () => {
    const piece = fc.constantFrom(
      "a",
      "=",
      ";",
      "[",
      "|]",
      "[|",
      "|",
      "{",
      "}",
      "..",
      ",",
      "1",
      "-2",
      "array1d",
      "(",
      ")",
      "%",
      "\n",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = readDzn(pieces.join(" "));
        expect("error" in read ? read.error.severity : read.fields.length).toBeDefined();
      }),
    );
  });
});
