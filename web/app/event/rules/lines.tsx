// The lines of the form by the kind of their rule: a number, one of two, the points by priority.

import type { JSX } from "preact";
import { format, words } from "../../../i18n/index.js";
import type { ChoiceRule, NumberRule, RulesView } from "../../../rules-views.js";
import {
  addPriority,
  numberOf,
  removePriority,
  resetPoints,
  setChoice,
  setNumber,
  setPoint,
} from "../../../state/rules.js";
import { NumberField } from "../NumberField.js";
import { aboutOf, BackButton, RuleLine } from "./RuleLine.js";

/** A rule that is one number; where it may be off, an empty field is. */
export function NumberLine({ view, rule }: { view: RulesView; rule: NumberRule }): JSX.Element {
  const t = words.value.rules;
  const number = view.numbers[rule];
  const { min, max, fallback, written } = number;
  const { value, bad } = numberOf(number);
  const off = t.off[rule];
  const n = format.value.number;
  const limits = (off === undefined ? t.limits : t.limitsOff)(min, max);
  const action =
    !view.broken && written !== undefined && (bad || value !== fallback) ? (
      <BackButton
        label={off !== undefined || fallback === null ? t.switchOff : t.reset(n(fallback))}
        onClick={() => void setNumber(rule, fallback)}
      />
    ) : null;
  return (
    <RuleLine
      rule={rule}
      about={aboutOf(rule, fallback === null ? t.defaultOff : t.default(n(fallback)))}
      sentence={(!bad && value === null ? t.offSentences[rule] : undefined) ?? t.sentences[rule]}
      numbers={{ [rule]: value }}
      reach={reachOf(view, rule, value)}
      wrong={bad ? limits : null}
      action={action}
      fields={(_, __, error, described) => (
        <NumberField
          value={value}
          bad={bad ? String(written) : undefined}
          min={min}
          max={max}
          empty={off}
          label={t.names[rule]}
          described={described}
          disabled={view.broken}
          error={error}
          limits={limits}
          onCommit={(next) => setNumber(rule, next)}
        />
      )}
    />
  );
}

/** How far a rule reaches, in words; rules that nothing costs say whether they are on. */
function reachOf(view: RulesView, rule: NumberRule, value: number | null): string {
  const t = words.value.rules;
  if (rule === "maxHoles" || rule === "maxConsecutive") return value === null ? t.switchedOff : t.hard;
  if (rule === "fill" && value === null) return t.switchedOff;
  if (rule === "walk" || rule === "walkDefault") return t.reachZones(view.zones.length + view.more.zones);
  return view.reach ? (t.reach[rule]?.(view.reach) ?? "") : "";
}

/** A rule that is one of two answers. */
export function ChoiceLine({ view, rule }: { view: RulesView; rule: ChoiceRule }): JSX.Element {
  const t = words.value.rules;
  const { written, fallback } = view.choices[rule];
  const choices = t.choices[rule]!;
  const now = String(written ?? fallback);
  const bad = typeof (written ?? fallback) !== typeof fallback || !(now in choices);
  const reach =
    rule === "walkHard"
      ? now === "true"
        ? t.hard
        : t.switchedOff
      : view.reach
        ? (t.reach[rule]?.(view.reach) ?? "")
        : "";
  return (
    <RuleLine
      rule={rule}
      about={aboutOf(rule, t.defaultChoice(choices[String(fallback)]!))}
      sentence={t.sentences[rule]}
      reach={reach}
      wrong={bad ? t.wrongChoice(String(written)) : null}
      fields={(_, __, ___, described) => (
        <select
          class="num choice"
          aria-label={t.names[rule]}
          aria-describedby={described}
          aria-invalid={bad}
          disabled={view.broken}
          value={bad ? "" : now}
          onChange={(event) => {
            const next = event.currentTarget.value;
            void setChoice(rule, typeof fallback === "boolean" ? next === "true" : next);
          }}
        >
          {bad && <option value="">{String(written)}</option>}
          {Object.entries(choices).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** Points by priority: as many fields as there are priorities, and one more or less of them. */
export function PointsLine({ view }: { view: RulesView }): JSX.Element {
  const t = words.value.rules;
  const { items, written, fallback, most } = view.points;
  const last = items.length;
  const inUse = view.used[last - 1] ?? 0;
  const sentence =
    t.points.first +
    items
      .slice(1)
      .map((_, i) => t.points.next(i + 2))
      .join("") +
    t.points.end;
  // Taking the points back would leave wishes without points for their priority.
  const usual = view.used.length > fallback.length || items.map(({ written }) => written).join() === fallback.join();
  const wrong = items.find((item) => numberOf(item).bad);
  return (
    <RuleLine
      rule="points"
      about={aboutOf("points", t.default(fallback.join(", ")))}
      sentence={sentence}
      reach={view.reach ? t.reach["points"]!(view.reach) : ""}
      wrong={wrong ? t.limits(wrong.min, wrong.max) : null}
      action={
        view.broken ? null : (
          <>
            {last < most && (
              <button
                type="button"
                class="btn sm sq"
                aria-label={t.points.add}
                title={t.points.add}
                onClick={() => void addPriority()}
              >
                +
              </button>
            )}
            {last > 1 && (
              <button
                type="button"
                class="btn sm sq"
                aria-disabled={inUse > 0}
                aria-label={inUse > 0 ? t.points.inUse(last, inUse) : t.points.remove(last)}
                title={inUse > 0 ? t.points.inUse(last, inUse) : t.points.remove(last)}
                onClick={() => inUse === 0 && void removePriority()}
              >
                {"\u2212"}
              </button>
            )}{" "}
            {written && !usual && (
              <BackButton label={t.reset(fallback.join(", "))} onClick={() => void resetPoints()} />
            )}
          </>
        )
      }
      fields={(_, nth, error, described) => {
        const item = items[nth]!;
        const { value, bad } = numberOf(item);
        return (
          <NumberField
            value={value}
            bad={bad ? String(item.written) : undefined}
            min={item.min}
            max={item.max}
            label={t.points.name(nth + 1)}
            described={described}
            disabled={view.broken}
            error={error}
            limits={t.limits(item.min, item.max)}
            onCommit={(next) => next !== null && setPoint(nth, next)}
          />
        );
      }}
    />
  );
}
