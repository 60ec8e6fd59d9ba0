// What cures a diagnostic, where that is certain: the nearest word for one that is not known, the second of two that are
// the same taken out, a locked meeting moved to where both are there. A cure is offered only when it was seen, in the data
// without their wishes, to leave no more errors than before; wishes are looked at by themselves.

import { applyEdits, readSpec, type Diagnostic, type Edit, type EditPath } from "../../../src/index.js";
import { listAt, rawOf, textAt } from "../data.js";
import type { Cure } from "./finding.js";
import { say } from "./finding.js";
import { slotsFor } from "./locks.js";
import { valueAt } from "./raw.js";
import type { Scene } from "./scene.js";

/** Items of the data that may be read anew, in all, to see what cures do: large events get cures that need no trying. */
const MOST_TRIED = 60_000;
/** Slots that are tried for one locked meeting. */
const MOST_SLOTS = 6;
/** Cures of one diagnostic. */
const MOST = 2;
/** Keys that may be left out where their value says nothing. */
const OPTIONAL = new Set<unknown>(["organisation", "tier", "place", "zone", "host", "timezone", "city"]);
/** Mistakes of shape: while there is one, ids and times are not looked at, so that taking it out may bring up others. */
const SHAPES = new Set(
  (
    "missing wrong-type not-whole too-small too-big beyond-numbers empty-text too-few wrong-length not-allowed " +
    "bad-date no-such-date bad-text bad-time unknown-key wrong-format wrong-version"
  ).split(" "),
);
const PAIRS = new Set<unknown>(["locked", "blocked", "met", "precedences", "walks"]);

/** A cure that may turn out not to help; of several moves of one lock the first that helps will do. */
type Proposal = Extract<Cure, { edits(): Edit[] }> & { move?: true };

/** Makes the cures of the diagnostics of one reading. */
export class Curer {
  readonly #reduced: unknown;
  readonly #problems: ReadonlyMap<string, number>;
  readonly #size: number;
  #tried = 0;
  #wishes: Set<string> | null = null;

