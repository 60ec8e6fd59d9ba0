// Runs in the page: kept over a reload and a crash in mid-run, named, compared, published, and a schedule from outside
// checked. What the worker does of it is in test/unit/web/runs.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberIn, openSample, openSite } from "../support/browser.js";
import type { Opened, Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Opens the page with the small sample. */
async function workshop(): Promise<Opened> {
  const opened = await site.open();
  await openSample(opened.page, "workshop");
  await opened.page.locator(".top .ev", { hasText: "Workshop" }).waitFor();
  return opened;
}

/** Runs for some seconds, with a seed. */
async function solve(page: Page, seed: number, seconds: "2" | "300" = "2"): Promise<void> {
  await page.locator("#run-time").selectOption(seconds);
  await page.locator("#run-seed").fill(String(seed));
  await page.getByRole("button", { name: "Calculer" }).click();
}

async function ended(page: Page): Promise<void> {
  await page.locator(".run .prog", { hasText: /^Calculé à \d\d:\d\d en/ }).waitFor();
}

async function openPanel(page: Page): Promise<void> {
  await page.locator("#runs-button").click();
  await page.locator("#runs").waitFor();
}

/** Waits until so many runs are in the storage, of this status. */
async function stored(page: Page, count: number, status: string): Promise<void> {
  const statuses = (): Promise<string[]> =>
    page.evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === "dancecard.runs")) return [];
      return new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open("dancecard.runs");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction("runs").objectStore("runs").getAll();
          all.onsuccess = () => resolve((all.result as { status: string }[]).map((run) => run.status));
          request.result.close();
        };
      });
    });
  await expect.poll(statuses, { timeout: 30_000 }).toEqual(Array.from({ length: count }, () => status));
}

function score(page: Page): Promise<number> {
  return page.locator("#runs .runlist li .n").first().textContent().then(numberIn);
}

/** The row of a run; the newest is the first. */
function row(page: Page, at: number): ReturnType<Page["locator"]> {
  return page.locator("#runs .runlist li").nth(at);
}

describe("a run", () => {
  it("is there again after a reload, with what made it, judged anew", async () => {
    const { page, complaints } = await site.open();
    await solve(page, 7);
    await ended(page);
    await openPanel(page);
    const before = await score(page);
    await stored(page, 1, "finished");
    await page.reload();
    await page.locator(".run .prog", { hasText: /^Calculé à .*, revérifié\s: 0 règle enfreinte$/ }).waitFor();
    await openPanel(page);
    await row(page, 0)
      .getByText(/^Recherche, graine 7, 1 processus, 2\ss · .* · à l’écran$/)
      .waitFor();
    expect(await score(page)).toBe(before);
    expect(complaints).toEqual([]);
  });

  it("survives other workspaces, and its best is there after a reload in mid-run", async () => {
    const { page } = await site.open();
    await solve(page, 7, "300");
    await page.locator(".top").getByRole("button", { name: "Événement", exact: true }).click();
    await page.locator(".top").getByRole("button", { name: "Planning" }).click();
    await page.getByRole("button", { name: "Arrêter et garder" }).waitFor();
    await stored(page, 1, "running");
    await page.reload();
    await page.locator(".run .prog", { hasText: /^Interrompu après .*: le meilleur jusque-là est gardé/ }).waitFor();
    await page.locator(".ql", { hasText: /Score \d/ }).waitFor();
    await stored(page, 1, "interrupted");
  });

  it("whose solver was killed keeps its best, and the next run has another one", async () => {
    const { page } = await site.open();
    await solve(page, 7, "300");
    await stored(page, 1, "running");
    const solver = page.workers().find((worker) => /\/worker-[^/]*\.js$/.test(worker.url()))!;
    await solver.evaluate(() => {
      setTimeout(() => {
        throw new Error("killed");
      });
    });
    await page.locator(".run .prog", { hasText: /^Le solveur s’est arrêté : .*killed.*est gardé\.$/ }).waitFor();
    await page.locator(".ql", { hasText: /Score \d/ }).waitFor();
    await stored(page, 1, "crashed");
    await solve(page, 8);
    await ended(page);
  });

  it("whose event worker was killed keeps its best", async () => {
    const { page } = await site.open();
    await page.context().route("**/event-worker*.js", async (route) => {
      const response = await route.fetch();
      const die =
        'new BroadcastChannel("die").onmessage = () => { setTimeout(() => self.close(), 0); throw new Error("killed"); }';
      await route.fulfill({ response, body: `${die};\n${await response.text()}` });
    });
    await page.reload();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    await solve(page, 7, "300");
    await stored(page, 1, "running");
    await page.evaluate(() => new BroadcastChannel("die").postMessage(0));
    await page.locator(".alert", { hasText: "killed" }).getByRole("button", { name: "Recharger" }).click();
    await page.locator(".run .prog", { hasText: /^Interrompu après/ }).waitFor();
    await page.locator(".ql", { hasText: /Score \d/ }).waitFor();
  });
});

