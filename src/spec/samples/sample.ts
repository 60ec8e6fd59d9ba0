// What a sample is, and the few helpers that several samples share. Used by the files of this folder only.

import type { EventInput } from "../schema.js";
import { slug } from "./names.js";
import type { Random } from "./random.js";
import { colleagues, wishKey } from "./wishes.js";
import type { ParticipantInput, WishInput } from "./wishes.js";

/** An event that comes with the program. */
export interface Sample {
  id: string;
  title: { en: string; fr: string };
  /** Its reason to exist: what it shows that the others do not. */
  about: { en: string; fr: string };
  /** A new event each time, always the same. */
  build(): EventInput;
}

/** Participants of one side, with ids made of their names. */
export function people(names: readonly string[], side: string): ParticipantInput[] {
  return names.map((name) => ({ id: slug(name), name, side }));
}

/** Turns about `percent` of the wishes for somebody with an organisation into wishes for the organisation itself. */
export function wishForOrganisations(
  wishes: readonly WishInput[],
  targets: readonly ParticipantInput[],
  percent: number,
  dice: Random,
): WishInput[] {
  const organisation = new Map(targets.map((one) => [one.id, one.organisation]));
  const done = new Set<string>();
  return wishes.map((wish) => {
    const name = organisation.get(wish.to);
    if (name === undefined || wish.veto || !dice.chance(percent) || done.has(wishKey(wish.from, name))) return wish;
    done.add(wishKey(wish.from, name));
    return { ...wish, to: name };
  });
}

/** `n` vetoes from the first list to the second, where there is no wish yet. */
export function vetoesAmong(
  from: readonly ParticipantInput[],
  to: readonly ParticipantInput[],
  wishes: readonly WishInput[],
  n: number,
  dice: Random,
): WishInput[] {
  const taken = new Set(wishes.flatMap((wish) => [wishKey(wish.from, wish.to), wishKey(wish.to, wish.from)]));
  const out: WishInput[] = [];
  while (out.length < n) {
    const [who, whom] = [dice.pick(from), dice.pick(to)];
    if (who.id === whom.id || colleagues(who, whom) || taken.has(wishKey(who.id, whom.id))) continue;
    taken.add(wishKey(who.id, whom.id));
    out.push({ from: who.id, to: whom.id, veto: true });
  }
  return out;
}

/** The first wish between two people of the lists who are always there, as a pair; takes both out of the lists. */
export function takePair(
  from: ParticipantInput[],
  to: ParticipantInput[],
  wishes: readonly WishInput[],
): [string, string] {
  const vetoed = new Set(wishes.filter((w) => w.veto).flatMap((w) => [wishKey(w.from, w.to), wishKey(w.to, w.from)]));
  const free = (one: ParticipantInput): boolean => !one.absent && !one.representatives;
  for (const wish of wishes) {
    const a = from.findIndex((one) => one.id === wish.from && free(one));
    const b = to.findIndex((one) => one.id === wish.to && free(one));
    if (wish.veto || a < 0 || b < 0 || vetoed.has(wishKey(wish.from, wish.to))) continue;
    from.splice(a, 1);
    to.splice(
      to.findIndex((one) => one.id === wish.to),
      1,
    );
    return [wish.from, wish.to];
  }
  throw new Error("a sample asks for more pairs than it has people");
}
