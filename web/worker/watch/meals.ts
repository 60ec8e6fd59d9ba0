// Seated meals with fewer seats than people who eat, and the tables that would do.

import { say, type Finding } from "./finding.js";
import type { Scene } from "./scene.js";

/** One finding per meal that is too small. */
export function mealFindings(scene: Scene): Finding[] {
  const { facts, spec } = scene.known;
  const seen = new Set<string>();
  return spec.meals.flatMap((meal, m): Finding[] => {
    const known = facts.meals[facts.mealIndex.get(meal.session) ?? -1];
    if (!known || seen.has(meal.session)) return [];
    seen.add(meal.session);
    const eaters = known.eats.reduce((sum, eats) => sum + eats, 0);
    const seats = meal.tables.reduce((sum, table) => sum + table.seats, 0);
    const missing = eaters - seats;
    if (missing <= 0) return [];
    const { date, label } = sessionOf(scene, known.session);
    const usual = usualOf(meal.tables.map((table) => table.seats));
    const count = Math.ceil(missing / usual);
    const ids = freshIds(
      meal.tables.map(({ id }) => id),
      count,
    );
    const path = ["meals", scene.at("meals", m), "tables"];
    return [
      {
        key: `meal/${meal.session}`,
        severity: "warning",
        weight: missing,
        title: say((w, locale) => w.meal.title(label, date, missing, locale)),
        text: say((w) => w.meal.text(eaters, seats, meal.tables.length)),
        cures: [
          {
            label: say((w) => w.meal.add(count, usual)),
            edits: () => ids.map((id) => ({ op: "insert", path, at: meal.tables.length, value: { id, seats: usual } })),
          },
          { label: say((w) => w.openSpec), at: ["meals", scene.at("meals", m)] },
        ],
      },
    ];
  });
}

function sessionOf({ known }: Scene, index: number): { date: string; label: string } {
  const { id, date } = known.facts.calendar.sessions[index]!;
  for (const day of known.spec.calendar)
    for (const session of day.sessions) if (session.id === id) return { date, label: session.label ?? "" };
  return { date, label: "" };
}

/** The size that most tables have, the larger of two; 8 where there is none. */
function usualOf(sizes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  let best = 8;
  let most = 0;
  for (const [size, count] of counts) if (count > most || (count === most && size > best)) [best, most] = [size, count];
  return best;
}

/** Ids that go on as the last ones do: T9, T10 gives T11. */
export function freshIds(ids: readonly string[], count: number): string[] {
  const taken = new Set(ids);
  const [, stem = "table-", digits = "0"] = /^(.*?)(\d{1,9})$/.exec(ids.at(-1) ?? "") ?? [];
  const fresh: string[] = [];
  for (let number = Number(digits) + 1; fresh.length < count; number++) {
    const id = `${stem}${String(number).padStart(digits === "0" ? 1 : digits.length, "0")}`;
    if (!taken.has(id)) fresh.push(id);
  }
  return fresh;
}
