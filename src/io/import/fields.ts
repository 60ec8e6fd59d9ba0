// What columns are called, in French and English, table by table. Called by plan.ts; it only looks at titles. A new name
// for a column is one more word here.

import { nearest } from "../../spec/nearest.js";
import type { Field, Table } from "./types.js";
import { singular } from "./words.js";

type Names = Partial<Record<Field, string>>;

const PARTICIPANTS: Names = {
  id: "id, identifiant, identifier, code, ref, reference, matricule, badge, code participant, id participant, participant id, numero participant, numero, no, n, num",
  alias:
    "email, e mail, mail, courriel, adresse mail, adresse email, adresse e mail, adresse electronique, email address",
  name: "name, full name, nom complet, nom et prenom, prenom et nom, nom prenom, prenom nom, participant, contact, personne, person, nom du contact, nom du participant, contact name, acheteur, fournisseur, exposant, visiteur, buyer, supplier, exhibitor, visitor, decideur, decision maker, invite, guest, attendee, inscrit",
  firstName: "prenom, first name, firstname, given name, forename",
  lastName: "nom de famille, last name, lastname, surname, family name",
  organisation:
    "organisation, organization, organisme, societe, entreprise, company, company name, raison sociale, enseigne, structure, employeur, employer, nom de la societe, nom de l entreprise, etablissement, firm, marque, brand, compagnie",
  side: "side, cote, type, categorie, category, role, profil, profile, statut, groupe, group, type de participant, participant type, type de profil",
  tier: "tier, forfait, package, formule, pack, niveau, level, ticket, type de forfait, abonnement, formule choisie, package vendu",
  guaranteed:
    "guaranteed, garanti, rdv garanti, rendez vous garanti, guaranteed meeting, meeting guaranteed, minimum, min, min rdv, minimum meeting",
  maximum:
    "maximum, max, max rdv, rdv max, rendez vous maximum, maximum de rendez vous, maximum de rdv, max meeting, maximum meeting, meeting max, plafond, limite, limit",
  representatives:
    "representative, representant, nombre de representant, nb representant, nb de representant, number of representative, nom du representant, delegue, delegate, equipe, team, effectif, collaborateur, rep",
  place:
    "place, lieu, stand, table, booth, emplacement, numero de stand, no de stand, n de stand, stand number, salle, own place",
  absent:
    "absent, absence, indisponible, indisponibilite, unavailable, unavailability, away, not available, pas disponible, contrainte horaire, contrainte, heure d absence",
  needs: "need, besoin, recherche, looking for, cherche, interet, interest, centre d interet, seek, attente, sourcing",
  offers: "offer, offre, propose, produit, product, service, solution, expertise, offre produit, activite",
  meals:
    "meal, repas, dejeuner, lunch, take lunch, dejeune, participe au dejeuner, takes meal, prend le repas, dejeuner place",
  wishList:
    "souhait, voeu, wish, wishe, choix, choice, preference, wishlist, wish list, liste de souhait, liste de voeu, rdv souhaite, rendez vous souhaite, veut rencontrer, want to meet, souhaite rencontrer",
  vetoList:
    "refus, veto, ne veut pas rencontrer, a eviter, exclusion, exclu, refuse, do not meet, does not want to meet, not want to meet, blacklist, incompatible, incompatibilite",
};

const WISHES: Names = {
  from: "from, de, demandeur, emetteur, qui, who, source, requester, de la part de, souhait de, voeu de, wish of, participant, nom, name, nom complet, full name, prenom nom, nom prenom, id, identifiant, acheteur, buyer, visiteur, visitor, decideur, decision maker, email, e mail, mail, contact, code",
  to: "to, a, vers, pour, souhaite, cible, target, avec, with, whom, qui rencontrer, rencontre, partenaire, partner, societe souhaitee, contact souhaite, destinataire, want to meet, rdv avec, rendez vous avec, souhaite rencontrer, veut rencontrer, meet, fournisseur, supplier, exposant, exhibitor, societe, entreprise, organisation, organization, company",
  priority:
    "priority, priorite, rang, rank, ordre, order, preference, note, score, niveau, importance, choix, voeu, etoile, star, rating",
  veto: "veto, refus, refuse, exclusion, non, no",
  vetoList: "a eviter, ne veut pas rencontrer, do not meet, refus liste, vetoe",
};

