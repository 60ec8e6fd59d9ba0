// One company's nine buyers meet 26 service providers: a short list, long talks, and no talk with those who already work
// for the buyer. All people and companies are made up.

import type { EventInput } from "../schema.js";
import { peopleNames } from "./names.js";
import { random } from "./random.js";
import { people } from "./sample.js";
import type { Sample } from "./sample.js";
import { drawWishes, received } from "./wishes.js";

const FAMILIES = [
  "propreté",
  "sécurité",
  "restauration",
  "énergie",
  "informatique",
  "transport",
  "intérim",
  "imprimerie",
];

const PROVIDERS =
  "Balai d'Argent|Sentinelle du Parvis|Marmite & Compagnie|Kilowatt Paisible|Disquette Bleue|Camions Mirabelle|" +
  "Relève Intérim|Imprimerie Coquelicot|Savon Noir Services|Ronde de Nuit Sûreté|La Louche d'Étain|Éoliennes Moulinart|" +
  "Câble & Prise|Déménagements Escargot|Coup de Main Travail|Presses du Hérisson|Vitres Claires|Verrou Tranquille|" +
  "Cantine Bergamotte|Soleil de Toit|Serveurs du Causse|Colis Papillon|Renfort Express-Ouest|Encre Marine Façonnage|" +
  "Plumeau & Filles|Pixel de Campagne";

function build(): EventInput {
  const dice = random(45);
  const buyers = people(peopleNames("fr", 9, dice), "buyers");
  buyers.forEach((one, i) => {
    one.organisation = "Groupe Valbriac-Ségure";
    one.place = `room-${i + 1}`;
    // The last one is the purchasing director, for whom every family counts.
    one.needs = i === 8 ? [...FAMILIES] : [FAMILIES[i]!, FAMILIES[(i + 3) % 8]!];
  });
  const director = buyers[8]!;
  director.absent = ["morning"];
  buyers[2]!.absent = ["17:00/18:00@2027-10-06"];
  const providers = people(PROVIDERS.split("|"), "providers");
  providers.forEach((one, i) => {
    one.offers = [FAMILIES[i % 8]!];
    one.tier = "listed";
  });
  providers[4]!.absent = ["09:00/11:00@2027-10-06"];
  providers[11]!.absent = ["afternoon"];

  // Six to eight each: a listing day is a short list, not a fair.
  const wished = drawWishes({ from: buyers, to: providers, fewest: 6, most: 8, affinity: 85, priorities: 3 }, dice);
  const wishes = [
    ...wished,
    ...drawWishes(
      {
        from: providers,
        to: buyers,
        fewest: 2,
        most: 3,
        affinity: 80,
        returned: 30,
        received: received(wished),
        priorities: 3,
      },
      dice,
    ),
  ];
  // Who supplies one buyer already is known: no listing talk with that one, but with the others.
  const met = wished.filter((_, i) => i % 9 === 4).map((wish): [string, string] => [wish.from, wish.to]);
  const knows = new Set(met.map((pair) => pair.join("\n")));
  const fresh = wished.filter((wish) => !knows.has(`${wish.from}\n${wish.to}`) && wish.priority === 1);
  // The category buyer first, then the director, for three providers whom a buyer wants most.
  const first = fresh.filter((wish, i) => wish.from !== director.id && fresh.findIndex((w) => w.to === wish.to) === i);
  const directed = first
    .filter((wish) => !providers.some((one) => one.id === wish.to && one.absent))
    .filter((wish) => !knows.has(`${director.id}\n${wish.to}`))
    .slice(0, 3);
  for (const { to } of directed) {
    if (!wishes.some((wish) => wish.from === director.id && wish.to === to))
      wishes.push({ from: director.id, to, priority: 1 });
  }
  wishes.push({ from: "savon-noir-services", to: "Groupe Valbriac-Ségure", priority: 1 });
  wishes.push({ from: "pixel-de-campagne", to: "Groupe Valbriac-Ségure", priority: 2 });

  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Journée de référencement (fictive)", city: "Lyon", timezone: "Europe/Paris", locale: "fr" },
    calendar: [
      {
        date: "2027-10-06",
        sessions: [
          {
            id: "morning",
            kind: "meetings",
            start: "09:00",
            end: "12:45",
            label: "Entretiens",
            meeting: 45,
            changeover: 15,
          },
          { id: "lunch", kind: "meal", start: "12:45", end: "14:00", label: "Buffet" },
          {
            id: "afternoon",
            kind: "meetings",
            start: "14:00",
            end: "17:45",
            label: "Entretiens",
            meeting: 45,
            changeover: 15,
          },
        ],
      },
    ],
    sides: [
      { id: "buyers", label: "Acheteurs", weight: 3, hosts: true },
      { id: "providers", label: "Prestataires" },
    ],
    tiers: [{ id: "listed", label: "Liste courte", guaranteed: 1, maximum: 3 }],
    participants: [...buyers, ...providers],
    wishes,
    places: buyers.map((one, i) => ({
      id: one.place!,
      label: `Bureau ${i + 1}`,
      zone: i < 5 ? "rez-de-chaussée" : "étage",
    })),
    walks: [["rez-de-chaussée", "étage", 4]],
    met,
    precedences: directed.map((wish) => ({ first: [wish.from, wish.to], then: [director.id, wish.to] })),
    rules: { points: [100, 50, 20], met: "exclude", maxConsecutive: 3, maxHoles: 1, hole: 20, gap: 8 },
  };
}

export const supplierListingDay: Sample = {
  id: "supplier-listing-day",
  title: { en: "Supplier listing day", fr: "Journée de référencement" },
  about: {
    en: "One company's nine buyers, in their own offices, and 26 service providers: a short list, 45-minute talks, nobody the buyer already works with, the category buyer before the purchasing director, providers who should not wait about.",
    fr: "Les neuf acheteurs d'une entreprise, dans leurs bureaux, et 26 prestataires : une liste courte, des entretiens de 45 minutes, personne avec qui l'acheteur travaille déjà, l'acheteur de la famille avant le directeur des achats, des prestataires qui ne doivent pas attendre.",
  },
  build,
};
