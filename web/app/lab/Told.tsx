// What became of the last copy, beside the buttons that made it.

import type { JSX } from "preact";
import { copied, type LabCopy } from "../../state/lab.js";
import { labWords } from "./words.js";

export function Told({ of }: { of: readonly LabCopy[] }): JSX.Element {
  const t = labWords.value;
  const told = copied.value;
  return (
    <p class="labo-told" role="status">
      {told && of.includes(told.what) && (told.how === "copied" ? t.copied[told.what] : t[told.how])}
    </p>
  );
}
