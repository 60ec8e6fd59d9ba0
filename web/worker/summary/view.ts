// The summary as the page shows it: each number with its key, and how many are behind it. Called by desk.ts.

import type { SideSummary } from "../../../src/index.js";
import type { FigureView, GroupView, NumberKey, SummaryView } from "../../summary-views.js";
import { cut } from "../known.js";
import { behindOf, entriesOf, roomsOf, type Counted } from "./behind.js";

const WORST = 12;
const LABEL = 60;

/** Which of a kind a line is about. */
type Group = { side?: string; tier?: string | null };

export function summaryView(counted: Counted, generation: number): SummaryView {
  const { placed, summary, details } = counted;
  const { known } = placed;
  const { facts, spec } = known;
  const { wishes, guarantees, walking } = summary;
  const figure = figureOf(counted);
  const priorities = wishes.byPriority.filter(({ total }) => total > 0).map(({ priority }) => priority);
  const group = (label: string, of: Group, numbers: Numbers, kept: FigureView | null): GroupView => ({
    label: cut(label, LABEL),
    byPriority: priorities.map((priority) => {
      const share = numbers.byPriority[priority - 1]!;
      return figure({ what: "wishes", ...of, priority }, share.met, share.total);
    }),
    all: figure({ what: "wishes", ...of }, numbers.met, numbers.total),
    mean: figure({ what: "served", ...of }, numbers.mean),
    median: figure({ what: "served", ...of }, numbers.median),
    least: figure({ what: "served", ...of }, numbers.least),
    gini: figure({ what: "served", ...of }, numbers.gini),
    kept,
  });
  const served = behindOf(counted, { what: "served" });
  const walker = walking.worst && facts.personIndex.get(walking.worst.participant)!;
  const rooms = roomsOf(counted);
  const limited = rooms.some(({ of }) => of !== null);
  const full = rooms.filter(({ value, of }) => of !== null && of > 0 && value! >= of).length;
  return {
    generation,
    priorities,
    sides: [
      group(
        "",
        {},
        { ...wishes, ...summary.spread },
        guarantees.promised === 0 ? null : figure({ what: "promised" }, guarantees.kept, guarantees.promised),
      ),
      ...wishes.bySide.map((side) => {
        const label = spec.sides.find(({ id }) => id === side.side)?.label ?? side.side;
        return group(label, { side: side.side }, side, null);
      }),
    ],
    tiers: wishes.byTier.map((tier) =>
      group(
        tier.tier === null ? "" : (spec.tiers.find(({ id }) => id === tier.tier)?.label ?? tier.tier),
        { tier: tier.tier },
        tier,
        tier.promised === 0 ? null : figure({ what: "promised", tier: tier.tier }, tier.kept, tier.promised),
      ),
    ),
    meetings: figure({ what: "meetings" }, summary.meetings),
    idle: figure({ what: "idle" }, summary.idle.slots),
    holes: figure({ what: "holes" }, summary.holes),
    walk: facts.longestWalk > 0 ? figure({ what: "walk" }, walking.minutes) : null,
    walker:
      walker === null
        ? null
        : { id: facts.people[walker]!.id, name: known.names[walker]!, minutes: walking.worst!.minutes },
    bins: summary.spread.bins.map((count, bin) => figure({ what: "served", bin }, count, summary.spread.rated)),
    worst: served.slice(0, WORST).map(({ index, value }) => ({
      id: facts.people[index]!.id,
      name: known.names[index]!,
      met: details.met[index]!,
      wishes: details.wished[index]!,
      share: value!,
    })),
    rooms: rooms.map(({ index, value, of }) => {
      const { id, session, start } = facts.calendar.slots[index]!;
      const { date } = facts.calendar.sessions[session]!;
      return { key: { what: "slot", slot: id }, value, of, behind: value!, slot: id, date, start };
    }),
    full: limited ? figure({ what: "rooms" }, full, rooms.length) : null,
    meals: summary.meals.map(({ session, seated, eaters, seats }) => {
      const { date, start, end } = facts.calendar.sessions[facts.meals[facts.mealIndex.get(session)!]!.session]!;
      return { date, start, end, seats, seated: figure({ what: "seated", session }, seated, eaters) };
    }),
    tables: summary.meals.length === 0 ? null : figure({ what: "tables" }, summary.atTable.met, summary.atTable.total),
  };
}

/** What everybody, a side and a package have in common. */
type Numbers = Pick<SideSummary, "met" | "total" | "byPriority" | "mean" | "median" | "least" | "gini">;

function figureOf(counted: Counted): (key: NumberKey, value: number | null, of?: number | null) => FigureView {
  const counts = new Map<string, number>();
  return (key, value, of = null) => {
    const name = JSON.stringify(key);
    let behind = counts.get(name);
    if (behind === undefined) counts.set(name, (behind = entriesOf(counted, key).length));
    return { key, value, of, behind };
  };
}
