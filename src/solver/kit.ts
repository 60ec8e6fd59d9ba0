// What a variant that somebody brings is handed: it is one file without imports, so all it needs of the library stands here.
// Called by the sandbox of the page (web/sandbox) and by tests.

import * as layout from "../../assembly/layout.js";
import { randomOf } from "./random.js";
import { evaluate } from "./reference.js";
import { isIn } from "./reference/look.js";
import { seatsOf } from "./reference/seats.js";
import type { VariantKit } from "./variant.js";

export const KIT: VariantKit = { layout, evaluate, seats: seatsOf, isIn, random: randomOf };
