// The line of the panel that says how the last thing went, with what takes it back.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { restore, told } from "../../state/shelf.js";

export function ToldLine(): JSX.Element {
  const t = words.value.keep;
  const said = told.value;
  return (
    <div role="status" class="toldline">
      {said?.kind === "deleted" && (
        <p>
          <span class="any grow" dir="auto">
            {t.removed(said.name)}
          </span>
          <button type="button" class="btn sm" onClick={() => void restore(said.id)}>
            {t.undo}
          </button>
        </p>
      )}
      {said?.kind === "not" && <p class="bad">{t.answer(said.answer)}</p>}
      {said?.kind === "returned" && <p>{t.returned(t.when(said.at, Date.now()))}</p>}
      {said?.kind === "copied" && <p>{t.copied(said.length)}</p>}
      {said?.kind === "long" && <p class="bad">{t.tooLong(said.length, said.most)}</p>}
      {said?.kind === "broken" && <p class="bad">{t.linkBroken}</p>}
      {said?.kind === "link" && (
        <p>
          <input
            class="fld s text grow"
            readOnly
            aria-label={t.link}
            value={said.link}
            ref={(field) => field?.select()}
          />
        </p>
      )}
    </div>
  );
}
