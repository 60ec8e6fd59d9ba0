// The English words of own variants, and what own-fr.ts must say as well.

import { formats } from "./formats.js";

const n = formats("en").number;

export const ownEn = {
  write: "Write a variant",
  open: "Open a file",
  openNote: ".ts, .js or .wasm: it runs in a sandbox without network, and is judged like any other.",
  fresh: "My variant",
  edit: "Edit",
  editOf: (name: string) => `Edit ${name}`,
  remove: "Remove",
  removeOf: (name: string) => `Remove ${name}`,
  editor: (name: string) => `Text of the variant ${name}`,
  close: "Close",
  compiling: "Compiling…",
  ready: "Compiled: it can be measured.",
  errors: (count: number) => (count === 1 ? "1 error" : `${n(count)} errors`),
  errorAt: (line: number, text: string) => `Line ${n(line)}: ${text}`,
  failed: "The editor could not be loaded.",
  leave: "Ctrl M: Tab leaves the text",
  refused: {
    kind: (name: string) => `${name} is no .ts, .js or .wasm file.`,
    size: (name: string) => `${name} is larger than 8 MB.`,
    kept: (name: string) => `The browser keeps nothing: ${name} is here until the page is closed.`,
  },
};

export type OwnMessages = typeof ownEn;
