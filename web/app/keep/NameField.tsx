// A name to be typed where it belongs: Enter or the button takes it, Escape leaves everything as it was.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";

interface Props {
  label: string;
  action: string;
  most: number;
  value?: string;
  /** A name that is not empty. */
  onNamed(name: string): void;
  onCancel(): void;
}

export function NameField({ label, action, most, value = "", onNamed, onCancel }: Props): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const take = (): void => {
    const name = field.current?.value.trim() ?? "";
    if (name !== "") onNamed(name);
    else field.current?.focus();
  };
  return (
    <div class="evacts">
      <input
        class="fld s text grow"
        ref={field}
        aria-label={label}
        maxLength={most}
        defaultValue={value}
        onKeyDown={(key) => {
          if (key.key === "Enter") take();
          if (key.key !== "Escape") return;
          key.preventDefault();
          onCancel();
        }}
      />
      <button type="button" class="btn sm" onClick={take}>
        {action}
      </button>
      <button type="button" class="btn txt sm" onClick={onCancel}>
        {words.value.keep.cancel}
      </button>
    </div>
  );
}
