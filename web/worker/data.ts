// Looks into the data of an event as they are written, which may be anything. Used wherever a screen shows the event
// before, or although, it cannot be read.

/** An object as it is written; what is none has no keys. */
export type Raw = Readonly<Record<string, unknown>>;

const NONE: Raw = {};

/** The value as an object. */
export function rawOf(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : NONE;
}

/** The list under a key, each item as an object; empty where there is no list. */
export function listAt(value: unknown, key: string): readonly Raw[] {
  const raw = rawOf(value);
  const list = Object.hasOwn(raw, key) ? raw[key] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]).map(rawOf) : [];
}

/** The text under a key; empty where there is none. */
export function textAt(value: unknown, key: string): string {
  const raw = rawOf(value);
  const text = Object.hasOwn(raw, key) ? raw[key] : undefined;
  return typeof text === "string" ? text : "";
}
