// Why a change by hand is forbidden, and what a step is called: the judge's findings with names and times in them.

import { RULES, type Finding, type HandEdit, type Locale, type Stuck, type Text } from "../../../src/index.js";
import type { ForbiddenView } from "../../hand-views.js";
import { cut, type Known } from "../known.js";

/** Day and time of a slot: jeu. 18, 09:00. */
export function whenOf({ facts }: Known, slot: string, locale: Locale): string {
  const at = facts.calendar.slots[facts.calendar.slotIndex.get(slot) ?? -1];
  if (!at) return slot;
  const date = facts.calendar.sessions[at.session]!.date;
  const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", timeZone: "UTC" });
  const clock = `${String(Math.floor(at.start / 60)).padStart(2, "0")}:${String(at.start % 60).padStart(2, "0")}`;
  return `${day.format(new Date(`${date}T00:00:00Z`))}, ${clock}`;
}

export function nameOf(known: Known, id: string): string {
  const p = known.facts.personIndex.get(id);
  return cut(p === undefined ? id : known.names[p]!, 60);
}

/** A breach as a sentence with names and times where the judge has ids. */
export function forbiddenOf(known: Known, finding: Finding): ForbiddenView {
  const rule = RULES.find(({ id }) => id === finding.rule)!;
  const { facts } = known;
  const said = (locale: Locale): string => {
    const values = Object.fromEntries(
      Object.entries(finding.values).map(([key, value]) => {
        if (typeof value !== "string") return [key, value];
        const row = facts.rowIndex.get(value);
        if (facts.personIndex.has(value)) return [key, nameOf(known, value)];
        if (row !== undefined) return [key, cut(known.rowNames[row]!, 60)];
        if (facts.calendar.slotIndex.has(value)) return [key, whenOf(known, value, locale)];
        return [key, value];
      }),
    );
    return cut(rule.message({ ...finding, values }, locale), 400);
  };
  return { title: rule.title, text: { en: said("en"), fr: said("fr") } };
}

const STUCK: Record<Stuck, ForbiddenView> = {
  unknown: {
    title: { en: "Unknown", fr: "Inconnu" },
    text: { en: "There is no such meeting, slot or place.", fr: "Ce rendez-vous, ce créneau ou ce lieu n’existe pas." },
  },
  same: {
    title: { en: "Already so", fr: "Déjà ainsi" },
    text: { en: "The meeting is there already.", fr: "Le rendez-vous y est déjà." },
  },
  chain: {
    title: { en: "Too many to move", fr: "Trop de monde à déplacer" },
    text: {
      en: "Too many other meetings would have to move with it.",
      fr: "Trop d’autres rendez-vous devraient bouger avec lui.",
    },
  },
};

export function stuckView(stuck: Stuck): ForbiddenView {
  return STUCK[stuck];
}

/** What an edit is called. */
export function labelOf(known: Known, edit: HandEdit): Text {
  const [a, b] = edit.participants.map((id) => nameOf(known, id));
  const pair = { en: `${a} and ${b}`, fr: `${a} et ${b}` };
  if (edit.kind === "remove") return { en: `Removing ${pair.en}`, fr: `Retrait de ${pair.fr}` };
  const when = { en: whenOf(known, edit.slot, "en"), fr: whenOf(known, edit.slot, "fr") };
  return edit.kind === "add"
    ? { en: `Adding ${pair.en} on ${when.en}`, fr: `Ajout de ${pair.fr}, ${when.fr}` }
    : { en: `Moving ${pair.en} to ${when.en}`, fr: `Déplacement de ${pair.fr}, ${when.fr}` };
}
