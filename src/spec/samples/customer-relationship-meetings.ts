// The sample that the playground opens with: 100 decision makers and 50 suppliers of the customer-relationship trade,
// two days in Cannes, seated lunches. All people and companies are made up. Every number here is small enough to follow:
// 24 slots, suppliers promised 9 or 14 meetings, decision makers 5.

import type { EventInput } from "../schema.js";
import { peopleNames } from "./names.js";
import { random } from "./random.js";
import { people, takePair, vetoesAmong, wishForOrganisations } from "./sample.js";
import type { Sample } from "./sample.js";
import { drawWishes, received } from "./wishes.js";
import type { ParticipantInput } from "./wishes.js";

const DAYS = ["2027-03-17", "2027-03-18"] as const;

const TOPICS = [
  "CRM",
  "centre de contact",
  "chatbot",
  "fidélité",
  "e-mailing",
  "messageries",
  "données clients",
  "enquêtes",
  "analyse de la voix",
  "automatisation",
  "e-commerce",
  "libre-service",
  "externalisation",
  "formation",
  "parcours client",
  "avis en ligne",
] as const;

/** Supplier, and what it offers, as indices of TOPICS. */
const SUPPLIERS: readonly [string, ...number[]][] = [
  ["Voxalune", 1, 8],
  ["Fidélinéa", 3, 6],
  ["Clarimaille", 4, 9],
  ["Bot & Bottines", 2, 11],
  ["Carnet Vermeil CRM", 0, 6],
  ["Trèfle à Quatre Voix", 1, 12],
  ["Sondagile", 7, 14],
  ["Mille Bornes Data", 6, 9],
  ["Papillote Messages", 5, 4],
  ["Maison Dialogue", 1, 13],
  ["Écoute Marine", 8, 7],
  ["Ristourne & Fils", 3, 10],
  ["Panier Plume", 10, 9],
  ["Guichet Bleu", 11, 2],
  ["Orvélie Contact", 1, 5],
  ["Orvélie Données", 6, 0],
  ["Lettre Vive", 4, 6],
  ["Comptoir des Avis", 15, 7],
  ["Passerelle Ouest CRM", 0, 9],
  ["Babillarde", 5, 2],
  ["Les Relais d'Armance", 12, 1],
  ["Itinéraire Client", 14, 7],
  ["Formidélia", 13],
  ["Étoile Filante Fidélité", 3],
  ["Robotin", 2, 9],
  ["Phonème & Cie", 8, 1],
  ["Grenadine Commerce", 10, 4],
  ["Atelier Parcours", 14, 13],
  ["Nacelle", 6, 0],
  ["Cinq sur Cinq Services", 12, 5],
  ["Tilleul Enquêtes", 7],
  ["Kaléidoclient", 0, 14],
  ["Aiguillage Numérique", 9, 11],
  ["Verbatime", 8, 15],
  ["Clé de Douze", 11, 10],
  ["Ponctuel & Courtois", 1, 12],
  ["Boussole Rose", 14, 6],
  ["Timbre-Poste Digital", 4, 5],
  ["Mémoire d'Éléphant CRM", 0, 3],
  ["Souriez Formation", 13, 7],
  ["Télégraphe du Midi", 5, 1],
  ["Ardoise Magique", 11, 2],
  ["Marguerite Avis", 15],
  ["Bonne Pioche Fidélité", 3, 4],
  ["Automate Fleuri", 9, 2],
  ["Tamis Data", 6],
  ["Échoppe Connectée", 10, 11],
  ["Plein Sud Contact", 12, 1],
  ["Métronome Client", 0, 9],
  ["Oreille Attentive", 8, 13],
];

const ORGANISATIONS =
  "Mutuelle des Trois Clochers|Banque Lémaurin|Assurances du Val Corbin|Voyages Aubépinel|Maison Tournefigue|" +
  "Énergie Grand Plateau|Transports Bellerive-Sud|Hôtels du Gué|Optique Lunaire|Jardineries Vertclos|Télécom Brévent|" +
  "Crédit des Arcades|Presse du Vieux Port|Grands Magasins Alizarine|Croisières Mistrelle|Meubles Castagnol|" +
  "Laboratoires Pervenchelle|Club Vacances Orbelle|Chaussures Pas-de-Deux|Eaux de Fontclaire|Autoroutes du Levantin|" +
  "Épiceries Saffranet|Caisse de Prévoyance Aulnoise|Cosmétiques Belladeau|Chocolats Noirefève|Assistance Roue Libre|" +
  "Logement Quatre Vents|Parc des Cimes Perdues|Bricolage Marteau-Rouge|Habitat Sauvagine|Vélos Giroflée|" +
  "Librairies Page Cornée|Thermes de Valdorine|Loterie du Littoral|Compagnie Aérienne Hirondeau|Cafés Torréfiance|" +
  "Livraisons Tortue Rapide|Piscines Azurelle|Cuisines Mirepoix-Lenoir|Produits Laitiers Combelle|Écoles Tableau Vert|" +
  "Sports Cabriole|Jouets Pirouettine|Santé Bonne Mine|Animaleries Patapouf";

