// Connects the signals to the worker, the address and the preferences, and opens the first event. Called once by main.

import { followAgenda } from "./agenda-history.js";
import { followAudit } from "./audit.js";
import { ask, listen } from "./bridge.js";
import { followCompare } from "./compare.js";
import { followUndo, hearText } from "./edits.js";
import { cores, hearEvent, openFirst } from "./event.js";
import { followExports } from "./exporting.js";
import { followHand } from "./hand.js";
import { followImport } from "./importing.js";
import { followKeep, hearKept } from "./keep.js";
import { followOffline } from "./offline.js";
import { followLunches } from "./lunches.js";
import { followPerson } from "./person.js";
import { followPlaces } from "./places.js";
import { followPreferences } from "./prefs.js";
import { followAddress } from "./route.js";
import { followPromises } from "./promises.js";
import { followRows } from "./rows.js";
import { followCalendar } from "./calendar.js";
import { followRules } from "./rules.js";
import { followEvents, hear, settings } from "./run.js";
import { followRuns, hearRuns } from "./runs.js";
import { followSummary } from "./summary.js";
import { followSeatMoves } from "./seat-move.js";
import { followShelf } from "./shelf.js";
import { followTell } from "./tell.js";
import { followWishes, takeWish } from "./wish.js";
import { followWatch } from "./watch.js";

/** Milliseconds after the first event until the solver is warmed up: what people do first with the page comes first. */
const WARM = 3000;

/** Starts everything that follows something else. */
export function start(): void {
  const wish = takeWish();
  followPreferences();
  followWishes();
  followAddress();
  followAgenda();
  listen({ event: hearEvent, text: hearText, run: hear, kept: hearKept, runs: hearRuns });
  followEvents();
  followUndo();
  followImport();
  followRows();
  followPerson();
  followLunches();
  followHand();
  followSummary();
  followPlaces();
  followSeatMoves();
  followPromises();
  followShelf();
  followRuns();
  followExports();
  followCompare();
  followTell();
  followAudit();
  followCalendar();
  followRules();
  followWatch();
  void openFirst(wish)
    .then(() => {
      const workers = Math.max(1, Math.min(4, cores.value - 1));
      settings.value = { ...settings.value, workers };
      followKeep();
      followOffline();
      setTimeout(() => void ask((api) => api.plan.warm(workers)).catch(() => undefined), WARM);
    })
    .catch(() => undefined);
}
