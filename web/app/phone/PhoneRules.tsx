// The rules on a phone: the same sentences with their numbers, for reading.

import { Fragment, type JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { CHOICE_RULES, NUMBER_RULES } from "../../rules-views.js";
import { event } from "../../state/event.js";
import { locale } from "../../state/prefs.js";
import { form, numberOf } from "../../state/rules.js";
import { Alerts } from "../Alerts.js";
import { partsOf, wordFor } from "../event/rules/sentence.js";

export function PhoneRules(): JSX.Element {
  const t = words.value.rules;
  const n = format.value.number;
  const view = form.value;
  if (!view) {
    return (
      <div class="pb">
        <Alerts />
        <p class="m">{event.value ? t.unread : t.loading}</p>
      </div>
    );
  }
  const { items } = view.points;
  const points =
    t.points.first +
    items
      .slice(1)
      .map((_, i) => t.points.next(i + 2))
      .join("") +
    t.points.end;
  return (
    // A stop for the keyboard, or it could not be scrolled by keys.
    <div class="pb" role="region" aria-label={words.value.eventTabs.rules} tabIndex={0}>
      <Alerts />
      <ul class="prules">
        <li>
          <Sentence text={points} values={items.map(({ written }) => ({ text: String(written), number: null }))} />
        </li>
        {NUMBER_RULES.map((rule) => {
          const { value, bad } = numberOf(view.numbers[rule]);
          const text = bad ? String(view.numbers[rule].written) : value === null ? (t.off[rule] ?? "") : n(value);
          const sentence = (!bad && value === null ? t.offSentences[rule] : undefined) ?? t.sentences[rule];
          return (
            <li key={rule}>
              <Sentence text={sentence} values={[{ text, number: value }]} />
            </li>
          );
        })}
        {CHOICE_RULES.map((rule) => {
          const now = String(view.choices[rule].written ?? view.choices[rule].fallback);
          return (
            <li key={rule}>
              <Sentence text={t.sentences[rule]} values={[{ text: t.choices[rule]?.[now] ?? now, number: null }]} />
            </li>
          );
        })}
      </ul>
      <h3>{t.groups.always}</h3>
      <ul class="prules">
        {view.always.map(({ rule, sentence }) => (
          <li key={rule}>{sentence[locale.value]}</li>
        ))}
      </ul>
    </div>
  );
}

function Sentence({ text, values }: { text: string; values: { text: string; number: number | null }[] }): JSX.Element {
  let nth = 0;
  return (
    <>
      {partsOf(text).map((part, i) => {
        if ("text" in part) return <Fragment key={i}>{part.text}</Fragment>;
        if ("of" in part) return <Fragment key={i}>{wordFor(part, values[0]?.number ?? null, locale.value)}</Fragment>;
        return <b key={i}>{values[nth++]?.text}</b>;
      })}
    </>
  );
}
