// Puts the page into the document and starts what follows signals. Called once by main.tsx.

import { render } from "preact";
import { start } from "../state/start.js";
import { App } from "./App.js";

/** Renders the playground into an element. */
export function mount(root: HTMLElement): void {
  start();
  render(<App />, root);
}
