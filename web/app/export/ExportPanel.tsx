// The panel of exports: the schedule on the page as files, for participants and for the organiser. It stands beside the page,
// which stays usable while a file is made; Escape closes it.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { ExportFormat, ExportKind, ExportPaper, ExportView } from "../../export-views.js";
import {
  exportLocale,
  exportOpen,
  exportTold,
  exportView,
  forced,
  making,
  makeFile,
  openExports,
  paper,
  setExportLocale,
  stopMaking,
  type ExportTold,
  type Wanted,
} from "../../state/exporting.js";
import { locale } from "../../state/prefs.js";
import { SidePanel } from "../SidePanel.js";

const KINDS: readonly ExportKind[] = ["agendas", "stands", "tables", "runners"];
const PAPERS: readonly ExportPaper[] = ["a4", "a6"];

export function ExportPanel(): JSX.Element | null {
  return exportOpen.value ? <Open /> : null;
}

function Open(): JSX.Element {
  const t = words.value.export;
  return (
    <SidePanel
      id="exports"
      title={t.title}
      closeWord={t.close}
      onClose={() => openExports(false)}
      told={exportTold.value}
    >
      <Told />
      {exportView.value && <Choices view={exportView.value} />}
    </SidePanel>
  );
}

function Choices({ view }: { view: ExportView }): JSX.Element {
  const t = words.value.export;
  const counts = { agendas: view.people, stands: view.stands, tables: view.tables, runners: view.slots };
  const barred = view.findings > 0 && !forced.value;
  const able = view.schedule && !barred;
  return (
    <>
      <section>
        <p>{view.schedule ? t.what(view.version) : t.none}</p>
        {view.findings > 0 ? (
          <>
            <p class="wrong">{t.broken(view.findings)}</p>
            <label class="check">
              <input
                type="checkbox"
                checked={forced.value}
                onChange={(change) => (forced.value = change.currentTarget.checked)}
              />{" "}
              {t.force}
            </label>
          </>
        ) : (
          <p class="note">{t.checked}</p>
        )}
        <div class="evacts">
          <label class="lab" for="export-locale">
            {t.language}
          </label>
          <select
            id="export-locale"
            class="fld"
            onChange={(change) => setExportLocale(change.currentTarget.value === "fr" ? "fr" : "en")}
          >
            <option value="fr" lang="fr" selected={exportLocale.value === "fr"}>
              Français
            </option>
            <option value="en" lang="en" selected={exportLocale.value === "en"}>
              English
            </option>
          </select>
          <label class="lab" for="export-paper">
            {t.paper}
          </label>
          <select
            id="export-paper"
            class="fld"
            onChange={(change) => (paper.value = change.currentTarget.value === "a6" ? "a6" : "a4")}
          >
            {PAPERS.map((size) => (
              <option key={size} value={size} selected={size === paper.value}>
                {t.papers[size]}
              </option>
            ))}
          </select>
        </div>
      </section>
      <section>
        <h3>{t.participants}</h3>
        <p class="note">{t.participantsNote}</p>
        <ul>
          {KINDS.map((kind) => {
            const [label, note] = t.printed[kind];
            const some = able && counts[kind] > 0;
            return (
              <Line
                key={kind}
                label={label}
                note={note(counts[kind])}
                able={some}
                kind={kind}
                formats={["pdf", "html"]}
              />
            );
          })}
          <Line label={t.calendars} note={t.calendarsNote(view.since)} able={able} formats={["ics"]} />
        </ul>
      </section>
      <section>
        <h3>{t.organiser}</h3>
        <p class="note">{t.organiserNote}</p>
        <ul>
          <Line label={t.workbook} note={t.workbookNote} able={able} formats={["xlsx"]} />
          <Line label={t.csv} note={t.csvNote} able={able} formats={["csv"]} />
          <Line label={t.json} note={t.jsonNote} able={able} formats={["json"]} />
        </ul>
      </section>
      <section>
        <h3>{t.others}</h3>
        <ul>
          <Line label={t.pseudonym} note={t.pseudonymNote} able formats={["pseudonym"]} />
        </ul>
      </section>
    </>
  );
}

/** What can be saved, with a button for each format of it. */
function Line({
  label,
  note,
  able,
  kind = "agendas",
  formats,
}: {
  label: string;
  note: string;
  able: boolean;
  kind?: ExportKind;
  formats: readonly ExportFormat[];
}): JSX.Element {
  const t = words.value.export;
  return (
    <li class="exportline">
      <div class="grow">
        <b>{label}</b>
        <span class="about">{note}</span>
      </div>
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          class="btn sm"
          aria-label={t.save(label, t.formats[format])}
          aria-disabled={!able || making.value !== null}
          onClick={() => able && making.peek() === null && void makeFile({ format, kind }, nameOf)}
        >
          {t.formats[format]}
        </button>
      ))}
    </li>
  );
}

/** What is being made, with what ends it, or how the last file went. */
function Told(): JSX.Element {
  const t = words.value.export;
  const said = exportTold.value;
  return (
    <div role="status" class="toldline">
      {making.value && (
        <p>
          <span class="grow">{t.making(labelOf(making.value), t.formats[making.value.format])}</span>
          <button type="button" class="btn sm" onClick={stopMaking}>
            {t.stop}
          </button>
        </p>
      )}
      {said && said.status === "done" && <Saved said={said} />}
      {said && said.status !== "done" && <p class={said.status === "stopped" ? "" : "bad"}>{t.answer(said)}</p>}
    </div>
  );
}

function Saved({ said }: { said: Extract<ExportTold, { status: "done" }> }): JSX.Element {
  const t = words.value.export;
  return (
    <>
      <p>
        <span class="any">
          {t.saved(said.name, said.size)} {said.confidential && t.confidential}
        </span>
      </p>
      {said.warnings.map((text, i) => (
        <p key={i} class="any" dir="auto">
          {text[locale.value]}
        </p>
      ))}
    </>
  );
}

function labelOf({ format, kind }: Wanted): string {
  const t = words.value.export;
  const others = { ics: t.calendars, xlsx: t.workbook, csv: t.csv, json: t.json, pseudonym: t.pseudonym };
  return format === "pdf" || format === "html" ? t.printed[kind][0] : others[format];
}

function nameOf({ format, kind }: Wanted): string {
  const { files } = words.value.export;
  return format === "pdf" || format === "html" ? files[kind] : files[format];
}
