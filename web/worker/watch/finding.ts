// What a finding is, and the few words that all kinds of findings share. Used by every file of this folder.
// A finding says what is missing or odd in an event and what cures it; it never changes anything itself.

import type { Edit, EditPath, Text, TextChange } from "../../../src/index.js";
import { formats, type Locale } from "../../i18n/formats.js";
import { watchEn, type WatchMessages } from "../../i18n/watch-en.js";
import { watchFr } from "../../i18n/watch-fr.js";
import type { Wanted, WatchSeverity } from "../../watch-views.js";
import { cut } from "../known.js";

/** One click: edits of the data (made when it is clicked), with changes of the text where these keep more of it; or a way. */
export type Cure =
  | { label: Text; edits(): Edit[]; rewrite?: TextChange[] }
  | { label: Text; wanted: Wanted }
  /** An offset of the text, or a path in the data. */
  | { label: Text; at: number | EditPath };

export interface Finding {
  /** Tells it from all others of one event: the kind and what it is about. */
  key: string;
  severity: WatchSeverity;
  /** How many meetings, wishes or people it touches. */
  weight: number;
  title: Text;
  text: Text;
  cures: Cure[];
}

const NAMES = 3;

/** A sentence in both languages. */
export function say(sentence: (words: WatchMessages, locale: Locale) => string): Text {
  return { en: sentence(watchEn, "en"), fr: sentence(watchFr, "fr") };
}

/** "Ada, Bo, Cy and 4 more", in the language of the words. */
export function named(names: readonly string[], words: WatchMessages, locale: Locale, count = names.length): string {
  const shown = names.slice(0, NAMES).map((name) => cut(name, 60));
  if (count > shown.length) return words.andMore(shown.join(", "), count - shown.length);
  return formats(locale).list(shown);
}

/** Edits that take items out of a list of the data. */
export function removals(list: string, positions: readonly number[]): Edit[] {
  return positions.map((at) => ({ op: "remove", path: [list, at] }));
}
