// What the answer about promises says, in one sentence. Called by the command line and the page's worker.

import { clip, sentence } from "../spec/messages.js";
import type { EventSpec } from "../spec/schema.js";
import type { Text } from "../rules/rule.js";
import type { PromiseCheck } from "./answer.js";
import type { Shortage } from "./shortage.js";

/** Participants named before "… (+N)". */
const NAMED = 5;

/** The sentence, in both languages. */
export function promisesText(spec: EventSpec, check: PromiseCheck): Text {
  const { meetings, participants: people } = check.promised;
  switch (check.status) {
    case "none":
      return sentence("promises/none", {});
    case "kept":
      return sentence("promises/kept", { meetings, people });
    case "open": {
      const missing = check.missing?.meetings || "";
      return sentence("promises/open", { meetings, missing, unsound: missing === "" ? 1 : "" });
    }
    case "impossible":
      return shortageText(spec, check.shortage);
  }
}

/** The sentence of a proof; names and ids of those concerned are cut where they are long or many. */
export function shortageText(spec: EventSpec, { participants, promised, possible, cause }: Shortage): Text {
  const people = participants.length;
  const values = { who: namesOf(spec, participants), people, promised, possible };
  if (cause.kind === "room") return sentence("promises/room", { ...values, room: cause.room });
  if (cause.kind !== "partners") return sentence(`promises/${cause.kind}`, values);
  if (people === 1) return sentence("promises/partner", values);
  if (cause.scarce === 0) return sentence("promises/pairs", values);
  const { scarce, free, others, locked } = cause;
  return sentence("promises/partners", { ...values, scarce, free, others: others || "", locked: locked || "" });
}

function namesOf(spec: EventSpec, ids: readonly string[]): string {
  const shown = ids.slice(0, NAMED);
  const names = new Map(spec.participants.map(({ id, name }) => [id, name]));
  const text = shown.map((id) => {
    const name = names.get(id);
    return name === undefined || name === id ? clip(id, 24) : `${clip(name, 26)} [${clip(id, 14)}]`;
  });
  return text.join(", ") + (ids.length > NAMED ? ` … (+${ids.length - NAMED})` : "");
}