const PLACES: Names = {
  id: "id, identifiant, place, lieu, stand, table, code, numero, no, n, emplacement, booth, salle, room, reference, nom, name",
  label: "label, libelle, intitule, description, nom, name, nom affiche",
  zone: "zone, hall, secteur, area, etage, floor, pavillon, sector",
  capacity:
    "capacity, capacite, rdv simultane, rendez vous simultane, simultaneous meeting, nombre de table, nb de table, meeting at once",
  closed: "closed, ferme, fermeture, indisponible, indisponibilite, unavailable",
};

const PACKAGES: Names = {
  id: "id, identifiant, code, package, forfait, formule, pack, tier, reference, offre, nom, name",
  label: "label, libelle, intitule, nom, name, description",
  weight: "weight, poids, coefficient, ponderation",
  guaranteed: PARTICIPANTS.guaranteed!,
  maximum: PARTICIPANTS.maximum!,
};

const NAMES: Record<Table, Names> = {
  participants: PARTICIPANTS,
  wishes: WISHES,
  places: PLACES,
  packages: PACKAGES,
};

/** Every field that a column of a table may hold, for a screen's menu. */
export const FIELDS: Record<Table, readonly Field[]> = {
  participants: ["skip", ...(Object.keys(PARTICIPANTS) as Field[]), "choice"],
  wishes: ["skip", "from", "to", "priority", "veto", "choice", "target", "vetoList"],
  places: ["skip", ...(Object.keys(PLACES) as Field[])],
  packages: ["skip", ...(Object.keys(PACKAGES) as Field[])],
};

interface Known {
  field: Field;
  words: string;
  order: number;
}

const TITLES = Object.fromEntries(
  Object.entries(NAMES).map(([table, names]) => {
    const list: Known[] = Object.entries(names).flatMap(([field, words]) =>
      words.split(", ").map((one, order) => ({ field: field as Field, words: singular(one), order })),
    );
    return [table, list];
  }),
) as Record<Table, Known[]>;

/** Titles that hold a known word and mean something else. */
const OTHER =
  /\b(tel|telephone|phone|mobile|portable|fax|adresse|address|ville|city|pay|country|site|web|website|url|fonction|function|poste|job|titre|title|civilite|commentaire|comment|remarque|note interne|postal|zip|siret|tva|linkedin|langue|language|date|secteur d activite|facture|invoice|tarif|prix|price|montant|amount)\b/;

/** One field that a title may mean; the higher the score, the surer: 100 for the word itself. */
export interface Match {
  field: Field;
  score: number;
  rank?: number;
}

/** What a title may mean in a table, surest first. */
export function matchTitle(title: string, table: Table): Match[] {
  const words = singular(title);
  if (words === "" || words.length > 120) return [];
  const rank = rankOf(words);
  if (rank !== undefined && (table === "participants" || table === "wishes"))
    return [{ field: "choice", score: 100, rank }];
  const best = new Map<Field, number>();
  const add = (field: Field, score: number): void => {
    if (score > (best.get(field) ?? 0)) best.set(field, score);
  };
  // A bare "Nom" is a family name beside first names, else the whole name: plan.ts looks at its neighbours.
  if (table === "participants" && NAME.test(words) && !OTHER.test(words)) {
    const isBare = words === "nom" || words === "name";
    if (isBare || !best.has("name")) add("name", isBare ? 99.999 : 70);
  }
  const padded = ` ${words} `;
  for (const known of TITLES[table]) {
    if (known.words === words) add(known.field, 100 - known.order / 100);
    else if (known.words.length > 2 && padded.includes(` ${known.words} `) && !OTHER.test(words))
      add(known.field, 50 + Math.min(30, (40 * known.words.length) / words.length));
  }
  if (best.size === 0 && words.length >= 5 && !OTHER.test(words)) {
    const all = TITLES[table].filter((known) => known.words.length >= 5);
    const near = nearest(
      words,
      all.map((known) => known.words),
    );
    if (near !== undefined) add(all.find((known) => known.words === near)!.field, 40);
  }
  return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
}

