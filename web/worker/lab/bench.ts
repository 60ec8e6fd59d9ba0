// What is to be run as the harness of src/bench takes it: the events with their seeds, and the variants. Called by desk.ts
// and bencher.ts, which make the same of the same options. It runs nothing.

import { variantById } from "../../../src/index.js";
import type { EventSpec, Variant } from "../../../src/index.js";
import { givenEvent, ladder } from "../../../src/bench/instances.js";
import type { Bench } from "../../../src/bench/plan.js";
import type { LabOptions } from "./options.js";

/** The event of the page as it was when the bench began, under the name that results give it. */
export interface GivenEvent {
  name: string;
  spec: EventSpec;
}

/** The bench. A variant that stands in no list of ours is there with its name alone: bencher.ts knows how it is run. */
export function benchOf(options: LabOptions, given: GivenEvent | null): Bench {
  const { suite, sizes, rules, seeds, repeat, unit, budgets } = options;
  return {
    suite,
    instances: [...ladder(sizes, rules, seeds), ...(given ? givenEvent(given.name, given.spec, seeds) : [])],
    variants: options.variants.map((id) => variantById(id) ?? unlisted(id)),
    repeat,
    unit,
    budgets,
  };
}

function unlisted(id: string): Variant {
  const start = (): never => {
    throw new Error(`there is no variant ${id}`);
  };
  return { id, title: { en: id, fr: id }, about: { en: "", fr: "" }, wasm: false, ignores: () => [], start };
}
