// One run: a press on its name puts it on the page; what else can be done with it is behind "More".

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import type { RunView } from "../../runs-views.js";
import { compare } from "../../state/compare.js";
import { running } from "../../state/run.js";
import { openRuns, publish, published, remove, rename, resume, runs, runTold, show } from "../../state/runs.js";
import { narrow } from "../../state/screen.js";
import { NameField } from "../keep/NameField.js";
import { endOf, madeBy, nameOf, qualityOf, whenOf } from "./describe.js";

export function RunRow({ run, current }: { run: RunView; current: boolean }): JSX.Element {
  const t = words.value.runs;
  const part = useSignal<"none" | "actions" | "name" | "publish">("none");
  const name = nameOf(run);
  const { shown } = runs.value;
  const facts = [
    madeBy(run),
    run.name === "" ? "" : whenOf(run.at),
    endOf(run),
    qualityOf(run),
    run.published ? t.version(run.published.version) : "",
    current ? t.onPage : "",
    run.current ? "" : t.eventChanged,
    run.stored || run.status === "running" ? "" : t.notStored,
  ];
  const action = (label: string, press: () => void, able = true): JSX.Element => (
    <button
      type="button"
      class="btn sm"
      aria-disabled={!able}
      onClick={() => {
        if (!able) return;
        part.value = "none";
        press();
      }}
    >
      {label}
    </button>
  );
  return (
    <li aria-current={current ? "true" : undefined} data-run={run.id}>
      <div class="evline">
        <button
          type="button"
          class="link any grow"
          dir="auto"
          title={t.show(name)}
          onClick={() => void show(run.id).then(afterShowing)}
        >
          {name}
        </button>
        <span class={`n${run.current ? " b" : " m"}`}>{t.score(run.score)}</span>
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
      <p class={`about any${run.findings > 0 ? " breach" : ""}`} dir="auto">
        {facts.filter((fact) => fact !== "").join(" · ")}
      </p>
      {part.value === "actions" && (
        <div class="evacts">
          <button type="button" class="btn sm" onClick={() => (part.value = "name")}>
            {t.rename}
          </button>
          {action(t.resume, () => void resume(run.id), !running.value)}
          {!current && shown !== null && action(t.compareThis, () => compare(run.id, shown))}
          {run.published === null && run.status !== "running" && (
            <button type="button" class="btn sm" onClick={() => (part.value = "publish")}>
              {t.publish}
            </button>
          )}
          {run.published === null && run.status !== "running" && action(t.remove, () => void remove(run))}
        </div>
      )}
      {part.value === "name" && (
        <NameField
          label={t.newName}
          action={t.renamed}
          most={80}
          value={run.name}
          onNamed={(given) => {
            part.value = "none";
            void rename(run.id, given);
          }}
          onCancel={() => (part.value = "none")}
        />
      )}
      {part.value === "publish" && <PublishField run={run} onDone={() => (part.value = "none")} />}
    </li>
  );
}

/** On a phone the panel hides what was just put on the page. */
function afterShowing(): void {
  if (narrow.peek() && runTold.peek() === null) openRuns(null);
}

/** Publishes the run, with a note or without. */
function PublishField({ run, onDone }: { run: RunView; onDone: () => void }): JSX.Element {
  const t = words.value.runs;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const version = (published.value[0]?.published!.version ?? 0) + 1;
  const take = (): void => {
    onDone();
    void publish(run.id, field.current?.value ?? "");
  };
  return (
    <div class="evacts">
      <input
        class="fld s text grow"
        ref={field}
        aria-label={t.note}
        placeholder={t.note}
        maxLength={400}
        onKeyDown={(key) => {
          if (key.key === "Enter") take();
          if (key.key !== "Escape") return;
          key.preventDefault();
          onDone();
        }}
      />
      <button type="button" class="btn sm pri" onClick={take}>
        {t.publishNow(version)}
      </button>
      <button type="button" class="btn txt sm" onClick={onDone}>
        {t.cancel}
      </button>
    </div>
  );
}
