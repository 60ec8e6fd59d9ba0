// One of my events: a press on its name opens it; what else can be done with it is behind "More".

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { KeptView } from "../../protocol.js";
import { unsaved } from "../../state/keep.js";
import { narrow } from "../../state/screen.js";
import { download, duplicate, openKept, remove, rename } from "../../state/shelf.js";
import { NameField } from "./NameField.js";

interface Props {
  event: KeptView;
  current: boolean;
  onOpened(): void;
}

export function EventRow({ event, current, onOpened }: Props): JSX.Element {
  const t = words.value.keep;
  const part = useSignal<"none" | "actions" | "name">("none");
  const name = event.name || t.untitled;
  const facts = [
    event.from ? t.dates(event.from, event.to) : t.noDates,
    t.people(event.people),
    t.edited(t.when(event.edited, Date.now())),
    !event.stored && unsaved.value !== null ? t.notStored : "",
  ];
  const action = (label: string, press: () => void): JSX.Element => (
    <button
      type="button"
      class="btn sm"
      onClick={() => {
        part.value = "none";
        press();
      }}
    >
      {label}
    </button>
  );
  return (
    <li aria-current={current ? "true" : undefined}>
      <div class="evline">
        <button
          type="button"
          class="link any grow"
          dir="auto"
          data-event={event.id}
          onClick={() => void openKept(event.id).then(onOpened)}
        >
          {event.city && !event.name.includes(event.city) ? `${name}, ${event.city}` : name}
        </button>
        {!narrow.value && (
          <button
            type="button"
            class="btn txt sm"
            aria-expanded={part.value === "actions"}
            aria-label={t.actions(name)}
            onClick={() => (part.value = part.value === "none" ? "actions" : "none")}
          >
            {t.more}
          </button>
        )}
      </div>
      <p class="about">{facts.filter((fact) => fact !== "").join(" · ")}</p>
      {part.value === "actions" && (
        <div class="evacts">
          <button type="button" class="btn sm" onClick={() => (part.value = "name")}>
            {t.rename}
          </button>
          {action(t.duplicate, () => void duplicate(event.id, t.copyOf(name)))}
          {!current && action(t.whole, () => void download("whole", event.id))}
          {action(t.remove, () => void remove({ ...event, name }))}
        </div>
      )}
      {part.value === "name" && (
        <NameField
          label={t.newName}
          action={t.ok}
          most={120}
          value={event.name}
          onNamed={(given) => {
            part.value = "none";
            void rename(event.id, given);
          }}
          onCancel={() => (part.value = "none")}
        />
      )}
    </li>
  );
}
