// Edits of an event's data, made in the data and in the text: both give the same, whatever the text looks like, and what
// no edit speaks of stays to the letter.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type Edit } from "../../src/spec/edit.js";
import { changedText, editText, reversed } from "../../src/spec/edit-text.js";
import { readJson } from "../../src/spec/jsonc.js";

const KEYS = ["a", "b", "id", "locked", "__proto__", 'q"uote', "é"];
const scalar = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 8 }),
  fc.constant("// no"),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 4, selector: ([key]) => key })
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));
const root = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...KEYS, "participants", "rules"), value), { selector: ([key]) => key })
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);

/** Writes data as somebody might: with blanks, line breaks, comments and trailing commas where they may stand. */
function written(data: unknown, blank: () => string, comma: () => boolean): string {
  if (typeof data !== "object" || data === null) return JSON.stringify(data);
  const list = Array.isArray(data);
  const parts = list
    ? data.map((item) => written(item, blank, comma))
    : Object.entries(data).map(
        ([key, item]) => `${JSON.stringify(key)}${blank()}:${blank()}${written(item, blank, comma)}`,
      );
  const body = parts.map((part, i) => {
    const last = i === parts.length - 1;
    return `${blank()}${part}${blank()}${last && !comma() ? "" : ","}`;
  });
  return `${list ? "[" : "{"}${body.join("")}${blank()}${list ? "]" : "}"}`;
}

const BLANKS = ["", "", "", " ", "\n", "\n  ", "\n    ", " // said\n", "\n  /* of it */ ", "  "];

/** Paths of the data, the root left out; some lead nowhere. */
function pathsOf(data: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof data !== "object" || data === null) return [];
  const keys: (string | number)[] = Array.isArray(data) ? data.map((_, i) => i) : Object.keys(data);
  return keys.flatMap((key) => [
    [...path, key],
    ...pathsOf((data as Record<string | number, unknown>)[key], [...path, key]),
  ]);
}

const at = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      Object.hasOwn(Object(inner) as object, key) ? (inner as Record<string | number, unknown>)[key] : undefined,
    data,
  );

const cases = fc
  .record({
    data: root,
    blanks: fc.array(fc.nat(BLANKS.length - 1), { minLength: 1, maxLength: 40 }),
    commas: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(3), scalar, fc.nat(5), fc.constantFrom(...KEYS)), { maxLength: 6 }),
  })
  .map(({ data, blanks, commas, picks }) => {
    let [b, c] = [0, 0];
    const text = `${written(
      data,
      () => BLANKS[blanks[b++ % blanks.length]!]!,
      () => commas[c++ % commas.length]!,
    )}\n`;
    const paths = [[], ...pathsOf(data)] as (string | number)[][];
    const edits = picks.map(([pick, kind, value, index, key]): Edit => {
      const path = paths[pick % paths.length]!;
      const inside = at(data, path);
      if (kind === 0 && path.length > 0) return { op: "remove", path };
      if (kind === 1 && path.length > 0) return { op: "set", path, value };
      if (Array.isArray(inside)) return { op: "insert", path, at: index, value: { id: value, list: [1, 2] } };
      if (typeof inside === "object" && inside !== null) return { op: "set", path: [...path, key, "deep"], value };
      return { op: "set", path: ["participants"], value: [value] };
    });
    return { data, text, edits };
  });

const read = (text: string): unknown => {
  const { document, diagnostics } = readJson(text, new Map());
  expect(diagnostics, text).toEqual([]);
  return document!.value;
};

describe("edits", () => {
  it("give the same in the text as in the data, and can be taken back", () => {
    fc.assert(
      fc.property(cases, ({ data, text, edits }) => {
        expect(read(text)).toEqual(data);
        const before = JSON.stringify(data);
        const changes = editText(text, edits)!;
        const after = changedText(text, changes);
        expect(read(after), `${text}\n${JSON.stringify(edits)}\n${after}`).toEqual(applyEdits(data, edits));
        expect(JSON.stringify(data)).toBe(before);
        expect(changedText(after, reversed(text, changes))).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it("keep every comment where nothing is taken out or given another value", () => {
    fc.assert(
      fc.property(cases, ({ text, edits }) => {
        const adding = edits.filter((edit) => edit.op === "insert");
        const after = changedText(text, editText(text, adding)!);
        const said = (of: string): number => of.split("// said").length + of.split("/* of it */").length;
        expect(said(after)).toBe(said(text));
        expect(after.length).toBeGreaterThanOrEqual(text.length);
      }),
    );
  });

  it("touch nothing but their own place", () => {
    fc.assert(
      fc.property(cases, ({ data, text }) => {
        for (const path of pathsOf(data)) {
          const changes = editText(text, [{ op: "set", path, value: "new" }])!;
          expect(changes).toHaveLength(at(data, path) === "new" ? 0 : 1);
          const [change] = changes;
          expect(read(text.slice(change!.offset, change!.offset + change!.length))).toEqual(at(data, path));
        }
      }),
    );
  });
});
