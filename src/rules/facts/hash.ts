// The hash of the event that facts were made of. Called by verify, the check of certificates and the pipeline.

import { eventHash } from "../../spec/hash.js";
import type { Facts } from "../facts.js";

const hashes = new WeakMap<Facts, string>();

/** The event's hash; computed once for the same facts, because that takes longer than judging a schedule. */
export function hashOf(facts: Facts): string {
  let hash = hashes.get(facts);
  if (hash === undefined) hashes.set(facts, (hash = eventHash(facts.spec)));
  return hash;
}