function decisionMakers(dice: ReturnType<typeof random>): ParticipantInput[] {
  const organisations = ORGANISATIONS.split("|");
  const list = people(peopleNames("fr", 100, dice), "decision-makers");
  // 45 organisations: the first ten send three people, the next thirty-five two. Colleagues stand side by side.
  let i = 0;
  organisations.forEach((organisation, k) => {
    for (let n = k < 10 ? 3 : 2; n > 0; n--) list[i++]!.organisation = organisation;
  });
  for (const one of list) {
    one.tier = "invited";
    one.needs = dice.shuffle(TOPICS).slice(0, dice.between(2, 4));
  }
  return list;
}

function suppliers(): ParticipantInput[] {
  return people(
    SUPPLIERS.map(([name]) => name),
    "suppliers",
  ).map((one, i) => {
    const [, ...offers] = SUPPLIERS[i]!;
    one.tier = i % 10 < 3 ? "gold" : "silver";
    one.offers = offers.map((k) => TOPICS[k]!);
    // Sixteen or seventeen stands a zone; the last two share the tables of the lounge.
    if (i < 48) one.place = `${"ABC"[Math.floor(i / 16)]!}${(i % 16) + 1}`;
    if (one.name!.startsWith("Orvélie")) one.organisation = "Groupe Orvélie";
    return one;
  });
}

/** Two representatives for these; the second one comes for one day, or not to the last session. */
const TEAMS: readonly [number, string[]][] = [
  [0, []],
  [9, [DAYS[0]]],
  [20, ["d2-afternoon"]],
  [31, [DAYS[1]]],
  [40, []],
];

function addTeams(list: ParticipantInput[], dice: ReturnType<typeof random>): void {
  const names = peopleNames("fr", 2 * TEAMS.length, dice);
  TEAMS.forEach(([i, absent], k) => {
    const { id } = list[i]!;
    list[i]!.representatives = [
      { id: `${id}-1`, name: names[2 * k]! },
      { id: `${id}-2`, name: names[2 * k + 1]!, ...(absent.length > 0 ? { absent } : {}) },
    ];
  });
}

/** 22 people (15 %) come for one day; 16 arrive late or leave early; some are busy for one slot. */
function addAbsences(makers: ParticipantInput[], sellers: ParticipantInput[], dice: ReturnType<typeof random>): void {
  const order = dice.shuffle(makers);
  order.splice(0, 18).forEach((one, i) => (one.absent = [DAYS[i % 2]!]));
  order.splice(0, 8).forEach((one, i) => (one.absent = [`00:00/${i % 2 ? "10:30" : "11:00"}@${DAYS[0]}`]));
  order.splice(0, 6).forEach((one, i) => (one.absent = [`${i % 2 ? "16:00" : "15:30"}/24:00@${DAYS[1]}`]));
  order.splice(0, 6).forEach((one) => (one.absent = [`d${dice.between(1, 2)}-morning.${dice.between(1, 6)}`]));
  order.splice(0, 5).forEach((one) => (one.meals = false));
  const silver = dice.shuffle(sellers.filter((one) => one.tier === "silver" && !one.representatives));
  silver.splice(0, 4).forEach((one, i) => {
    one.absent = [DAYS[i % 2]!];
    one.guaranteed = 6;
  });
  silver.splice(0, 2).forEach((one) => (one.absent = [`16:30/24:00@${DAYS[1]}`]));
  silver.splice(0, 2).forEach((one) => (one.meals = false));
}

function places(): NonNullable<EventInput["places"]> {
  const stands = Array.from({ length: 48 }, (_, i) => {
    const zone = "ABC"[Math.floor(i / 16)]!;
    return { id: `${zone}${(i % 16) + 1}`, label: `Stand ${zone}${(i % 16) + 1}`, zone };
  });
  const closed = { id: "C16", label: "Stand C16", zone: "C", closed: [`16:30/17:00@${DAYS[1]}`] };
  return [
    ...stands.filter((stand) => stand.id !== "C16"),
    closed,
    { id: "salon", label: "Tables du salon", zone: "B", capacity: 3 },
  ];
}

