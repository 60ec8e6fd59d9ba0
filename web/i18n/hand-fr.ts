// The French words of changes by hand; fr.ts takes them in. hand-en.ts says what must be here.

import { formats } from "./formats.js";
import type { HandMessages } from "./hand-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
const signed = (value: number): string => (value > 0 ? `+${n(value)}` : n(value));
const checked = (findings: number): string =>
  `Vérifié : ${findings === 0 ? "0 règle enfreinte" : many(findings, "infraction", "infractions")}.`;

export const handFr: HandMessages = {
  locale: "fr",
  panel: "Déplacer un rendez-vous",
  and: "et",
  when: (date, start) => `${f.shortDay(date)} ${f.clock(start)}`,
  heldAt: (date, start, place) => `${f.shortDay(date)} ${f.clock(start)}${place === "" ? "" : `, ${place}`}`,
  notHeld: "pas encore de rendez-vous",
  letGo: "Annuler",
  escape: "Échap",
  forbidden: "interdit",
  points: (value) => signed(value),
  pointsLong: (value) => `${signed(value)} ${Math.abs(value) < 2 ? "point" : "points"}`,
  wouldBe: (when, now, then) => `${when} : le score passerait de ${n(now)} à ${n(then)}.`,
  nowhere: "Aucun créneau n’est possible ; chacun dit pourquoi sous le pointeur.",
  best: "Créneaux possibles, le meilleur d’abord",
  free: "libre pour les deux",
  swaps: (people) => `échange, ${many(people, "autre", "autres")}`,
  others: (more, forbidden) =>
    [
      more > 0 ? `${n(more)} de plus ${more < 2 ? "est possible" : "sont possibles"}` : "",
      forbidden > 0
        ? `${many(forbidden, "créneau est interdit, il", "créneaux sont interdits, chacun")} dit pourquoi`
        : "",
    ]
      .filter((part) => part !== "")
      .join(" ; "),
  changes: "Ce qui y change",
  terms: {
    wishes: "souhaits",
    guarantee: "garantis",
    fairness: "équité",
    gap: "trous",
    walk: "marche",
    meals: "repas",
  },
  place: "lieu",
  score: "score",
  servedWithout: "Satisfaction sans ce rendez-vous",
  servedWith: "Satisfaction avec ce rendez-vous",
  put: (when) => `Poser ${when}`,
  add: (when) => `Ajouter ${when}`,
  pin: "Verrouiller",
  unpin: "Déverrouiller",
  toPlace: "Dans un autre lieu",
  remove: (gain) => `Retirer ce rendez-vous (${signed(gain)})`,
  block: "Retirer et bloquer",
  blockAbout: "L’événement dit alors que les deux ne doivent pas se rencontrer : aucun calcul ne remet ce rendez-vous.",
  stays: (why) => `Il ne peut pas être retiré : ${why}`,
  redoWhat: (what) => `Rétablir : ${what}`,
  journal: (count) => many(count, "changement à la main", "changements à la main"),
  around: "Recalculer autour",
  aroundAbout: "Garde les verrous et change le moins possible du reste : chaque agenda qui diffère coûte des points.",
  replay: (count) => `Refaire ${many(count, "changement", "changements")} à la main`,
  pinMenu: "Verrouiller",
  slot: "Créneau",
  pinBefore: "Verrouiller tout ce qui précède ce créneau",
  pinSlot: "Verrouiller ce créneau",
  unpinSlot: "Déverrouiller ce créneau",
  pinAll: "Verrouiller tous les rendez-vous",
  unpinAll: "Déverrouiller tous les rendez-vous",
  pinPerson: "Verrouiller cet agenda",
  place1: "Placer",
  done: (gain, findings) => `Fait : ${signed(gain)} ${Math.abs(gain) < 2 ? "point" : "points"}. ${checked(findings)}`,
  pinned: (meetings, findings) =>
    `${many(meetings, "rendez-vous verrouillé", "rendez-vous verrouillés")} dans l’événement. ${checked(findings)}`,
  unpinned: (meetings) => `${many(meetings, "verrou retiré", "verrous retirés")} de l’événement.`,
  undone: (what) => `Annulé : ${what}`,
  redone: (what) => `Rétabli : ${what}`,
  replayed: (done, refused) =>
    `${many(done, "changement refait", "changements refaits")}${refused > 0 ? `, ${n(refused)} impossible${refused < 2 ? "" : "s"} ici :` : "."}`,
  gone: "Le planning a changé entre-temps : rien n’a été modifié.",
  nothing: "Il n’y a rien de tel.",
  event: "L’événement a été modifié depuis : annulez d’abord cela dans l’espace Événement.",
  broken: "Le texte de l’événement a des erreurs : corrigez-les d’abord.",
  locked: "L’événement est modifié dans un autre onglet.",
  legend: {
    best: "meilleure case",
    free: "libre pour les deux",
    swap: "avec échange",
    no: "interdit",
    start: "case de départ",
  },
  keys: "M : déplacer · L : verrouiller · Suppr : retirer · Ctrl Z : annuler",
  movingKeys: "Gauche, droite : cases permises · Entrée : poser · Échap : annuler",
};
