// Connects the signals to the worker, the address and the preferences, and opens the first event. Called once by main.

import { followAgenda } from "./agenda-history.js";
import { ask, listen } from "./bridge.js";
import { followUndo, hearText } from "./edits.js";
import { event, openFirst, cores } from "./event.js";
import { followLunches } from "./lunches.js";
import { followPerson } from "./person.js";
import { followPreferences } from "./prefs.js";
import { followAddress } from "./route.js";
import { followPromises } from "./promises.js";
import { followRows } from "./rows.js";
import { followCalendar } from "./calendar.js";
import { followRules } from "./rules.js";
import { followEvents, hear, settings } from "./run.js";
import { followSeatMoves } from "./seat-move.js";

/** Starts everything that follows something else. */
export function start(): void {
  followPreferences();
  followAddress();
  followAgenda();
  listen({ event: (view) => (event.value = view), text: hearText, run: hear });
  followEvents();
  followUndo();
  followRows();
  followPerson();
  followLunches();
  followSeatMoves();
  followPromises();
  followCalendar();
  followRules();
  void openFirst()
    .then(() => {
      const workers = Math.max(1, Math.min(4, cores.value - 1));
      settings.value = { ...settings.value, workers };
      return ask((api) => api.warm(workers));
    })
    .catch(() => undefined);
}
