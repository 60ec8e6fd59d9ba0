// Loads the Lab when it is opened: who never measures variants never loads it.

import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { words } from "../../i18n/index.js";

const screen = signal<(() => JSX.Element) | null>(null);

export function LabHost(): JSX.Element {
  useEffect(() => {
    // What could not be loaded is asked for again the next time.
    if (!screen.peek())
      void import("./LabScreen.js").then((lab) => (screen.value = lab.LabScreen)).catch(() => undefined);
  }, []);
  const Screen = screen.value;
  return Screen ? <Screen /> : <main class="work" aria-busy="true" aria-label={words.value.lab} />;
}
