import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundle, isZip, unbundle } from "../../../../web/worker/keep/bundle.js";
import { keptHistory, readHistory } from "../../../../web/worker/keep/facts.js";
import { fileName } from "../../../../web/worker/keep/names.js";

const LIST = { format: "dancecard/kept", version: 1, created: 1, edited: 2, versions: [] as object[] };

function zip(files: Record<string, string>): Blob {
  return new Blob([zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))]);
}

describe("an event as one file", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 });
  const input = fc.record({
    text,
    created: fc.integer({ min: 0, max: 4e12 }),
    edited: fc.integer({ min: 0, max: 8.64e15 }),
    texts: fc.array(text, { maxLength: 5 }),
  });

  it("comes out as it went in", async () => {
    await fc.assert(
      fc.asyncProperty(input, async ({ text, created, edited, texts }) => {
        const versions = texts.map((label, i) => ({ at: i * 1e9, why: "named" as const, label: label.slice(0, 20) }));
        const label = { en: "a", fr: "b" };
        const step = { label, made: [[{ offset: 0, length: 1, text }]], back: [[]], typedAt: 0 };
        const history = { undo: [step], redo: [] };
        const textOf = async (i: number): Promise<string> => texts[i]!;
        const file = await bundle({ text, created, edited, history, versions, textOf });
        expect(await isZip(file)).toBe(true);
        const read = await unbundle(file);
        expect(read).toMatchObject({ ok: true, value: { text, created, history, versions } });
        const { value } = read as Extract<typeof read, { ok: true }>;
        expect(texts.map((_, i) => value.textOf(i))).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it("is refused, with the reason, when it is something else", async () => {
    const list = JSON.stringify(LIST);
    expect(await unbundle(zip({ "xl/workbook.xml": "<x/>" }))).toEqual({ ok: false, why: "other" });
    expect(await unbundle(zip({ "dancecard.json": list }))).toEqual({ ok: false, why: "other" });
    const later = JSON.stringify({ ...LIST, version: 2 });
    expect(await unbundle(zip({ "dancecard.json": later, "event.json": "{}" }))).toEqual({ ok: false, why: "version" });
    for (const bad of ["", "null", "[]", "{", '{"format":"dancecard/kept","version":1}', '{"__proto__":1}'])
      expect(await unbundle(zip({ "dancecard.json": bad, "event.json": "{}" }))).toEqual({ ok: false, why: "damaged" });
  });

  it("is refused when it was cut short or changed, and never throws", async () => {
    const good = new Uint8Array(
      await zip({ "dancecard.json": JSON.stringify(LIST), "event.json": "{}" }).arrayBuffer(),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? good.slice(0, at) : good.with(at, byte);
        expect(Object.keys(await unbundle(new Blob([bytes]))).sort()).toBeOneOf([
          ["ok", "value"],
          ["ok", "why"],
        ]);
      }),
      { numRuns: 400 },
    );
  });

  it("that would inflate to far more than events are is refused before it does", async () => {
    const bomb = zipSync({
      "dancecard.json": strToU8(JSON.stringify(LIST)),
      "event.json": new Uint8Array(90_000_000),
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await unbundle(new Blob([bomb]))).toEqual({ ok: false, why: "large" });
  });

  it("tells a version that is missing when it is read", async () => {
    const versions = [{ file: "../../etc/passwd", at: 1, why: "auto", label: "" }];
    const read = await unbundle(zip({ "dancecard.json": JSON.stringify({ ...LIST, versions }), "event.json": "{}" }));
    expect(read).toMatchObject({ ok: true });
    const { value } = read as Extract<typeof read, { ok: true }>;
    expect(() => value.textOf(0)).toThrow("missing");
  });
});

describe("the history that is kept", () => {
  it("is what was last done, within its size, and a copy", () => {
    const label = { en: "a", fr: "b" };
    const step = (n: number): Parameters<typeof keptHistory>[0]["undo"][number] => ({
      label,
      made: [[{ offset: n, length: 0, text: "x".repeat(84) }]],
      back: [[{ offset: n, length: 84, text: "" }]],
      typedAt: 5,
    });
    const undo = Array.from({ length: 50 }, (_, n) => step(n));
    const kept = keptHistory({ undo, redo: [step(50)] }, 1160);
    expect(kept.undo.map(({ made }) => made[0]![0]!.offset)).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
    expect(kept.redo).toEqual([]);
    expect(kept.undo.every(({ typedAt }) => typedAt === 0)).toBe(true);
    expect(kept.undo[0]!.made).not.toBe(undo[40]!.made);
  });

  it("is read from a file only where it is one", () => {
    const history = keptHistory({ undo: [], redo: [] });
    expect(readHistory(JSON.stringify(history))).toEqual(history);
    for (const bad of ["", "null", "{}", '{"undo":[{}],"redo":[]}', '{"undo":[{"label":{},"made":1}],"redo":[]}'])
      expect(readHistory(bad)).toBeUndefined();
  });
});

describe("the name of a file", () => {
  it("is one that every file system takes", () => {
    expect(fileName("Rencontres d’été : Cannes/Nice", ".json")).toBe("Rencontres-d-été-Cannes-Nice.json");
    expect(fileName("../../etc", ".json")).toBe("etc.json");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(fileName(name, ".json")).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,59}\.json$/u);
      }),
      { numRuns: 500 },
    );
  });
});
