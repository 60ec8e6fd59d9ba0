// The Lab: its numbers are those of the harness in Node, byte for byte where budgets are steps; what is stopped keeps what was
// done; links give the plan again, and wrong ones change nothing.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenEvent, ladder } from "../../src/bench/instances.js";
import { emptyFile } from "../../src/bench/plan.js";
import type { Bench } from "../../src/bench/plan.js";
import { benchReport } from "../../src/bench/report.js";
import { benchText, parseBench } from "../../src/bench/results.js";
import type { BenchFile } from "../../src/bench/results.js";
import { benchRuns } from "../../src/bench/run.js";
import { parseSpec, sampleText, variantById } from "../../src/index.js";
import { openSample, openSite } from "../support/browser.js";
import type { Opened, Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const PLAN =
  "#lab=v=1&suite=quality&variants=search,greedy&events=this&sizes=XS&rules=full&seeds=1-2&steps=300,5000&repeat=1";
/** As Playwright's own Chromium lets a page do it. */
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

async function open(hash = PLAN): Promise<Opened> {
  const opened = await site.open(CLIPBOARD, hash);
  await planned(opened.page, /^\d+ (essais|événement)/);
  return opened;
}

/** The plan of the form in words. */
function planned(page: Page, text: RegExp): Promise<void> {
  return page.locator("#lab-plan", { hasText: text }).waitFor();
}

/** Measures to the end, and waits for the results to be drawn. */
async function measure(page: Page, all: number): Promise<void> {
  await page.getByRole("button", { name: "Mesurer", exact: true }).click();
  await page.getByRole("group", { name: `Fait\u202f: ${all} sur ${all}`, exact: true }).waitFor();
  await page.locator('.labo-main[aria-busy="false"]').waitFor();
}

async function copied(page: Page, what: "JSON" | "Markdown" | "lien"): Promise<string> {
  await page.getByRole("button", { name: `Copier le ${what}`, exact: true }).click();
  const said = {
    JSON: "Les résultats sont copiés en JSON.",
    Markdown: "Le rapport est copié.",
    lien: "Le lien est copié.",
  };
  await page.getByText(said[what], { exact: true }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function results(page: Page): Promise<BenchFile> {
  const read = parseBench(await copied(page, "JSON"));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

/** The same bench in Node. */
function inNode(bench: Bench, hosts: BenchFile["hosts"]): BenchFile {
  const kernel = readFileSync(join(import.meta.dirname, "../../dist/kernel.wasm"));
  const build = createHash("sha256").update(kernel).digest("hex").slice(0, 8);
  const host = { module: new WebAssembly.Module(kernel), build, cpu: () => 0, wall: () => 0 };
  return { ...emptyFile(bench, hosts[0]!), runs: [...benchRuns(bench, host)] };
}

describe("a bench of steps", () => {
  it("gives the bytes that Node gives, as JSON and as Markdown in the page's language", async () => {
    const { page, complaints } = await open("#lab");
    await openSample(page, "workshop");
    await page.goto(page.url().split("#")[0] + PLAN);
    await planned(page, /^8 essais.*300 pas et 5\u202f000 pas/);
    await measure(page, 8);
    const file = await results(page);
    const spec = parseSpec(sampleText("workshop")!);
    if (!spec.ok) throw new Error("the sample is no event");
    const name = file.runs.at(-1)!.instance;
    const expected = inNode(
      {
        suite: "quality",
        instances: [...ladder(["XS"], ["full"], [1, 2]), ...givenEvent(name, spec.value, [1, 2])],
        variants: [variantById("search")!, variantById("greedy")!],
        repeat: 1,
        unit: "steps",
        budgets: [300, 5000],
      },
      file.hosts,
    );
    expect(await copied(page, "JSON")).toBe(benchText(expected));
    expect(await copied(page, "Markdown")).toBe(benchReport(expected, "fr"));
    expect(file.hosts[0]!.runtime).toMatch(/^Chromium \d+$/);
    // The table says what the report says.
    const rows = await page.locator(".labo-table tbody tr").count();
    expect(rows).toBe(8);
    await page.getByRole("button", { name: "EN", exact: true }).click();
    await page.getByRole("button", { name: "Copy Markdown", exact: true }).click();
    await page.getByText("The report is copied.", { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(benchReport(expected, "en"));
    expect(complaints).toEqual([]);
  });

  it("draws the curves of each event and the profile, and says them in words", async () => {
    const { page } = await open();
    await measure(page, 8);
    const curves = page.getByRole("img", { name: /^Convergence/ });
    const first = await curves.getAttribute("aria-label");
    expect(first).toMatch(/Recherche \d/);
    expect(first).toMatch(/borne \d/);
    await page.getByRole("combobox", { name: "Événement" }).selectOption("XS:full:2");
    await page.locator(`.labo-lines[aria-label^="Convergence"]:not([aria-label="${first}"])`).waitFor();
    const profile = page.getByRole("img", { name: /^Profil de performance.*Recherche \d+\s%/ });
    expect(await profile.count()).toBe(1);
    await page.getByRole("combobox", { name: "À moins de" }).selectOption("0.05");
    await page.getByText(/est arrivée à 5\s% du meilleur score/).waitFor();
  });

  it("that is stopped keeps what was done, and another one begins anew", async () => {
    const long = PLAN.replace("300,5000", "300,2000000000").replace("search,greedy", "greedy,search");
    const { page, complaints } = await open(long);
    await page.getByRole("button", { name: "Mesurer", exact: true }).click();
    // The second run would take the better part of an hour.
    await page.getByText(/^En cours\u202f: Recherche, XS:full:1/).waitFor();
    await page.getByRole("button", { name: "Arrêter et garder", exact: true }).click();
    await page.getByText("Arrêté\u202f; ce qui est fait est gardé.", { exact: true }).waitFor();
    await page.locator('.labo-main[aria-busy="false"]').waitFor();
    const file = await results(page);
    expect(file.runs.map(({ run, variant, results: [first] }) => [run, variant, first!.verdict])).toEqual([
      [0, "greedy", "ok"],
    ]);
    await page.locator("#lab-budgets").fill("300");
    await planned(page, /après 300 pas/);
    await measure(page, 8);
    expect((await results(page)).runs).toHaveLength(8);
    expect(complaints).toEqual([]);
  });
});

describe("the suite speed", () => {
  it("compares Wasm with JavaScript in turns", async () => {
    const { page } = await open("#lab");
    await page.getByRole("radio", { name: /^Vitesse/ }).check();
    await page.locator("#lab-unit").selectOption("steps");
    await page.locator("#lab-budgets").fill("2000");
    await page.locator("#lab-repeat").fill("3");
    await planned(page, /^1 événement.*2\u202f000 pas/);
    await measure(page, 1);
    const { suite, speeds } = await results(page);
    expect(suite).toBe("speed");
    expect(speeds.map(({ variant, verdict, turns }) => [variant, verdict, turns.map(({ steps }) => steps)])).toEqual([
      ["search", "ok", [2000, 2000, 2000]],
      ["search-js", "ok", [2000, 2000, 2000]],
    ]);
    await page.getByRole("heading", { name: /fait \S+ fois autant de pas que/ }).waitFor();
  });
});

describe("a link", () => {
  it("gives the plan again, and nothing of the event", async () => {
    const { page } = await open();
    const link = await copied(page, "lien");
    expect(link.slice(link.indexOf("#"))).toBe(PLAN);
    const other = await site.again(page, link.slice(link.indexOf("#")));
    await planned(other.page, /^8 essais.*300 pas et 5\u202f000 pas/);
    expect(other.page.url().slice(other.page.url().indexOf("#"))).toBe("#lab");
    const on = await other.page.locator(".labo-form input:checked").count();
    // Suite, two variants, this event, one size, one kind of rules.
    expect(on).toBe(6);
    expect(await other.page.locator("#lab-seeds").inputValue()).toBe("1-2");
  });

  it("is measured as it says, however soon that is asked for", async () => {
    const { page } = await site.open(CLIPBOARD, PLAN);
    await measure(page, 8);
    expect((await results(page)).plan.budgets).toEqual([300, 5000]);
  });

  it.each([
    ["v=1&steps=1&seeds=1&variants=search,<b>bold</b>&sizes=XS", /Il n’y a pas de variante «\s<b>bold<\/b>\s» ici/],
    ["v=9&steps=1", /il n’est pas de cette version de la page/],
    ["v=1&steps=1&cookie=1", /«\scookie=1\s» n’y a pas de sens/],
    ["%", /«\s%\s» n’y a pas de sens/],
  ])("that is wrong (%s) says so and changes nothing", async (link, said) => {
    const { page, complaints } = await open("#lab");
    const before = await page.locator("#lab-seeds").inputValue();
    await page.evaluate((hash) => (location.hash = hash), `lab=${link}`);
    await page.locator("#lab-plan .wrong", { hasText: said }).waitFor();
    expect(await page.locator("#lab-seeds").inputValue()).toBe(before);
    expect(await page.getByRole("button", { name: "Mesurer", exact: true }).getAttribute("aria-disabled")).toBe(
      "false",
    );
    expect(complaints).toEqual([]);
  });
});

describe("by keyboard", () => {
  it("a bench is chosen, begun and read", async () => {
    const { page } = await open(PLAN.replace("300,5000", "300"));
    await page.getByRole("button", { name: "Labo", exact: true }).focus();
    await page.getByRole("checkbox", { name: /^Celui-ci/ }).focus();
    await page.keyboard.press("Space");
    await planned(page, /^4 essais/);
    await page.locator("#lab-seeds").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("x");
    await page.locator("#lab-plan .wrong").waitFor();
    expect(await page.locator("#lab-seeds").getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("5");
    await planned(page, /^2 essais/);
    for (const id of ["lab-unit", "lab-budgets", "lab-repeat"]) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    }
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("group", { name: "Fait\u202f: 2 sur 2", exact: true }).waitFor();
    await page.locator('.labo-main[aria-busy="false"]').waitFor();
    expect(await page.locator(".labo-table tbody tr").count()).toBe(2);
  });
});

it("says what is wrong with the event of the page", async () => {
  const { page } = await open();
  await openSample(page, "impossible");
  await page.locator("#lab-plan .wrong", { hasText: /^L’événement de la page ne peut pas être lu/ }).waitFor();
  await page.getByRole("checkbox", { name: /^Celui-ci/ }).uncheck();
  await planned(page, /^4 essais/);
});
