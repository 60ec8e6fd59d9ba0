// What the page may ask of the Lab: plans, benches and their results. Implemented by desk.ts; called through state/bridge.ts.

import type { LabForm, LabPlanned, LabProgress, LabRead, LabResults, LabSize, OwnVariant } from "../../lab-views.js";
import type { OwnSource, Sandboxes } from "./own/bench-own.js";

/** Which part of the results is drawn. */
export interface LabLook {
  /** The event whose curves are shown; null: the first one. */
  instance: string | null;
  /** How near the best score counts in the profile. */
  share: number;
}

export interface LabApi {
  /** Who hears how far a bench is; the sizes of generated events. */
  listen(
    listener: (progress: LabProgress) => void,
    /** Where variants run that somebody brought along. */
    sandboxes: Sandboxes,
  ): { sizes: LabSize[]; progress: LabProgress };
  /** What a form asks for, without running it. */
  plan(form: LabForm, own: OwnVariant[]): LabPlanned;
  /** The form of a link; a link that asks for anything odd is refused as a whole. */
  readLink(link: string, own: OwnVariant[]): LabRead;
  /** Begins; the results of an earlier bench are dropped. Resolves once it has begun. */
  start(form: LabForm, own: OwnVariant[], sources: OwnSource[]): LabPlanned;
  /** Ends it; what is done stays. */
  stop(): void;
  results(look: LabLook): LabResults | null;
  /** The results as `dancecard bench` writes them; null where there are none. */
  json(): string | null;
  /** Its report. */
  markdown(locale: "en" | "fr"): string | null;
}
