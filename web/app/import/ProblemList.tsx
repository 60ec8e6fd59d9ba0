// The rows of an import that are not taken as they stand, each with its line, its reason and what it could be.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { ImportView, Problem } from "../../import-views.js";
import { answer } from "../../state/importing.js";
import { locale } from "../../state/prefs.js";
import { Later } from "../Later.js";
import { SeverityMark } from "../marks.js";

/** Most problems drawn. */
const MOST = 60;
/** Of these drawn at once. */
const FIRST = 16;

export function ProblemList({ view }: { view: ImportView }): JSX.Element | null {
  const t = words.value.imports;
  const { problems, unlisted } = view.preview;
  const names = new Map(view.sheets.map(({ plan, name, file }) => [plan.sheet, name === "" ? file : name]));
  const several = view.sheets.length > 1;
  const more = unlisted + Math.max(0, problems.length - MOST);
  const questions = problems.some(({ kind }) => kind === "question");
  const line = (problem: Problem, i: number): JSX.Element => (
    <li key={i}>
      <SeverityMark severity={problem.kind === "error" ? "error" : "warning"} />
      <div class="grow">
        <p class="any">
          <b>{t.line(problem.line, problem.title || problem.letter)}</b>
          {several && <span class="lab"> {names.get(problem.sheet)}</span>}
        </p>
        <p class="any" dir="auto">
          {problem.reason[locale.value]}
        </p>
      </div>
      {problem.proposals.length > 0 && (
        <span class="props">
          {problem.proposals.map(({ label, fix }, k) => (
            <button key={k} type="button" class="btn sm any" onClick={() => answer({ kind: "fix", fix })}>
              {label[locale.value]}
            </button>
          ))}
        </span>
      )}
    </li>
  );
  return (
    <>
      {(questions || view.answers.nearAreNew) && (
        <label class="check">
          <input
            type="checkbox"
            checked={view.answers.nearAreNew}
            onChange={(change) => answer({ kind: "nearAreNew", on: change.currentTarget.checked })}
          />{" "}
          {t.nearAreNew}
        </label>
      )}
      <ul class="wl">
        {problems.slice(0, FIRST).map(line)}
        {problems.length > FIRST && <Later frames={1}>{problems.slice(FIRST, MOST).map(line)}</Later>}
      </ul>
      {more > 0 && <p class="m">{t.unlisted(more)}</p>}
    </>
  );
}
