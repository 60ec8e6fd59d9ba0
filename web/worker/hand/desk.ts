// Changes of meetings by hand: where a meeting may go, making it so, pins and blocks, undo and redo, and the journal. What is
// made was judged as a whole; what is only looked at is answered by the library's hand, which says the same. Owned by owner.ts.

import { proxyMarker } from "comlink";
import { explain, handOn, hashOf, verifyWith } from "../../../src/index.js";
import type { Edit, Hand, Judged, Meeting, Schedule, Text, Tried } from "../../../src/index.js";
import type {
  HandAnswer,
  HandEdit,
  HandSubject,
  HandView,
  JournalView,
  OutcomeView,
  PersonOfHand,
  PinAnswer,
  PinWhat,
  PlaceTargetView,
  ReplayView,
  StepAnswer,
  TargetView,
} from "../../hand-views.js";
import type { ScheduleView } from "../../protocol.js";
import type { Draft } from "../draft.js";
import { cut, type Known } from "../known.js";
import { placedOf, wishFor, type Placed } from "../placed.js";
import type { Stage, Step } from "../plan/stage.js";
import { priorityOf, rowsOf, shareOf } from "../rows.js";
import type { HandApi } from "./api.js";
import { blockEdits, pinEdits, pinLabel, unpinEdits } from "./pins.js";
import { forbiddenOf, labelOf, nameOf, stuckView } from "./sentences.js";

/** Most places that are offered. */
const PLACES = 60;
const NOTHING = { wishes: 0, guarantee: 0, fairness: 0, gap: 0, walk: 0, meals: 0, total: 0 };

export interface HandHooks {
  /** True while a run goes on: it alone changes the schedule then. */
  busy(): boolean;
}

export class HandDesk implements HandApi {
  readonly [proxyMarker] = true as const;
  #hand: { generation: number; hand: Hand } | null = null;
  /** Changes by hand of the schedule that the last run replaced. */
  #left: readonly Step[] = [];

  constructor(
    readonly draft: Draft,
    readonly stage: Stage,
    readonly hooks: HandHooks,
  ) {}

  /** A run begins: what was changed by hand before can be made again after it. */
  runs(): void {
    const { byHand } = this.stage;
    if (byHand.some(({ edit }) => edit)) this.#left = byHand;
  }

  /** Another event is on the page. */
  forget(): void {
    this.#hand = null;
    this.#left = [];
  }

  take(subject: HandSubject): HandView | null {
    const { placed } = this.stage;
    const hand = this.#over();
    if (!placed || !hand) return null;
    const { known, schedule, report } = placed;
    const { facts } = known;
    const [p, q] = subject.participants.map((id) => facts.personIndex.get(id) ?? -1) as [number, number];
    if (p < 0 || q < 0 || p === q) return null;
    const meeting = subject.from === null ? undefined : heldIn(schedule, subject);
    if (subject.from !== null && !meeting) return null;
    const from = subject.from === null ? {} : { from: subject.from };
    const { participants } = subject;
    const kind = meeting ? ("move" as const) : ("add" as const);
    const targets = facts.calendar.slots
      .filter(({ id }) => id !== subject.from)
      .map(({ id: slot, session, start }): TargetView => {
        const tried = hand.try({ kind, participants, slot, ...from });
        const { date } = facts.calendar.sessions[session]!;
        return { slot, date, start, ...outcome(known, tried, participants) };
      });
    const removed = meeting ? hand.try({ kind: "remove", participants, ...from }) : null;
    const other = removed ?? bestOf(hand, participants, targets);
    const after = other && !("stuck" in other) ? placedOf(known, bare(placed, hand.done(other))) : null;
    const [own, theirs] = [wishFor(facts, p, q), wishFor(facts, q, p)];
    return {
      generation: this.stage.generation,
      subject,
      people: [personOf(placed, after, p, meeting), personOf(placed, after, q, meeting)],
      now: meeting ? nowOf(known, meeting) : null,
      priority: priorityOf(known, own >= 0 ? own : theirs),
      mutual: own >= 0 && theirs >= 0,
      total: report.score.total,
      targets,
      places: meeting ? placesOf(known, hand, meeting) : [],
      removal: removed && outcome(known, removed, participants),
    };
  }

  weigh(edit: HandEdit, generation: number): OutcomeView | null {
    const { placed } = this.stage;
    const hand = generation === this.stage.generation ? this.#over() : null;
    return placed && hand && outcome(placed.known, hand.try(edit), edit.participants);
  }

