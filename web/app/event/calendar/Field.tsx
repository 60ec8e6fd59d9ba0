// A labelled field of the panel, with what is wrong with it below.

import { useSignal, type Signal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";

/** The label, the field that `children` makes, and what it said of what was typed. */
export function Field({
  id,
  label,
  note,
  wrong,
  wide,
  children,
}: {
  id: string;
  label: string;
  note?: string;
  /** Across both columns. */
  wide?: boolean;
  /** What is wrong with what is written. */
  wrong?: string | null;
  children: (id: string, error: Signal<string | null>, described: string) => ComponentChildren;
}): JSX.Element {
  const error = useSignal<string | null>(null);
  const said = error.value ?? wrong ?? null;
  const described = `${id}-note`;
  return (
    <div class={`pf1${wide ? " wide" : ""}`}>
      <label for={id}>{label}</label>
      {children(id, error, described)}
      <p class="said" role="alert">
        {said !== null && (
          <>
            <b aria-hidden="true">!</b> {said}
          </>
        )}
      </p>
      <p class="m t1" id={described}>
        {note}
      </p>
    </div>
  );
}
