import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventHash, parseSpec, readShare, sampleText, shareCode } from "../../../src/index.js";
import type { EventSpec } from "../../../src/index.js";
import { randomSpec } from "../../support/random-event.js";

function sample(id: string): EventSpec {
  const read = parseSpec(sampleText(id)!);
  if (!read.ok) throw new Error(id);
  return read.value;
}

async function codeOf(spec: EventSpec): Promise<string> {
  const shared = await shareCode(spec);
  if (!shared.ok) throw new Error(`${shared.length} characters`);
  return shared.code;
}

/** A code of any bytes, as somebody who means harm would make it. */
function codeOfText(text: string | Uint8Array, version = "1"): string {
  return `${version}.${deflateSync(text, { level: 9 }).toString("base64url")}`;
}

describe("a link", () => {
  it("holds the event: whatever it is, the same one comes out", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const spec = randomSpec(seed);
        const code = await codeOf(spec);
        expect(code).toMatch(/^1\.[\w-]+$/);
        const read = await readShare(code);
        expect(read).toMatchObject({ ok: true });
        const { spec: found, text } = read as Extract<typeof read, { ok: true }>;
        expect(eventHash(found)).toBe(eventHash(spec));
        expect(parseSpec(text)).toMatchObject({ ok: true, value: found });
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out defaults and comments", async () => {
    const spec = sample("workshop");
    const full = JSON.stringify(spec);
    const code = await codeOf(spec);
    expect(code.length).toBeLessThan(codeOfText(full).length);
    expect(await readShare(codeOfText(sampleText("workshop")!))).toMatchObject({ ok: true });
  });

  it("is not made of an event that is too large, and says how long it would be", async () => {
    const spec = sample("customer-relationship-meetings");
    const random = Array.from({ length: 4000 }, (_, i) => `need-${((i * 2654435761) % 4294967296).toString(36)}`);
    spec.participants[0]!.needs.push(...random);
    const shared = await shareCode(spec);
    expect(shared).toMatchObject({ ok: false, most: 30_000 });
    expect((shared as { length: number }).length).toBeGreaterThan(30_000);
  });

  it("that was cut short anywhere is refused", async () => {
    const code = await codeOf(sample("workshop"));
    for (let end = 0; end < code.length; end += 7) {
      expect(await readShare(code.slice(0, end))).toMatchObject({ ok: false, why: "damaged" });
    }
  });

  it("that was changed anywhere is refused, or still says the same", async () => {
    const spec = sample("workshop");
    const code = await codeOf(spec);
    const hash = eventHash(spec);
    const letters = "ABCXYZabcxyz0189-_.!%é ";
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: code.length - 1 }),
        fc.constantFrom(...letters),
        async (at, letter) => {
          const read = await readShare(code.slice(0, at) + letter + code.slice(at + 1));
          expect(read.ok ? eventHash(read.spec) : "refused").toBeOneOf([hash, "refused"]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of another version says so", async () => {
    expect(await readShare("2.abc")).toEqual({ ok: false, why: "version" });
    expect(await readShare("17.")).toEqual({ ok: false, why: "version" });
    expect(await readShare("x.abc")).toEqual({ ok: false, why: "damaged" });
    expect(await readShare("2")).toEqual({ ok: false, why: "damaged" });
  });

  it("that inflates to far more than an event of a link is refused before it does", async () => {
    const bomb = deflateSync(Buffer.alloc(40_000_000, 0x20), { level: 9 }).toString("base64url");
    expect(bomb.length).toBeLessThan(60_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await readShare(`1.${bomb}`)).toEqual({ ok: false, why: "long" });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(await readShare(`1.${"A".repeat(100_000)}`)).toEqual({ ok: false, why: "long" });
  });

  it("with anything else in it is refused, never thrown", async () => {
    const texts = [
      "",
      "null",
      "[]",
      '{"format":"dancecard/event","version":1}',
      "[".repeat(100_000),
      '{"__proto__":{}}',
    ];
    for (const text of texts) expect(await readShare(codeOfText(text))).toEqual({ ok: false, why: "event" });
    expect(await readShare(codeOfText(Uint8Array.of(0xff, 0xfe, 0x80)))).toEqual({ ok: false, why: "damaged" });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (junk) => {
        expect(await readShare(junk)).toMatchObject({ ok: false });
        expect(await readShare(`1.${junk}`)).toMatchObject({ ok: false });
      }),
      { numRuns: 500 },
    );
  });
});
