// Deleted events, for as long as they can be had back.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { restore, shelf } from "../../state/shelf.js";

export function Bin(): JSX.Element | null {
  const t = words.value.keep;
  const { deleted } = shelf.value;
  if (deleted.length === 0) return null;
  return (
    <section>
      <h3>
        {t.bin} <small>{t.binNote}</small>
      </h3>
      <ul>
        {deleted.map(({ id, name }) => (
          <li key={id} class="binned">
            <span class="any grow" dir="auto">
              {name || t.untitled}
            </span>
            <button type="button" class="btn txt sm" onClick={() => void restore(id)}>
              {t.restore}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
