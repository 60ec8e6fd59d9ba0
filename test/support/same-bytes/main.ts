// A page without a screen: hands the engine of Web Workers to test/browser/same-bytes.test.ts, which builds and opens it.

import { createBrowserEngine } from "../../../src/host/browser.js";
import { solveToText } from "./solve.js";
import type { Order } from "./solve.js";

declare global {
  interface Window {
    solveInWorkers(order: Order): Promise<string>;
  }
}

const engine = createBrowserEngine();
window.solveInWorkers = (order) => solveToText(engine, order);
