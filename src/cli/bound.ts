// What verify prints of a schedule's bound: how far from the best possible, or why that cannot be said, and which time and
// room is dear. Sentences only; the judge has done the arithmetic.

import { LOOSE } from "../bound.js";
import type { Refusal } from "../certificate.js";
import type { Dear } from "../certificate/describe.js";
import type { Locale, Text } from "../rules/rule.js";
import { pathText } from "../spec/diagnostic.js";
import type { BoundReport } from "../verify.js";
import { columns } from "./command.js";
import { grouped, spaced } from "./format.js";
import { clipped, printable } from "./terminal.js";

/** People and slots listed. */
const SHOWN = 5;
/** Characters of a name or an id. */
const NAME = 40;
/** Participants named. */
const NAMED = 5;

/** One sentence. */
export function boundText(report: BoundReport, locale: Locale): string {
  return spaced(sentence(report)[locale], locale);
}

function sentence(report: BoundReport): Text {
  switch (report.status) {
    case "proven":
      return {
        en: "Proven best: no schedule of this event has a higher score.",
        fr: "Optimal, c’est prouvé : aucun planning de cet événement n’a un score plus élevé.",
      };
    case "within": {
      const value = { en: grouped(report.value, "en"), fr: grouped(report.value, "fr") };
      const { meetings } = report;
      if (report.gap > LOOSE && meetings) return meetingsSentence(meetings);
      // What is loose is said: with meals it is mostly what tables might bring.
      const alone = meetings && meetings.gap < report.gap ? aloneSentence(meetings.gap) : { en: "", fr: "" };
      return {
        en: `Within ${shareText(report.gap, "en")} of the best possible: no schedule scores more than ${value.en}.${alone.en}`,
        fr: `À ${shareText(report.gap, "fr")} au plus du meilleur possible : aucun planning ne dépasse ${value.fr}.${alone.fr}`,
      };
    }
    case "exceeded": {
      const [en, fr] = (["en", "fr"] as const).map((l) => [grouped(report.total, l), grouped(report.value, l)]);
      return {
        en: `Internal error: the score ${en![0]} passes the bound ${en![1]}, which its certificate proves. Please report it.`,
        fr: `Erreur interne : le score ${fr![0]} dépasse la borne ${fr![1]}, que son certificat prouve. Merci de le signaler.`,
      };
    }
    case "infeasible":
      return {
        en: "How far it is from the best possible cannot be said: it breaks hard rules, which the bound does not allow.",
        fr: "On ne peut pas dire à quelle distance du meilleur il est : il enfreint des règles impératives, ce que la borne exclut.",
      };
    case "impossible": {
      const { participants } = report;
      const more = participants.length > NAMED ? `, … +${participants.length - NAMED}` : "";
      const names = participants
        .slice(0, NAMED)
        .map((id) => clipped(id, NAME))
        .join(", ");
      return {
        en: `No schedule of this event can hold all locked meetings, as those of ${names}${more} show.`,
        fr: `Aucun planning de cet événement ne peut tenir tous les rendez-vous imposés : ceux de ${names}${more} le montrent.`,
      };
    }
    case "refused": {
      const at = report.at.length > 0 ? ` (${clipped(pathText([...report.at]), 80)})` : "";
      const why = REFUSED[report.reason];
      return {
        en: `How far it is from the best possible cannot be said: ${why.en}${at}.`,
        fr: `On ne peut pas dire à quelle distance du meilleur il est : ${why.fr}${at}.`,
      };
    }
  }
}

/** How much of a gap is of each: wishes, guarantees, fairness and days; meals. */
export function termsText(gap: number, meetings: number, locale: Locale): string {
  const [first, second] = [shareText(meetings, locale), shareText(gap - meetings, locale)];
  const text = {
    en: `Of all that wishes and meals can bring, meetings are within ${first}, meals within ${second}.`,
    fr: `De tout ce que souhaits et repas peuvent apporter, les rendez-vous sont à ${first}, les repas à ${second}.`,
  };
  return spaced(text[locale], locale);
}

