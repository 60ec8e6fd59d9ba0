// A forum of 150 people: 110 executives, 40 people of 26 sponsors. Plenaries cut the days, sponsors bought packages, all
// meetings are held in one hall, lunch is free seating on the first day. All people and companies are made up.

import type { EventInput } from "../schema.js";
import { peopleNames } from "./names.js";
import { random } from "./random.js";
import { people, takePair, vetoesAmong, wishForOrganisations } from "./sample.js";
import type { Sample } from "./sample.js";
import { drawWishes, received } from "./wishes.js";

const DAYS = ["2027-05-11", "2027-05-12"] as const;

const TOPICS = [
  "payments",
  "identity",
  "fraud",
  "cloud",
  "analytics",
  "open data",
  "lending",
  "treasury",
  "compliance",
  "green finance",
];

const SPONSORS =
  "Abacus & Thorn|Brightloom Ledger|Candlemark Cloud|Dunlin Data|Evenkeel Treasury|Fathom Nine|Gatekeeper & Daughters|" +
  "Halfpenny Systems|Inkwell Identity|Juniper Vault Works|Keystone Sparrow|Larkspur Lending|Millrace Analytics|Nightjar Fraud|" +
  "Oatfield Payments|Pinchbeck Bureau|Quillon Compliance|Rushlight|Sixpence Street|Tallyho Tech|Umberland Cloud|Vesper Bridge|" +
  "Whistledown|Yardarm Risk|Zephyr & Oak|Copperbeech Green";

const EXECUTIVE_FIRMS =
  "Bank of Harrowmere|Thistledown Mutual|Old Quay Insurance|Saltwater Building Society|Merriwick Retail|Northgate & Vane|" +
  "Ferrybridge Pensions|Marlowe Assurance House|Pembrake Holdings|Silver Birch Credit|Windlass Shipping|Hollow Oak Investments";

function build(): EventInput {
  const dice = random(1850);
  const names = peopleNames("en", 150, dice);
  const executives = people(names.slice(0, 110), "executives");
  const sponsors = people(names.slice(110), "sponsors");
  // Two thirds come with colleagues of the same firm; the others alone.
  executives.slice(0, 72).forEach((one, i) => (one.organisation = EXECUTIVE_FIRMS.split("|")[Math.floor(i / 6)]!));
  for (const one of executives) one.needs = dice.shuffle(TOPICS).slice(0, dice.between(2, 3));
  SPONSORS.split("|").forEach((organisation, k) => {
    // The first fourteen sponsors send two people, the other twelve one.
    const members = k < 14 ? sponsors.slice(2 * k, 2 * k + 2) : sponsors.slice(14 + k, 15 + k);
    const offers = dice.shuffle(TOPICS).slice(0, 2);
    for (const one of members) {
      one.organisation = organisation;
      one.offers = offers;
      one.tier = k < 4 ? "platinum" : k < 14 ? "gold" : "partner";
    }
  });

  const order = dice.shuffle(executives);
  order.splice(0, 14).forEach((one, i) => (one.absent = [DAYS[i % 2]!]));
  // Speakers prepare during the session before their plenary.
  order.splice(0, 5).forEach((one) => (one.absent = ["tue-late"]));
  order.splice(0, 9).forEach((one) => (one.absent = [`11:15/24:00@${DAYS[1]}`]));
  order.splice(0, 10).forEach((one) => (one.meals = false));

  const wished = drawWishes({ from: executives, to: sponsors, fewest: 5, most: 9, affinity: 70 }, dice);
  const answered = drawWishes(
    { from: sponsors, to: executives, fewest: 12, most: 18, affinity: 50, returned: 30, received: received(wished) },
    dice,
  );
  const wishes = [...wishForOrganisations(wished, sponsors, 60, dice), ...answered];
  wishes.push(...vetoesAmong(executives, sponsors, wishes, 8, dice));
  const free = executives.filter((one) => !one.absent);
  const present = [...sponsors];
  const pair = (): [string, string] => takePair(present, free, wishes);
  const twice = pair();

  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Decision Makers Forum (fictional)", city: "Bath", timezone: "Europe/London", locale: "en" },
    calendar: [
      {
        date: DAYS[0],
        sessions: [
          { id: "tue-plenary", kind: "programme", start: "09:00", end: "10:30", label: "Opening plenary" },
          {
            id: "tue-coffee",
            kind: "meetings",
            start: "10:45",
            end: "12:45",
            label: "Meetings",
            meeting: 20,
            changeover: 5,
          },
          { id: "tue-lunch", kind: "meal", start: "12:45", end: "14:00", label: "Lunch, open seats" },
          {
            id: "tue-early",
            kind: "meetings",
            start: "14:00",
            end: "15:40",
            label: "Meetings",
            meeting: 20,
            changeover: 5,
          },
          { id: "tue-late", kind: "meetings", start: "16:00", end: "17:00", label: "Meetings", meeting: 20 },
          { id: "tue-keynote", kind: "programme", start: "17:15", end: "18:15", label: "Keynote" },
        ],
      },
      {
        date: DAYS[1],
        sessions: [
          { id: "wed-plenary", kind: "programme", start: "09:00", end: "09:45", label: "Plenary" },
          {
            id: "wed-morning",
            kind: "meetings",
            start: "10:00",
            end: "12:30",
            label: "Meetings",
            meeting: 20,
            changeover: 5,
          },
          { id: "wed-lunch", kind: "meal", start: "12:30", end: "14:00", label: "Farewell lunch" },
        ],
      },
    ],
    sides: [
      { id: "executives", label: "Executives", weight: 2 },
      { id: "sponsors", label: "Sponsors" },
    ],
    tiers: [
      { id: "platinum", label: "Platinum sponsor", weight: 3, guaranteed: 12 },
      { id: "gold", label: "Gold sponsor", weight: 2, guaranteed: 8, maximum: 14 },
      { id: "partner", label: "Partner", guaranteed: 5, maximum: 9 },
    ],
    participants: [...executives, ...sponsors],
    wishes,
    places: [
      { id: "hall", label: "Meeting hall, 32 tables", zone: "hall", capacity: 32 },
      { id: "library", label: "Library, 6 tables", zone: "library", capacity: 6, closed: ["tue-late"] },
    ],
    locked: [
      { participants: twice, slots: ["tue-coffee"] },
      { participants: twice, slots: ["wed-morning"], place: "library" },
      { participants: pair() },
    ],
    // Listed with tables that nobody owns: whoever comes may sit anywhere. The first lunch is not listed at all: nobody is placed.
    meals: [
      {
        session: "wed-lunch",
        tables: Array.from({ length: 19 }, (_, i) => ({ id: `round-${i + 1}`, seats: 8 })),
      },
    ],
    rules: { onePerOrganisation: true, maxConsecutive: 4, walkDefault: 4, fairness: 80 },
  };
}

export const decisionMakersForum: Sample = {
  id: "decision-makers-forum",
  title: { en: "Decision makers forum", fr: "Forum de décideurs" },
  about: {
    en: "150 people around plenaries: sponsors' packages, wishes for a sponsor rather than for one of its people, one meeting per sponsor at most, one hall that holds a limited number of meetings at once, open seats at lunch.",
    fr: "150 personnes autour de séances plénières : formules de parrainage, vœux pour un parrain plutôt que pour une personne, un seul rendez-vous par parrain, une salle qui contient un nombre limité de rendez-vous à la fois, places libres au déjeuner.",
  },
  build,
};
