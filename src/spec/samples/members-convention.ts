// 90 members of a trade association meet each other: one side paired with itself, few wishes, tags do the rest.
// All people and companies are made up.

import type { EventInput } from "../schema.js";
import { peopleNames } from "./names.js";
import { random } from "./random.js";
import { people, takePair, vetoesAmong } from "./sample.js";
import type { Sample } from "./sample.js";
import { drawWishes } from "./wishes.js";

const DATE = "2027-06-24";

const TOPICS = [
  "export",
  "recrutement",
  "énergie",
  "numérique",
  "financement",
  "transmission",
  "logistique",
  "normes",
  "achats groupés",
  "formation",
  "sous-traitance",
  "innovation",
];

const WORKSHOPS =
  "Ateliers Brindacier|Fonderie Saint-Copeau|Tôlerie des Deux Rives|Mécanique Lestrelin|Plasturgie Mouettine|Bois & Rabots|" +
  "Chaudronnerie du Phare|Textiles Navettine|Câblerie Fil d'Ouest|Menuiserie Varlopin|Verrerie Soufflante|Papeterie Grainfin";

function build(): EventInput {
  const dice = random(90);
  const members = people(peopleNames("fr", 90, dice), "members");
  // Twelve firms send two people: colleagues do not meet each other.
  WORKSHOPS.split("|").forEach((organisation, k) => {
    for (const one of members.slice(2 * k, 2 * k + 2)) one.organisation = organisation;
  });
  for (const one of members) {
    const tags = dice.shuffle(TOPICS);
    one.needs = tags.slice(0, dice.between(1, 3));
    one.offers = tags.slice(4, 4 + dice.between(1, 3));
    one.tier = "member";
  }
  // The board welcomes: more meetings promised, fewer at most.
  members.slice(80).forEach((one) => {
    one.guaranteed = 6;
    one.maximum = 8;
  });
  const order = dice.shuffle(members.slice(0, 80));
  order.splice(0, 14).forEach((one, i) => (one.absent = [i % 2 ? "first" : "second"]));
  order.splice(0, 6).forEach((one) => (one.absent = [`00:00/10:15@${DATE}`]));
  order.splice(0, 4).forEach((one) => (one.maximum = 5));

  const wishes = drawWishes({ from: members, to: members, fewest: 2, most: 7, affinity: 60 }, dice);
  wishes.push(...vetoesAmong(members, members, wishes, 6, dice));
  const free = members.filter((one) => !one.absent);
  const pair = (): [string, string] => takePair(free, free, wishes);
  const met = wishes.filter((wish, i) => i % 17 === 3 && !wish.veto).map((w): [string, string] => [w.from, w.to]);

  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Convention des adhérents (fictive)", city: "Nantes", timezone: "Europe/Paris", locale: "fr" },
    calendar: [
      {
        date: DATE,
        sessions: [
          {
            id: "first",
            kind: "meetings",
            start: "09:30",
            end: "11:30",
            label: "Premier tour",
            meeting: 15,
            changeover: 2,
          },
          { id: "assembly", kind: "programme", start: "11:30", end: "12:30", label: "Assemblée générale" },
          { id: "banquet", kind: "meal", start: "12:30", end: "14:00", label: "Banquet" },
          {
            id: "second",
            kind: "meetings",
            start: "14:15",
            end: "16:15",
            label: "Second tour",
            meeting: 15,
            changeover: 2,
          },
        ],
      },
    ],
    sides: [{ id: "members", label: "Adhérents" }],
    pairings: [["members", "members"]],
    tiers: [{ id: "member", label: "Adhérent", guaranteed: 4, maximum: 12 }],
    participants: members,
    wishes,
    locked: [{ participants: pair(), slots: ["first"] }, { participants: pair() }],
    blocked: [{ participants: pair() }],
    met: dedupe(met),
    meals: [
      {
        session: "banquet",
        tables: Array.from({ length: 10 }, (_, i) => {
          const host = members[80 + i]!;
          return { id: `table-${i + 1}`, seats: 9, host: host.id };
        }),
      },
    ],
    rules: { fill: 6, match: 12, mutual: 80, gap: 6, fairness: 100, mealColleagues: 60 },
  };
}

/** Each pair once, whoever of the two stands first. */
function dedupe(pairs: readonly [string, string][]): [string, string][] {
  const seen = new Set<string>();
  return pairs.filter(([a, b]) => {
    const key = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    return !seen.has(key) && seen.add(key);
  });
}

export const membersConvention: Sample = {
  id: "members-convention",
  title: { en: "Members' convention", fr: "Convention des adhérents" },
  about: {
    en: "Open networking: 90 members of an association, one side paired with itself. Few wishes; what one needs and another offers suggests the other meetings. No tables to reserve, a banquet where each board member hosts a table.",
    fr: "Rencontres libres : 90 adhérents d'une association, un seul groupe dont tous peuvent se rencontrer. Peu de vœux : ce que l'un cherche et l'autre propose suggère le reste. Pas de tables à réserver, un banquet où chaque membre du bureau préside une table.",
  },
  build,
};
