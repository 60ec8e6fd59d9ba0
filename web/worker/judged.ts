// The numbers of a schedule for the band above the grid and the summary, and what the judge found, rule by rule.
// Called by owner.ts for every schedule shown. The numbers are the library's; here they only get their names.

import { LOOSE, RULES, summarise } from "../../src/index.js";
import type { Report } from "../../src/index.js";
import type { RuleView, ScheduleView } from "../protocol.js";
import { cut, type Known } from "./known.js";
import type { Placed } from "./placed.js";
import { shareOf } from "./rows.js";

const WORST = 12;
const SHOWN = 50;

/** What is proved, unless it says more of the bound than of the schedule. */
export function nearness({ bound }: Report): Pick<ScheduleView, "bound" | "gap" | "meetingsGap"> {
  const none = { bound: null, gap: null, meetingsGap: null };
  if (bound?.status === "proven") return { ...none, bound: bound.value, gap: bound.gap };
  if (bound?.status !== "within") return none;
  const near = bound.gap <= LOOSE ? { bound: bound.value, gap: bound.gap } : {};
  const { meetings } = bound;
  const tighter = meetings && meetings.gap <= LOOSE && meetings.gap < bound.gap;
  return { ...none, ...near, ...(tighter && { meetingsGap: meetings.gap }) };
}

/** The summary of a schedule that is on the page. */
export function scheduleView(placed: Placed, generation: number): Omit<ScheduleView, "undo" | "redo" | "byHand"> {
  const { known, report, schedule, mismatch } = placed;
  const { facts } = known;
  const summary = summarise(facts, schedule);
  const worst = worstOf(placed);
  const { promised, kept, missing } = summary.guarantees;
  const walker = summary.walking.worst;
  return {
    generation,
    revision: known.revision,
    meetings: summary.meetings,
    met: summary.wishes.met,
    wishes: summary.wishes.total,
    byPriority: summary.wishes.byPriority.filter((view) => view.total > 0),
    guarantee: { met: kept, total: promised },
    missing: missing.reduce((sum, entry) => sum + entry.guaranteed - entry.held, 0),
    least: worst[0] ? { share: worst[0].share, participant: worst[0].participant, name: worst[0].name } : null,
    idle: summary.idle.slots,
    agendas: summary.idle.participants,
    walk: walker && { minutes: walker.minutes, ...named(known, walker.participant) },
    walks: facts.longestWalk > 0,
    seated:
      summary.meals.length === 0
        ? null
        : {
            met: summary.meals.reduce((sum, meal) => sum + meal.seated, 0),
            total: summary.meals.reduce((sum, meal) => sum + meal.eaters, 0),
          },
    score: report.score,
    mismatch,
    findings: report.findings.length,
    unplaced: unplacedOf(placed),
    ...nearness(report),
    worst,
  };
}

function named(known: Known, id: string): { participant: string; name: string } {
  return { participant: id, name: cut(known.names[known.facts.personIndex.get(id) ?? -1] ?? id, 60) };
}

/** Who should have met and does not, with the slot where the lock names one. */
function unplacedOf({ known, unplaced }: Placed): ScheduleView["unplaced"] {
  const { calendar } = known.facts;
  const meetings = unplaced.slice(0, SHOWN).map(({ lock, participants }) => {
    const slot = calendar.slots[calendar.slotIndex.get(known.spec.locked[lock]?.slot ?? "") ?? -1];
    return {
      people: participants.map((id) => named(known, id)).map(({ participant, name }) => ({ id: participant, name })),
      slot: slot ? { date: calendar.sessions[slot.session]!.date, start: slot.start } : null,
    };
  });
  return { count: unplaced.length, meetings };
}

function worstOf(placed: Placed): ScheduleView["worst"] {
  const { known } = placed;
  const { facts } = known;
  return facts.people
    .flatMap(({ index, id }) => {
      const share = shareOf(known, placed, index);
      const wishes = facts.wishes.start[index + 1]! - facts.wishes.start[index]!;
      return share === null ? [] : [{ index, id, share, wishes }];
    })
    .sort((a, b) => a.share - b.share || a.index - b.index)
    .slice(0, WORST)
    .map(({ index, id, share, wishes }) => ({ ...named(known, id), share, met: placed.metCount[index]!, wishes }));
}

/** Every rule with what it found, each breach as a sentence in both languages. */
export function rulesView(placed: Placed | null): RuleView[] {
  return RULES.map((rule) => {
    const found = placed?.report.findings.filter((finding) => finding.rule === rule.id) ?? [];
    return {
      rule: rule.id,
      title: rule.title,
      sentence: rule.sentence,
      count: found.length,
      findings: found.slice(0, SHOWN).map((finding) => ({
        text: { en: cut(rule.message(finding, "en"), 500), fr: cut(rule.message(finding, "fr"), 500) },
        people: (finding.concerns.participants ?? []).slice(0, 6).map((id) => {
          const { participant, name } = named(placed!.known, id);
          return { id: participant, name };
        }),
      })),
    };
  });
}
