// PDFs, opened by pdf.js: every text of the sheets is on the right page, in the right size of paper, whatever it holds; a
// letter that no font has is said; the same schedule gives the same bytes.

import { readFileSync } from "node:fs";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { agendasOf, exportFiles, printedOf, textsOf, type Printed } from "../../../../src/io/export.js";
import { pdfOf, type Pdf } from "../../../../src/io/export/pdf.js";
import { factsOf } from "../../../../src/rules/facts.js";
import { generateEvent } from "../../../../src/spec/samples/generate.js";
import { readSpec } from "../../../../src/spec/parse.js";
import { buyers, eventOf, scheduleOf, sellers } from "../../../support/event-builder.js";
import { HOSTILE, randomExport, randomSchedule } from "../../../support/random-export.js";

const A4 = [595, 842];
const A6 = [298, 420];

/** Ids of random events that Inter cannot write. */
const STRANGE = /[🙂عميل]/gu;

/** The texts of its pages, and their sizes in whole points. */
async function read({ bytes }: Pick<Pdf, "bytes">): Promise<{ pages: string[]; sizes: number[][] }> {
  const document = await getDocumentProxy(bytes.slice());
  const { text } = await extractText(document, { mergePages: false });
  const sizes: number[][] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { width, height } = (await document.getPage(i)).getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
  }
  return { pages: text, sizes };
}

/** Text without spaces: lines break where there is no room. */
function packed(text: string): string {
  return text.normalize("NFC").replace(/\s/g, "");
}

function pagesOf(text: readonly string[]): string {
  return packed(text.join(""));
}

async function printed(seed: number, kind: Printed["kind"]): Promise<Printed> {
  const { facts, schedule } = randomExport(seed);
  return printedOf(agendasOf(facts, schedule), kind, { locale: "fr", stamp: "2027-03-12T13:32:00Z" });
}

