// Entry of the Node worker thread: a service on the parent's port. Started by node.ts; holds no logic. Node only.

import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { VARIANTS } from "../solver/variants.js";
import { serve } from "./serve.js";

serve(nodeEndpoint(parentPort!), { variants: VARIANTS });
