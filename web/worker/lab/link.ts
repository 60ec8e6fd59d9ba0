// The plan of a bench as the end of an address, `v=1&suite=quality&…`, and back: it can be read and changed by hand. It holds
// options only, nothing of the event. Called by desk.ts; options.ts then reads what came of it.

import type { LabForm, LabMistake, LabRead } from "../../lab-views.js";
import type { LabOptions } from "./options.js";

const VERSION = "1";
/** Longest link that is read, in characters. */
const MOST = 4000;
const KEYS = ["v", "suite", "variants", "events", "sizes", "rules", "seeds", "steps", "seconds", "repeat"] as const;
type Key = (typeof KEYS)[number];

/** What a link to these options ends with. */
export function linkOf(options: LabOptions): string {
  const { suite, variants, mine, sizes, rules, seeds, unit, budgets, repeat } = options;
  const given: Partial<Record<Key, string>> = {
    v: VERSION,
    suite,
    variants: variants.map(encodeURIComponent).join(","),
    ...(mine && { events: "this" }),
    ...(sizes.length > 0 && { sizes: sizes.join(","), rules: rules.join(",") }),
    seeds: rangesOf(seeds),
    [unit]: budgets.join(","),
    repeat: String(repeat),
  };
  return KEYS.flatMap((key) => (given[key] === undefined ? [] : [`${key}=${given[key]}`])).join("&");
}

/** What a link asks for, still as it was written; or what is wrong with it. */
export function readLink(link: string): LabRead {
  const no = (mistake: LabMistake): LabRead => ({ ok: false, mistake });
  if (link.length > MOST) return no({ code: "link-long" });
  const given = new Map<Key, string>();
  for (const part of link.split("&")) {
    const [name = "", ...rest] = part.split("=");
    const key = KEYS.find((known) => known === name);
    const value = decoded(rest.join("="));
    if (key === undefined || value === null) return no({ code: "link-option", word: part.slice(0, 60) });
    if (given.has(key)) return no({ code: "link-twice", word: key });
    given.set(key, value);
  }
  if (given.get("v") !== VERSION) return no({ code: "link-version" });
  const suite = given.get("suite") ?? "quality";
  if (suite !== "quality" && suite !== "speed") return no({ code: "link-option", word: `suite=${suite.slice(0, 50)}` });
  const events = given.get("events") ?? "";
  if (events !== "" && events !== "this") return no({ code: "link-option", word: `events=${events.slice(0, 50)}` });
  if (given.has("steps") === given.has("seconds")) return no({ code: "budgets" });
  const unit = given.has("steps") ? "steps" : "seconds";
  const list = (key: Key): string[] => (given.get(key) ?? "").split(",").filter((word) => word !== "");
  const form: LabForm = {
    suite,
    variants: list("variants"),
    mine: events === "this",
    sizes: list("sizes"),
    rules: given.has("rules") ? list("rules") : ["pure", "full"],
    seeds: given.get("seeds") ?? "",
    unit,
    budgets: list(unit).join(" "),
    repeat: given.get("repeat") ?? "1",
  };
  return { ok: true, form };
}

/** Null: no text is written so. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** 1, 2, 3, 7 as `1-3,7`. */
function rangesOf(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const n of numbers) {
    const last = parts.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else parts.push([n, n]);
  }
  return parts.map(([low, high]) => (low === high ? `${low}` : `${low}-${high}`)).join(",");
}
