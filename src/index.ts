// The library's public face: re-exports and nothing else. Used by the page and by programs; READ pipeline.ts FIRST.
// Worker threads for Node are in host/node.ts ("dancecard/node"), Web Workers in host/browser.ts.

// The whole way: an event in, a judged schedule out.
export { compile, planEvent } from "./pipeline.js";
export type { Compiled, Judged, PlanEvent, PlanOptions, PlanResult, Unplaced } from "./plan.js";

// Before the sale: can all packages be honoured?
export { checkPromises, priceEvent } from "./promises.js";
export type { Missing, PromiseAnswer, PromiseCheck, Promised, PromiseOptions } from "./promises.js";
export { promisesOnly } from "./promises/event.js";
export { promisesText, shortageText } from "./promises/sentence.js";
export type { Cause, Shortage } from "./promises/shortage.js";

// Events.
export { eventJsonSchema, eventSchema, LIMITS } from "./spec/schema.js";
export type { EventInput, EventSpec, Locked, Meal, Participant, Place, Rules, Session, Wish } from "./spec/schema.js";
export { parseEvent, parseSpec, readSpec, specText } from "./spec/parse.js";
export { applyEdits } from "./spec/edit.js";
export type { Edit, EditPath } from "./spec/edit.js";
export { changedText, editText, reversed } from "./spec/edit-text.js";
export type { TextChange } from "./spec/edit-text.js";
export { looseEvent } from "./spec/loose.js";
export type { Loose } from "./spec/loose.js";
export { caretPlace, rangeOfPath } from "./spec/text-place.js";
export type { CaretPlace } from "./spec/text-place.js";
export { calendarOf, coverage, coverageFlags, minutes, slotCount } from "./spec/calendar.js";
export type { Calendar, CalendarSession, Slot } from "./spec/calendar.js";
export { clockOf, isDate, laterDate, slotsIn, slotTimes } from "./spec/clock.js";
export { limitsAt } from "./spec/fields.js";
export type { FieldLimits } from "./spec/fields.js";
export { pathText } from "./spec/diagnostic.js";
export type { Diagnostic, Result, TextRange } from "./spec/diagnostic.js";
export { message } from "./spec/messages.js";
export { nearest } from "./spec/nearest.js";
export { eventHash } from "./spec/hash.js";
export { SAMPLES, sampleText } from "./spec/samples/index.js";
export { generateEvent, LADDER } from "./spec/samples/generate.js";
export type { GenerateOptions, LadderStep } from "./spec/samples/generate.js";
export { importB2bsp } from "./io/b2bsp.js";
export { readShare, shareCode } from "./io/share.js";
export type { Shared, SharedEvent, ShareRefusal } from "./io/share.js";

// Schedules.
export { SCORE_KEYS } from "./schedule.js";
export { LOOSE } from "./bound.js";
export type { Bound, BoundParts, Certificate } from "./bound.js";
export type { Meeting, Reason, RunRecord, Schedule, Score, ScoreKey, Seating, Unmet } from "./schedule.js";
export { checkSchedule, parseSchedule, parseStart, scheduleHash, scheduleText } from "./read-schedule.js";

// The judge.
export { RULES } from "./rules/index.js";
export { RULE_IDS } from "./rules/rule.js";
export type { Finding, Locale, Rule, RuleId, Text } from "./rules/rule.js";
export { factsOf } from "./rules/facts.js";
export type { Facts } from "./rules/facts.js";
export { hashOf, prepareJudge, verify, verifyWith } from "./verify.js";
export type { BoundReport, Difference, Report } from "./verify.js";
export { checkBound, checkCertificate, gapOf } from "./certificate.js";
export type { PersonHoles, Proof, Refusal, Refused } from "./certificate.js";
export { describeCertificate } from "./certificate/describe.js";
export type { Dear, PersonPrice, SlotPrice } from "./certificate/describe.js";
export { marginsOf } from "./certificate/margins.js";
export type { Margins, SideMargin } from "./certificate/margins.js";
export { certificateFrom } from "./certificate/from.js";
export type { PlainPrices, PriceNames } from "./certificate/from.js";
export { measure, shareOf } from "./measure.js";
export { explain, REASONS } from "./explain.js";
export { binOf, detailsOf, summarise, summariseWith } from "./summary.js";
export type {
  Details,
  MealSummary,
  Satisfaction,
  Share,
  SideSummary,
  Spread,
  Summary,
  TierSummary,
} from "./summary.js";

// Changes by hand.
export { handOn } from "./moves.js";
export type { Hand, HandEdit, Move, Stuck, Tried } from "./moves.js";

// Solvers and engines.
export { variantById, VARIANTS } from "./solver/variants.js";
export type { Run, RunScore, RunStats, Solution, StartOptions, Variant } from "./solver/variant.js";
export { createInProcessEngine } from "./host/in-process.js";
export type {
  Budget,
  Engine,
  EngineEvent,
  Ended,
  Improved,
  Outcome,
  Progress,
  SolveHooks,
  SolveRequest,
} from "./host/engine.js";
