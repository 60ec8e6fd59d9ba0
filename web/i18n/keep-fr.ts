// The French words of keeping; fr.ts takes them in. keep-en.ts says what must be here.

import { formats } from "./formats.js";
import type { KeepMessages } from "./keep-en.js";

const f = formats("fr");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count < 2 ? one : more}`;
const days = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat("fr-FR", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const size = (bytes: number): string =>
  bytes < 1e6 ? `${n(Math.max(1, Math.round(bytes / 1e3)))}\u202fko` : `${f.decimal(bytes / 1e6)}\u202fMo`;

export const keepFr: KeepMessages = {
  events: "Mes événements",
  saved: (when) => `Enregistré dans ce navigateur, ${when}`,
  saving: "Enregistrement",
  offline: "Hors ligne prêt",
  when: (at, now) =>
    new Date(at).toDateString() === new Date(now).toDateString() ? f.now(new Date(at)) : moment.format(at),
  dates: (from, to) => days.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)),
  people: (count) => many(count, "participant", "participants"),
  edited: (when) => `modifié ${/^\d\d:/.test(when) ? "à" : "le"} ${when}`,
  noDates: "pas encore de dates",
  notStored: "pas enregistré, seulement dans cet onglet",
  untitled: "Événement sans nom",
  none: "Rien n’est encore gardé. Un exemple devient votre événement à la première modification.",
  create: "Nouvel événement",
  openFile: "Ouvrir un fichier",
  samples: "Exemples",
  actions: (name) => `Plus\u202f: renommer, dupliquer, télécharger ou supprimer ${name}`,
  more: "Plus",
  rename: "Renommer",
  newName: "Nouveau nom",
  ok: "Renommer",
  cancel: "Annuler",
  duplicate: "Dupliquer",
  copyOf: (name) => `${name} (copie)`,
  whole: "Télécharger avec les versions",
  plain: "Télécharger l’événement (.json)",
  remove: "Supprimer",
  removed: (name) => `«\u202f${name}\u202f» est supprimé.`,
  undo: "Annuler",
  bin: "Supprimés",
  binNote: "gardés un jour",
  restore: "Restaurer",
  open: "ouvert",

  thisEvent: "Cet événement",
  versions: "Versions",
  versionsNote:
    "Une version est faite avant la première modification, avant un import, avant un retour, et toutes les dix minutes de travail.",
  noVersions: "Pas encore de version.",
  nameVersion: "Nommer cette version",
  versionName: "Nom de la version",
  name: "Garder",
  look: "Regarder",
  lookNote: "s’ouvre dans un nouvel onglet, en lecture",
  returnTo: "Y revenir",
  dropVersion: "Supprimer",
  why: {
    opened: "avant la première modification",
    auto: "pendant le travail",
    import: "avant un import",
    leave: "avant l’ouverture d’un autre événement",
    return: "avant un retour",
    conflict: "modifié dans deux onglets",
    named: "nommée",
  },
  size,
  returned: (when) =>
    `L’événement est revenu à la version de ${when}. Ce qu’il était jusqu’ici est aussi devenu une version.`,
  take: "L’emporter",
  share: "Copier un lien",
  shareNote: "Le lien contient tout l’événement\u202f: qui l’a peut le lire. Rien n’est envoyé à un serveur.",
  copied: (length) =>
    length > 2000
      ? `Un lien de ${n(length)} caractères est copié. Certaines messageries coupent les liens de plus de ${n(2000)} caractères\u202f: le fichier y est plus sûr.`
      : `Un lien de ${n(length)} caractères est copié.`,
  link: "Le lien",
  tooLong: (length, most) =>
    `L’événement est trop grand pour un lien\u202f: ${n(length)} caractères, ${n(most)} au plus. Le fichier le contient.`,
  linkBroken: "Un lien demande un événement sans erreur.",

  nothingGood: (errors) =>
    `Le texte de l’événement a ${many(errors, "erreur", "erreurs")}\u202f: participants et rendez-vous s’affichent une fois corrigé.`,
  follow: "Ouvert dans un autre onglet\u202f: ce qui y est modifié apparaît ici.",
  editHere: "Modifier ici",
  look1: (when) => `La version de ${when}, en lecture seule.`,
  keepLooked: "En faire un événement",
  locked: "L’événement ne peut pas être modifié ici\u202f: il est ouvert dans un autre onglet, ou c’est une version.",
  conflict: (when) =>
    `L’événement a été modifié dans deux onglets. La page montre ce qui a été enregistré d’abord\u202f; ce que cet onglet avait est la version de ${when}.`,
  refused: "L’autre onglet n’a pas pu enregistrer l’événement et le garde. Rien n’a été repris.",
  versionsLost: "L’événement est là, mais des versions du fichier sont abîmées et ont été laissées de côté.",
  showEvents: "Voir mes événements",
  close: "Fermer",

  problem: {
    full: "Non enregistré\u202f: le stockage de ce navigateur est plein. L’événement reste dans cet onglet\u202f; le télécharger, ou supprimer des événements ou des versions. Nouvel essai à la prochaine modification.",
    forbidden:
      "Non enregistré\u202f: ce navigateur interdit le stockage ici, comme en navigation privée. L’événement dure autant que cet onglet\u202f; le télécharger pour le garder.",
    blocked:
      "Non enregistré\u202f: un autre onglet, avec une page plus ancienne, tient le stockage. Le fermer ou le recharger\u202f; nouvel essai à la prochaine modification.",
    newer:
      "Non enregistré\u202f: une version plus récente de cette page tourne dans un autre onglet. Télécharger l’événement ou recharger la page.",
    failed:
      "Non enregistré\u202f: le stockage de ce navigateur ne répond pas comme il devrait. L’événement reste dans cet onglet\u202f; nouvel essai à la prochaine modification.",
  },
  answer(answer) {
    switch (answer) {
      case "elsewhere":
        return "Impossible ici\u202f: l’événement est modifié dans un autre onglet.";
      case "broken":
        return "Impossible tant que le texte de l’événement n’est pas du JSON.";
      case "gone":
        return "Il n’est plus là.";
      case "full":
        return "Plus de place\u202f: le stockage est plein, ou il y a autant de versions nommées qu’on en garde. En supprimer.";
      default:
        return keepFr.problem[answer];
    }
  },
  unopened(why, file) {
    const name = file === "" ? "Le lien" : file;
    const kept = "La page garde ce qu’elle avait.";
    switch (why) {
      case "unreadable":
        return `${name} ne peut pas être lu. ${kept}`;
      case "gone":
        return `Il n’est plus là. ${kept}`;
      case "other":
        return `${name} est une archive, mais sans événement de Dancecard. ${kept}`;
      case "damaged":
        return `${name} est abîmé ou coupé. ${kept}`;
      case "large":
        return `${name} est plus grand qu’un fichier d’événement peut l’être. ${kept}`;
      case "version":
        return `${name} vient d’une version plus récente de Dancecard. ${kept}`;
      case "long":
        return `${name} contient plus qu’un lien ne peut. ${kept}`;
      case "event":
        return `${name} ne contient pas d’événement lisible. ${kept}`;
      default:
        return keepFr.problem[why];
    }
  },

  update: "Une nouvelle version de la page est prête.",
  reload: "Recharger",
  readOnly: "Les événements s’ouvrent ici. Renommer, versions et liens se font sur ordinateur.",
};
