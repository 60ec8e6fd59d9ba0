// The French words of own variants; own-en.ts says what must be here.

import { formats } from "./formats.js";
import type { OwnMessages } from "./own-en.js";

const n = formats("fr").number;

export const ownFr: OwnMessages = {
  write: "Écrire une variante",
  open: "Ouvrir un fichier",
  openNote: ".ts, .js ou .wasm\u202f: il tourne dans un bac à sable sans réseau, et il est jugé comme les autres.",
  fresh: "Ma variante",
  edit: "Modifier",
  editOf: (name) => `Modifier ${name}`,
  remove: "Retirer",
  removeOf: (name) => `Retirer ${name}`,
  editor: (name) => `Texte de la variante ${name}`,
  close: "Fermer",
  compiling: "Compilation…",
  ready: "Compilée\u202f: elle peut être mesurée.",
  errors: (count) => (count < 2 ? `${n(count)} erreur` : `${n(count)} erreurs`),
  errorAt: (line, text) => `Ligne ${n(line)}\u202f: ${text}`,
  failed: "L’éditeur n’a pas pu être chargé.",
  leave: "Ctrl M\u202f: Tab quitte le texte",
  refused: {
    kind: (name) => `${name} n’est pas un fichier .ts, .js ou .wasm.`,
    size: (name) => `${name} dépasse 8 Mo.`,
    kept: (name) => `Le navigateur ne garde rien\u202f: ${name} reste ici jusqu’à la fermeture de la page.`,
  },
};
