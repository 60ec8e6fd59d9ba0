// Fixed seats as edits of the event's data. Called by desk.ts.

import type { Edit, Text } from "../../../src/index.js";
import { listAt } from "../data.js";

/**
 * The edits that fix participants to a table at a meal, or (`table` null) take their seats out, in the order in which they
 * are made, with what they are called.
 */
export function seatEdits(
  data: unknown,
  session: string,
  participants: readonly string[],
  table: string | null,
): [Edit[], Text] {
  const label = labelOf(participants.length > 1, table === null);
  const meal = listAt(data, "meals").findIndex((entry) => entry["session"] === session);
  if (meal < 0) return [[], label];
  const seats = listAt(listAt(data, "meals")[meal], "seats");
  const path = ["meals", meal, "seats"];
  const places = participants.map((participant) => seats.findIndex((seat) => seat["participant"] === participant));
  if (table === null) {
    // From the end, so that those before stay where they are.
    const there = places.filter((at) => at >= 0).sort((a, b) => b - a);
    return [there.map((at): Edit => ({ op: "remove", path: [...path, at] })), label];
  }
  let end = seats.length;
  const edits = participants.map((participant, i): Edit => {
    const at = places[i]!;
    if (at >= 0) return { op: "set", path: [...path, at, "table"], value: table };
    return { op: "insert", path, at: end++, value: { participant, table } };
  });
  return [edits, label];
}

function labelOf(several: boolean, out: boolean): Text {
  if (several)
    return out
      ? { en: "Unlocking a table", fr: "Déverrouillage d’une table" }
      : { en: "Locking a table", fr: "Verrouillage d’une table" };
  return out
    ? { en: "Unlocking a seat", fr: "Déverrouillage d’une place" }
    : { en: "Locking a seat", fr: "Verrouillage d’une place" };
}
