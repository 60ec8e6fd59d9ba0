// 72 candidates and 14 employers with 22 recruiters: every candidate is promised two talks, so that each gets an answer.
// All people and companies are made up.

import type { EventInput } from "../schema.js";
import { peopleNames } from "./names.js";
import { random } from "./random.js";
import { people, vetoesAmong, wishForOrganisations } from "./sample.js";
import type { Sample } from "./sample.js";
import { drawWishes } from "./wishes.js";

const DATE = "2027-11-18";

const SKILLS = [
  "nursing",
  "welding",
  "accounting",
  "cooking",
  "teaching",
  "coding",
  "driving",
  "design",
  "sales",
  "gardening",
  "care",
  "logistics",
];

const EMPLOYERS =
  "Heronsgate Hospital Trust|Tidewater Boatworks|Penny & Ledger|The Brass Colander|Millpond Academy|Clockwork Otter Software|" +
  "Longmile Haulage|Paper Lantern Studio|Foxglove Stores|Greenbank Nurseries|Lamplight Care Homes|Sevenbridges Logistics|" +
  "Harbour Kitchen Group|Marigold Schools";

function build(): EventInput {
  const dice = random(72);
  const names = peopleNames("en", 96, dice);
  const candidates = people(names.slice(0, 72), "candidates");
  const recruiters = people(names.slice(72, 94), "recruiters");
  for (const one of candidates) {
    one.tier = "candidate";
    one.offers = dice.shuffle(SKILLS).slice(0, dice.between(1, 3));
  }
  EMPLOYERS.split("|").forEach((organisation, k) => {
    // The first eight employers send two recruiters.
    const members = k < 8 ? recruiters.slice(2 * k, 2 * k + 2) : recruiters.slice(8 + k, 9 + k);
    members.forEach((one, i) => {
      one.organisation = organisation;
      one.needs = [SKILLS[k % 12]!, SKILLS[(k + 5 + i) % 12]!];
      one.place = `booth-${k + 1}`;
    });
  });
  recruiters[21]!.representatives = [
    { id: "desk-1", name: names[94]! },
    { id: "desk-2", name: names[95]!, absent: ["pm.7", "pm.8"] },
  ];

  const order = dice.shuffle(candidates);
  // Shifts and lessons: a third of the candidates have only half a day.
  order.splice(0, 12).forEach((one) => (one.absent = ["am"]));
  order.splice(0, 12).forEach((one) => (one.absent = ["pm"]));
  order.splice(0, 6).forEach((one) => (one.absent = [`00:00/11:00@${DATE}`]));

  const wished = wishForOrganisations(
    drawWishes({ from: candidates, to: recruiters, fewest: 3, most: 6, affinity: 60, priorities: 3 }, dice),
    recruiters,
    70,
    dice,
  );
  const wishes = [
    ...wished,
    ...drawWishes({ from: recruiters, to: candidates, fewest: 4, most: 9, affinity: 80, priorities: 3 }, dice),
  ];
  // A candidate may keep clear of a former employer.
  wishes.push(...vetoesAmong(candidates, recruiters, wishes, 5, dice));

  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Recruitment Day (fictional)", city: "Leeds", timezone: "Europe/London", locale: "en" },
    calendar: [
      {
        date: DATE,
        sessions: [
          { id: "am", kind: "meetings", start: "09:30", end: "12:30", label: "Interviews", meeting: 15, changeover: 5 },
          { id: "break", kind: "programme", start: "12:30", end: "13:30", label: "Talk: writing a letter" },
          { id: "pm", kind: "meetings", start: "13:30", end: "16:10", label: "Interviews", meeting: 15, changeover: 5 },
        ],
      },
    ],
    sides: [
      { id: "candidates", label: "Candidates" },
      { id: "recruiters", label: "Recruiters", weight: 2, hosts: true },
    ],
    tiers: [{ id: "candidate", label: "Candidate", guaranteed: 2, maximum: 6 }],
    participants: [...candidates, ...recruiters],
    wishes,
    places: EMPLOYERS.split("|").map((label, k) => ({
      id: `booth-${k + 1}`,
      label,
      zone: k < 7 ? "north hall" : "south hall",
    })),
    walks: [["north hall", "south hall", 4]],
    rules: {
      points: [100, 60, 30],
      guarantee: 2000,
      fairness: 200,
      match: 15,
      // Whoever nobody asked for still talks to somebody who needs the same skills.
      fill: 3,
      onePerOrganisation: true,
      maxConsecutive: 6,
    },
  };
}

export const recruitmentDay: Sample = {
  id: "recruitment-day",
  title: { en: "Recruitment day", fr: "Journée de recrutement" },
  about: {
    en: "72 candidates and 22 recruiters of 14 employers: every candidate is promised two talks so that each gets an answer, also those nobody asked for (they are matched by skills), and at most one talk per employer.",
    fr: "72 candidats et 22 recruteurs de 14 employeurs : deux entretiens sont promis à chaque candidat, pour que chacun ait une réponse, même si personne ne l'a demandé (les compétences décident alors), et un seul entretien par employeur.",
  },
  build,
};
