// Finds the participant or the organisation that a cell names: by id, name, address or organisation, exactly first, then
// without regard to case, accents and the order of words. Called by the readers of participants and wishes. What is only
// near is never taken: it is proposed.

import { distance, nearest } from "../../spec/nearest.js";
import { textAfter, type Entry, type EntryList } from "./draft.js";
import { textOf } from "./event-view.js";
import { fold, personKey } from "./words.js";

/** Somebody or an organisation; or several people of one name; or nobody. */
export type Found = { person: Entry } | { organisation: string } | { several: Entry[] } | undefined;

/** Names that are compared in all when near ones are looked for. */
const MOST_COMPARED = 3_000_000;
/** Characters of a name with its organisation. */
const MOST_IN_A_NAME = 200;
/** Bearers of a word beyond which it tells nothing. */
const MOST_OF_A_WORD = 400;
/** A cell that names an organisation whatever people are called. */
export const ORGANISATION = "org:";

export class People {
  readonly #names = new Map<string, Entry[]>();
  readonly #folded = new Map<string, Entry[]>();
  readonly #keys = new Map<string, Entry[]>();
  readonly #words = new Map<string, Entry[]>();
  readonly #organisations = new Map<string, Entry[]>();
  readonly #organisationKeys = new Map<string, Set<string>>();
  readonly #aliases = new Map<string, Entry>();
  /** Names and ids of rows that are not taken, folded. */
  readonly #lost = new Set<string>();
  #compared = 0;
  /** True once there were too many names to compare. */
  exhausted = false;

  constructor(readonly list: EntryList) {
    for (const entry of list.entries) {
      this.#learnName(entry, textOf(entry.old, "name") ?? entry.id);
      this.#learnOrganisation(entry, textOf(entry.old, "organisation"));
    }
  }

  /** Makes a participant findable by what a row has given; old names stay. */
  learn(entry: Entry, alias?: string): void {
    this.#learnName(entry, textAfter(entry, "name") ?? entry.id);
    this.#learnOrganisation(entry, textAfter(entry, "organisation"));
    if (alias !== undefined) this.#aliases.set(fold(alias), entry);
  }

  /** Remembers whom a row that is not taken was about. */
  lose(...names: (string | undefined)[]): void {
    for (const name of names) if (name !== undefined) this.#lost.add(fold(name));
  }

  isLost(name: string): boolean {
    return this.#lost.has(fold(name));
  }

  /** Participants of exactly this name. */
  called(name: string): readonly Entry[] {
    return this.#names.get(name) ?? [];
  }