/** Where the bound of the whole is the looser one. */
function aloneSentence(gap: number): Text {
  return {
    en: ` The meetings alone are within ${shareText(gap, "en")}: what is loose is the bound of the tables.`,
    fr: ` Les rendez-vous seuls sont à ${shareText(gap, "fr")} : c’est la borne des tables qui est large.`,
  };
}

/** What can be said where the bound of the meals is too far to tell. */
function meetingsSentence({ gap, value }: { gap: number; value: number }): Text {
  return {
    en: `Meetings within ${shareText(gap, "en")} of the best possible: without meals, no schedule scores more than ${grouped(value, "en")}.`,
    fr: `Rendez-vous à ${shareText(gap, "fr")} au plus du meilleur possible : sans les repas, aucun planning ne dépasse ${grouped(value, "fr")}.`,
  };
}

const REFUSED: Record<Refusal, Text> = {
  malformed: { en: "its certificate is not one", fr: "son certificat n’en est pas un" },
  "other-event": {
    en: "its certificate belongs to another event",
    fr: "son certificat appartient à un autre événement",
  },
  "unknown-id": {
    en: "its certificate names what the event does not have",
    fr: "son certificat cite ce que l’événement ne connaît pas",
  },
  "wrong-length": {
    en: "its certificate does not have one price for each slot",
    fr: "son certificat n’a pas un prix par créneau",
  },
  "no-maximum": {
    en: "its certificate puts a price on a maximum that is not there",
    fr: "son certificat donne un prix à un maximum qui n’existe pas",
  },
  "no-places": {
    en: "its certificate puts a price on room, which is not limited",
    fr: "son certificat donne un prix à la place, qui n’est pas limitée",
  },
  "not-exclusive": {
    en: "its certificate puts a price on partners whose number is not limited",
    fr: "son certificat donne un prix à des partenaires dont le nombre n’est pas limité",
  },
  "out-of-range": {
    en: "a tangent of its certificate lies outside its range",
    fr: "une tangente de son certificat est hors limites",
  },
  "too-long": {
    en: "the tables of its certificate take too long to check",
    fr: "les tables de son certificat sont trop longues à vérifier",
  },
  twice: { en: "its certificate says something twice", fr: "son certificat dit deux fois la même chose" },
  "too-large": { en: "its certificate proves too large a number", fr: "son certificat prouve un nombre trop grand" },
  "other-value": {
    en: "its certificate proves another number than it states",
    fr: "son certificat prouve un autre nombre que celui annoncé",
  },
};

/** 0.03% or 0,03 %: rounded up, for the gap is never larger. */
export function shareText(gap: number, locale: Locale): string {
  const hundredths = Math.ceil(gap * 10_000);
  const text = (hundredths / 100).toFixed(2);
  return locale === "fr" ? `${text.replace(".", ",")}\u202f%` : `${text}%`;
}

/** The dearest people and slots, a line each; empty where nothing has a price. */
export function dearText({ people, slots }: Dear, name: (id: string) => string, locale: Locale): string {
  const w = WORDS[locale];
  const points = (x: number): string => `${grouped(Math.round(x), locale)} ${w.points}`;
  const more = (x: number, what: string): string => (x > 0 ? `, ${what} ${points(x)}` : "");
  const rows = people.slice(0, SHOWN).map((one): [string, string] => {
    const slot = one.slot === undefined ? "" : `, ${w.most} ${points(one.slotPoints!)} (${printable(one.slot)})`;
    return [clipped(name(one.participant), NAME), points(one.points) + slot + more(one.maximum, w.maximum)];
  });
  const times = slots
    .slice(0, SHOWN)
    .map((one): [string, string] => [clipped(one.slot, NAME), points(one.points) + more(one.room, w.room)]);
  const block = (title: string, lines: [string, string][]): string =>
    lines.length === 0 ? "" : `${title}\n${columns(lines)}`;
  return block(w.people, rows) + block(w.slots, times);
}

const WORDS = {
  en: {
    points: "points",
    people: "Whose time is dear",
    slots: "Which slots are dear",
    most: "at most",
    maximum: "one more meeting allowed",
    room: "one more place",
  },
  fr: {
    points: "points",
    people: "Les personnes dont le temps est cher",
    slots: "Les créneaux chers",
    most: "au plus",
    maximum: "un rendez-vous permis de plus",
    room: "une place de plus",
  },
};