  make(edit: HandEdit, generation: number): HandAnswer {
    const { placed } = this.stage;
    const hand = generation === this.stage.generation && !this.hooks.busy() ? this.#over() : null;
    if (!placed || !hand) return { status: "gone" };
    const tried = hand.try(edit);
    if ("stuck" in tried) return { status: "forbidden", forbidden: stuckView(tried.stuck) };
    const [breach] = tried.breaches;
    if (breach) return { status: "forbidden", forbidden: forbiddenOf(placed.known, breach) };
    const judged = judgedAgain(placed.known, placed, hand.done(tried));
    const label = labelOf(placed.known, edit);
    const schedule = this.stage.step(placed.known, judged, { kind: "hand", label, edit });
    return { status: "done", schedule, gain: judged.report.score.total - placed.report.score.total };
  }

  block(participants: readonly [string, string], generation: number): HandAnswer {
    const { placed } = this.stage;
    const hand = generation === this.stage.generation && !this.hooks.busy() ? this.#over() : null;
    const edits = blockEdits(this.draft.data, participants);
    if (!placed || !hand || edits.length === 0) return { status: "gone" };
    const tried = hand.try({ kind: "remove", participants });
    if ("stuck" in tried) return { status: "forbidden", forbidden: stuckView(tried.stuck) };
    const [a, b] = participants.map((id) => nameOf(placed.known, id));
    const label = { en: `Blocking ${a} and ${b}`, fr: `Blocage de ${a} et ${b}` };
    const schedule = this.#withEvent(edits, label, () => hand.done(tried));
    if (!schedule) return { status: "gone" };
    return { status: "done", schedule, gain: schedule.score.total - placed.report.score.total };
  }

  pin(what: PinWhat, on: boolean): PinAnswer {
    const { placed } = this.stage;
    if (!placed || this.hooks.busy()) return { status: "gone" };
    if (this.draft.data === undefined) return { status: "broken" };
    const meetings = meetingsOf(placed, what);
    const edits = on
      ? pinEdits(this.draft.data, meetings)
      : unpinEdits(
          this.draft.data,
          meetings.map(({ participants }) => participants),
        );
    if (edits.length === 0) return { status: "nothing" };
    const schedule = this.#withEvent(edits, pinLabel(on, edits.length), () => placed.schedule);
    return schedule ? { status: "done", schedule, meetings: edits.length } : { status: "locked" };
  }

  undo(): StepAnswer {
    return this.#walk(() => this.stage.undo());
  }

  redo(): StepAnswer {
    return this.#walk(() => this.stage.redo());
  }

  journal(): JournalView {
    const replayable = this.#left.filter(({ edit }) => edit).length;
    return { steps: this.stage.byHand.map(({ label }) => label), replayable };
  }

  replay(): ReplayView | null {
    const edits = this.#left.flatMap(({ edit }) => (edit ? [edit] : []));
    if (!this.stage.placed || this.hooks.busy() || edits.length === 0) return null;
    const refused: ReplayView["refused"] = [];
    let done = 0;
    for (const edit of edits) {
      const answer = this.make(edit, this.stage.generation);
      if (answer.status === "done") done++;
      else {
        const names = edit.participants.map((id) => nameOf(this.stage.placed!.known, id)) as [string, string];
        refused.push({ edit, names, forbidden: answer.status === "forbidden" ? answer.forbidden : null });
      }
    }
    this.#left = [];
    return { schedule: this.stage.view!, done, refused };
  }

  #walk(go: () => Text | "event" | null): StepAnswer {
    if (this.hooks.busy()) return { status: "gone" };
    const what = go();
    if (what === null) return { status: "nothing" };
    const schedule = this.stage.view;
    return what === "event" || !schedule ? { status: "event" } : { status: "done", what, schedule };
  }

  /** Edits the event and goes on with the schedule under it, as one step; null where the event cannot be edited now. */
  #withEvent(edits: readonly Edit[], label: Text, then: () => Schedule): ScheduleView | null {
    const { placed } = this.stage;
    if (!placed || this.draft.change(edits, label) !== "done") return null;
    const event = this.draft.text.history.undo.at(-1)!;
    this.draft.readNow();
    const { good, known } = this.draft;
    // An event with errors keeps the schedule that it has; the edit is undone with the event's.
    if (!good || !known) return this.stage.view;
    return this.stage.step(known, judgedAgain(known, placed, then()), { kind: "pin", label, event });
  }

  #over(): Hand | null {
    const { placed, generation } = this.stage;
    if (!placed) return null;
    if (this.#hand?.generation !== generation)
      this.#hand = { generation, hand: handOn(placed.known.facts, placed.schedule) };
    return this.#hand.hand;
  }
}

function heldIn({ meetings }: Schedule, { participants: [a, b], from }: HandSubject): Meeting | undefined {
  return meetings.find(
    ({ participants, slot }) => slot === from && participants.includes(a) && participants.includes(b),
  );
}

