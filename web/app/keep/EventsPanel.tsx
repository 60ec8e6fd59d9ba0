// The panel of events: my own, this one's versions, samples, deleted ones. It stands beside the page, which stays usable;
// Escape closes it. On a phone it takes the screen, for opening events.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { event, openSample, samples } from "../../state/event.js";
import { openFiles } from "../../state/importing.js";
import { filesOf } from "../import/files.js";
import { SidePanel } from "../SidePanel.js";
import { TourButton } from "../TourButton.js";
import { kept } from "../../state/keep.js";
import { locale } from "../../state/prefs.js";
import { narrow } from "../../state/screen.js";
import { create, openPanel, panelOpen, shelf, told } from "../../state/shelf.js";
import { Bin } from "./Bin.js";
import { EventRow } from "./EventRow.js";
import { ThisEvent } from "./ThisEvent.js";
import { ToldLine } from "./ToldLine.js";

export function EventsPanel(): JSX.Element | null {
  return panelOpen.value ? <Open /> : null;
}

/** On a phone the panel hides what was just opened. */
function afterOpening(): void {
  if (narrow.peek()) openPanel(false);
}

function Open(): JSX.Element {
  const t = words.value.keep;
  const { events } = shelf.value;
  const source = event.value?.source;
  const sample = kept.value.id === null && source && "sample" in source ? source.sample : null;
  return (
    <SidePanel id="events" title={t.events} closeWord={t.close} onClose={() => openPanel(false)} told={told.value}>
      <ToldLine />
      <div class="evacts first">
        {!narrow.value && (
          <button type="button" class="btn sm" onClick={() => void create()}>
            {t.create}
          </button>
        )}
        <label class="btn sm filebtn">
          {t.openFile}
          <input
            type="file"
            multiple
            accept=".json,.jsonc,.txt,.zip,.csv,.tsv,.tab,.xlsx,.xlsm,application/json,application/zip"
            onChange={(change) => {
              const files = filesOf(change.currentTarget.files);
              if (files.length > 0) void openFiles(files).then(afterOpening);
              change.currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <section>
        {events.length === 0 && <p class="note">{t.none}</p>}
        <ul>
          {events.map((entry) => (
            <EventRow key={entry.id} event={entry} current={entry.id === kept.value.id} onOpened={afterOpening} />
          ))}
        </ul>
      </section>
      {!narrow.value && <ThisEvent />}
      <section>
        <div class="evline">
          <h3 class="grow">{t.samples}</h3>
          <TourButton />
        </div>
        <ul>
          {samples.value.map(({ id, title: text }) => (
            <li key={id} aria-current={id === sample ? "true" : undefined}>
              <button
                type="button"
                class="link"
                data-sample={id}
                onClick={() => void openSample(id).then(afterOpening)}
              >
                {text[locale.value]}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Bin />
      {narrow.value && <p class="note end">{t.readOnly}</p>}
    </SidePanel>
  );
}
