// The hash of an event: what a schedule and a certificate say they belong to. Called by the pipeline, the judge and
// read-schedule.ts. Two events hash the same exactly when no schedule could tell them apart by their data: names,
// labels and spelled-out defaults do not count; ids, order of lists and every number do.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { lean } from "./lean.js";
import type { EventInput, EventSpec } from "./schema.js";

const DROPPED: ReadonlySet<string> = new Set(["$schema", "event", "name", "label"]);

/** Canonical JSON of what affects the result: keys sorted by code unit, defaults and names left out, no spaces. */
export function canonicalEvent(spec: EventSpec): string {
  return canonical(withoutEffectiveDefaults(lean(spec, DROPPED), spec));
}

/** SHA-256 of the canonical event, 64 hexadecimal digits. */
export function eventHash(spec: EventSpec): string {
  return textHash(canonicalEvent(spec));
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * JSON of plain data with sorted keys and no spaces; keys without a value are left out. Objects of one kind mostly have
 * the same keys, so the sorted order of each list of keys is worked out once.
 */
export function canonical(value: unknown, orders = new Map<string, readonly string[]>()): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += (text === "" ? "" : ",") + canonical(item, orders);
    return `[${text}]`;
  }
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object);
  const shape = JSON.stringify(keys);
  let order = orders.get(shape);
  if (!order) {
    order = keys.sort();
    if (orders.size < 1000) orders.set(shape, order);
  }
  for (const key of order) {
    if (object[key] === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(object[key], orders)}`;
  }
  return `{${text}}`;
}

/** Also leaves out what equals a default that depends on other data: capacities, overrides of a package, all pairings. */
function withoutEffectiveDefaults(root: EventInput, spec: EventSpec): EventInput {
  if (root.places) {
    const owned = new Map<string, number>();
    for (const { place, representatives } of spec.participants) {
      if (place !== undefined) owned.set(place, (owned.get(place) ?? 0) + Math.max(1, representatives.length));
    }
    for (const place of root.places) if (place.capacity === (owned.get(place.id) ?? 1)) delete place.capacity;
  }
  const tiers = new Map(spec.tiers.map((tier) => [tier.id, tier]));
  for (const participant of root.participants) {
    const tier = participant.tier === undefined ? undefined : tiers.get(participant.tier);
    if (participant.guaranteed === (tier?.guaranteed ?? 0)) delete participant.guaranteed;
    if (participant.maximum !== undefined && participant.maximum === tier?.maximum) delete participant.maximum;
  }
  if (root.pairings && isEveryPairing(spec)) delete root.pairings;
  return root;
}

function isEveryPairing(spec: EventSpec): boolean {
  const sides = spec.sides.map((side) => side.id);
  const key = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);
  const given = new Set(spec.pairings!.map(([a, b]) => key(a, b)));
  if (sides.length === 1) return given.size === 1 && given.has(key(sides[0]!, sides[0]!));
  if (given.size !== (sides.length * (sides.length - 1)) / 2) return false;
  return sides.every((a, i) => sides.slice(i + 1).every((b) => given.has(key(a, b))));
}
