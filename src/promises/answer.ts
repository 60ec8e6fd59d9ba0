// What is answered about the promises of an event: types only.

import type { Certificate } from "../bound.js";
import type { Schedule } from "../schedule.js";
import type { Shortage } from "./shortage.js";

/** Participants to whom meetings are promised, and meetings promised to them. */
export interface Promised {
  participants: number;
  meetings: number;
}

export type PromiseCheck = { promised: Promised } & PromiseAnswer;

export type PromiseAnswer =
  /** Nothing is promised. */
  | { status: "none" }
  /** All are kept by this schedule, which breaks no rule. */
  | { status: "kept"; schedule: Schedule }
  /** No schedule keeps all. The certificate, where the cause is prices, belongs to promisesOnly(event). */
  | { status: "impossible"; shortage: Shortage; certificate?: Certificate }
  /** Neither was shown: how the run ended, and what its best schedule leaves missing, where there is one. */
  | { status: "open"; ended: "finished" | "cancelled" | "refused" | "crashed"; reason?: string; missing?: Missing };

export interface Missing {
  /** Promised meetings that are missing, and the participants whose promises are not kept. */
  meetings: number;
  participants: string[];
  /** Locked meetings that are not held. */
  unplaced: number;
}
