// A rule as a line: the sentence with its fields at the left, what can be taken back beside it, how far it reaches at the
// right. Below, what is wrong with what was typed. The line that is looked at is explained at the foot of the form.

import { useSignal, type Signal } from "@preact/signals";
import { Fragment, type ComponentChildren, type JSX } from "preact";
import { words } from "../../../i18n/index.js";
import { locale } from "../../../state/prefs.js";
import { looked, type RuleKey } from "./looked.js";
import { partsOf, wordFor } from "./sentence.js";

export function RuleLine({
  rule,
  about,
  sentence,
  numbers = {},
  fields,
  reach,
  action,
  wrong,
}: {
  /** Names the line among all of them. */
  rule: RuleKey;
  /** What it does, and its default. */
  about: string;
  sentence: string;
  /** Numbers of the fields, for the words that go with them. */
  numbers?: Record<string, number | null>;
  /** The field of each place, in the order in which fields without a name stand. */
  fields: (name: string, nth: number, error: Signal<string | null>, described: string) => ComponentChildren;
  /** How far it reaches; where nothing is said, the action stands there. */
  reach?: string | undefined;
  action?: ComponentChildren;
  /** What is wrong with what is written. */
  wrong?: string | null;
}): JSX.Element {
  const error = useSignal<string | null>(null);
  const described = `about-${rule}`;
  const look = (): void => void (looked.value = { rule, about });
  let nth = 0;
  const said = error.value ?? wrong ?? null;
  return (
    <li
      class={`rule${looked.value?.rule === rule ? " on" : ""}`}
      data-rule={rule}
      onPointerEnter={look}
      onFocusCapture={look}
    >
      <p>
        {partsOf(sentence).map((part, i) => {
          if ("text" in part) return <Fragment key={i}>{part.text}</Fragment>;
          if ("of" in part) return <Fragment key={i}>{wordFor(part, numbers[part.of] ?? null, locale.value)}</Fragment>;
          return <Fragment key={`field ${nth}`}>{fields(part.field, nth++, error, described)}</Fragment>;
        })}{" "}
        {reach !== undefined && action}
      </p>
      <em>{reach ?? action}</em>
      <span class="hidden-text" id={described}>
        {about}
      </span>
      <p class="said" role="alert">
        {said !== null && (
          <>
            <b aria-hidden="true">!</b> {said}
          </>
        )}
      </p>
    </li>
  );
}

/** The button that gives a rule its default, or switches it off. */
export function BackButton({ label, onClick }: { label: string; onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="btn txt sm back" onClick={onClick}>
      {label}
    </button>
  );
}

/** What a rule does, with what is said of its default. */
export function aboutOf(rule: string, fallback: string): string {
  return `${(words.value.rules.about as Record<string, string>)[rule] ?? ""} ${fallback}`;
}
