// The diagnostics of the reading as findings: a plain title, whom it is about by name, and what cures it. Many of one kind
// share a finding, which cures them all at once.

import { message, type Diagnostic, type Edit } from "../../../src/index.js";
import { formats, type Locale } from "../../i18n/formats.js";
import { cut } from "../known.js";
import { Curer } from "./cures.js";
import { say, type Cure, type Finding } from "./finding.js";
import { itemText, namesOf, rowOf, type NamesById } from "./raw.js";
import type { Scene } from "./scene.js";

/** Findings of one kind that are told one by one. */
const SINGLE = 3;
/** What other findings say better, where an event could be made out. */
const TOLD_BETTER = new Set(["guaranteed-over-maximum", "guaranteed-over-slots", "few-seats"]);
/** Values that are ids of participants, in the codes that speak of them. */
const PEOPLE = new Set(["a", "b", "c", "id", "from", "to", "participant"]);
const OF_PEOPLE =
  /^(locked-|wish-|seat-|host-|guaranteed-|nowhere-|pair-with-self|duplicate-wish|table-(host|veto)|too-many-representatives)/;
/** Values that list pairs of participants: "ada – bo, cy – di". */
const PAIRS = new Set(["meetings", "first", "then"]);
const SLOTS = new Set(["slot", "next", "firstSlot", "thenSlot"]);

/** The findings, in the order of the text. */
export function diagnosticFindings(data: unknown, diagnostics: readonly Diagnostic[], scene: Scene | null): Finding[] {
  const groups = new Map<string, Diagnostic[]>();
  const more = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const { code, severity, values = {} } = diagnostic;
    if (scene && scene.state !== "last" && TOLD_BETTER.has(code)) continue;
    if (code === "more") {
      more.set(String(values.of), Number(values.count));
      continue;
    }
    const key = `${severity}/${code}/${values.kind ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(diagnostic);
    else groups.set(key, [diagnostic]);
  }
  if (groups.size === 0) return [];
  const names = namesOf(data);
  const curer = new Curer(data, scene?.state === "last" ? null : scene);
  const tell = (diagnostic: Diagnostic): Finding => single(data, diagnostic, names, scene, curer);
  return [...groups].flatMap(([key, group]) => {
    if (group.length <= SINGLE) return group.map(tell);
    const rest = more.get(group[0]!.code) ?? 0;
    more.delete(group[0]!.code);
    return [many(data, key, group, rest, names, scene, curer)];
  });
}

function single(data: unknown, diagnostic: Diagnostic, names: NamesById, scene: Scene | null, curer: Curer): Finding {
  const { code, severity, path, range } = diagnostic;
  const row = rowOf(data, path);
  const item = itemText(data, path, names);
  const text = wordsOf(diagnostic, names, scene);
  return {
    key: `${code}/${path.join("/")}/${range?.start ?? ""}`,
    severity,
    weight: 1,
    title: say((w) => w.problem(code, 1)),
    text: say((w, locale) =>
      item[locale] === "" || speaksOf(code) ? text[locale] : w.about(item[locale], text[locale]),
    ),
    cures: [
      ...curer.of(diagnostic),
      ...(row ? [{ label: say((w) => w.seeRow), wanted: { ...row, why: item } }] : []),
      ...showText(diagnostic),
    ],
  };
}

function many(
  data: unknown,
  key: string,
  group: readonly Diagnostic[],
  rest: number,
  names: NamesById,
  scene: Scene | null,
  curer: Curer,
): Finding {
  const [first] = group as [Diagnostic];
  const count = group.length + rest;
  const texts = group.slice(0, 2).map((one) => wordsOf(one, names, scene));
  const cures = group.map((one) => curer.of(one)[0]);
  const all = cures.every((cure) => cure && "edits" in cure) ? (cures as Extract<Cure, { edits(): Edit[] }>[]) : [];
  const removes = all.every((cure) => cure.edits().every(({ op }) => op === "remove"));
  const rows = group.map(({ path }) => rowOf(data, path));
  const table = rows[0] && rows.every((row) => row?.place === rows[0]!.place) ? rows[0] : null;
  return {
    key,
    severity: first.severity,
    weight: count,
    title: say((w) => w.problem(first.code, count)),
    text: say((w, locale) => w.andProblems(texts.map((text) => text[locale]).join(" "), count - texts.length)),
    cures: [
      ...(all.length > 0
        ? [
            {
              label: say((w) => (removes ? w.cure.removeAll(group.length) : w.cure.correctAll(group.length))),
              edits: () => all.flatMap((cure) => cure.edits()),
            },
          ]
        : []),
      ...(table
        ? [
            {
              label: say((w) => w.see(group.length)),
              wanted: {
                ...table,
                ids: [...new Set(rows.flatMap((row) => row!.ids!))],
                why: say((w) => w.problem(first.code, count)),
              },
            },
          ]
        : []),
      ...showText(first),
    ],
  };
}

function showText({ range }: Diagnostic): Cure[] {
  return range ? [{ label: say((w) => w.openSpec), at: range.start }] : [];
}

/** True where the sentence names whom it is about. */
function speaksOf(code: string): boolean {
  return OF_PEOPLE.test(code) || code.startsWith("duplicate-id") || code.startsWith("session");
}

/** The sentence of a diagnostic with names instead of ids. */
function wordsOf(diagnostic: Diagnostic, names: NamesById, scene: Scene | null): { en: string; fr: string } {
  const { code, values = {} } = diagnostic;
  const people = OF_PEOPLE.test(code);
  const worded = (locale: Locale): string => {
    const named = Object.entries(values).map(([key, value]) => {
      if (typeof value !== "string") return [key, value];
      if (SLOTS.has(key)) return [key, slotText(scene, value, locale)];
      if (PAIRS.has(key)) return [key, pairsText(value, names)];
      if (people && PEOPLE.has(key)) return [key, names.get(value) ?? value];
      if (key === "absent")
        return [
          key,
          value
            .split(" + ")
            .map((id) => names.get(id) ?? id)
            .join(" + "),
        ];
      return [key, value];
    });
    return cut(
      message({ ...diagnostic, values: Object.fromEntries(named) as Record<string, string | number> }, locale),
      400,
    );
  };
  return { en: worded("en"), fr: worded("fr") };
}

function pairsText(text: string, names: NamesById): string {
  const pair = (ids: string): string =>
    ids
      .split(" – ")
      .map((id) => names.get(id) ?? id)
      .join(" – ");
  return text.split(", ").map(pair).join(", ");
}

/** "Wed 17 09:00"; the id of a slot that is not known. */
function slotText(scene: Scene | null, id: string, locale: Locale): string {
  const calendar = scene?.known.facts.calendar;
  const slot = calendar?.slots[calendar.slotIndex.get(id) ?? -1];
  if (!slot) return id;
  const f = formats(locale);
  return `${f.shortDay(calendar!.sessions[slot.session]!.date)} ${f.clock(slot.start)}`;
}