  /** Participants whose id is this one but for case and accents. */
  idsLike(id: string): Entry[] {
    return (this.#folded.get(fold(id)) ?? []).filter((entry) => fold(entry.id) === fold(id));
  }

  /** Participants of an organisation by its exact name. */
  members(organisation: string): readonly Entry[] {
    return (this.#organisations.get(organisation) ?? []).filter(
      (one) => textAfter(one, "organisation") === organisation,
    );
  }

  isOrganisation(name: string): boolean {
    return this.#organisations.has(name);
  }

  alias(text: string): Entry | undefined {
    return this.#aliases.get(fold(text));
  }

  /** Whom a cell names. */
  find(text: string): Found {
    const byId = this.list.get(text);
    if (byId) return { person: byId };
    if (text.startsWith(ORGANISATION) && this.members(text.slice(ORGANISATION.length)).length > 0)
      return { organisation: text.slice(ORGANISATION.length) };
    const exact = one(this.#names.get(text));
    if (exact) return exact;
    if (this.members(text).length > 0) return { organisation: text };
    const alias = this.alias(text);
    if (alias) return { person: alias };
    const folded = one(this.#folded.get(fold(text))) ?? one(this.#keys.get(personKey(text)));
    if (folded) return folded;
    const organisations = [...(this.#organisationKeys.get(personKey(text)) ?? [])].filter(
      (name) => this.members(name).length > 0,
    );
    if (organisations.length === 1) return { organisation: organisations[0]! };
    if (text.length > MOST_IN_A_NAME) return undefined;
    // « Sami Dumas (Argent) »
    const both = /^(.+?)\s*[([](.+)[)\]]$/s.exec(text) ?? /^(.+?)\s+[-–—,/]\s+(.+)$/s.exec(text);
    if (!both) return undefined;
    const of = (name: string, organisation: string): Entry[] =>
      (this.#keys.get(personKey(name)) ?? []).filter(
        (entry) => personKey(textAfter(entry, "organisation") ?? "") === personKey(organisation),
      );
    return one(of(both[1]!, both[2]!)) ?? one(of(both[2]!, both[1]!));
  }

  /** Participants whose name is near, nearest first; of those that `allowed` lets through. */
  near(name: string, organisation: string | undefined, allowed: (entry: Entry) => boolean): Entry[] {
    if (name.length > MOST_IN_A_NAME) return [];
    const key = personKey(name);
    if (key === "") return [];
    const same = (this.#keys.get(key) ?? []).filter(allowed);
    if (same.length > 0) return same.slice(0, 3);
    const candidates = new Set<Entry>();
    const words = key.split(" ");
    for (const word of words) {
      for (const piece of pieces(word)) {
        const bucket = this.#words.get(piece) ?? [];
        // A first name that half of the event bears tells nothing by itself.
        if (bucket.length <= MOST_OF_A_WORD) bucket.forEach((entry) => candidates.add(entry));
      }
    }
    const found: { entry: Entry; d: number }[] = [];
    for (const entry of candidates) {
      if (!allowed(entry)) continue;
      if (++this.#compared > MOST_COMPARED) {
        this.exhausted = true;
        break;
      }
      const other = personKey(textAfter(entry, "name") ?? entry.id);
      const d = howNear(key, other);
      if (d === undefined) continue;
      const own = textAfter(entry, "organisation");
      if (organisation !== undefined && own !== undefined && personKey(own) !== personKey(organisation)) continue;
      found.push({ entry, d });
    }
    return found
      .sort((a, b) => a.d - b.d)
      .slice(0, 3)
      .map(({ entry }) => entry);
  }

  /** Names, ids and organisations near a text that names nobody. */
  nearTexts(text: string): string[] {
    const people = this.near(text, undefined, () => true).map((entry) => this.tell(entry));
    if (people.length > 0) return people;
    if (this.#compared + this.#organisations.size + this.list.entries.length > MOST_COMPARED) {
      this.exhausted = true;
      return [];
    }
    this.#compared += this.#organisations.size + this.list.entries.length;
    const found = [nearest(text, this.#organisations.keys()), nearest(text, this.#ids())];
    return found.filter((one) => one !== undefined);
  }

  /** A text by which `find` finds this participant and nobody else. */
  tell(entry: Entry): string {
    const name = textAfter(entry, "name");
    if (name === undefined || this.list.has(name)) return entry.id;
    const same = this.find(name);
    return same && "person" in same && same.person === entry ? name : entry.id;
  }

  *#ids(): Iterable<string> {
    for (const { id } of this.list.entries) yield id;
  }

  #learnName(entry: Entry, name: string): void {
    push(this.#names, name, entry);
    push(this.#folded, fold(name), entry);
    push(this.#folded, fold(entry.id), entry);
    const key = personKey(name);
    push(this.#keys, key, entry);
    for (const word of key.split(" ")) for (const piece of pieces(word)) this.#learnPiece(piece, entry);
  }

  /** Past the size at which it tells nothing a bucket grows no more. */
  #learnPiece(piece: string, entry: Entry): void {
    const bucket = this.#words.get(piece);
    if (!bucket) this.#words.set(piece, [entry]);
    else if (bucket.length <= MOST_OF_A_WORD) bucket.push(entry);
  }

  #learnOrganisation(entry: Entry, organisation: string | undefined): void {
    if (organisation === undefined) return;
    push(this.#organisations, organisation, entry);
    const key = personKey(organisation);
    const names = this.#organisationKeys.get(key);
    if (names) names.add(organisation);
    else this.#organisationKeys.set(key, new Set([organisation]));
  }
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  if (key === "") return;
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}

function one(list: readonly Entry[] | undefined): Found {
  if (!list || list.length === 0) return undefined;
  return list.length === 1 ? { person: list[0]! } : { several: [...list] };
}

/** A word, and its first and second half: a typing error leaves one of them as it was. */
function pieces(word: string): string[] {
  if (word.length < 5) return [word];
  const half = word.length >> 1;
  return [word, `<${word.slice(0, half)}`, `${word.slice(-half)}>`];
}

/** Edits between two keys when there are few; undefined otherwise, and where the digits differ. */
function howNear(a: string, b: string): number | undefined {
  const least = Math.min(a.length, b.length);
  const limit = least < 5 ? 0 : least < 10 ? 1 : 2;
  if (limit === 0 || Math.abs(a.length - b.length) > limit || a.replace(/\D/g, "") !== b.replace(/\D/g, ""))
    return undefined;
  const d = distance(a, b, limit + 1);
  return d <= limit ? d : undefined;
}
