// A change of an event's data, as the tables, the calendar, the rules and the import make it, and the change made in the
// data. edit-text.ts makes the same change in the text, comments kept. All edits of one list speak of the data before any
// of them was made; where two speak of one place, "remove" wins over "set", and "set" over edits of what is inside.

/** Where in the data: keys of objects and indices of lists. */
export type EditPath = readonly (string | number)[];

export type Edit =
  /** Gives the key or the item a value; a key that is not there yet is added, and the objects it stands in. */
  | { op: "set"; path: EditPath; value: unknown }
  /** Takes a key or an item out; what is not there stays away. */
  | { op: "remove"; path: EditPath }
  /** Puts an item into the list at `path`, before the one at index `at`, at the end when there is none; makes the list. */
  | { op: "insert"; path: EditPath; at: number; value: unknown };

/** Edits by place: what becomes of a value, and of what is inside. */
export interface EditNode {
  children: Map<string | number, EditNode>;
  set: { value: unknown } | null;
  remove: boolean;
  /** Items that come in before the one at an index. */
  inserts: Map<number, unknown[]>;
}

/** Sorts edits by place. */
export function editTree(edits: readonly Edit[]): EditNode {
  const root = emptyNode();
  for (const edit of edits) {
    let node = root;
    for (const step of edit.path) {
      let child = node.children.get(step);
      if (!child) node.children.set(step, (child = emptyNode()));
      node = child;
    }
    if (edit.op === "remove") node.remove = true;
    else if (edit.op === "set") node.set = { value: edit.value };
    else {
      const items = node.inserts.get(edit.at);
      if (items) items.push(edit.value);
      else node.inserts.set(edit.at, [edit.value]);
    }
  }
  return root;
}

/** Indices before which something comes in, in order, those past the end as the end. */
export function insertsOf(node: EditNode, length: number): [number, unknown[]][] {
  const result = new Map<number, unknown[]>();
  for (const [at, items] of [...node.inserts].sort(([a], [b]) => a - b)) {
    const place = Math.max(0, Math.min(at, length));
    result.set(place, [...(result.get(place) ?? []), ...items]);
  }
  return [...result];
}

/** What the edits below a place that holds nothing yet make there; undefined where they make nothing. */
export function madeOf(node: EditNode): unknown {
  if (node.remove) return undefined;
  if (node.set) return node.set.value;
  if (node.inserts.size > 0) return insertsOf(node, 0).flatMap(([, items]) => items);
  const made: [string, unknown][] = [];
  for (const [key, child] of node.children) {
    const value = madeOf(child);
    if (value !== undefined) made.push([String(key), value]);
  }
  // fromEntries makes "__proto__" an ordinary key.
  return made.length > 0 ? Object.fromEntries(made) : undefined;
}

/** The data after the edits; what no edit speaks of is shared with the data before, which stay as they are. */
export function applyEdits(value: unknown, edits: readonly Edit[]): unknown {
  return changed(value, editTree(edits));
}

function changed(value: unknown, node: EditNode): unknown {
  if (node.set) return node.set.value;
  if (Array.isArray(value)) return changedList(value, node);
  if (typeof value !== "object" || value === null) return madeOf(node) ?? value;
  const keys = Object.entries(value as Record<string, unknown>);
  const known = new Set(keys.map(([key]) => key));
  const result: [string, unknown][] = [];
  for (const [key, old] of keys) {
    const child = node.children.get(key);
    if (child?.remove) continue;
    result.push([key, child ? changed(old, child) : old]);
  }
  for (const [key, child] of node.children) {
    const made = known.has(String(key)) ? undefined : madeOf(child);
    if (made !== undefined) result.push([String(key), made]);
  }
  return Object.fromEntries(result);
}

function changedList(list: readonly unknown[], node: EditNode): unknown[] {
  const inserts = new Map(insertsOf(node, list.length));
  const result: unknown[] = [];
  for (let i = 0; i <= list.length; i++) {
    const items = inserts.get(i);
    if (items) for (const item of items) result.push(item);
    if (i === list.length) break;
    const child = node.children.get(i);
    if (!child?.remove) result.push(child ? changed(list[i], child) : list[i]);
  }
  return result;
}

function emptyNode(): EditNode {
  return { children: new Map(), set: null, remove: false, inserts: new Map() };
}
