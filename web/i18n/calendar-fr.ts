// The French words of the calendar; fr.ts takes them in. calendar-en.ts says what must be here.

import type { Lost } from "../calendar-views.js";
import type { CalendarMessages } from "./calendar-en.js";
import { formats } from "./formats.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;

const counted = ({ kind, count }: Lost): string => {
  switch (kind) {
    case "locked":
      return many(count, "verrou", "verrous");
    case "narrowed":
      return many(count, "horaire de verrou", "horaires de verrous");
    case "blocked":
      return many(count, "paire exclue", "paires exclues");
    case "absent":
      return many(count, "absence", "absences");
    case "closed":
      return many(count, "fermeture de lieu", "fermetures de lieux");
    case "meal":
      return many(count, "plan de table", "plans de table");
    case "seat":
      return many(count, "place fixée", "places fixées");
  }
};

export const calendarFr: CalendarMessages = {
  loading: "Lecture du calendrier",
  unread:
    "Le texte de l’événement n’est pas encore du JSON\u202f: il n’y a pas de calendrier à montrer. La Spec dit où il se rompt.",
  broken:
    "Le texte de l’événement n’est plus du JSON\u202f: voici le dernier calendrier. Il se modifie de nouveau dès que le texte est corrigé.",
  openSpec: "Ouvrir la Spec",
  empty: "Aucun jour pour l’instant. Ajouter le premier.",
  timeline: "Jours et sessions",
  kinds: { meetings: "rendez-vous", meal: "repas", programme: "programme" },
  unknownKind: "type inconnu",
  add: { meetings: "Ajouter des rendez-vous", meal: "Ajouter un repas", programme: "Ajouter un temps de programme" },
  newLabel: { meetings: "Rendez-vous", meal: "Déjeuner", programme: "Programme" },
  addDay: (day) => `Ajouter le ${day}`,
  addFirst: "Ajouter un jour",
  keys: "Flèches\u202f: déplacer de 5 minutes ou d’un jour · Maj et flèches\u202f: durée · Alt\u202f: 1 minute · Entrée\u202f: ouvrir · Suppr\u202f: supprimer",
  draw: "Tracer sur un temps libre ajoute une session.",
  summary: (days, slots) => `${many(days, "jour", "jours")}, ${many(slots, "créneau", "créneaux")}`,
  session: (label, times, slots, kind) => [label, times, slots, kind].filter((part) => part !== "").join(", "),
  times: (start, end) => `${start}\u2013${end}`,
  noTimes: "sans horaire valable",
  slotsOf: (count, meeting) => `${many(count, "créneau", "créneaux")} de ${n(meeting)} min`,
  dayName: (day, sessions) => `${day}, ${many(sessions, "session", "sessions")}`,
  wrongDate: (text) => `«\u202f${text}\u202f» n’est pas une date`,
  overlaps: (other, start, end) => `Chevauche ${other}, ${start}\u2013${end}`,
  close: "Fermer",

  event: "L’événement",
  name: "Nom",
  city: "Ville",
  timezone: "Fuseau horaire",
  language: "Langue",
  languages: { none: "non précisée", fr: "français", en: "anglais" },
  unknownZone: (text) => `«\u202f${text}\u202f» n’est pas un fuseau horaire, comme Europe/Paris.`,
  nameEmpty: "Un événement a un nom.",
  choose: "Choisir une session ou un jour pour le modifier.",

  kind: "Type",
  label: "Nom",
  id: "Identifiant",
  idNote: "Les créneaux en portent le nom\u202f; verrous, absences et tables suivent quand il change.",
  start: "Début",
  end: "Fin",
  meeting: "Rendez-vous, minutes",
  changeover: "Battement, minutes",
  day: "Jour",
  wrongTime: "Une heure, comme 09:30.",
  order: "La fin vient après le début.",
  gives: (slots, start, end, left) =>
    slots === 0
      ? "Ne donne aucun créneau\u202f: un rendez-vous dure plus que la session."
      : `Donne ${many(slots, "créneau", "créneaux")}, ${start}\u2013${end}, ${left === 0 ? "sans reste" : `reste ${many(left, "minute", "minutes")}`}.`,
  takes: (minutes) => `Dure ${many(minutes, "minute", "minutes")}.`,
  references: (count) => `${many(count, "endroit de l’événement s’y réfère", "endroits de l’événement s’y réfèrent")}.`,
  remove: "Supprimer la session",
  removeDay: (sessions) =>
    sessions === 0 ? "Supprimer le jour" : `Supprimer le jour et ${many(sessions, "session", "sessions")}`,
  date: "Date",
  wrongTyped: "Une date, comme 17/03/2027.",
  copyDay: (day) => `Copier ce jour au ${day}`,
  sessionsOf: "Sessions",
  noSessions: "Aucune session ce jour pour l’instant.",

  asks: {
    remove: "Cela enlève aussi ce qui se réfère à la session\u202f:",
    "remove-day": "Cela enlève aussi ce qui se réfère au jour\u202f:",
    other: "Cela enlève aussi ce qui se réfère à des créneaux qui disparaissent\u202f:",
  },
  lost: (lost) =>
    `${counted(lost)}${lost.names.length > 0 ? `\u202f: ${lost.names.join(", ")}` : ""}${lost.count > lost.names.length && lost.names.length > 0 ? ", …" : ""}`,
  sure: (kind, lost) => {
    const what = lost.map(counted);
    if (kind === "remove") return `Supprimer ${f.list(["la session", ...what])}`;
    if (kind === "remove-day") return `Supprimer ${f.list(["le jour", ...what])}`;
    return `Modifier et supprimer ${f.list(what)}`;
  },
  keep: "Laisser tel quel",
  gone: "L’événement a changé entre-temps\u202f: rien n’a été fait.",
  refused: (refusal) => {
    switch (refusal.why) {
      case "overlap":
        return `Impossible\u202f: chevaucherait ${refusal.other}, ${f.clock(refusal.start)}\u2013${f.clock(refusal.end)}.`;
      case "order":
        return "Impossible\u202f: la fin vient après le début.";
      case "id-empty":
        return "Impossible\u202f: une session a un identifiant.";
      case "no-length":
        return "Impossible\u202f: une session de rendez-vous demande la durée d’un rendez-vous.";
      case "id-taken":
        return `Impossible\u202f: une autre session s’appelle «\u202f${refusal.id}\u202f».`;
      case "id-slot":
        return `Impossible\u202f: «\u202f${refusal.id}\u202f» est le nom d’un créneau.`;
      case "id-date":
        return `Impossible\u202f: «\u202f${refusal.id}\u202f» est une date du calendrier.`;
      case "date-taken":
        return `Impossible\u202f: le ${f.date(refusal.date)} est un autre jour du calendrier.`;
      case "date-wrong":
        return `Impossible\u202f: «\u202f${refusal.date}\u202f» n’est pas une date.`;
      case "slots":
        return `Impossible\u202f: ${n(refusal.count)} créneaux, et un événement en a au plus ${n(refusal.limit)}.`;
    }
  },
  undo: {
    name: "Changement du nom de l’événement",
    city: "Changement de la ville",
    timezone: "Changement du fuseau horaire",
    locale: "Changement de la langue de l’événement",
  },
};
