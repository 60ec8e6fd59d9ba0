// What the page may ask of the keeper of events. Implemented by keeper.ts; called through state/bridge.ts only.

import type {
  EventView,
  FileView,
  KeepAnswer,
  LinkAnswer,
  OpenAnswer,
  OpenRefusal,
  ShelfView,
  VersionWhy,
} from "../../protocol.js";

/** What a page that is loaded should show first. */
export interface StartWish {
  /** The event that this tab showed before it was loaded anew. */
  tab: string | null;
  /** The code of a link. */
  link: string | null;
  /** A version to look at. */
  look: number | null;
}

export interface StartAnswer {
  /** What is on the page now; null when nothing is kept. */
  view: EventView | null;
  /** Why what was asked for is not. */
  refused: OpenRefusal | null;
}

export interface KeepApi {
  /** Opens what was asked for, else the event worked on last. */
  start(wish: StartWish): Promise<StartAnswer>;
  list(): Promise<ShelfView>;
  open(id: string): Promise<OpenAnswer>;
  openFile(file: Blob, name: string): Promise<OpenAnswer>;
  /** Opens the event of a link as an event of its own; one that is kept already is opened instead. */
  openLink(code: string): Promise<OpenAnswer>;
  /** A new event with one day and two sides. */
  create(locale: "en" | "fr"): Promise<EventView>;
  /** Gives the event another name, in its text. */
  rename(id: string, name: string): Promise<KeepAnswer>;
  duplicate(id: string, name: string): Promise<KeepAnswer>;
  /** Deletes an event; it can be restored for a day. */
  remove(id: string): Promise<KeepAnswer>;
  restore(id: string): Promise<KeepAnswer>;
  /** Takes over the event that another tab edits. */
  editHere(): Promise<void>;
  /** Makes an event of the version that is looked at. */
  keepLooked(): Promise<void>;
  /** Writes now what waits; true when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** Keeps the text as it is now as a version, before something changes much of it. */
  mark(why: Exclude<VersionWhy, "named">): Promise<void>;
  nameVersion(label: string): Promise<KeepAnswer>;
  dropVersion(id: number): Promise<KeepAnswer>;
  /** Makes the text what it was; what it is now becomes a version first. */
  returnTo(version: number): Promise<KeepAnswer>;
  /** The event with its versions and its undo history. */
  whole(id: string): Promise<FileView | null>;
  /** The event's text alone; of the open one without an id. */
  plain(id?: string): Promise<FileView | null>;
  link(): Promise<LinkAnswer>;
  /** What was told is read. */
  dismiss(): void;
}
