// Changes by hand: what an edit makes of a schedule, what it would bring, and the rule that forbids it. Called by the page's
// worker while somebody drags a meeting, and to do a journal of edits again on another run.

import { boardOf, type Board } from "./moves/board.js";
import { moveFor, withChange, type HandEdit, type Move, type Stuck } from "./moves/move.js";
import { trialsOn, type Trial } from "./moves/trial.js";
import type { Facts } from "./rules/facts.js";
import type { Schedule } from "./schedule.js";

export type { HandEdit, Move, Stuck } from "./moves/move.js";
export type { Trial } from "./moves/trial.js";

/** What would come of an edit: a change that may be made when it breaches nothing. */
export type Tried = (Move & Trial) | { stuck: Stuck };

/** Somebody's hand over a schedule. */
export interface Hand {
  board: Board;
  try(edit: HandEdit): Tried;
  /** The schedule after an edit that was tried; judge it. */
  done(move: Move): Schedule;
}

/** Takes a schedule up; what is asked then is answered in time that follows the people touched. */
export function handOn(facts: Facts, schedule: Schedule): Hand {
  const board = boardOf(facts, schedule);
  const trial = trialsOn(board);
  return {
    board,
    try(edit) {
      const move = moveFor(board, edit);
      return typeof move === "string" ? { stuck: move } : { ...move, ...trial(move.change) };
    },
    done: ({ change }) => withChange(schedule, change),
  };
}
