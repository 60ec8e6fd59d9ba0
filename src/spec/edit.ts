// A change of an event's data, as the tables, the calendar, the rules and the import make it. edit-text.ts writes the same
// change into the text, comments kept. All edits of one list speak of the data before any of them was made.

/** Where in the data: keys of objects and indices of lists. */
export type EditPath = readonly (string | number)[];

export type Edit =
  /** Gives the key or the item a value; a key that is not there yet is added, and the objects it stands in. */
  | { op: "set"; path: EditPath; value: unknown }
  /** Takes a key or an item out; what is not there stays away. */
  | { op: "remove"; path: EditPath }
  /** Puts an item into the list at `path`, before the one at index `at`, at the end when there is none; makes the list. */
  | { op: "insert"; path: EditPath; at: number; value: unknown };