function meetingsOf({ known, schedule }: Placed, what: PinWhat): Meeting[] {
  const { calendar } = known.facts;
  return schedule.meetings.filter(({ participants, slot }) => {
    switch (what.kind) {
      case "meeting":
        return what.participants.every((id) => participants.includes(id));
      case "person":
        return participants.includes(what.id);
      case "slot":
        return slot === what.slot;
      case "before": {
        const at = calendar.slots[calendar.slotIndex.get(slot) ?? -1];
        const date = at && calendar.sessions[at.session]!.date;
        return date !== undefined && (date < what.date || (date === what.date && at!.start < what.minutes));
      }
      case "all":
        return true;
    }
  });
}

/** The schedule under an event, judged as a whole, with reasons of its own. What was proved of another event is left out. */
function judgedAgain(known: Known, { unplaced, mismatch, known: before }: Placed, changed: Schedule): Judged {
  const { score: _, bound, base: __, ...rest } = changed;
  const event = hashOf(known.facts);
  const same = event === hashOf(before.facts);
  const schedule: Schedule = { ...rest, ...(same && bound && { bound }), event };
  const report = verifyWith(known.facts, schedule);
  return {
    schedule: { ...schedule, score: report.score, unmet: explain(known.facts, schedule) },
    report,
    unplaced: same ? unplaced : [],
    ...(mismatch && { mismatch }),
  };
}

/** Good enough to count who is served: no judge is asked. */
function bare({ report, unplaced }: Placed, schedule: Schedule): Judged {
  return { schedule, report, unplaced };
}

function bestOf(hand: Hand, participants: HandSubject["participants"], targets: readonly TargetView[]): Tried | null {
  const legal = targets.filter(({ forbidden }) => forbidden === null);
  const best = legal.reduce<TargetView | null>((a, b) => (a && a.gain.total >= b.gain.total ? a : b), null);
  return best && hand.try({ kind: "add", participants, slot: best.slot });
}

function outcome(known: Known, tried: Tried, [a, b]: HandSubject["participants"]): OutcomeView {
  if ("stuck" in tried) return { gain: NOTHING, others: 0, place: "", forbidden: stuckView(tried.stuck) };
  const { gain, others, breaches, change } = tried;
  const mine = change.added.find(({ participants }) => participants.includes(a) && participants.includes(b));
  return {
    gain,
    others,
    place: placeName(known, mine?.place),
    forbidden: breaches[0] ? forbiddenOf(known, breaches[0]) : null,
  };
}

function placesOf(known: Known, hand: Hand, { participants, slot, place: now }: Meeting): PlaceTargetView[] {
  const { facts, spec } = known;
  const [p, q] = participants.map((id) => facts.personIndex.get(id)!) as [number, number];
  const { listed, common } = facts.allowedPlaces(p, q);
  return spec.places
    .filter(({ id }) => {
      const place = facts.places[facts.placeIndex.get(id)!]!;
      return id !== now && (listed.includes(place.index) || (common && !place.owned));
    })
    .slice(0, PLACES)
    .map(({ id }) => {
      const tried = hand.try({ kind: "move", participants, from: slot, slot, place: id });
      return { id, label: placeName(known, id), ...outcome(known, tried, participants) };
    });
}

function personOf(placed: Placed, after: Placed | null, p: number, meeting: Meeting | undefined): PersonOfHand {
  const { known } = placed;
  const { facts } = known;
  const person = facts.people[p]!;
  // Of a delegation the one who holds the meeting.
  const row = person.rows.find((r) => meeting?.rows.includes(facts.rows[r]!.id)) ?? person.rows[0]!;
  return {
    id: person.id,
    name: known.names[p]!,
    share: shareOf(known, placed, p),
    shareAfter: shareOf(known, after ?? placed, p),
    row: rowsOf(known, placed, Int32Array.of(row), 0, 1).rows[0]!,
  };
}

function nowOf(known: Known, { participants, slot, place }: Meeting): HandView["now"] {
  const { facts } = known;
  const at = facts.calendar.slots[facts.calendar.slotIndex.get(slot)!]!;
  const [p, q] = participants.map((id) => facts.personIndex.get(id)!) as [number, number];
  return {
    date: facts.calendar.sessions[at.session]!.date,
    start: at.start,
    place: placeName(known, place),
    pinned: facts.locks.has(facts.pairKey(p, q)),
  };
}

function placeName({ spec }: Known, id: string | undefined): string {
  if (id === undefined) return "";
  return cut(spec.places.find((place) => place.id === id)?.label ?? id, 40);
}