describe("two runs", () => {
  it("are named, deleted and had back, compared person by person, and the other one is shown", async () => {
    const { page, complaints } = await workshop();
    await solve(page, 1);
    await ended(page);
    // A baseline, so that there is something to lose.
    await page.locator("#run-variant").selectOption("greedy");
    await solve(page, 2);
    await page.locator("#runs-button .q", { hasText: "2" }).waitFor();
    await ended(page);
    await openPanel(page);
    const actions = row(page, 1).getByRole("button", { name: /nommer, poursuivre/ });
    await actions.click();
    await page.getByRole("button", { name: "Nommer", exact: true }).click();
    await page.getByLabel("Nom du calcul").fill("<b>Le bon</b>");
    await page.getByRole("button", { name: "Garder" }).click();
    await page.getByRole("button", { name: "<b>Le bon</b>", exact: true }).waitFor();
    await actions.click();
    await page.getByRole("button", { name: "Supprimer", exact: true }).click();
    await page.getByText("Le calcul <b>Le bon</b> est supprimé.").waitFor();
    await page.locator("#runs .toldline").getByRole("button", { name: "Annuler" }).click();
    await page.getByRole("button", { name: "<b>Le bon</b>", exact: true }).waitFor();
    await page.getByRole("button", { name: "Comparer deux calculs" }).click();
    await page
      .locator(".cmp .say", { hasText: /^B perd [\d\s]+ points\. \d+ personnes? y gagne(nt)?, \d+ y perd(ent)?\.$/ })
      .waitFor();
    const [a, b, difference] = await page.locator(".terms tr.tot .n").allTextContents();
    expect(numberIn(b!) - numberIn(a!)).toBe(numberIn(difference!));
    const loser = page.locator(".cmptwo section").nth(1).locator(".pline .who").nth(1);
    const name = await loser.textContent();
    await loser.click();
    await page.locator(".per h2", { hasText: name! }).waitFor();
    await page.getByRole("button", { name: /^Seulement dans A/ }).click();
    await page.locator(".mline").first().waitFor();
    await page.getByRole("button", { name: "Afficher A" }).click();
    await page.getByRole("button", { name: "Afficher B" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("are published one after the other, and the second says whom to tell; both are there after a reload", async () => {
    const { page, complaints } = await workshop();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await solve(page, 1);
    await ended(page);
    const publish = async (version: number): Promise<void> => {
      await row(page, 0)
        .getByRole("button", { name: /nommer, poursuivre/ })
        .click();
      await page.getByRole("button", { name: "Publier…" }).click();
      await page.getByLabel("Note, pour qui publie").fill(`envoi ${version}`);
      await page.getByRole("button", { name: `Publier la version ${version}` }).click();
      await page.getByText(`La version ${version} est publiée.`).waitFor();
    };
    await openPanel(page);
    await publish(1);
    await page.locator("#run-variant").selectOption("greedy");
    await solve(page, 2);
    await page.locator("#runs-button .q", { hasText: "2" }).waitFor();
    await ended(page);
    await publish(2);
    await page.locator("#runs .toldline").getByRole("button", { name: "Personnes à prévenir" }).click();
    await page
      .locator(".telltop .say", {
        hasText: /^\d+ agendas diffèrent dans la version 2\s: ces personnes ont la version 1\.$/,
      })
      .waitFor();
    const first = await page.locator(".tline.first .link").first().textContent();
    await page.getByRole("button", { name: "Copier la liste" }).click();
    await page.getByText(/caractères copiés/).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(first);
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Enregistrer en CSV" }).click();
    expect((await saving).suggestedFilename()).toBe("a-prevenir-v2.csv");
    await page.getByLabel("Planning publié").selectOption("1");
    await page.getByText("La version 1 est la première : tout le monde reçoit un agenda.").waitFor();
    await openSample(page, "recruitment-day");
    await openSample(page, "workshop");
    await page.locator("#runs-button .q", { hasText: "2" }).waitFor();
    await openPanel(page);
    expect(await page.locator("#runs .version").allTextContents()).toEqual([
      expect.stringMatching(/^Version 2.*envoi 2/),
      expect.stringMatching(/^Version 1.*envoi 1/),
    ]);
    expect(complaints).toEqual([]);
  });
});

describe("a schedule from outside", () => {
  it("that is broken is shown with its breaches and its unread lines; names are text", async () => {
    const { page, complaints } = await workshop();
    await openPanel(page);
    await page.getByRole("button", { name: "Vérifier un planning…" }).click();
    const rows = [
      "Acheteur;Fournisseur;Créneau;Lieu",
      "ada;anvil;am.1;table-1",
      "ada;beacon;am.1;table-1",
      'ada;"<img src=x onerror=""alert(1)"">";am.2;table-1',
      "__proto__;anvil;constructor;",
    ];
    await page.getByLabel("Coller des cellules").fill(rows.join("\n"));
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();
    await page.locator(".audited .verdict", { hasText: /^Il enfreint des règles\s: \d+ infractions\.$/ }).waitFor();
    await page.getByText("2 rendez-vous lus sur 4 lignes, 2 lignes non lues.").waitFor();
    await page.locator(".audited").getByText('« <img src=x onerror="alert(1)"> » n’est pas un participant.').waitFor();
    // A bound is looked for, as no run has given one.
    await page.getByText(/Aucun planning qui respecte les règles ne dépasse [\d\s]+\. Ce qui enfreint/).waitFor();
    await page.getByRole("button", { name: "Voir les constats" }).click();
    await page.locator("#runs").getByRole("button", { name: "Fermer" }).click();
    await page.getByText("« ada » a 2 rendez-vous dans le créneau « am.1 ».").waitFor();
    await page.locator(".run .prog", { hasText: /^Venu d’ailleurs, lu à/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("is read on a phone only to be looked at: list and comparison fit", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 } });
    await page.getByRole("button", { name: "Calculer" }).click();
    await page.locator("#runs-button .q", { hasText: "1" }).waitFor();
    await page.getByRole("button", { name: "Arrêter et garder" }).click();
    await page.locator("#runs-button").click();
    await page.getByText("Les calculs se regardent ici.").waitFor();
    expect(await page.locator("#runs").getByRole("button", { name: "Vérifier un planning…" }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
