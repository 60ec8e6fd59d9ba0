// Loads the tour when it is started: who never takes it never loads it.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { endTour, touring } from "../../state/tour.js";

export function TourHost(): JSX.Element | null {
  return touring.value ? <Loaded /> : null;
}

function Loaded(): JSX.Element | null {
  const tour = useSignal<(() => JSX.Element) | null>(null);
  useEffect(() => {
    let gone = false;
    // What could not be loaded is over, and still offered.
    import("./Tour.js").then(({ Tour }) => gone || (tour.value = Tour), endTour);
    return () => (gone = true);
  }, []);
  const Tour = tour.value;
  return Tour && <Tour />;
}
