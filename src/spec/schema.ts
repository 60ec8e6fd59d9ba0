// The one source of truth of an event: its type, its validator and the JSON Schema that the editor shows.
// Called by parse.ts (validation), the playground (editor schema) and the docs. It checks shapes and ranges only;
// what needs two places of the event (ids, overlaps, contradictions) is in semantics.ts.
// Every description is read by a person in the editor: plain words, units, what "left out" means.

import { z } from "zod";

// Zod's compiled validators need `new Function`, which the page's Content-Security-Policy forbids; without them it is
// as fast here.
z.config({ jitless: true });

/** Limits of an event; each is a diagnostic when passed. */
export const LIMITS = {
  participants: 20_000,
  rows: 30_000,
  slots: 256,
  wishes: 1_000_000,
  /** Pairs that wishes (one for an organisation: as many as it has participants), locks and `rules.fill` speak of. */
  pairs: 2_000_000,
  /** Tags compared for `rules.fill`; people with the same tags count once. */
  comparisons: 2_000_000_000,
  points: 10_000,
  weight: 1_000,
  cost: 1_000_000,
  total: Number.MAX_SAFE_INTEGER,
} as const;

const id = z.string().min(1);
const weight = z.int().min(0).max(LIMITS.weight);
const cost = z.int().min(0).max(LIMITS.cost);
const count = z.int().min(0).max(LIMITS.cost);
const tokens = z
  .array(id)
  .describe("Times: a slot id, a session id, a date (2027-03-17), or a range 09:00/10:30@2027-03-17.");
const pair = z.tuple([id, id]).describe("Two participants, by id.");
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a time of day, HH:MM");

const session = z.strictObject({
  id: id.describe("Unique in the event. Slots of a meetings session are <id>.1, <id>.2, …"),
  kind: z
    .enum(["meetings", "meal", "programme"])
    .describe("meetings: cut into slots; meal: may be seated at tables; programme: everybody is busy, no meetings."),
  start: clock.describe("Start of the session, HH:MM, local to the event."),
  end: clock.describe("End of the session, HH:MM, after the start."),
  label: z.string().optional().describe("What people read."),
  meeting: z.int().min(1).max(1440).optional().describe("Length of one meeting, in minutes."),
  changeover: z.int().min(0).max(1440).optional().describe("Minutes between two meetings. Left out: none."),
});

const day = z.strictObject({
  date: z.iso.date().describe("ISO date, 2027-03-17."),
  sessions: z.array(session).describe("Sessions of the day; two of them do not overlap."),
});

const side = z.strictObject({
  id: id.describe("Unique among sides."),
  label: z.string().optional().describe("What people read."),
  weight: weight.default(1).describe("Multiplies every wish of this side. Left out: 1."),
  hosts: z.boolean().default(false).describe("true: meetings happen at this side's own places."),
});

const tier = z.strictObject({
  id: id.describe("Unique among packages."),
  label: z.string().optional().describe("What people read."),
  weight: weight.default(1).describe("Multiplies every wish of who bought this package. Left out: 1."),
  guaranteed: count.default(0).describe("Meetings promised to each participant of this package. Left out: 0."),
  maximum: count.optional().describe("Most meetings of one participant. Left out: no limit."),
});

const representative = z.strictObject({
  id: id.describe("Unique among all rows of the event."),
  name: z.string().optional().describe("What people read."),
  absent: tokens.default([]).describe("When this person is away, besides the participant's own absences."),
});

const participant = z.strictObject({
  id: id.describe("Unique among participants."),
  name: z.string().optional().describe("What people read. Left out: the id."),
  organisation: id.optional().describe("Colleagues never meet each other. Left out: an organisation of one's own."),
  side: id.describe("Id of a side."),
  tier: id.optional().describe("Id of a package."),
  guaranteed: count.optional().describe("Overrides the package's, also with 0."),
  maximum: count.optional().describe("Overrides the package's, also with 0."),
  absent: tokens.default([]).describe("When nobody of this participant is there."),
  representatives: z
    .array(representative)
    .default([])
    .describe("As many meetings at once as there are representatives present. None given: one."),
  place: id.optional().describe("Id of the own stand or table."),
  needs: z.array(id).default([]).describe("Tags of what is sought."),
  offers: z.array(id).default([]).describe("Tags of what is offered."),
  meals: z.boolean().default(true).describe("false: takes no seated meals."),
});

const wish = z.strictObject({
  from: id.describe("Id of the participant who wishes."),
  to: id.describe("Id of a participant, else of an organisation: any one of its participants."),
  priority: z.int().min(1).optional().describe("1 is the highest; at most the number of points in the rules."),
  veto: z.literal(true).optional().describe("true: must not meet. Instead of a priority."),
});

const place = z.strictObject({
  id: id.describe("Unique among places."),
  label: z.string().optional().describe("What people read."),
  zone: id.optional().describe("Walking is counted between zones. Left out: the zone of all places without one."),
  capacity: count.optional().describe("Meetings at once. Left out: 1, or for a stand as many as its owners have rows."),
  closed: tokens.default([]).describe("When no meeting can be held here."),
});

const locked = z.strictObject({
  participants: pair,
  slot: id.optional().describe("Held in this slot."),
  slots: tokens.min(1).optional().describe("Held in one of these."),
  place: id.optional().describe("Held at this place, whoever's it is."),
});

const precedence = z.strictObject({
  first: pair.describe("Every meeting of this pair starts earlier…"),
  then: pair.describe("…than every meeting of this pair."),
});

const blocked = z.strictObject({
  participants: pair.describe("They must not meet."),
  slots: tokens.min(1).optional().describe("Only in these. Left out: never."),
});

