// Every screen looked at by axe: nothing that hinders somebody who cannot see, or sees badly, light and dark. Which keys
// reach what stands in keys.test.ts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeEvents, openEvents, openSite, startTour } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

// As text through the debugger's door: the page's policy refuses scripts that are not its own.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** As much of it as is used. */
interface Axe {
  run(part: string, options: { runOnly?: string[]; resultTypes: string[] }): Promise<AxeResults>;
}

/** One page that goes from screen to screen, and what is wrong on those it has seen. */
class Walk {
  readonly wrong: string[] = [];
  private constructor(
    readonly page: Page,
    private readonly where: string,
  ) {}

  static async open(viewport: { width: number; height: number }, hash: string): Promise<Walk> {
    // Without motion, colours are what they will be.
    const { page } = await site.open({ viewport, reducedMotion: "reduce" }, hash);
    await page.evaluate(AXE);
    return new Walk(page, `${viewport.width} px`);
  }

  /** Looks at what is on the screen: all of it in light, its colours in dark. */
  async look(screen: string, part = "html"): Promise<void> {
    await this.page.emulateMedia({ colorScheme: "light" });
    await this.run(`${screen}, light`, part, {});
    await this.page.emulateMedia({ colorScheme: "dark" });
    await this.run(`${screen}, dark`, part, { runOnly: ["color-contrast", "link-in-text-block"] });
  }

