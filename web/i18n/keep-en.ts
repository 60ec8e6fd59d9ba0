// The English words of keeping: my events, versions, other tabs, links, offline. en.ts takes them in; the type is what
// every other language fills.

import type { KeepAnswer, KeepProblem, OpenRefusal, VersionWhy } from "../protocol.js";
import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const size = (bytes: number): string =>
  bytes < 1e6 ? `${n(Math.max(1, Math.round(bytes / 1e3)))} kB` : `${f.decimal(bytes / 1e6)} MB`;

export const keepEn = {
  events: "My events",
  saved: (when: string) => `Saved in this browser, ${when}`,
  saving: "Saving",
  offline: "Offline ready",
  /** Today as 14:32, another day as 12 March at 14:32. */
  when: (at: number, now: number) =>
    new Date(at).toDateString() === new Date(now).toDateString() ? f.now(new Date(at)) : moment.format(at),
  dates: (from: string, to: string) => days.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)),
  people: (count: number) => many(count, "participant", "participants"),
  edited: (when: string) => `edited ${when}`,
  noDates: "no dates yet",
  notStored: "not saved, only in this tab",
  untitled: "Untitled event",
  none: "Nothing is kept yet. A sample becomes an event of yours with the first edit.",
  create: "New event",
  openFile: "Open a file",
  samples: "Samples",
  actions: (name: string) => `More: rename, duplicate, download or delete ${name}`,
  more: "More",
  rename: "Rename",
  newName: "New name",
  ok: "Rename",
  cancel: "Cancel",
  duplicate: "Duplicate",
  copyOf: (name: string) => `${name} (copy)`,
  whole: "Download with versions",
  plain: "Download the event (.json)",
  remove: "Delete",
  removed: (name: string) => `“${name}” is deleted.`,
  undo: "Undo",
  bin: "Deleted",
  binNote: "kept for a day",
  restore: "Restore",
  open: "open",

  thisEvent: "This event",
  versions: "Versions",
  versionsNote:
    "A version is made before the first edit, before an import, before a return, and every ten minutes of editing.",
  noVersions: "No version yet.",
  nameVersion: "Name this version",
  versionName: "Name of the version",
  name: "Keep",
  look: "Look",
  lookNote: "opens in a new tab, for reading",
  returnTo: "Return to it",
  dropVersion: "Delete",
  why: {
    opened: "before the first edit",
    auto: "while editing",
    import: "before an import",
    leave: "before another event was opened",
    return: "before a return",
    conflict: "edited in two tabs",
    named: "named",
  } satisfies Record<VersionWhy, string> as Record<VersionWhy, string>,
  size,
  returned: (when: string) => `The event is what it was at ${when}. What it was until now is a version too.`,
  take: "Take it along",
  share: "Copy a link",
  shareNote: "The link holds the whole event: whoever has it can read it. Nothing is sent to a server.",
  copied: (length: number) =>
    length > 2000
      ? `A link of ${n(length)} characters is copied. Some mail programs cut links beyond 2,000 characters: the file is safer there.`
      : `A link of ${n(length)} characters is copied.`,
  link: "The link",
  tooLong: (length: number, most: number) =>
    `The event is too large for a link: ${n(length)} characters of at most ${n(most)}. The file holds it.`,
  linkBroken: "A link needs an event without errors.",

  nothingGood: (errors: number) =>
    `The text of the event has ${many(errors, "error", "errors")}: its people and meetings are shown once they are corrected.`,
  follow: "Open in another tab: edits there appear here.",
  editHere: "Edit here",
  look1: (when: string) => `The version of ${when}, for reading only.`,
  keepLooked: "Keep it as an event",
  locked: "The event cannot be changed here: it is open in another tab, or is a version.",
  conflict: (when: string) =>
    `The event was edited in two tabs. The page shows what was saved first; what this tab had is the version of ${when}.`,
  refused: "The other tab could not save the event and keeps it. Nothing was taken over.",
  versionsLost: "The event is there, but some versions in the file are damaged and were left out.",
  showEvents: "Show my events",
  close: "Close",

  problem: {
    full: "Not saved: the storage of this browser is full. The event stays in this tab; download it, or delete events or versions. It is tried again with the next edit.",
    forbidden:
      "Not saved: this browser forbids storage here, as in a private window. The event lasts as long as this tab; download it to keep it.",
    blocked:
      "Not saved: another tab with an older page holds the storage. Close or reload it; it is tried again with the next edit.",
    newer: "Not saved: a newer version of this page runs in another tab. Download the event or reload this page.",
    failed:
      "Not saved: the storage of this browser does not answer as it should. The event stays in this tab; it is tried again with the next edit.",
  } satisfies Record<KeepProblem, string> as Record<KeepProblem, string>,
  answer(answer: Exclude<KeepAnswer, "done">): string {
    switch (answer) {
      case "elsewhere":
        return "Not possible here: the event is edited in another tab.";
      case "broken":
        return "Not possible while the text of the event is no JSON.";
      case "gone":
        return "It is not there any more.";
      case "full":
        return "No room: the storage is full, or there are as many named versions as are kept. Delete some.";
      default:
        return keepEn.problem[answer];
    }
  },
  unopened(why: OpenRefusal | "unreadable", file: string): string {
    const name = file === "" ? "The link" : file;
    const kept = "The page keeps what it had.";
    switch (why) {
      case "unreadable":
        return `${name} cannot be read. ${kept}`;
      case "gone":
        return `It is not there any more. ${kept}`;
      case "other":
        return `${name} is an archive, but none with a Dancecard event. ${kept}`;
      case "damaged":
        return `${name} is damaged or cut short. ${kept}`;
      case "large":
        return `${name} is larger than a file of events can be. ${kept}`;
      case "version":
        return `${name} was made by a newer version of Dancecard. ${kept}`;
      case "long":
        return `${name} holds more than a link can. ${kept}`;
      case "event":
        return `${name} holds no event that can be read. ${kept}`;
      default:
        return keepEn.problem[why];
    }
  },

  update: "A new version of the page is ready.",
  reload: "Reload",
  readOnly: "Events are opened here. Renaming, versions and links are on a computer.",
};

/** What a language says of keeping. */
export type KeepMessages = typeof keepEn;
