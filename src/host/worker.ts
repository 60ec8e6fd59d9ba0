// Entry of the Web Worker: a service on the worker's own port. Started by browser.ts; holds no logic.

import { VARIANTS } from "../solver/variants.js";
import { serve } from "./serve.js";

serve(self as unknown as Parameters<typeof serve>[0], { variants: VARIANTS });
