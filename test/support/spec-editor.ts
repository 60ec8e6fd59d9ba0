// The Spec tab for page tests: opens it, puts the caret into a line, waits until what was typed is kept.

import type { Page } from "playwright-core";
import { expect } from "vitest";

export async function openSpec(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Événement", exact: true }).click();
  await page.getByRole("button", { name: "Spec" }).click();
  await page.locator(".view-line").first().waitFor();
}

/** Puts the caret at the end of the text in quotes that ends the line which holds `line`. */
export async function caretIn(page: Page, line: string): Promise<void> {
  await page.locator(".view-line").filter({ hasText: line }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
}

/** Waits until the browser's storage has an event whose text holds this. */
export async function stored(page: Page, wanted: string): Promise<void> {
  const texts = (): Promise<string[]> =>
    page.evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === "dancecard")) return [];
      return new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open("dancecard");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction("texts").objectStore("texts").getAll();
          all.onsuccess = () => resolve((all.result as { text: string }[]).map(({ text }) => text));
          request.result.close();
        };
      });
    });
  await expect.poll(texts, { timeout: 30_000 }).toContainEqual(expect.stringContaining(wanted));
}