  private async run(screen: string, part: string, rules: { runOnly?: string[] }): Promise<void> {
    const found = await this.page.evaluate(
      async ({ part, rules }) => {
        const { axe } = globalThis as unknown as { axe: Axe };
        const { violations } = await axe.run(part, { ...rules, resultTypes: ["violations"] });
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .flatMap(({ id, help, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`),
          );
      },
      { part, rules },
    );
    this.wrong.push(...found.map((text) => `${screen}, ${this.where}: ${text}`));
  }

  async go(place: string, ready: string): Promise<void> {
    await this.page.evaluate((hash) => (location.hash = hash), place);
    await this.page.locator(ready).first().waitFor();
  }
}

describe("the event at a desk", () => {
  it("in its tables, with an import and a cell open", async () => {
    const walk = await Walk.open(DESK, "#event/people");
    const { page } = walk;
    await page.locator(".dtrow").first().waitFor();
    await walk.look("people");
    await page.locator(".dt").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("D");
    await page.locator(".cellbox [role=option]").first().waitFor();
    await walk.look("a cell");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Coller depuis un tableur" }).click();
    await page.locator(".pastebox").waitFor();
    await walk.look("an import begun");
    await page.locator(".pastebox textarea").fill("Nom\tOrganisation\nJeanne Exemple\tExemple SA\n");
    await page.getByRole("button", { name: "Lire les cellules" }).click();
    await page.locator(".map").waitFor();
    await walk.look("an import read");
    await page.locator(".imp").getByRole("button", { name: "Fermer" }).click();
    await walk.go("event/wishes", ".dtrow");
    await walk.look("wishes");
    await page.getByRole("button", { name: "Matrice" }).click();
    await page.locator(".mxsize").waitFor();
    await walk.look("wishes as a matrix");
    await walk.go("event/places", ".dtrow");
    await walk.look("places");
    await walk.go("event/packages", ".dtrow");
    await walk.look("packages");
    expect(walk.wrong).toEqual([]);
  });

  it("with nothing in it, and my events", async () => {
    const walk = await Walk.open(DESK, "#event/people");
    const { page } = walk;
    await openEvents(page);
    await page.getByRole("button", { name: "Nouvel événement" }).click();
    await page.locator("#events [data-event]").waitFor();
    await walk.look("my events");
    await closeEvents(page);
    await page.locator(".dtempty").waitFor();
    await walk.look("people, none");
    await walk.go("event/calendar", ".cal");
    await walk.look("calendar, no days");
    await walk.go("event/overview", ".ov");
    await walk.look("overview of nothing");
    expect(walk.wrong).toEqual([]);
  });

  it("in its other screens", async () => {
    const walk = await Walk.open(DESK, "#event/overview");
    const { page } = walk;
    await page.locator(".wl li").first().waitFor();
    await walk.look("overview");
    await walk.go("event/calendar", "[data-spot]");
    await page.locator("[data-spot]").first().click();
    await walk.look("calendar and a session");
    await walk.go("event/rules", ".rlbox li");
    await page.locator(".monaco-editor .view-line").first().waitFor();
    await walk.look("rules beside the text");
    await walk.go("event/spec", ".work.spec .view-line");
    await walk.look("text");
    expect(walk.wrong).toEqual([]);
  });
});

describe("the schedule at a desk", () => {
  it("before and after a run, and its lunches", async () => {
    const walk = await Walk.open(DESK, "");
    const { page } = walk;
    await page.locator(".gridbox [role=rowheader]").first().waitFor();
    await walk.look("grid, nothing solved");
    await page.locator("#run-time").selectOption("2");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.getByText(/^Calculé à/).waitFor();
    await page.getByRole("rowheader", { name: "Aline Boisgravel" }).click();
    await page.locator("aside.per h2").waitFor();
    await walk.look("grid and an agenda");
    await walk.go("schedule/summary", ".sheet");
    await walk.look("summary");
    await walk.go("schedule/findings", ".find section");
    await walk.look("findings");
    await walk.go("schedule/lunches", "[data-person]");
    await page.locator("[data-person]").first().click();
    await walk.look("lunches");
    await page.keyboard.press("m");
    await page.locator(".moving .seat.yes").first().waitFor();
    await walk.look("a seat to be chosen");
    expect(walk.wrong).toEqual([]);
  });

  it("places, a meeting in the hand, and what stands beside the page", async () => {
    const walk = await Walk.open(DESK, "");
    const { page } = walk;
    for (const seed of ["1", "2"]) {
      await page.locator("#run-time").selectOption("2");
      await page.locator("#run-seed").fill(seed);
      await page.getByRole("button", { name: "Calculer", exact: true }).click();
      await page.getByText(/^Calculé à/).waitFor();
    }
    await page.locator(".gridbox .row .c.p2:not(.lock)").nth(14).click();
    await page.locator(".gridbox").focus();
    await page.keyboard.press("m");
    await page.locator(".handrows").waitFor();
    await walk.look("a slot to be chosen");
    await page.keyboard.press("Escape");
    await walk.go("schedule/places", ".gridbox [role=rowheader]");
    await walk.look("places");
    await page.locator("#runs-button").click();
    await page.locator("#runs .runlist li").nth(1).waitFor();
    await walk.look("runs", "#runs");
    await page.getByRole("button", { name: "Vérifier un planning…" }).click();
    await page.locator("#runs textarea").waitFor();
    await walk.look("a schedule from outside", "#runs");
    await page.keyboard.press("Escape");
    await page.locator("#exports-button").click();
    await page.locator("#exports h3").first().waitFor();
    await walk.look("exports", "#exports");
    await page.keyboard.press("Escape");
    await walk.go("schedule/compare", ".cmptop .say");
    await walk.look("two runs");
    expect(walk.wrong).toEqual([]);
  });
});

describe("the lab", () => {
  it.each([DESK, PHONE])("before and after a bench, and with a mistake in it", async (viewport) => {
    const link = "lab=v=1&variants=search,greedy,reference&sizes=XS&rules=pure&seeds=1-2&steps=200,2000";
    const walk = await Walk.open(viewport, `#${link}`);
    const { page } = walk;
    await page.locator("#lab-plan", { hasText: /^6 essais/ }).waitFor();
    await walk.look("nothing measured");
    await page.getByRole("button", { name: "Mesurer", exact: true }).click();
    await page.getByRole("group", { name: "Fait\u202f: 6 sur 6", exact: true }).waitFor();
    await page.locator('.labo-main[aria-busy="false"] .labo-lines').first().waitFor();
    await walk.look("results");
    await walk.go("lab=v=1&steps=0", "#lab-plan .wrong");
    await walk.look("a wrong link");
    expect(walk.wrong).toEqual([]);
  });

  it("with a variant that somebody writes, and an error in it", async () => {
    const walk = await Walk.open(DESK, "#lab");
    const { page } = walk;
    await page.getByRole("button", { name: "Écrire une variante", exact: true }).click();
    await page.locator(".own-editor[aria-busy=false]").waitFor({ timeout: 60_000 });
    await walk.look("a new variant");
    await page.locator(".own-box .monaco-editor.focused").waitFor();
    await page.keyboard.type("!");
    await page.locator(".own-errors").waitFor();
    await walk.look("an error");
    expect(walk.wrong).toEqual([]);
  });
});

describe("the tour", () => {
  it.each([DESK, PHONE])("in each step", async (viewport) => {
    const walk = await Walk.open(viewport, "");
    const { page } = walk;
    await startTour(page);
    for (let step = 1; step <= 7; step++) {
      await page.getByText(`${step} / 7`).waitFor();
      await page.locator(".tourframe").waitFor();
      await walk.look(`step ${step}`, ".tour");
      await page.keyboard.press("Enter");
    }
    expect(walk.wrong).toEqual([]);
  });
});

describe("on a phone", () => {
  it("overview, calendar, rules, schedule, an agenda, lunches, my events", async () => {
    const walk = await Walk.open(PHONE, "#event/overview");
    const { page } = walk;
    await page.locator(".wl li").first().waitFor();
    await walk.look("overview");
    await walk.go("event/calendar", ".daylist li");
    await walk.look("calendar");
    await walk.go("event/rules", ".prules li");
    await walk.look("rules");
    await walk.go("schedule/grid", ".sl li button");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.locator(".nn").waitFor();
    await page.getByRole("button", { name: "Arrêter et garder" }).click();
    await page.getByText(/^Arrêté à/).waitFor();
    await walk.look("schedule");
    await page.locator(".sl li button").first().click();
    await page.locator(".k3").waitFor();
    await walk.look("an agenda");
    await walk.go("schedule/lunches", ".pseat");
    await page.locator(".pseat").first().click();
    await walk.look("lunches");
    await openEvents(page);
    await walk.look("my events");
    expect(walk.wrong).toEqual([]);
  });
});
