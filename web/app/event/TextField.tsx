// A text in a form: Enter or leaving the field commits it, Escape gives the old one back. What `check` objects to is framed,
// told to whoever holds `error`, and not written.

import { useSignal, type Signal } from "@preact/signals";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";

export interface TextFieldProps {
  value: string;
  label: string;
  class?: string;
  id?: string | undefined;
  list?: string | undefined;
  placeholder?: string | undefined;
  described?: string | undefined;
  disabled?: boolean;
  error?: Signal<string | null> | undefined;
  /** Keeps the field framed, whatever is typed. */
  bad?: boolean;
  /** Why a text cannot stand here; null: it can. */
  check?: ((text: string) => string | null) | undefined;
  /** Grows with its text, as in a sentence. */
  grows?: boolean;
  /** Called with the text; what was typed stays until that is done. */
  onCommit: (text: string) => unknown;
  /** One step up or down of what is typed, for the arrow keys; null: none. */
  step?: ((text: string, by: number) => string | null) | undefined;
}

export function TextField(props: TextFieldProps): JSX.Element {
  const { value, label, id, list, placeholder, described, disabled, error, bad, check, grows, onCommit, step } = props;
  const typed = useSignal<string | null>(null);
  const writing = useRef(false);
  const text = typed.value ?? value;
  const commit = (): void => {
    const of = typed.peek();
    if (of === null || writing.current) return;
    const objection = check?.(of.trim()) ?? null;
    if (objection !== null) {
      if (error) error.value = objection;
      return;
    }
    if (error) error.value = null;
    if (of.trim() === value && !bad) {
      typed.value = null;
      return;
    }
    writing.current = true;
    void Promise.resolve(onCommit(of.trim())).finally(() => {
      writing.current = false;
      if (typed.peek() === of) typed.value = null;
    });
  };
  const type = (next: string): void => {
    typed.value = next;
    if (error && error.peek() !== null && (check?.(next.trim()) ?? null) === null) error.value = null;
  };
  const key = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Enter") commit();
    else if (event.key === "Escape" && typed.peek() !== null) {
      event.stopPropagation();
      typed.value = null;
      if (error) error.value = null;
    } else if (step && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const by = (event.key === "ArrowUp" ? 1 : -1) * (event.altKey ? 1 : 5);
      const next = step(text, by);
      if (next === null) return;
      event.preventDefault();
      type(next);
    }
  };
  const wrong = bad === true || (typed.value !== null && error !== undefined && error.value !== null);
  return (
    <input
      class={props.class ?? "fld text"}
      type="text"
      autocomplete="off"
      spellcheck={false}
      dir="auto"
      id={id}
      list={list}
      aria-label={id === undefined ? label : undefined}
      aria-invalid={wrong}
      aria-describedby={described}
      disabled={disabled}
      placeholder={placeholder}
      value={text}
      style={
        grows
          ? { width: `calc(${Math.max(4, Math.ceil([...(text || placeholder || "")].length * 0.95))}ch + 14px)` }
          : undefined
      }
      onInput={(event) => type(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={key}
    />
  );
}
