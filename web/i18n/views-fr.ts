// The French words of the summary, of places x slots and of wishes towards somebody; fr.ts takes them in. views-en.ts says what
// must be here.

import { formats } from "./formats.js";
import type { PlacesMessages, SummaryMessages, TowardsMessages } from "./views-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;

export const summaryFr: SummaryMessages = {
  terms: "Score",
  termsNote:
    "Ce que chaque part rapporte ou coûte, recalculé par le juge à partir de l’événement et du planning seuls.",
  keys: {
    wishes: "souhaits tenus",
    guarantee: "garanties manquantes",
    fairness: "retard des moins servis",
    gap: "trous",
    walk: "marche",
    meals: "déjeuners",
    change: "agendas modifiés",
    total: "total",
  },
  empty: "Le résumé apparaît quand un planning a été calculé.",
  sentence: (met, of) =>
    of === 0
      ? "Personne n’a souhaité rencontrer quelqu’un."
      : `${n(met)} ${met < 2 ? "souhait est tenu" : "souhaits sont tenus"} sur ${n(of)}, ${f.percent(met / of)}.`,
  half: (share) => `La moitié des participants a au moins ${f.percent(share)} de ce qu’elle pouvait avoir ;`,
  least: (share) => `le moins bien servi a ${f.percent(share)} :`,
  hint: "Chaque nombre ouvre ce qu’il compte : personnes, créneaux ou rendez-vous, chacun avec son agenda.",
  behind: (count, what) =>
    what === "rooms"
      ? many(count, "créneau", "créneaux")
      : what === "slot"
        ? `${n(count)} rendez-vous`
        : many(count, "participant", "participants"),
  figures: {
    wishes: "souhaits tenus",
    promised: "garanties tenues",
    meetings: "rendez-vous",
    median: "satisfaction médiane",
    medianNote: "la moitié a au moins cela",
    gini: "Gini de la satisfaction",
    giniNote: "0 : tous pareils",
    idle: "trous",
    holes: "coupures d’agenda",
    walk: "marche, min",
    walkNote: (minutes) => `au plus ${n(minutes)} min,`,
    full: "créneaux sans place libre",
    seated: "placés aux repas",
    agendas: (count) => `dans ${many(count, "agenda", "agendas")}`,
  },
  wishes: "Souhaits par côté et priorité",
  wishesNote: "Tenus, sur tous ceux exprimés ; les refus ne comptent pas.",
  side: "Côté",
  everybody: "Tous",
  priorityHead: (priority) => `P${n(priority)}`,
  allHead: "Tous",
  medianHead: "Médiane",
  meanHead: "Moyenne",
  leastHead: "Minimum",
  giniHead: "Gini",
  spread: "Satisfaction",
  spreadNote: "Participants selon la part des points de leurs meilleurs souhaits possibles qu’ils ont obtenue.",
  bin: (from, to) => `${n(from)} à ${f.percent(to / 100)}`,
  binCount: (from, to, count) => `${n(from)} à ${f.percent(to / 100)} : ${many(count, "participant", "participants")}`,
  tiers: "Par forfait",
  tier: "Forfait",
  noTier: "Sans forfait",
  people: "Pers.",
  keptHead: "Garanties tenues",
  worst: "Les moins bien servis",
  worstNote: "Part des points des meilleurs souhaits que chacun pouvait avoir.",
  nameHead: "Participant",
  metHead: "Tenus",
  shareHead: "Part",
  rooms: "Places occupées par créneau",
  roomsNote: "rendez-vous tenus ; le trait est la place qu’il y a",
  roomsFree: "rendez-vous tenus ; la place est illimitée",
  capacity: (of) => `${many(of, "place", "places")}`,
  roomIs: (date, start, used, of) =>
    `${f.day(date)} ${f.clock(start)} : ${n(used)} rendez-vous${of === null ? "" : ` pour ${many(of, "place", "places")}`}`,
  meals: "Repas",
  meal: "Repas",
  seatedHead: "Placés",
  seatsHead: "Sièges",
  mealAt: (date, start, end) => `${f.shortDay(date)} ${f.clock(start)} à ${f.clock(end)}`,
  tables: "Souhaits sans rendez-vous tenus par une table commune",
  panel: "Ce que compte le nombre",
  back: "Retour à la liste",
  title: (key, group, when) => {
    const of = group === "" ? "" : ` : ${group}`;
    switch (key.what) {
      case "wishes":
        return `${key.priority === undefined ? "Souhaits tenus" : `Souhaits tenus de priorité ${n(key.priority)}`}${of}`;
      case "served":
        return key.bin === undefined
          ? `Satisfaction${of}`
          : `Satisfaction de ${n(10 * key.bin)} à ${f.percent((key.bin + 1) / 10)}`;
      case "promised":
        return `Rendez-vous garantis${of}`;
      case "meetings":
        return "Rendez-vous";
      case "idle":
        return "Trous";
      case "holes":
        return "Coupures d’agenda";
      case "walk":
        return "Marche";
      case "rooms":
        return "Places occupées par créneau";
      case "slot":
        return `Rendez-vous du ${when}`;
      case "seated":
        return "Placés au repas";
      case "tables":
        return "Souhaits tenus à une table";
    }
  },
  about: {
    wishes: "tenus sur exprimés, les plus grands manques d’abord",
    served: "part du possible, la plus basse d’abord",
    promised: "tenus sur garantis, les plus grands manques d’abord",
    meetings: "rendez-vous, les plus nombreux d’abord",
    idle: "créneaux libres entre deux rendez-vous d’une session",
    holes: "interruptions de l’agenda dans une session",
    walk: "minutes à pied entre rendez-vous",
    rooms: "rendez-vous sur la place qu’il y a, les plus pleins d’abord",
    slot: "qui rencontre qui, et où",
    seated: "ceux sans siège d’abord",
    tables: "tenus à une table, sur ceux sans rendez-vous",
  },
  minutes: (value) => `${n(value)} min`,
  table: (name) => `table ${name}`,
  noSeat: "sans siège",
  nobody: "Personne.",
};

