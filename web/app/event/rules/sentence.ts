// Sentences with fields in them: {x} is a field, {x~one|many} the word that goes with its number. Pure; RuleLine.tsx draws it.

export type Part = { text: string } | { field: string } | { of: string; one: string; many: string };

const HOLE = /\{(\w*)(?:~([^|}]*)\|([^}]*))?\}/g;

/** The parts of a sentence, in order. */
export function partsOf(sentence: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const found of sentence.matchAll(HOLE)) {
    if (found.index > at) parts.push({ text: sentence.slice(at, found.index) });
    const [whole, field = "", one, many] = found;
    parts.push(one === undefined ? { field } : { of: field, one, many: many! });
    at = found.index + whole.length;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at) });
  return parts;
}

/** Which word goes with a number: French says "0 trou", English "0 holes"; none at all is many. */
export function wordFor(part: { one: string; many: string }, value: number | null, locale: "en" | "fr"): string {
  if (value === null) return part.many;
  return (locale === "fr" ? Math.abs(value) < 2 : value === 1) ? part.one : part.many;
}
