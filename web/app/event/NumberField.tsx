// A whole number inside a sentence or a panel: typed, or stepped with the arrow keys; Enter or leaving the field commits it,
// Escape gives the old one back. What is no number, or too large, is framed, said by whoever holds `error`, and not written.

import { useSignal, type Signal } from "@preact/signals";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { format } from "../../i18n/index.js";
import { readNumber, stepped } from "./parse-number.js";

export interface NumberFieldProps {
  /** The value; null: none. `bad` shows a text instead, which is what is written and no such number. */
  value: number | null;
  bad?: string | undefined;
  min: number;
  max: number;
  /** Whether the field may be empty, and what stands there then. */
  empty?: string | undefined;
  label: string;
  /** Ids of what describes the field. */
  described?: string | undefined;
  disabled?: boolean;
  /** As wide as the form gives room, not as its text. */
  wide?: boolean;
  /** What is wrong with what was typed; null: nothing. */
  error: Signal<string | null>;
  /** The sentence that says what can be typed. */
  limits: string;
  /** Called with the number, or null for an empty field; what was typed stays until that is done. */
  onCommit: (value: number | null) => unknown;
}

export function NumberField(props: NumberFieldProps): JSX.Element {
  const { value, bad, min, max, empty, label, described, disabled, wide, error, limits, onCommit } = props;
  const typed = useSignal<string | null>(null);
  const writing = useRef(false);
  const shown = value === null ? (bad ?? "") : format.value.number(value);
  const text = typed.value ?? shown;
  const now = typed.value === null ? value : readNumber(typed.value, min, max);
  const wrong = typed.value === null ? bad !== undefined : error.value !== null && isWrong(typed.value);

  function isWrong(of: string): boolean {
    const read = readNumber(of, min, max);
    return read === "wrong" || (read === "off" && empty === undefined);
  }
  const commit = (): void => {
    const of = typed.peek();
    if (of === null || writing.current) return;
    if (isWrong(of)) {
      error.value = limits;
      return;
    }
    const read = readNumber(of, min, max);
    const next = typeof read === "number" ? read : null;
    error.value = null;
    if (next === value && bad === undefined) {
      typed.value = null;
      return;
    }
    writing.current = true;
    void Promise.resolve(onCommit(next)).finally(() => {
      writing.current = false;
      // Who typed on meanwhile keeps that.
      if (typed.peek() === of) typed.value = null;
    });
  };
  const type = (next: string): void => {
    typed.value = next;
    if (error.peek() !== null && !isWrong(next)) error.value = null;
  };
  const key = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const { key, shiftKey, currentTarget } = event;
    if (key === "Enter") {
      commit();
      currentTarget.select();
    } else if (key === "Escape" && typed.peek() !== null) {
      event.stopPropagation();
      typed.value = null;
      error.value = null;
    } else if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault();
      const by = (key === "ArrowUp" ? 1 : -1) * (shiftKey ? 10 : 1);
      type(format.peek().number(stepped(text, by, min, max, Math.max(min, 1))));
    }
  };
  // Words are narrower than figures.
  const width = text === "" && empty ? Math.max(3, Math.ceil([...empty].length * 0.9)) : Math.max(3, text.length + 1);
  return (
    <span class="numbox">
      <input
        class={`num${text === "" && typed.value === null ? " off" : ""}`}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={typeof now === "number" ? now : undefined}
        aria-valuetext={text === "" ? empty : undefined}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={wrong}
        aria-describedby={described}
        disabled={disabled}
        placeholder={empty}
        value={text}
        style={wide ? undefined : { width: `calc(${width}ch + 10px)` }}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={commit}
        onKeyDown={key}
      />
      {wrong && (
        <b class="bang" aria-hidden="true">
          !
        </b>
      )}
    </span>
  );
}
