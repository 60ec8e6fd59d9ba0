// The event as the page knows it: a view from the worker, the samples, and how to open another one.

import { batch, computed, signal } from "@preact/signals";
import type { EventView, SampleView, VariantView } from "../protocol.js";
import { ask } from "./bridge.js";
import { locale } from "./prefs.js";

/** What opens first. */
const FIRST = "customer-relationship-meetings";

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

/** Name of a file that was chosen and could not be read; null once another event is opened. */
export const unreadable = signal<string | null>(null);

/** False while the text on the page has errors; what is shown is then the last good state. */
export const readable = computed(() => event.value !== null && event.value.revision === event.value.good);
/** True when the text on the page is an event that can be scheduled. */
export const usable = computed(() => readable.value && event.value!.good > 0);
/** Name of what was opened and cannot be read, when the page therefore still shows another event; else null. */
export const refusedName = computed(() => {
  if (!event.value || readable.value) return null;
  const { source, goodSource } = event.value;
  const [opened, good] = [source, goodSource].map((from) => ("sample" in from ? from.sample : from.file));
  if (opened === good && "sample" in source === "sample" in goodSource) return null;
  return samples.value.find(({ id }) => id === opened)?.title[locale.value] ?? opened!;
});
/** Name of the event that is shown, with its town. */
export const shownName = computed(() => {
  const { name = "", city = "" } = event.value ?? {};
  return [name, city].filter((part) => part && !(part === city && name.includes(part))).join(", ");
});

/** Reads the catalogue and opens the first sample; called once. */
export async function openFirst(): Promise<void> {
  const [catalogue, view] = await Promise.all([ask((api) => api.catalogue()), ask((api) => api.openSample(FIRST))]);
  batch(() => {
    samples.value = catalogue.samples;
    variants.value = catalogue.variants;
    cores.value = catalogue.cores;
    shown(view);
  });
}

export async function openSample(id: string): Promise<void> {
  opening.value = true;
  shown(await ask((api) => api.openSample(id)));
}

/** Opens a file; one that cannot be read leaves everything as it is. */
export async function openFile(file: File): Promise<void> {
  opening.value = true;
  try {
    shown(await ask((api) => api.openFile(file, file.name)));
  } catch {
    batch(() => {
      opening.value = false;
      unreadable.value = file.name;
    });
  }
}

/** Shows an event that the worker has opened. */
export function takeEvent(view: EventView): void {
  shown(view);
}

function shown(view: EventView): void {
  batch(() => {
    event.value = view;
    opening.value = false;
    unreadable.value = null;
    opened.value++;
    if (view.good === view.revision) replaced.value++;
  });
}