describe("a PDF", () => {
  it.each(["agendas", "stands", "tables", "runners"] as const)(
    "has every text of the %s, on A4 and A6",
    async (kind) => {
      let texts = 0;
      for (let seed = 0; seed < 12; seed++) {
        const sheets = await printed(seed, kind);
        for (const [paper, size] of [
          ["a4", A4],
          ["a6", A6],
        ] as const) {
          const pdf = await pdfOf(sheets, { paper, locale: "fr" });
          const { pages, sizes } = await read(pdf);
          expect(sizes.length).toBe(pdf.pages);
          expect(sizes.every(([w, h]) => w === size[0] && h === size[1])).toBe(true);
          const all = pagesOf(pages);
          for (const text of textsOf(sheets)) {
            // Texts of several columns may be woven together where both break: their words are all there.
            for (const word of text.replace(STRANGE, "?").split(" "))
              expect(all, `seed ${seed} ${paper}: ${text}`).toContain(packed(word));
            texts++;
          }
          expect(pdf.missing.filter((text) => text.replace(STRANGE, "") === text)).toEqual([]);
        }
      }
      expect(texts).toBeGreaterThan(100);
    },
  );

  it("is the same bytes each time, and has no clock in it", async () => {
    const sheets = await printed(4, "agendas");
    const [one, two] = [
      await pdfOf(sheets, { paper: "a4", locale: "fr" }),
      await pdfOf(sheets, { paper: "a4", locale: "fr" }),
    ];
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
    expect(Buffer.from(one.bytes).toString("latin1")).toContain("(D:20000101000000Z)");
  });

  it("begins each person on a page of its own, with the name again where it goes on", async () => {
    const calendar = [1, 2, 3].map((day) => ({
      date: `2027-03-1${day}`,
      sessions: [{ id: `d${day}`, kind: "meetings" as const, start: "08:00", end: "18:00", meeting: 20 }],
    }));
    const others = sellers(...Array.from({ length: 90 }, (_, i) => `s${i}`));
    const spec = eventOf({
      calendar,
      participants: [...buyers({ id: "b", name: "Hélène Żółć" }), ...others],
      wishes: [],
    });
    const schedule = scheduleOf(others.map(({ id }, i) => `b ${id} d${1 + Math.floor(i / 30)}.${1 + (i % 30)}`));
    const { files } = await exportFiles(factsOf(spec), schedule, { format: "pdf", what: "agendas", locale: "fr" });
    const { pages } = await read(files[0]!);
    const own = pages.filter((text) => /90 rendez-vous|\(suite\)/.test(text));
    expect(own.length).toBeGreaterThan(1);
    expect(pages.length).toBe(own.length + 90);
    expect(own.every((text) => text.includes("Hélène Żółć"))).toBe(true);
    expect(own.slice(1).every((text) => text.includes("(suite)"))).toBe(true);
    // No row is lost or doubled where a page ends; a day's heading stands over its rows on each page.
    const rows = own.flatMap((text) => [...text.matchAll(/\bs\d+\b/g)].map(([name]) => name));
    expect(rows.sort()).toEqual(others.map(({ id }) => id).sort());
    for (const text of own) expect(text).toMatch(/(Jeudi 11|Vendredi 12|Samedi 13) mars/);
  });

  it("says which texts have letters that it lacks", async () => {
    const spec = eventOf({
      participants: [
        ...buyers({ id: "b1", name: "Юлия Щукина" }),
        ...sellers({ id: "s1", name: "عميل 王" }, { id: "s2", name: "✂ Cut" }),
      ],
      wishes: [],
    });
    const schedule = scheduleOf(["b1 s1 am.1", "b1 s2 am.2"]);
    const options = { format: "pdf", what: "agendas", locale: "en" } as const;
    const { files, warnings } = await exportFiles(factsOf(spec), schedule, options);
    const text = (await read(files[0]!)).pages.join("\n");
    expect(text).toContain("Юлия Щукина");
    expect(text).toContain("???? ?");
    expect(warnings.map(({ code, text }) => [code, text.en])).toEqual([
      ["missing-letters", expect.stringMatching(/of 2 texts.*“✂ Cut”, “عميل 王”/)],
    ]);
  });

  it("draws letters with a font that is handed in", async () => {
    // Letters of nobody's but this font, which is at hand.
    const regular = readFileSync("node_modules/monaco-editor/esm/vs/base/browser/ui/codicons/codicon/codicon.ttf");
    const spec = eventOf({ participants: [...buyers({ id: "b1", name: "Icon \uea60\uea61" }), ...sellers("s1")] });
    const { files, warnings } = await exportFiles(factsOf(spec), scheduleOf(["b1 s1 am.1"]), {
      format: "pdf",
      what: "agendas",
      locale: "en",
      fonts: [{ regular }],
    });
    expect(warnings).toEqual([]);
    expect((await read(files[0]!)).pages.join("\n")).toContain("Icon \uea60\uea61");
  });

  it("shows hostile names as text", async () => {
    const spec = eventOf({
      participants: [
        ...buyers("b1"),
        ...sellers(...HOSTILE.map((name, i) => ({ id: `s${i}`, name, organisation: `Org ${name}` }))),
      ],
      wishes: [],
    });
    const { files } = await exportFiles(factsOf(spec), scheduleOf(["b1 s0 am.1", "b1 s1 am.2"]), {
      format: "pdf",
      locale: "en",
    });
    const { pages } = await read(files.find(({ name }) => name === "agendas.pdf")!);
    expect(pagesOf(pages)).toContain(packed('=HYPERLINK("http://x")'));
    expect(pagesOf(pages)).toContain(packed("<b onmouseover=alert(1)>Bold</b>"));
    for (const { bytes } of files) {
      const raw = Buffer.from(bytes).toString("latin1");
      expect(raw).not.toMatch(/\/(JavaScript|JS|URI|Launch|AA|OpenAction)\b/);
    }
  });

  it("has 150 people in one file, each on pages of its own", async () => {
    const event = readSpec(generateEvent({ buyers: 100, suppliers: 50, slots: 24, seed: 7, rules: "full" }));
    if (!event.ok) throw new Error("the generated event is not valid");
    const facts = factsOf(event.value);
    const schedule = randomSchedule(event.value, 1);
    const { files } = await exportFiles(facts, schedule, { format: "pdf", what: "agendas", locale: "fr" });
    const { pages } = await read(files[0]!);
    const names = agendasOf(facts, schedule).people.map(({ who }) => who.name);
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(pages.length).toBeGreaterThanOrEqual(names.length);
    for (const name of names) expect(pages.some((text) => packed(text).includes(packed(name)))).toBe(true);
  });
});
