// An event whose shape is right and whose demands contradict each other, one contradiction per trio of people, so that
// each diagnostic names its own small set. All people and companies are made up.

import type { EventInput } from "../schema.js";
import { people } from "./sample.js";
import type { Sample } from "./sample.js";

function build(): EventInput {
  const guests = people(
    ["Tessa Twice", "Abel Absent", "Vera Veto", "Max Onelow", "Cyra Circle", "Bo Blocked", "Cole Closed", "Pia Past"],
    "guests",
  );
  const hosts = people(["Desk One", "Desk Two", "Desk Three", "Desk Four", "Desk Five", "Desk Six"], "hosts");
  const [tessa, abel, vera, max, cyra, bo, cole, pia] = guests.map((one) => one.id) as [string, ...string[]];
  hosts.forEach((one, i) => (one.place = `table-${i + 1}`));
  guests[1]!.absent = ["2027-09-09"];
  guests[3]!.maximum = 1;

  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Impossible (fictional)", city: "Nowhere", timezone: "Europe/London", locale: "en" },
    calendar: [
      {
        date: "2027-09-09",
        sessions: [
          { id: "am", kind: "meetings", start: "09:00", end: "11:00", label: "Meetings", meeting: 25, changeover: 5 },
          { id: "lunch", kind: "meal", start: "12:00", end: "13:00", label: "Lunch" },
        ],
      },
    ],
    sides: [
      { id: "guests", label: "Guests" },
      { id: "hosts", label: "Hosts", hosts: true },
    ],
    participants: [...guests, ...hosts],
    wishes: [
      { from: tessa, to: "desk-one", priority: 1 },
      { from: tessa, to: "desk-two", priority: 1 },
      { from: vera!, to: "desk-three", veto: true },
      { from: max!, to: "desk-four", priority: 2 },
      { from: cyra!, to: "desk-one", priority: 1 },
      { from: cyra!, to: "desk-five", priority: 1 },
    ],
    places: hosts.map((one, i) => (i === 5 ? { id: one.place!, closed: ["am"] } : { id: one.place! })),
    locked: [
      // In two places at once.
      { participants: [tessa, "desk-one"], slot: "am.1" },
      { participants: [tessa, "desk-two"], slot: "am.1" },
      // With somebody who is not there.
      { participants: [abel!, "desk-two"] },
      // With somebody who must not be met.
      { participants: [vera!, "desk-three"], slots: ["am"] },
      // More than the maximum.
      { participants: [max!, "desk-four"], slot: "am.2" },
      { participants: [max!, "desk-five"], slot: "am.3" },
      // Locked and blocked.
      { participants: [bo!, "desk-three"], slot: "am.4" },
      // At a table that is closed.
      { participants: [cole!, "desk-six"], slot: "am.2" },
      // The last slot before the first one.
      { participants: [pia!, "desk-three"], slot: "am.3" },
      { participants: [pia!, "desk-one"], slot: "am.2" },
    ],
    precedences: [
      { first: [cyra!, "desk-one"], then: [cyra!, "desk-five"] },
      { first: [cyra!, "desk-five"], then: [cyra!, "desk-one"] },
      { first: [pia!, "desk-three"], then: [pia!, "desk-one"] },
    ],
    blocked: [{ participants: [bo!, "desk-three"] }],
  };
}

export const impossible: Sample = {
  id: "impossible",
  title: { en: "Impossible", fr: "Impossible" },
  about: {
    en: "Made to be refused: locked meetings at the same time, with somebody absent, against a veto, a block, a maximum, a closed table, a precedence, and precedences in a circle. It shows how a contradiction is named.",
    fr: "Fait pour être refusé : des rendez-vous imposés à la même heure, avec un absent, contre un veto, une interdiction, un maximum, une table fermée, un ordre, et des ordres qui tournent en rond. Il montre comment une contradiction est nommée.",
  },
  build,
};