function calendar(): EventInput["calendar"] {
  return DAYS.map((date, i) => {
    const d = `d${i + 1}`;
    const slots = { meeting: 25, changeover: 5 };
    return {
      date,
      sessions: [
        { id: `${d}-morning`, kind: "meetings", start: "09:00", end: "12:00", label: "Rendez-vous du matin", ...slots },
        { id: `${d}-lunch`, kind: "meal", start: "12:15", end: "13:45", label: "Déjeuner placé" },
        {
          id: `${d}-afternoon`,
          kind: "meetings",
          start: "14:00",
          end: "17:00",
          label: "Rendez-vous de l'après-midi",
          ...slots,
        },
      ],
    };
  });
}

function lunch(
  session: string,
  hosts: ParticipantInput[],
  seat: string | undefined,
): NonNullable<EventInput["meals"]>[number] {
  const tables = Array.from({ length: 16 }, (_, i) => {
    const table = { id: `table-${i + 1}`, seats: i < 2 ? 8 : 10 };
    return i >= 4 && hosts[i - 4] ? { ...table, host: hosts[i - 4]!.id } : table;
  });
  return {
    session,
    tables,
    mix: { "decision-makers": { min: 3, max: 7 }, suppliers: { min: 2, max: 5 } },
    ...(seat === undefined ? {} : { seats: [{ participant: seat, table: "table-3" }] }),
  };
}

function build(): EventInput {
  const dice = random(2015);
  const makers = decisionMakers(dice);
  const sellers = suppliers();
  addTeams(sellers, dice);
  addAbsences(makers, sellers, dice);

  const wished = drawWishes({ from: makers, to: sellers, fewest: 9, most: 15, affinity: 60 }, dice);
  const answered = drawWishes(
    { from: sellers, to: makers, fewest: 15, most: 20, affinity: 40, returned: 25, received: received(wished) },
    dice,
  );
  const wishes = [
    ...wishForOrganisations(wished, sellers, 50, dice),
    ...wishForOrganisations(answered, makers, 6, dice),
  ];
  wishes.push(...vetoesAmong(makers, sellers, wishes, 14, dice), ...vetoesAmong(sellers, makers, wishes, 6, dice));

  const freeMakers = makers.filter((one) => !one.absent);
  const freeSellers = sellers.filter((one) => !one.absent && one.place !== "C16" && one.place !== undefined);
  const pair = (): [string, string] => takePair(freeMakers, freeSellers, wishes);
  const hosts = sellers.filter((one) => one.tier === "gold" && one.meals !== false).slice(0, 6);
  const guest = makers.find(
    (one) => !one.absent && one.meals !== false && !wishes.some((w) => w.veto && w.from === one.id),
  );

  return {
    format: "dancecard/event",
    version: 1,
    event: {
      name: "Customer Relationship Meetings (fictif)",
      city: "Cannes",
      timezone: "Europe/Paris",
      locale: "fr",
    },
    calendar: calendar(),
    sides: [
      { id: "decision-makers", label: "Décideurs", weight: 2 },
      { id: "suppliers", label: "Prestataires", hosts: true },
    ],
    pairings: [["decision-makers", "suppliers"]],
    tiers: [
      { id: "gold", label: "Formule Or", weight: 2, guaranteed: 14, maximum: 20 },
      { id: "silver", label: "Formule Argent", guaranteed: 9, maximum: 15 },
      { id: "invited", label: "Décideur invité", guaranteed: 5, maximum: 12 },
    ],
    participants: [...makers, ...sellers],
    wishes,
    places: places(),
    walks: [
      ["A", "B", 3],
      ["B", "C", 3],
      ["A", "C", 7],
    ],
    locked: [
      { participants: pair(), slot: "d1-morning.2" },
      { participants: pair(), slots: ["d2-morning"] },
      { participants: pair() },
      { participants: pair(), slots: [`14:00/15:30@${DAYS[0]}`], place: "salon" },
    ],
    blocked: [{ participants: pair() }, { participants: pair(), slots: ["d1-afternoon"] }],
    meals: [lunch("d1-lunch", hosts, guest?.id), lunch("d2-lunch", hosts, undefined)],
    rules: { hole: 2 },
  };
}

export const customerRelationshipMeetings: Sample = {
  id: "customer-relationship-meetings",
  title: { en: "Customer Relationship Meetings", fr: "Rencontres de la relation client" },
  about: {
    en: "The model case: 100 decision makers and 50 suppliers in Cannes, two days of 25-minute meetings at the suppliers' stands, gold and silver packages that promise a number of meetings, seated lunches. Everything an organiser asks for at once.",
    fr: "Le cas modèle : 100 décideurs et 50 prestataires à Cannes, deux jours de rendez-vous de 25 minutes aux stands, des formules Or et Argent qui promettent un nombre de rendez-vous, des déjeuners placés. Tout ce qu'un organisateur demande à la fois.",
  },
  build,
};