  constructor(
    readonly data: unknown,
    readonly scene: Scene | null,
  ) {
    const raw = rawOf(data);
    const vetoes = listAt(data, "wishes").filter((wish) => wish.veto === true);
    this.#reduced = { ...raw, ...(Object.hasOwn(raw, "wishes") && { wishes: vetoes }) };
    this.#size = Object.values(rawOf(this.#reduced)).reduce<number>(
      (sum, list) => sum + (Array.isArray(list) ? list.length : 1),
      0,
    );
    this.#problems = this.#size <= MOST_TRIED ? problemsOf(this.#reduced) : new Map();
  }

  /** The cures of a diagnostic, the best first. */
  of(diagnostic: Diagnostic): Cure[] {
    const found: Cure[] = [];
    let moved = false;
    for (const cure of this.#proposed(diagnostic)) {
      if ((cure.move && moved) || found.length === MOST || !this.#helps(diagnostic, cure.edits())) continue;
      moved ||= cure.move === true;
      found.push(cure);
    }
    return found;
  }

  #proposed({ code, path, values = {}, range }: Diagnostic): Proposal[] {
    const [list, index] = path;
    const value = valueAt(this.data, path);
    const near = typeof values.near === "string" ? values.near : undefined;
    const item = typeof index === "number" && list !== undefined ? [list, index] : null;
    const set = (to: unknown, at: EditPath = path): { edits(): Edit[] } => ({
      edits: () => [{ op: "set", path: at, value: to }],
    });
    const remove = (...at: EditPath[]): { edits(): Edit[] } => ({
      edits: () => at.map((one) => ({ op: "remove", path: one })),
    });
    switch (code) {
      case "unknown-key": {
        const key = String(path.at(-1));
        const renamed = near !== undefined && !Object.hasOwn(rawOf(valueAt(this.data, path.slice(0, -1))), near);
        const rewrite = range && {
          rewrite: [{ offset: range.start, length: range.end - range.start, text: JSON.stringify(near) }],
        };
        return [
          ...(renamed
            ? [
                {
                  label: say((w) => w.cure.rename(near)),
                  edits: (): Edit[] => [
                    { op: "remove", path },
                    { op: "set", path: [...path.slice(0, -1), near], value },
                  ],
                  ...rewrite,
                },
              ]
            : []),
          { label: say((w) => w.cure.removeKey(key)), ...remove(path) },
        ];
      }
      case "unknown-id":
      case "unknown-time":
      case "not-allowed": {
        const better = near === undefined ? [] : [{ label: say((w) => w.cure.replace(near)), ...set(near) }];
        const lock = list === "locked" && path.at(-1) === "slot" ? this.#moves(path) : [];
        const out = item && (list === "wishes" || PAIRS.has(list)) ? [this.#removeItem(item)] : [];
        const key = OPTIONAL.has(path.at(-1))
          ? [{ label: say((w) => w.cure.removeKey(String(path.at(-1)))), ...remove(path) }]
          : [];
        const token =
          code === "unknown-time" && out.length === 0
            ? [{ label: say((w) => w.cure.removeTime), ...remove(path) }]
            : [];
        const seat =
          list === "meals" && path[2] === "seats"
            ? [{ label: say((w) => w.cure.removeSeat), ...remove(path.slice(0, 4)) }]
            : [];
        return [...better, ...lock, ...key, ...token, ...seat, ...out];
      }
      case "unknown-timezone":
      case "empty-text":
        return OPTIONAL.has(path.at(-1))
          ? [{ label: say((w) => w.cure.removeKey(String(path.at(-1)))), ...remove(path) }]
          : [];
      case "duplicate-wish":
      case "wish-to-self":
      case "wish-to-own-organisation":
      case "wish-without-kind":
        return item ? [this.#removeItem(item)] : [];
      case "wish-with-both":
        return [
          { label: say((w) => w.cure.keepVeto), ...remove([...path, "priority"]) },
          { label: say((w) => w.cure.keepPriority), ...remove([...path, "veto"]) },
        ];
      case "priority-too-low":
        return [{ label: say((w) => w.cure.setTo(Number(values.limit))), ...set(values.limit) }];
      case "too-small":
      case "too-big":
        return [{ label: say((w) => w.cure.setTo(Number(values.limit))), ...set(values.limit) }];
      case "wrong-type":
      case "bad-time":
      case "bad-date": {
        const meant = meantBy(code, values.kind, value);
        return meant === undefined ? [] : [{ label: say((w) => w.cure.write(JSON.stringify(meant))), ...set(meant) }];
      }
      case "guaranteed-over-maximum":
        return [
          {
            label: say((w) => w.promise.lower(Number(values.maximum))),
            ...set(values.maximum, [...path, "guaranteed"]),
          },
        ];
      case "guaranteed-over-slots":
        return [
          { label: say((w) => w.promise.lower(Number(values.count))), ...set(values.count, [...path, "guaranteed"]) },
        ];
      case "duplicate-id":
        if (values.kind === "tag" || values.kind === "walk")
          return [{ label: say((w) => w.cure.removeSecond), ...remove(path) }];
        return this.#sameTwice(path) ? [{ label: say((w) => w.cure.removeSecond), ...remove(path.slice(0, -1)) }] : [];
      case "duplicate-date":
      case "bad-range":
        return [];
      case "pair-with-self":
      case "precedence-cycle":
      case "precedence-circle":
      case "precedence-order":
      case "precedence-no-room":
        return item ? [this.#removeItem(item)] : [];
      case "locked-slot-and-slots":
        return [{ label: say((w) => w.cure.keepSlot), ...remove([...path, "slots"]) }];
      case "host-absent":
      case "table-host-twice":
        return [{ label: say((w) => w.cure.removeHost), ...remove(path.at(-1) === "host" ? path : [...path, "host"]) }];
      case "seat-absent":
      case "seat-twice":
      case "seat-of-host":
        return [{ label: say((w) => w.cure.removeSeat), ...remove(path) }];
      case "table-over-full":
        return [{ label: say((w) => w.cure.seats(Number(values.count))), ...set(values.count, [...path, "seats"]) }];
      default:
        return code.startsWith("locked-") && item ? [...this.#moves(path), this.#removeItem(item)] : [];
    }
  }

  #removeItem([list, index]: EditPath): { label: Cure["label"]; edits(): Edit[] } {
    const label = say((w) => w.cure.removeItem[(list as "wishes") in w.cure.removeItem ? (list as "wishes") : "other"]);
    return { label, edits: () => [{ op: "remove", path: [list!, index!] }] };
  }

  /** Slots to which a locked meeting can be moved. */
  #moves(path: EditPath): Proposal[] {
    const index = path[1];
    if (!this.scene || typeof index !== "number") return [];
    return slotsFor(this.scene, index, MOST_SLOTS).map(({ id, date, start, sameDay }) => ({
      move: true,
      label: say((w, locale) => (sameDay ? w.cure.moveTime(start) : w.cure.move(w.when(date, start, locale)))),
      edits: () => [
        { op: "set", path: ["locked", index, "slot"], value: id },
        { op: "remove", path: ["locked", index, "slots"] },
      ],
    }));
  }

  /** True where an entry that stands twice is the same both times. */
  #sameTwice(path: EditPath): boolean {
    if (path.at(-1) !== "id") return false;
    const list = valueAt(this.data, path.slice(0, -2));
    const item = valueAt(this.data, path.slice(0, -1));
    if (!Array.isArray(list)) return false;
    const id = textAt(item, "id");
    const twins = (list as unknown[]).filter((one) => textAt(one, "id") === id).map((one) => JSON.stringify(one));
    return twins.length > 1 && new Set(twins).size === 1;
  }

  /** True when the edits take a problem of this kind away and bring no error. */
  #helps({ code, severity }: Diagnostic, edits: Edit[]): boolean {
    if (edits.every(({ path }) => path[0] === "wishes")) return this.#wishIsSound(edits);
    this.#tried += this.#size;
    if (this.#tried > MOST_TRIED) return edits.every(({ op }) => op === "remove") && code !== "duplicate-id";
    const after = problemsOf(applyEdits(this.#reduced, edits));
    const own = `${severity}/${code}`;
    const before = this.#problems.get(own) ?? 0;
    if (before > 0 && (after.get(own) ?? 0) >= before) return false;
    return [...after].every(([kind, count]) => {
      const [rank, other] = kind.split("/") as [string, string];
      // An id that stands twice keeps those that do not exist from being told.
      const hidden =
        (SHAPES.has(code) && !SHAPES.has(other)) || (code === "duplicate-id" && other.startsWith("unknown-"));
      const counts = rank === "error" && !hidden;
      return !counts || count <= (this.#problems.get(kind) ?? 0);
    });
  }

  /** A wish that is changed must not become one that stands already, or one for oneself. */
  #wishIsSound(edits: Edit[]): boolean {
    return edits.every(({ op, path, ...edit }) => {
      const key = path[2];
      if (op !== "set" || (key !== "from" && key !== "to")) return true;
      const wish = rawOf(valueAt(this.data, path.slice(0, 2)));
      const value = "value" in edit ? edit.value : undefined;
      const [from, to] = key === "from" ? [value, wish.to] : [wish.from, value];
      if (typeof from !== "string" || typeof to !== "string" || from === to) return false;
      this.#wishes ??= new Set(
        listAt(this.data, "wishes").map((one) => `${textAt(one, "from")}\n${textAt(one, "to")}`),
      );
      const own = this.scene?.known.facts;
      const p = own?.personIndex.get(from);
      const organisation = p === undefined ? undefined : own?.organisations[own.people[p]!.organisation]?.name;
      return organisation !== to && !this.#wishes.has(`${from}\n${to}`);
    });
  }
}

/** Problems of data by severity and code; those that are only counted, too. */
function problemsOf(data: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity, values } of readSpec(data).diagnostics) {
    const [of, count] = code === "more" ? [String(values?.of), Number(values?.count)] : [code, 1];
    const key = `${severity}/${of}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

/** What a value of the wrong form can only mean; undefined where it may mean several things, or nothing. */
export function meantBy(code: string, kind: unknown, value: unknown): unknown {
  if (code === "bad-time") {
    const found = /^\s*(\d{1,2})\s*[:hH.]\s*(\d{2})?\s*$/.exec(String(value));
    return found && Number(found[1]) < 24 && Number(found[2] ?? 0) < 60
      ? `${found[1]!.padStart(2, "0")}:${found[2] ?? "00"}`
      : undefined;
  }
  if (code === "bad-date") {
    const [, a, b, c] = /^\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\s*$/.exec(String(value)) ?? [];
    if (!a || !b || !c) return undefined;
    // 17/03/2027 is one date; 03/04/2027 could be two.
    const [year, month, day] = a.length === 4 ? [a, b, c] : c.length === 4 && Number(a) > 12 ? [c, b, a] : [];
    if (!year || !month || !day || day.length > 2) return undefined;
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const time = Date.parse(`${date}T00:00:00Z`);
    return Number.isFinite(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
  }
  if ((kind === "number" || kind === "int") && typeof value === "string")
    return /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
  if (kind === "string" && typeof value === "number") return String(value);
  if (kind === "boolean" && (value === "true" || value === "false")) return value === "true";
  return undefined;
}