const table = z.strictObject({
  id: id.describe("Unique among the tables of this meal."),
  seats: z.int().min(1).max(10_000).describe("People who can sit here."),
  host: id.optional().describe("A participant who sits here when present and taking the meal."),
});

/** Fewest and most people of one side at a table. */
export const mixBounds = z.strictObject({ min: count.optional(), max: count.optional() });

const meal = z.strictObject({
  session: id.describe("Id of a session of kind meal."),
  tables: z.array(table),
  mix: z
    .record(z.string(), mixBounds)
    .optional()
    .describe("Side id to the fewest and most people of that side at every table at which somebody sits."),
  seats: z
    .array(z.strictObject({ participant: id, table: id }))
    .default([])
    .describe("Sits there, if present and taking the meal."),
});

const rules = z.strictObject({
  points: z
    .array(z.int().min(0).max(LIMITS.points))
    .min(1)
    .default([100, 60, 30, 10])
    .describe("Points of a wish by priority: the first number is for priority 1."),
  mutual: cost.max(LIMITS.weight).default(50).describe("Points more when each wishes for the other."),
  match: cost.max(LIMITS.weight).default(5).describe("Points for each need that the other offers."),
  fill: count
    .optional()
    .describe(
      "Also allow meetings nobody wished, with the n partners who share the most needs and offers. Left out: off.",
    ),
  met: z
    .enum(["ignore", "exclude"])
    .default("ignore")
    .describe("exclude: who met at an earlier edition does not meet again."),
  guarantee: cost.default(1000).describe("Cost of each promised meeting that is missing."),
  fairness: cost
    .default(50)
    .describe("Cost of leaving somebody far behind their best wishes; grows with the square of what is missing."),
  gap: cost.default(4).describe("Cost of each idle slot between two meetings of a session."),
  hole: cost.default(0).describe("Cost of each hole: two consecutive meetings of a session not in adjacent slots."),
  maxHoles: count.optional().describe("Most holes of one person in one session. Left out: no limit."),
  walk: cost.max(LIMITS.weight).default(1).describe("Cost of each minute walked between two meetings of a session."),
  walkDefault: z.int().min(0).max(1440).default(0).describe("Minutes between two zones that the walks do not list."),
  walkHard: z
    .boolean()
    .default(true)
    .describe("true: nobody gets two meetings with too little time to walk between them."),
  maxConsecutive: z
    .int()
    .min(1)
    .max(LIMITS.slots)
    .optional()
    .describe("Most meetings in a row without a pause. Left out: no limit."),
  onePerOrganisation: z
    .boolean()
    .default(false)
    .describe("true: a participant meets at most one participant of another organisation."),
  mealSeat: cost.default(1000).describe("Cost of each person who takes the meal and has no seat."),
  mealShare: cost
    .default(40)
    .describe("Per cent of the wishes between two people that count when they share a table instead of a meeting."),
  mealColleagues: cost.default(20).describe("Cost of each pair of colleagues at one table."),
  mealRepeat: cost.default(20).describe("Cost of each pair that already shared a table."),
  change: cost.default(0).describe("Repair only: cost of each participant whose published agenda changes."),
});

/** The event as one schema: validates, types, and becomes the editor's JSON Schema. */
export const eventSchema = z
  .strictObject({
    $schema: z.string().optional().describe("Ignored; lets an editor find this schema."),
    format: z.literal("dancecard/event"),
    version: z.literal(1),
    event: z
      .strictObject({
        name: z.string().describe("What people read."),
        id: id.optional(),
        city: z.string().optional(),
        timezone: z.string().optional().describe("IANA name, such as Europe/Paris."),
        locale: z.enum(["fr", "en"]).optional(),
      })
      .describe("Names of the event; none of it changes the schedule."),
    calendar: z.array(day).describe("The days, with their sessions."),
    sides: z.array(side).min(1).describe("Who is who: decision makers and suppliers, say."),
    pairings: z
      .array(z.tuple([id, id]))
      .optional()
      .describe("Which sides may meet. Left out: every two different sides; one side alone meets itself."),
    tiers: z.array(tier).default([]).describe("Packages that were sold."),
    participants: z.array(participant).describe("People or companies that get meetings."),
    wishes: z.array(wish).default([]).describe("Who wants, or refuses, to meet whom."),
    places: z.array(place).default([]).describe("Stands and tables. None: room is unlimited."),
    walks: z
      .array(z.tuple([id, id, z.int().min(0).max(1440)]))
      .default([])
      .describe("[zone, zone, minutes], both ways."),
    locked: z.array(locked).default([]).describe("Meetings that must stand."),
    precedences: z.array(precedence).default([]).describe("What comes before what."),
    blocked: z.array(blocked).default([]).describe("The organiser's own no."),
    met: z.array(pair).default([]).describe("Pairs that met at an earlier edition."),
    meals: z.array(meal).default([]).describe("Seated meals."),
    rules: rules.default(() => rules.parse({})).describe("What a good schedule is, in numbers."),
  })
  .describe("A one-to-one business event.");

/** A valid event with its defaults filled in; ids are still names. */
export type EventSpec = z.output<typeof eventSchema>;
/** An event as people write it: what has a default may be left out. */
export type EventInput = z.input<typeof eventSchema>;
export type Rules = EventSpec["rules"];
export type Participant = EventSpec["participants"][number];
export type Wish = EventSpec["wishes"][number];
export type Session = EventSpec["calendar"][number]["sessions"][number];
export type Place = EventSpec["places"][number];
export type Locked = EventSpec["locked"][number];
export type Meal = EventSpec["meals"][number];

/** JSON Schema (draft 7) of the input form, for editors. */
export function eventJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(eventSchema, { target: "draft-7", io: "input" }) as Record<string, unknown>;
}
