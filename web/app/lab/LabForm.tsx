// What is measured: suite, variants, events, seeds and budgets; Measure and Stop; how far it is; copies of the results.

import type { ComponentChildren, JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { LabForm as Form } from "../../lab-views.js";
import { event, variants } from "../../state/event.js";
import { form, linkMistake, planned, results, setForm, setSuite, sizes } from "../../state/lab.js";
import { locale } from "../../state/prefs.js";
import { narrow } from "../../state/screen.js";
import { LabRun } from "./LabRun.js";
import { OwnList } from "./own/OwnList.js";
import { labWords } from "./words.js";

export function LabForm(): JSX.Element {
  const t = labWords.value;
  return (
    <aside class="labo-form" aria-label={t.form}>
      {narrow.value ? (
        <details open={results.value === null}>
          <summary>{t.form}</summary>
          <Fields />
        </details>
      ) : (
        <Fields />
      )}
      <Planned />
      <LabRun />
    </aside>
  );
}

function Fields(): JSX.Element {
  const t = labWords.value;
  const { suite, mine, unit } = form.value;
  const listed = variants.value.map(({ id, title, about }) => ({
    id,
    title: title[locale.value],
    about: about[locale.value],
  }));
  return (
    <>
      <Group title={t.suite}>
        {(["quality", "speed"] as const).map((one) => (
          <Choice key={one} type="radio" on={suite === one} label={t.suites[one]} onPick={() => setSuite(one)} />
        ))}
      </Group>
      <Group title={t.variants}>
        {listed.map(({ id, title, about }) => (
          <Pick key={id} of="variants" word={id} label={title} about={about} />
        ))}
        {suite === "quality" && <OwnList />}
      </Group>
      <Group title={t.events}>
        <Choice
          type="checkbox"
          on={mine}
          label={t.mine}
          beside={event.value?.overview ? t.participants(event.value.overview.participants) : ""}
          onPick={(on) => setForm({ mine: on })}
        />
        {sizes.value.map(({ id, buyers, suppliers }) => (
          <Pick key={id} of="sizes" word={id} label={t.generated(id)} beside={t.people(buyers, suppliers)} />
        ))}
      </Group>
      {form.value.sizes.length > 0 && (
        <Group title={t.rules}>
          {["pure", "full"].map((word) => (
            <Pick key={word} of="rules" word={word} label={t.rule[word]!} />
          ))}
        </Group>
      )}
      <div class="labo-fields">
        <Field id="lab-seeds" label={t.seeds} of="seeds" />
        <label class="lab" for="lab-unit">
          {t.unit}
        </label>
        <select
          id="lab-unit"
          class="fld"
          onChange={({ currentTarget }) => setForm({ unit: currentTarget.value === "steps" ? "steps" : "seconds" })}
        >
          {(["seconds", "steps"] as const).map((one) => (
            <option key={one} value={one} selected={one === unit}>
              {t.units[one]}
            </option>
          ))}
        </select>
        <Field id="lab-budgets" label={t.budgets[suite]} of="budgets" />
        <Field id="lab-repeat" label={t.repeat[suite]} of="repeat" />
      </div>
    </>
  );
}

/** What the form asks for in words, or what is wrong with it. */
function Planned(): JSX.Element {
  const t = labWords.value;
  const { suite, unit } = form.value;
  const plan = planned.value;
  return (
    <p class="labo-plan" id="lab-plan" role="status">
      {linkMistake.value && <span class="wrong">{t.linkWrong(t.mistake(linkMistake.value))} </span>}
      {!plan ? (
        words.value.loading
      ) : !plan.ok ? (
        <span class="wrong">{t.mistake(plan.mistake)}</span>
      ) : suite === "speed" ? (
        t.plannedTurns(plan.runs, plan.budgets[0]!, unit, plan.seconds)
      ) : (
        t.planned(plan.runs, plan.budgets, unit, plan.seconds)
      )}
    </p>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <fieldset class="labo-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** One word of a list of the form. */
function Pick(props: {
  of: "variants" | "sizes" | "rules";
  word: string;
  label: string;
  about?: string;
  beside?: string;
}): JSX.Element {
  const { of, word, ...rest } = props;
  const list = form.value[of];
  const pick = (on: boolean): void => setForm({ [of]: on ? [...list, word] : list.filter((one) => one !== word) });
  return <Choice type="checkbox" on={list.includes(word)} {...rest} onPick={pick} />;
}

function Choice(props: {
  type: "checkbox" | "radio";
  on: boolean;
  label: string;
  about?: string;
  beside?: string;
  onPick: (on: boolean) => void;
}): JSX.Element {
  const { type, on, label, about, beside, onPick } = props;
  return (
    <label class="labo-choice" title={about}>
      <input
        type={type}
        name={type === "radio" ? "lab-suite" : undefined}
        checked={on}
        onChange={({ currentTarget }) => onPick(currentTarget.checked)}
      />
      <span dir="auto">{label}</span>
      {beside && <span class="m n">{beside}</span>}
    </label>
  );
}

/** A field of text that the worker reads. */
function Field({
  id,
  label,
  of,
}: {
  id: string;
  label: string;
  of: keyof Form & ("seeds" | "budgets" | "repeat");
}): JSX.Element {
  const mistake = planned.value?.ok === false ? planned.value.mistake.code : "";
  const wrong = mistake === of || (mistake === "one-budget" && of === "budgets");
  return (
    <>
      <label class="lab" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="fld"
        inputMode={of === "repeat" ? "numeric" : "text"}
        autoComplete="off"
        value={form.value[of]}
        aria-invalid={wrong}
        aria-describedby={wrong ? "lab-plan" : undefined}
        onInput={({ currentTarget }) => setForm({ [of]: currentTarget.value })}
      />
    </>
  );
}
