// One line once an import is done: how many rows came in.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { importTold } from "../../state/importing.js";

export function ImportTold(): JSX.Element {
  const told = importTold.value;
  return (
    <span class="r" role="status">
      {told?.status === "done" && words.value.imports.done(told.rows)}
    </span>
  );
}
