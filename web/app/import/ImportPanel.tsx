// The panel of an import: what the files are, what each column becomes, what is wrong line by line, what would change.
// Nothing is in the event before the button at its foot is pressed, and that can be undone.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import type { ImportView } from "../../import-views.js";
import {
  closeImport,
  importInto,
  importReading,
  importTold,
  importView,
  pasting,
  takeImport,
} from "../../state/importing.js";
import { locale } from "../../state/prefs.js";
import { Later } from "../Later.js";
import { SeverityMark } from "../marks.js";
import { Changes } from "./Changes.js";
import { ImportStart } from "./ImportStart.js";
import { ProblemList } from "./ProblemList.js";
import { SheetMapping } from "./SheetMapping.js";

export function ImportPanel(): JSX.Element | null {
  const t = words.value.imports;
  const view = importView.value;
  const reading = importReading.value;
  const told = importTold.value;
  const title = useRef<HTMLHeadingElement>(null);
  const stage = view ? "found" : reading !== null ? "reading" : pasting.value ? "start" : told ? "told" : "none";
  // What was pressed to come here may be gone; whoever works elsewhere on the page stays there.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, [stage]);
  if (stage === "none") return null;
  return (
    <aside class="imp" aria-label={t.panel}>
      <div class="impbody">
        <h2 class="imptitle any" dir="auto" tabIndex={-1} ref={title}>
          {view ? (view.of === "" ? t.pasted : t.title(view.of)) : t.title("")}
        </h2>
        {reading !== null && (
          <p class="m" role="status">
            {t.reading(reading)}
          </p>
        )}
        {told && (
          <p class="wrong" role="alert">
            {told.status === "failed" ? t.failed(told.why) : t[told.status]}
          </p>
        )}
        {!view && pasting.value && <ImportStart />}
        {view && <Found view={view} />}
      </div>
      <div class="impfoot">
        {view && <Take view={view} />}
        <button type="button" class="btn" onClick={close}>
          {t.close}
        </button>
        {view && <Terms view={view} />}
      </div>
    </aside>
  );
}

/** Closes it; the focus returns to where an import of this table begins. */
function close(): void {
  closeImport();
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".flt .tablefiles")?.focus());
}

function Take({ view }: { view: ImportView }): JSX.Element {
  const t = words.value.imports;
  const able = view.changes || view.into === "file";
  return (
    <button type="button" class="btn pri" aria-disabled={!able} onClick={() => able && void takeImport()}>
      {view.alone ? t.takeEvent : t.take(view.preview.ready)}
    </button>
  );
}

/** What the button beside it leaves out, and that it can be taken back. */
function Terms({ view }: { view: ImportView }): JSX.Element {
  const t = words.value.imports;
  const aside = view.changes && view.preview.bad > 0;
  const terms = [aside ? t.aside : "", view.into === "this" ? t.undoable : ""];
  return <span class="lab">{terms.filter((term) => term !== "").join(" · ")}</span>;
}

function Found({ view }: { view: ImportView }): JSX.Element {
  const t = words.value.imports;
  const { ready, bad, notes } = view.preview;
  return (
    <>
      {view.files.length > 0 && (
        <ul class="wl">
          {view.files.map(({ file, severity, text }, i) => (
            <li key={i}>
              <SeverityMark severity={severity} />
              <div>
                {file !== "" && (
                  <p class="any">
                    <b dir="auto">{file}</b>
                  </p>
                )}
                <p class="any">{text[locale.value]}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {view.intos.length > 1 && (
        <label class="impinto">
          <span class="lab">{t.into}</span>
          <select class="fld" onChange={(change) => importInto(change.currentTarget.value as ImportView["into"])}>
            {view.intos.map((into) => (
              <option key={into} value={into} selected={into === view.into}>
                {into === "this" ? t.intoThis(view.event) : t.intos[into]}
              </option>
            ))}
          </select>
        </label>
      )}
      {view.assumed.map((text, i) => (
        <p key={i} class="m">
          {text[locale.value]}
        </p>
      ))}
      {view.sheets.map((sheet, i) => (
        <Later key={sheet.plan.sheet} frames={i}>
          <SheetMapping sheet={sheet} view={view} alone={view.sheets.length === 1} />
        </Later>
      ))}
      {view.sheets.length > 0 && (
        <>
          <div role="status">
            <h3 class="impready">{ready === 0 && bad === 0 ? t.nothing : t.ready(ready, bad)}</h3>
          </div>
          <Later frames={view.sheets.length}>
            <ProblemList view={view} />
          </Later>
          <Later frames={view.sheets.length + 1}>
            <Changes view={view} />
          </Later>
        </>
      )}
      {view.errors.length > 0 && (
        <>
          <h3 class="h">{t.errors}</h3>
          <ul class="wl">
            {view.errors.map((text, i) => (
              <li key={i}>
                <SeverityMark severity="error" />
                <p class="any">{text[locale.value]}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3 class="h">{t.notes}</h3>
          <ul class="notes">
            {notes.map(({ text }, i) => (
              <li key={i} class="any">
                {text[locale.value]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
