// What is printed, opened by a browser: it runs nothing of what names hold, and cuts no row.

import type { Browser } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agendasOf, exportFiles, type ExportOptions } from "../../src/io/export.js";
import { factsOf } from "../../src/rules/facts.js";
import { generateEvent } from "../../src/spec/samples/generate.js";
import { readSpec } from "../../src/spec/parse.js";
import { openChromium } from "../support/browser.js";
import { buyers, eventOf, scheduleOf, sellers } from "../support/event-builder.js";
import type { randomExport } from "../support/random-export.js";
import { HOSTILE, randomSchedule } from "../support/random-export.js";

let browser: Browser;
beforeAll(async () => (browser = await openChromium()));
afterAll(() => browser.close());

describe("the printed pages", () => {
  const of = async (
    { facts, schedule }: Pick<ReturnType<typeof randomExport>, "facts" | "schedule">,
    options: Omit<ExportOptions, "format">,
  ): Promise<string> => {
    const { files } = await exportFiles(facts, schedule, { format: "html", ...options });
    return new TextDecoder().decode(files[0]!.bytes);
  };

  it("show hostile names as text and run nothing", async () => {
    const names = HOSTILE.map((name, i) => ({ id: `s${i}`, name, organisation: `Org ${name}`, place: `p${i}` }));
    const spec = eventOf({
      event: { name: HOSTILE.join(" ") },
      participants: [...buyers("b1"), ...sellers(...names)],
      places: HOSTILE.map((label, i) => ({ id: `p${i}`, label })),
      meals: [{ session: "lunch", tables: [{ id: HOSTILE[1]!, seats: 99 }] }],
      wishes: [],
    });
    const schedule = {
      ...scheduleOf(["b1 s0 am.1 p0", "b1 s1 am.2 p1", "b1 s2 am.3 p2", "b1 s3 am.4 p3"]),
      meals: [{ session: "lunch", table: HOSTILE[1]!, participants: names.map(({ id }) => id) }],
    };
    const facts = factsOf(spec);
    for (const what of ["agendas", "stands", "tables", "runners"] as const) {
      const page = await browser.newPage();
      const heard: string[] = [];
      page.on("dialog", (dialog) => (heard.push(dialog.message()), void dialog.dismiss()));
      await page.setContent(await of({ facts, schedule }, { locale: "en", what }));
      const seen = await page.evaluate(() => ({
        elements: [...new Set([...document.body.querySelectorAll("*")].map(({ localName }) => localName))],
        attributes: [
          ...new Set([...document.querySelectorAll("body *")].flatMap((element) => element.getAttributeNames())),
        ],
        text: document.body.textContent,
      }));
      const foreign = ["script", "img", "iframe", "a", "link", "style", "form", "object", "svg"];
      expect(seen.elements.filter((name) => foreign.includes(name))).toEqual([]);
      expect(seen.text).toContain("<b onmouseover=alert(1)>Bold</b>");
      expect(heard).toEqual([]);
      await page.close();
    }
  });

  it.each(["a4", "a6"] as const)("begin on a page each on %s, and no row is cut or lost", async (paper) => {
    const event = readSpec(generateEvent({ buyers: 30, suppliers: 15, slots: 40, seed: 7, rules: "full" }));
    if (!event.ok) throw new Error("the generated event is not valid");
    const facts = factsOf(event.value);
    const schedule = randomSchedule(event.value, 1);
    const page = await browser.newPage();
    await page.setContent(await of({ facts, schedule }, { locale: "fr", what: "agendas", paper }));
    const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    await page.close();
    const document = await getDocumentProxy(bytes);
    const size = (await document.getPage(1)).getViewport({ scale: 1 });
    expect([Math.round(size.width / 10), Math.round(size.height / 10)]).toEqual(paper === "a4" ? [59, 84] : [30, 42]);
    const { text } = await extractText(document, { mergePages: false });
    const { people } = agendasOf(facts, schedule);
    expect(text.filter((page) => page.includes("Agenda personnel")).length).toBe(people.length);
    expect(text.filter((page) => page.trim() === "")).toEqual([]);
    const times = people.reduce((sum, { entries }) => sum + entries.length, 0);
    expect(text.join("\n").match(/\d\d:\d\d–\d\d:\d\d/g)!.length).toBe(times);
  });
});
