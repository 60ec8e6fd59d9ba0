// Validation by a zod schema that stays quick however much is wrong. Called by parse.ts and read-schedule.ts.
// zod makes an object of every issue and hands all issues of a list over as the arguments of one call, which overflows the
// stack from about 100,000 on. So the long lists of the root are read piece by piece, until enough issues are found.

import type { z } from "zod";

/** The data with its defaults, or issues: all of them, or at least so many that nobody wants to read more. */
export type Validation<T> = { ok: true; data: T } | { ok: false; issues: z.core.$ZodIssue[] };

/** Items of a list that are read at once; shorter lists are read with everything else. */
const PIECE = 1_000;
/** From so many issues on, no more are looked for in a list. */
const ENOUGH = 1_000;

/** Validates `value`. */
export function validate<S extends z.ZodObject>(schema: S, value: unknown): Validation<z.output<S>> {
  const lists = isPlain(value) ? Object.keys(schema.shape).filter((key) => isLong(value, key)) : [];
  const issues: z.core.$ZodIssue[] = [];
  const read = new Map<string, unknown[]>();
  for (const key of lists) read.set(key, readList(schema.shape[key] as z.ZodType, key, (value as Plain)[key], issues));
  // The long lists are represented by an item each, which is enough for what the schema says about a list as a whole.
  const rest = lists.length === 0 ? value : { ...(value as Plain) };
  for (const key of lists) (rest as Plain)[key] = ((value as Plain)[key] as unknown[]).slice(0, 1);
  const parsed = parse(schema, rest);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      if (!(issue.path.length > 1 && read.has(String(issue.path[0])))) issues.push(issue);
    }
  }
  if (!parsed.success || issues.length > 0) return { ok: false, issues };
  for (const [key, list] of read) (parsed.data as Plain)[key] = list;
  return { ok: true, data: parsed.data };
}

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLong(value: Plain, key: string): boolean {
  if (!Object.hasOwn(value, key)) return false;
  const list = value[key];
  return Array.isArray(list) && list.length > PIECE;
}

function readList(schema: z.ZodType, key: string, list: unknown, issues: z.core.$ZodIssue[]): unknown[] {
  const items = list as unknown[];
  const result: unknown[] = [];
  let found = 0;
  for (let start = 0; start < items.length && found < ENOUGH; start += PIECE) {
    const parsed = parse(schema, items.slice(start, start + PIECE));
    if (parsed.success) {
      for (const item of parsed.data as unknown[]) result.push(item);
      continue;
    }
    for (const issue of parsed.error.issues) {
      const [index, ...path] = issue.path;
      issues.push({ ...issue, path: [key, start + Number(index), ...path] });
      found++;
    }
  }
  return result;
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.ZodSafeParseResult<z.output<S>> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    // Too many issues inside a single item: the first will do. (zod knows this option, its type of options does not.)
    if (!(error instanceof RangeError)) throw error;
    return schema.safeParse(value, { abortEarly: true } as z.core.ParseContext<z.core.$ZodIssue>);
  }
}
