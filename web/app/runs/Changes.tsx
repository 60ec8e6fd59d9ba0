// The people to tell of a published version, with what changed for each; to be copied or saved.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { TellRow } from "../../runs-views.js";
import { openPerson } from "../../state/person.js";
import { published } from "../../state/runs.js";
import { copied, copyTell, openTell, saveTell, tellRows, tellView } from "../../state/tell.js";
import { momentText } from "./CompareLines.js";
import { whenOf } from "./describe.js";
import { WindowedList } from "./WindowedList.js";

export function Changes(): JSX.Element {
  const t = words.value.runs;
  const view = tellView.value;
  if (!view)
    return (
      <div class="empty">
        <p>{published.value.length === 0 ? t.tellEmpty : t.comparing}</p>
      </div>
    );
  const { version, before, people, changes } = view;
  const say =
    before === null
      ? t.tellFirst(version)
      : people === 0
        ? t.tellNobody(version, before.version)
        : t.tellSay(people, version, before.version);
  return (
    <div class="body cmp">
      <div class="telltop">
        <p class="say" role="status">
          {say}
        </p>
        {changes > 0 && <p class="m">{t.tellNote(changes)}</p>}
        <div class="evacts">
          <select
            class="fld"
            aria-label={t.versions}
            onChange={(change) => openTell(Number(change.currentTarget.value))}
          >
            {published.value.map((run) => (
              <option key={run.id} value={run.published!.version} selected={run.published!.version === version}>
                {`${t.version(run.published!.version)}, ${whenOf(run.published!.at)}`}
              </option>
            ))}
          </select>
          {changes > 0 && (
            <>
              <button type="button" class="btn" onClick={() => void copyTell().catch(() => undefined)}>
                {t.copy}
              </button>
              <button type="button" class="btn" onClick={() => void saveTell().catch(() => undefined)}>
                {t.csv}
              </button>
            </>
          )}
          {copied.value !== null && (
            <span class="m" role="status">
              {t.copied(copied.value)}
            </span>
          )}
        </div>
      </div>
      {changes > 0 && (
        <section class="cmpone">
          <div class="tline head">
            <span>{t.person}</span>
            <span>{t.change}</span>
            <span>{t.what}</span>
            <span>{t.before}</span>
            <span>{t.now}</span>
          </div>
          <WindowedList label={t.tellTitle} rows={tellRows} empty={t.noPeople} draw={(row) => <Line row={row} />} />
        </section>
      )}
    </div>
  );
}

function Line({ row }: { row: TellRow }): JSX.Element {
  const t = words.value.runs;
  const { id, name, organisation, first, kind, what, before, after } = row;
  const table = kind === "table";
  const at = (one: TellRow["before"]): string => {
    if (!one) return "";
    return table ? `${format.value.shortDay(one.date)}, ${t.kinds.table} ${one.place}` : momentText(one);
  };
  return (
    <div class={`tline${first ? " first" : ""}`}>
      <span>
        {first && (
          <>
            <button type="button" class="link" dir="auto" onClick={() => openPerson(id)}>
              {name}
            </button>{" "}
            <span class="m" dir="auto">
              {organisation}
            </span>
          </>
        )}
      </span>
      <span>{t.kinds[kind]}</span>
      <span dir="auto">{what.name}</span>
      <span class="m">{at(before)}</span>
      <span>{at(after)}</span>
    </div>
  );
}
