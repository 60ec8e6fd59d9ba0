// What the page is asked to show besides the event worked on last: the event of a link, a version to look at, a plan for the
// Lab. They stand in the address when the page is opened and leave it at once: the address says where one is, nothing of the
// event.

import { batch, signal } from "@preact/signals";
import type { OpenAnswer } from "../protocol.js";
import type { StartWish } from "../worker/keep/api.js";
import { ask } from "./bridge.js";
import { openWith } from "./event.js";
import { place } from "./route.js";

/** Ends of addresses: `#share=<code>`, `#version=<number>`, `#lab=<plan>`. */
const SHARE = "#share=";
const LOOK = "#version=";
const LAB = "#lab=";
/** What this tab showed; survives loading the page anew, not closing the tab. */
const TAB = "dancecard.tab";

/** The plan that a link asks for, until the Lab has read it. */
export const labLink = signal<string | null>(null);

/** The address of this page with a plan for the Lab. */
export function labAt(plan: string): string {
  return location.href.split("#")[0] + LAB + plan;
}

/** The address of this page with the event of a code. */
export function linkTo(code: string): string {
  return location.href.split("#")[0] + SHARE + code;
}

/** The address of a version. */
export function lookAt(version: number): string {
  return location.href.split("#")[0] + LOOK + version;
}

/** Takes what the address asks for out of it. */
export function takeWish(): StartWish {
  takeLab();
  const { hash } = location;
  const link = hash.startsWith(SHARE) ? hash.slice(SHARE.length) : null;
  const asked = hash.startsWith(LOOK) ? Number(hash.slice(LOOK.length)) : NaN;
  if (link !== null || !Number.isNaN(asked)) history.replaceState(null, "", `#${place.peek()}`);
  const tab = link === null ? readTab() : { event: null, look: null };
  return { tab: tab.event, link, look: Number.isSafeInteger(asked) ? asked : link === null ? tab.look : null };
}

/** Takes a plan for the Lab out of the address and goes there; false where the address has none. */
function takeLab(): boolean {
  const { hash } = location;
  if (!hash.startsWith(LAB)) return false;
  history.replaceState(null, "", "#lab");
  batch(() => {
    labLink.value = hash.slice(LAB.length);
    place.value = "lab";
  });
  return true;
}

/** Opens a link that is pasted into the address of the open page; called once, before the address is followed. */
export function followWishes(): void {
  addEventListener("hashchange", (event) => {
    if (takeLab()) return event.stopImmediatePropagation();
    if (!location.hash.startsWith(SHARE)) return;
    event.stopImmediatePropagation();
    const code = location.hash.slice(SHARE.length);
    history.replaceState(null, "", `#${place.peek()}`);
    void openWith(() => ask((api) => api.keep.openLink(code) as Promise<OpenAnswer>));
  });
}

/** Remembers what this tab shows. */
export function rememberTab(event: string | null, look: number | null): void {
  try {
    sessionStorage.setItem(TAB, JSON.stringify({ event, look }));
  } catch {
    // Storage may be forbidden; the event worked on last is opened then.
  }
}

function readTab(): { event: string | null; look: number | null } {
  try {
    const { event, look } = (JSON.parse(sessionStorage.getItem(TAB) ?? "{}") ?? {}) as Record<string, unknown>;
    return {
      event: typeof event === "string" ? event : null,
      look: typeof look === "number" ? look : null,
    };
  } catch {
    return { event: null, look: null };
  }
}
