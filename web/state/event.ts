// The event as the page knows it: a view from the worker, the samples, and how to open another one.

import { batch, computed, signal } from "@preact/signals";
import type { EventView, OpenAnswer, OpenRefusal, SampleView, Source, VariantView } from "../protocol.js";
import type { StartWish } from "../worker/keep/api.js";
import { ask } from "./bridge.js";
import { locale } from "./prefs.js";

/** What opens where nothing is kept. */
export const FIRST = "customer-relationship-meetings";

/** The last reading of the event's text; null until the first one. */
export const event = signal<EventView | null>(null);
/** True while another event is being read. */
export const opening = signal(true);
export const samples = signal<SampleView[]>([]);
export const variants = signal<VariantView[]>([]);
/** Cores of this computer, as far as the browser tells. */
export const cores = signal(1);
/** Counts up with every text opened: the editor then takes it anew. */
export const opened = signal(0);
/** Counts up with every other event on the page: like `opened`, but not for a text that cannot be read. */
export const replaced = signal(0);

/** What was chosen and could not be opened, with the file's name where it was one; null once another event is opened. */
export const unopened = signal<{ why: OpenRefusal | "unreadable"; file: string } | null>(null);

/** False while the text on the page has errors; what is shown is then the last good state. */
export const readable = computed(() => event.value !== null && event.value.revision === event.value.good);
/** True when the text on the page is an event that can be scheduled. */
export const usable = computed(() => readable.value && event.value!.good > 0);
/** Name of what was opened and cannot be read, when the page therefore still shows another event; else null. */
export const refusedName = computed(() => {
  if (!event.value || readable.value) return null;
  const { source, goodSource } = event.value;
  if (JSON.stringify(source) === JSON.stringify(goodSource)) return null;
  return nameOf(source);
});
/** Name of the event that is shown, with its town. */
export const shownName = computed(() => {
  const { name = "", city = "" } = event.value ?? {};
  return [name, city].filter((part) => part && !(part === city && name.includes(part))).join(", ");
});

/** What a text is called that gives no name itself. */
function nameOf(source: Source): string {
  if ("sample" in source)
    return samples.value.find(({ id }) => id === source.sample)?.title[locale.value] ?? source.sample;
  return "file" in source ? source.file : "kept" in source ? source.kept : source.shared;
}

/** Reads the catalogue and opens what was worked on last, else the first sample; called once. */
export async function openFirst(wish: StartWish): Promise<void> {
  const [catalogue, first] = await Promise.all([ask((api) => api.catalogue()), ask((api) => api.keep.start(wish))]);
  const view = first.view ?? (await ask((api) => api.openSample(FIRST)));
  batch(() => {
    samples.value = catalogue.samples;
    variants.value = catalogue.variants;
    cores.value = catalogue.cores;
    shown(view);
    if (first.refused !== null) unopened.value = { why: first.refused, file: "" };
  });
}

export async function openSample(id: string): Promise<void> {
  opening.value = true;
  shown(await ask((api) => api.openSample(id)));
}

/** Opens a file; one that cannot be read leaves everything as it is. */
export function openFile(file: File): Promise<void> {
  return openWith(() => ask((api) => api.keep.openFile(file, file.name) as Promise<OpenAnswer>), file.name);
}

/** Opens something that may not be there any more, or not be an event; everything then stays as it is. */
export async function openWith(open: () => Promise<OpenAnswer>, file = ""): Promise<void> {
  opening.value = true;
  const answer = await open().catch(() => ({ ok: false, why: "unreadable" }) as const);
  if (answer.ok) return shown(answer.view);
  batch(() => {
    opening.value = false;
    unopened.value = { why: answer.why, file };
  });
}

/** What the worker tells of a text that was read anew. */
export function hearEvent(view: EventView): void {
  const first = (event.peek()?.good ?? 0) === 0 && view.good > 0;
  batch(() => {
    event.value = view;
    // It was opened with errors, before anything else was on the page: this is the first that there is to show.
    if (first) replaced.value++;
  });
}

/** Shows an event that was opened. */
export function shown(view: EventView): void {
  batch(() => {
    event.value = view;
    opening.value = false;
    unopened.value = null;
    opened.value++;
    if (view.good === view.revision) replaced.value++;
  });
}
