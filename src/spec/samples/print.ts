// Prints an event for people: one participant, wish or place per line, other things folded where they are long.
// Used by the samples and by whoever shows a generated event. It prints what is there: no defaults, no sorting.

const WIDTH = 110;
/** Keys whose values are opened as far as it takes to fit the width; in the others, one element is one line. */
const OPENED = new Set(["event", "calendar", "pairings", "meals", "rules"]);

/** The event as JSON text, with `comments` as leading `//` lines (none: plain JSON). Ends with a line break. */
export function printEvent(event: object, comments: readonly string[] = []): string {
  const keys = Object.entries(event).filter(([, value]) => value !== undefined);
  const lines = keys.map(([key, value]) => {
    const text = OPENED.has(key) ? opened(value, 1) : Array.isArray(value) ? list(value) : inline(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `${comments.map((line) => `// ${line}\n`).join("")}{\n${lines.join(",\n")}\n}\n`;
}

/** Words broken into lines that fit the width, for comments. */
export function wrap(text: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

function list(values: readonly unknown[]): string {
  if (values.length === 0) return "[]";
  return `[\n${values.map((value) => `    ${inline(value)}`).join(",\n")}\n  ]`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`).join(", ")} }`;
}

function opened(value: unknown, depth: number): string {
  const flat = inline(value);
  if (typeof value !== "object" || value === null || flat.length + 2 * depth <= WIDTH) return flat;
  const pad = "  ".repeat(depth + 1);
  const end = "  ".repeat(depth);
  if (Array.isArray(value)) {
    return `[\n${value.map((inner) => pad + (isLine(inner) ? inline(inner) : opened(inner, depth + 1))).join(",\n")}\n${end}]`;
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const lines = entries.map(([key, inner]) => `${pad}${JSON.stringify(key)}: ${opened(inner, depth + 1)}`);
  return `{\n${lines.join(",\n")}\n${end}}`;
}

/** True for an element without lists or objects inside: a session, a table. It stays on its line, however long. */
function isLine(value: unknown): boolean {
  return (
    typeof value !== "object" || value === null || !Object.values(value).some((inner) => typeof inner === "object")
  );
}