export const placesFr: PlacesMessages = {
  label: "Lieux et créneaux",
  placeColumn: "Lieu",
  usedColumn: "pris",
  rowsShown: (from, to, of) => `Lignes ${n(from)} à ${n(to)} sur ${n(of)}`,
  lane: (lane, of) => `${n(lane)} sur ${n(of)}`,
  closed: "fermé",
  free: "libre",
  meeting: (names, priority, mutual, locked) =>
    `${names.join(" et ")}${priority ? `, priorité ${priority}` : ""}${mutual ? ", mutuel" : ""}${locked ? ", verrouillé" : ""}`,
  usedOf: (used, open) => `${n(used)} sur ${n(open)} pris`,
  keys: "Flèches : bouger · Entrée : agenda, encore : l’autre · M : déplacer · L : verrouiller · Suppr : retirer",
  movingKeys: "Gauche, droite : créneaux possibles · Entrée : poser · Échap : annuler · ou glisser sur une case",
  legendClosed: "fermé",
  chosen: "personne choisie",
  none: "Cet événement n’a pas de lieux : la place est illimitée.",
  aimAt: (place, date, start) => `${place}, ${f.shortDay(date)} ${f.clock(start)}`,
};

export const towardsFr: TowardsMessages = {
  title: (count, met) => `Souhaits des autres : ${n(count)}, dont ${n(met)} ${met < 2 ? "tenu" : "tenus"}`,
  none: "Aucun souhait des autres.",
  met: "tenu",
  unmet: "sans rendez-vous",
  more: (count) => `et ${n(count)} de plus`,
  text({ reason, who, maximum, names }, name) {
    if (reason === "full")
      return `Le maximum de ${names.includes(name) ? name : who.name} est atteint : ${n(maximum)} rendez-vous.`;
    if (reason === "exclusive")
      return names.length > 0
        ? `${who.name} rencontre ${f.list(names)} de la même organisation.`
        : `${who.name} rencontre quelqu’un de la même organisation.`;
    return null;
  },
};
