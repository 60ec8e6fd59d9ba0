// The hard rules in the order in which they are shown. Verify, CLI, screens, report and docs loop over this list.
// To add a rule: one file beside this one, its id in rule.ts, and one line here.

import { availability } from "./availability.js";
import { clash } from "./clash.js";
import { eligible } from "./eligible.js";
import { exclusive } from "./exclusive.js";
import { holes } from "./holes.js";
import { locked } from "./locked.js";
import { maximum } from "./maximum.js";
import { place } from "./place.js";
import { precedence } from "./precedence.js";
import { rest } from "./rest.js";
import type { Rule } from "./rule.js";
import { seating } from "./seating.js";
import { walkable } from "./walkable.js";

/** All hard rules, in the order of RULE_IDS. */
export const RULES: readonly Rule[] = [
  clash,
  availability,
  eligible,
  maximum,
  place,
  walkable,
  holes,
  rest,
  exclusive,
  locked,
  precedence,
  seating,
];