/** « Nom », « Votre nom », “Contact name”. */
const NAME = /^(?!.*(?:prenom|first|user|societe|entreprise|company|organi[sz]ation|file)).*(?:^| )(?:nom|name)$/;
const CHOICE = "choi|choice|voeu|wish|wishe|souhait|preference|pref|priorite|priority|demande|request|rang|rank";
const NUMBERED = new RegExp(`^(?:.* )?(?:${CHOICE}|c|v|p)(?: n| no| num| numero| number)? ?(\\d{1,3})$`);
const COUNTED = new RegExp(`^(\\d{1,3}) ?(?:er|e|eme|ere|st|nd|rd|th)? (?:${CHOICE})$`);
const ORDINALS = [
  "premier first 1er",
  "deuxieme second seconde",
  "troisieme third",
  "quatrieme fourth",
  "cinquieme fifth",
];
const ORDINAL = new RegExp(`^(\\w+) (?:${CHOICE})$`);

/** 3 for « Choix 3 », “3rd choice”, « Troisième vœu ». */
function rankOf(words: string): number | undefined {
  const number = NUMBERED.exec(words)?.[1] ?? COUNTED.exec(words)?.[1];
  if (number !== undefined) return Number(number) > 0 ? Number(number) : undefined;
  const word = ORDINAL.exec(words)?.[1];
  if (word === undefined) return undefined;
  const at = ORDINALS.findIndex((list) => list.split(" ").includes(word) || list.split(" ").includes(word + "s"));
  return at < 0 ? undefined : at + 1;
}

const SHEETS: Record<Table, string> = {
  participants:
    "participant, people, personne, inscrit, inscription, attendee, acheteur, buyer, fournisseur, supplier, exposant, exhibitor, visiteur, visitor, decideur, decision maker, invite, guest, contact, entreprise, societe, company, companie, organisation, delegue, delegate, membre, member, donneur d ordre, investisseur, investor, startup, start up, candidat, candidate, recruteur, recruiter, sponsor, partenaire, annuaire",
  wishes: "wish, wishe, souhait, voeu, choi, choice, preference, demande, request, matrice, matrix, rdv souhaite",
  places: "place, lieu, stand, table, salle, room, booth, emplacement",
  packages: "package, forfait, tier, formule, pack, offre",
};

const SHEET_WORDS = Object.fromEntries(
  Object.entries(SHEETS).map(([table, words]) => [table, words.split(", ").map(singular)]),
) as Record<Table, string[]>;

/** Which table a sheet's (or a file's) name speaks of. */
export function tableNamed(name: string): Table | undefined {
  const words = ` ${singular(name)} `;
  // « Vœux des exposants » is about wishes.
  return (["wishes", "places", "packages", "participants"] as const).find((table) =>
    SHEET_WORDS[table].some((word) => words.includes(` ${word} `)),
  );
}

/** Words that say who people are, so that a sheet of that name says their side. */
const SIDE_WORDS = new Set(
  "acheteur, buyer, fournisseur, supplier, exposant, exhibitor, visiteur, visitor, decideur, decision maker, donneur d ordre, investisseur, investor, startup, start up, candidat, candidate, recruteur, recruiter, sponsor, partenaire, invite"
    .split(", ")
    .map(singular),
);

/** The word of a name that says the side of everybody under it: « Acheteurs » of « acheteurs-excel »; the only one. */
export function sideWord(name: string): string | undefined {
  if (SIDE_WORDS.has(singular(name))) return name;
  const words = name.split(/[^\p{L}]+/u).filter((word) => SIDE_WORDS.has(singular(word)));
  const [word] = words;
  return words.length === 1 ? word![0]!.toUpperCase() + word!.slice(1) : undefined;
}
