// Takes files that are dropped anywhere on the Event workspace.

import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { words } from "../../i18n/index.js";
import { readFiles } from "../../state/importing.js";
import { droppedFiles } from "./files.js";

export function DropZone({ children }: { children: ComponentChildren }): JSX.Element {
  const over = useSignal(false);
  const holdsFiles = (drag: DragEvent): boolean => drag.dataTransfer?.types.includes("Files") ?? false;
  return (
    <div
      class="dropzone"
      onDragOver={(drag) => {
        if (!holdsFiles(drag)) return;
        drag.preventDefault();
        over.value = true;
      }}
      onDragLeave={(drag) => {
        if (drag.relatedTarget === null || !drag.currentTarget.contains(drag.relatedTarget as Node)) over.value = false;
      }}
      onDrop={(drop) => {
        if (!holdsFiles(drop)) return;
        drop.preventDefault();
        over.value = false;
        void droppedFiles(drop.dataTransfer!).then(readFiles);
      }}
    >
      {children}
      {over.value && <p class="dropnow">{words.value.imports.dropNow}</p>}
    </div>
  );
}
