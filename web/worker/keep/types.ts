// What is kept of an event in this browser, and what the keeper needs of whoever holds the open one. Types only.

import type { EventView, KeepView, Source, Text, VersionWhy } from "../../protocol.js";
import type { History } from "../event-text.js";

/** What a list of events shows; small, so that it is read without the texts. */
export interface KeptMeta {
  id: string;
  name: string;
  city: string;
  /** First and last day, ISO; empty while there is none. */
  from: string;
  to: string;
  people: number;
  /** Length of the text in characters. */
  size: number;
  created: number;
  edited: number;
  /** Counts up with every save; 0: not stored yet. */
  revision: number;
  /** When it was deleted; null while it lives. */
  deleted: number | null;
}

/** An event with its text. */
export interface Kept {
  meta: KeptMeta;
  text: string;
  history: History;
}

/** A version one can return to, without its text. */
export interface VersionMeta {
  id: number;
  event: string;
  at: number;
  why: VersionWhy;
  /** What somebody called it; empty for those made by themselves. */
  label: string;
  /** Bytes it takes. */
  bytes: number;
  /** Length of its text in characters. */
  size: number;
}

/** What the open event's text says of itself. */
export type KeptFacts = Pick<KeptMeta, "name" | "city" | "from" | "to" | "people">;

/** Who holds the open event: owner.ts. */
export interface KeepHost {
  text(): string;
  /** Null while the text has never given an event. */
  facts(): KeptFacts | null;
  history(): History;
  /** Reads at once a text that waits to be read, so that what is said of it is true. */
  settle(): void;
  /** Opens a text in place of what is open; one with errors leaves the last good event on the page. */
  put(text: string, source: Source, history?: History): EventView;
  view(): EventView;
  /** Another text of the same event, as an edit that can be undone; the schedule stays. */
  rewrite(text: string, label: Text): void;
  /** The text and the history that another tab made of the same event. */
  follow(text: string, history: History): void;
  tell(view: KeepView): void;
}
