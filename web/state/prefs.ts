// What somebody prefers in this browser: language, theme, density, no offer of the tour any more. Kept in localStorage; never part of an event.

import { effect, signal } from "@preact/signals";
import type { Locale } from "../i18n/formats.js";

export type Theme = "system" | "light" | "dark";
export type Density = "tight" | "comfortable" | "projector";

const KEY = "dancecard.preferences";
const THEMES: readonly Theme[] = ["system", "light", "dark"];
const DENSITIES: readonly Density[] = ["tight", "comfortable", "projector"];

const stored = read();

/** The page's language: the stored choice, else the browser's. */
export const locale = signal<Locale>(
  stored.locale === "fr" || stored.locale === "en" ? stored.locale : navigator.language.startsWith("fr") ? "fr" : "en",
);
export const theme = signal<Theme>(THEMES.find((t) => t === stored.theme) ?? "system");
export const density = signal<Density>(DENSITIES.find((d) => d === stored.density) ?? "tight");
/** True once the tour was taken or dismissed: it is offered no more. */
export const tourSeen = signal(stored.tour === "seen");

/** system, light, dark, system, … */
export function nextTheme(): void {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length]!;
}

export const densities = DENSITIES;

/** Writes the choices to the document and to storage; called once. */
export function followPreferences(): void {
  effect(() => {
    const root = document.documentElement;
    root.lang = locale.value;
    if (theme.value === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme.value;
    if (density.value === "tight") delete root.dataset["density"];
    else root.dataset["density"] = density.value;
    const kept = { locale: locale.value, theme: theme.value, density: density.value };
    const tour = tourSeen.value ? { tour: "seen" } : {};
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...kept, ...tour }));
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
  });
}

function read(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
