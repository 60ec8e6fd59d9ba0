// A schedule from outside: where it is pasted or chosen, and what the judge says of it. What was read is on the page as a run
// of its own; here stand the sentence, the score and the rows that could not be read.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { AuditView } from "../../runs-views.js";
import { audit, auditFailed, auditFiles, auditReading, auditText } from "../../state/audit.js";
import { locale } from "../../state/prefs.js";
import { place } from "../../state/route.js";
import { running } from "../../state/run.js";
import { filesOf } from "../import/files.js";
import { SeverityMark } from "../marks.js";

export function AuditPart(): JSX.Element {
  const t = words.value.runs;
  const text = useSignal("");
  const able = !running.value && !auditReading.value;
  return (
    <>
      <section>
        <p class="m">{t.auditIntro}</p>
        <div class="evacts">
          <label class="btn sm filebtn">
            {t.choose}
            <input
              type="file"
              multiple
              disabled={!able}
              accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.json,.zip"
              onChange={(change) => {
                const files = filesOf(change.currentTarget.files);
                if (files.length > 0) void auditFiles(files);
                change.currentTarget.value = "";
              }}
            />
          </label>
        </div>
        <label class="pastebox">
          <span class="lab">{t.paste}</span>
          <textarea
            rows={5}
            spellcheck={false}
            value={text.value}
            onInput={(input) => (text.value = input.currentTarget.value)}
          />
        </label>
        <div class="evacts">
          <button
            type="button"
            class="btn sm pri"
            aria-disabled={!able || text.value.trim() === ""}
            onClick={() => able && text.value.trim() !== "" && void auditText(text.value)}
          >
            {t.read}
          </button>
          {running.value && <span class="m">{t.answer("busy")}</span>}
        </div>
      </section>
      <section role="status" class="audited">
        {auditReading.value && <p class="m">{t.reading}</p>}
        {auditFailed.value !== null && <p class="wrong any">{t.failed(auditFailed.value)}</p>}
        {audit.value && <Result view={audit.value} />}
      </section>
    </>
  );
}

function Result({ view }: { view: AuditView }): JSX.Element {
  const t = words.value.runs;
  const { run, bound, looking, problems } = view;
  const broken = (run?.findings ?? 0) > 0;
  return (
    <>
      <p class={`verdict${broken ? " bad" : ""}`}>{run ? t.auditSay(run.findings) : t.auditNothing}</p>
      {run && <p>{t.auditRead(view.meetings, view.rows, view.bad, view.seats)}</p>}
      {run && (
        <p>
          {t.auditScore(run.score)} {distance(run.score, broken, bound, looking)}
        </p>
      )}
      {view.notes.map((note, i) => (
        <p key={i} class="m">
          {note[locale.value]}
        </p>
      ))}
      {broken && (
        <div class="evacts">
          <button type="button" class="btn sm" onClick={() => (place.value = "schedule/findings")}>
            {t.auditFindings}
          </button>
        </div>
      )}
      {problems.length > 0 && (
        <>
          <h3>{t.auditProblems}</h3>
          <ul class="wl">
            {problems.map(({ file, line, letter, text }, i) => (
              <li key={i}>
                <SeverityMark severity="error" />
                <div class="any">
                  <b dir="auto">{t.at(file, line, letter)}</b>
                  <p dir="auto">{text[locale.value]}</p>
                </div>
              </li>
            ))}
          </ul>
          {view.unlisted > 0 && <p class="m">{t.auditMore(view.unlisted)}</p>}
        </>
      )}
    </>
  );
}

/** How far from the best possible, as far as that can be said. */
function distance(score: number, broken: boolean, bound: number | null, looking: boolean): string {
  const t = words.value.runs;
  if (bound === null) return looking ? t.auditLooking : t.auditNoBound;
  return `${t.auditBound(bound)} ${broken ? t.auditBroken : t.auditFar(bound - score)}`;
}
