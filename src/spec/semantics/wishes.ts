// Each wish by itself and against the others. Called by index.ts.

import type { Report } from "../report.js";
import type { Book } from "./book.js";

export function checkWishes(book: Book, report: Report): void {
  const { spec, participants, organisations, span } = book;
  const levels = spec.rules.points.length;
  const seen = new Map<number, number>();
  const told = new Set<string>();
  spec.wishes.forEach((wish, i) => {
    const { from, to, priority, veto } = wish;
    if (priority === undefined && !veto) report.error("wish-without-kind", ["wishes", i], { from, to });
    if (priority !== undefined && veto) report.error("wish-with-both", ["wishes", i], { from, to });
    if (priority !== undefined && priority > levels) {
      report.error("priority-too-low", ["wishes", i, "priority"], { priority, limit: levels });
    }
    const who = participants.get(from);
    const whom = book.target(to);
    if (who === undefined) {
      report.unknown("unknown-id/participant", ["wishes", i, "from"], from, participants.keys(), participants.size);
    }
    if (whom < 0) {
      const known = both(participants.keys(), organisations.keys());
      report.unknown("unknown-id/target", ["wishes", i, "to"], to, known, participants.size + organisations.size);
    }
    if (who === undefined || whom < 0) return;
    if (who === whom) report.error("wish-to-self", ["wishes", i, "to"], { id: from });
    else if (book.organisationOf[who] === whom) {
      report.error("wish-to-own-organisation", ["wishes", i, "to"], { id: from, organisation: to });
    }
    const key = who * span + whom;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, i);
    else report.error("duplicate-wish", ["wishes", i], { from, to, first: first + 1 });
    if (whom < spec.participants.length && isMixedUp(book, whom, to) && !told.has(to)) {
      told.add(to);
      report.warning("ambiguous-id/organisation", ["wishes", i, "to"], { id: to });
    }
  });
}

/** True when a participant's id is also the name of an organisation in which there are others. */
function isMixedUp(book: Book, participant: number, id: string): boolean {
  const organisation = book.organisations.get(id);
  if (organisation === undefined) return false;
  return book.members[organisation - book.spec.participants.length]!.some((member) => member !== participant);
}

function* both(a: Iterable<string>, b: Iterable<string>): Iterable<string> {
  yield* a;
  yield* b;
}
