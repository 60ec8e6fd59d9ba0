// Draws who wishes for whom: popular people get more wishes, shared topics attract, some wishes are returned.
// Used by the samples and the generator. Work grows with the number of wishes, never with people x people.

import type { EventInput } from "../schema.js";
import { Urn } from "./random.js";
import type { Random } from "./random.js";

export type WishInput = NonNullable<EventInput["wishes"]>[number];
export type ParticipantInput = EventInput["participants"][number];

/** How the wishes of one side for another are drawn. */
export interface WishPlan {
  from: readonly ParticipantInput[];
  to: readonly ParticipantInput[];
  /** Fewest and most wishes of one person; at most three quarters of the partners are wished for. */
  fewest: number;
  most: number;
  /** Per cent of the draws made among those who share a topic; the rest among all. */
  affinity: number;
  /** Per cent of the draws made among those who already wished for this person. */
  returned?: number;
  /** Wishes of the other side, by the id of who is wished for; needed for `returned`. */
  received?: ReadonlyMap<string, readonly string[]>;
  /** Number of priorities; a person's wishes are dealt to them in equal parts, in the order of the draws. */
  priorities?: number;
}

/** Wishes of `from` for `to`, by person, each with its priority. Nobody wishes for a colleague or twice for the same. */
export function drawWishes(plan: WishPlan, dice: Random): WishInput[] {
  const priorities = plan.priorities ?? 4;
  const ranked = dice.shuffle(plan.to);
  const everybody = new Urn(ranked);
  const byTopic = new Map<string, ParticipantInput[]>();
  for (const one of ranked) {
    for (const topic of topics(one)) {
      const list = byTopic.get(topic);
      if (list) list.push(one);
      else byTopic.set(topic, [one]);
    }
  }
  const urns = new Map([...byTopic].map(([topic, list]) => [topic, new Urn(list)]));
  const byId = new Map(plan.to.map((one) => [one.id, one]));
  const out: WishInput[] = [];
  for (const who of plan.from) {
    const mine = topics(who).filter((topic) => urns.has(topic));
    const fans = (plan.received?.get(who.id) ?? []).filter((id) => byId.has(id));
    const room = Math.max(1, Math.ceil((plan.to.length * 3) / 4));
    const n = Math.min(dice.between(plan.fewest, plan.most), room);
    const chosen = new Set<string>();
    for (let tries = 0; chosen.size < n && tries < n * 20; tries++) {
      const die = dice.below(100);
      let target: ParticipantInput;
      if (die < (plan.returned ?? 0) && fans.length > 0) target = byId.get(dice.pick(fans))!;
      else if (mine.length > 0 && dice.chance(plan.affinity)) target = urns.get(dice.pick(mine))!.draw(dice);
      else target = everybody.draw(dice);
      if (target.id !== who.id && !colleagues(who, target)) chosen.add(target.id);
    }
    let rank = 0;
    for (const to of chosen) {
      out.push({ from: who.id, to, priority: 1 + Math.floor((rank * priorities) / chosen.size) });
      rank++;
    }
  }
  return out;
}

/** Who wished for whom, by the id of who is wished for. */
export function received(wishes: readonly WishInput[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const { from, to } of wishes) {
    const list = map.get(to);
    if (list) list.push(from);
    else map.set(to, [from]);
  }
  return map;
}

/** True when both belong to one organisation, by its name. */
export function colleagues(a: ParticipantInput, b: ParticipantInput): boolean {
  return a.organisation !== undefined && a.organisation === b.organisation;
}

/** Key of a direction, for sets of wishes. */
export function wishKey(from: string, to: string): string {
  return `${from}\n${to}`;
}

function topics(one: ParticipantInput): string[] {
  return [...(one.needs ?? []), ...(one.offers ?? [])];
}
