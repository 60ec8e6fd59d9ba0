// A fixed seat as an edit of the event's data. Called by owner.ts.

import type { Edit, Text } from "../../../src/index.js";
import { listAt } from "../data.js";

/** The edits that fix the participant to the table at a meal, or (`table` null) take the seat out, with what they are called. */
export function seatEdits(data: unknown, session: string, participant: string, table: string | null): [Edit[], Text] {
  const label: Text =
    table === null
      ? { en: "Unlocking a seat", fr: "Déverrouillage d’une place" }
      : { en: "Locking a seat", fr: "Verrouillage d’une place" };
  const meal = listAt(data, "meals").findIndex((entry) => entry["session"] === session);
  if (meal < 0) return [[], label];
  const seats = listAt(listAt(data, "meals")[meal], "seats");
  const at = seats.findIndex((seat) => seat["participant"] === participant);
  const path = ["meals", meal, "seats"];
  if (table === null) return [at < 0 ? [] : [{ op: "remove", path: [...path, at] }], label];
  if (at >= 0) return [[{ op: "set", path: [...path, at, "table"], value: table }], label];
  return [[{ op: "insert", path, at: seats.length, value: { participant, table } }], label];
}
