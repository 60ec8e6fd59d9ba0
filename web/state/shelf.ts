// The panel of events: what it lists, what one can do there, and what it says about how that went.

import { batch, computed, effect, signal } from "@preact/signals";
import type { FileView, KeepAnswer, KeptView, LinkAnswer, OpenAnswer, ShelfView } from "../protocol.js";
import { ask } from "./bridge.js";
import { FIRST, openSample, openWith, shown, opening } from "./event.js";
import { kept } from "./keep.js";
import { locale } from "./prefs.js";
import { saveAs } from "./save.js";
import { sidePanel } from "./side.js";
import { linkTo } from "./wish.js";

export const panelOpen = computed(() => sidePanel.value === "events");
export const shelf = signal<ShelfView>({ events: [], deleted: [], versions: [] });
/** The last thing that was done or was not possible, for the line of the panel. */
export const told = signal<Told | null>(null);

export type Told =
  | { kind: "deleted"; id: string; name: string }
  | { kind: "not"; answer: Exclude<KeepAnswer, "done"> }
  | { kind: "returned"; at: number }
  | { kind: "copied"; length: number }
  | { kind: "link"; link: string }
  | { kind: "long"; length: number; most: number }
  | { kind: "broken" };

/** Reads the lists again whenever they changed while the panel is open; called once. */
export function followShelf(): void {
  let asked = 0;
  effect(() => {
    void [kept.value.shelf, kept.value.id, kept.value.saved];
    if (!panelOpen.value) return;
    const mine = ++asked;
    void ask((api) => api.keep.list())
      .then((view) => {
        if (mine === asked) shelf.value = view;
      })
      .catch(() => undefined);
  });
}

export function openPanel(open: boolean): void {
  batch(() => {
    if (open !== panelOpen.peek()) sidePanel.value = open ? "events" : null;
    told.value = null;
  });
}

export function openKept(id: string): Promise<void> {
  told.value = null;
  return openWith(() => ask((api) => api.keep.open(id) as Promise<OpenAnswer>));
}

export async function create(): Promise<void> {
  told.value = null;
  opening.value = true;
  shown(await ask((api) => api.keep.create(locale.peek())));
}

export async function rename(id: string, name: string): Promise<void> {
  if (name.trim() !== "") await tell(ask((api) => api.keep.rename(id, name)));
}

export async function duplicate(id: string, name: string): Promise<void> {
  await tell(ask((api) => api.keep.duplicate(id, name)));
}

/** Deletes an event; the open one makes room for the one edited last. */
export async function remove({ id, name }: KeptView): Promise<void> {
  const open = kept.peek().id === id;
  const next = shelf.peek().events.find((other) => other.id !== id);
  if (!(await tell(ask((api) => api.keep.remove(id))))) return;
  if (open) await (next ? openKept(next.id) : openSample(FIRST));
  told.value = { kind: "deleted", id, name };
}

export async function restore(id: string): Promise<void> {
  if (await tell(ask((api) => api.keep.restore(id)))) told.value = null;
}

export async function nameVersion(label: string): Promise<void> {
  await tell(ask((api) => api.keep.nameVersion(label)));
}

export async function dropVersion(id: number): Promise<void> {
  await tell(ask((api) => api.keep.dropVersion(id)));
}

export async function returnTo(id: number, at: number): Promise<void> {
  if (await tell(ask((api) => api.keep.returnTo(id)))) told.value = { kind: "returned", at };
}

/** Saves a file: the whole event or its text alone. */
export async function download(what: "whole" | "plain", id: string | null): Promise<void> {
  const file = await ask((api): Promise<FileView | null> => {
    if (what === "whole" && id !== null) return api.keep.whole(id);
    return id === null ? api.keep.plain() : api.keep.plain(id);
  }).catch(() => null);
  if (!file) {
    told.value = { kind: "not", answer: "gone" };
    return;
  }
  saveAs(file.blob, file.name);
}

/** Puts a link to the open event on the clipboard; where that is forbidden, shows it. */
export async function copyLink(): Promise<void> {
  const answer: LinkAnswer = await ask((api) => api.keep.link() as Promise<LinkAnswer>).catch((): LinkAnswer => ({
    ok: false,
    broken: true,
  }));
  if (!answer.ok) {
    told.value = "length" in answer ? { kind: "long", length: answer.length, most: answer.most } : { kind: "broken" };
    return;
  }
  const link = linkTo(answer.code);
  try {
    await navigator.clipboard.writeText(link);
    told.value = { kind: "copied", length: link.length };
  } catch {
    told.value = { kind: "link", link };
  }
}

/** True when it is done; else the line says why not. */
async function tell(asked: Promise<KeepAnswer>): Promise<boolean> {
  const answer = await asked.catch((): KeepAnswer => "failed");
  told.value = answer === "done" ? null : { kind: "not", answer };
  return answer === "done";
}
