// The limits and the default of one number of an event, as the schema says them. Called by the page's worker for the
// fields of forms, so that no limit is written twice. It validates nothing.

import { eventJsonSchema } from "./schema.js";

/** What a field takes; `fallback` is what counts when it is left out, undefined where that means "off". */
export interface FieldLimits {
  min: number;
  max: number;
  fallback: unknown;
}

interface Node {
  type?: string;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  properties?: Record<string, Node>;
  items?: Node | Node[];
}

let root: Node | undefined;

/** Limits of the field at a path of keys; lists are passed through ("sides", "weight"), of tuples the item is named. */
export function limitsAt(...path: (string | number)[]): FieldLimits {
  root ??= eventJsonSchema();
  let node: Node | undefined = root;
  let fallback: unknown;
  for (const step of path) {
    while (node?.type === "array" && !Array.isArray(node.items)) node = node.items;
    node = Array.isArray(node?.items) ? node.items[Number(step)] : node?.properties?.[step];
    fallback = node?.default;
  }
  while (node?.type === "array" && !Array.isArray(node.items)) node = node.items;
  if (!node) throw new Error(`no field ${path.join(".")}`);
  return { min: node.minimum ?? -Infinity, max: node.maximum ?? Infinity, fallback };
}
