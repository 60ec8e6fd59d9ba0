// Variants that somebody brings along, as the page and its worker hold them. Data only. What runs them: sandbox/.

import type { OwnCode } from "./sandbox/protocol.js";

export type OwnKind = "ts" | "js" | "wasm";

/** A variant that somebody wrote here or opened as a file. */
export interface OwnFile {
  /** As in results and links; never that of a variant of ours. */
  id: string;
  name: string;
  kind: OwnKind;
  /** Of kind ts: what is edited. */
  text: string;
  /** What runs; null: the text has errors. */
  code: OwnCode | null;
}

/** An error in the text of a variant, in English. */
export interface OwnError {
  line: number;
  text: string;
}
