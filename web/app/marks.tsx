// The signs of tokens.css as elements: priority, mutual, locked, severity. Each says its meaning in words too.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";

/** Priority by the height of its bar; dashed when only the other side wished; empty when nobody did. */
export function PriorityMark({ priority, other = false }: { priority: number; other?: boolean }): JSX.Element {
  const t = words.value;
  const label = priority ? `${t.priority(priority)}${other ? `, ${t.person.asked}` : ""}` : t.person.nobody;
  return <span class={`pm p${priority}${other ? " other" : ""}`} role="img" aria-label={label} title={label} />;
}

/** The dot of a wish that goes both ways. */
export function MutualDot(): JSX.Element {
  return <span class="mu" role="img" aria-label={words.value.legend.mutual} title={words.value.legend.mutual} />;
}

/** The frame of a locked meeting. */
export function LockMark(): JSX.Element {
  return <span class="lk" role="img" aria-label={words.value.legend.locked} title={words.value.legend.locked} />;
}

/** A square with "!" for an error, a triangle for a warning, a circle with "i" for a note. */
export function SeverityMark({ severity }: { severity: "error" | "warning" | "note" }): JSX.Element {
  if (severity === "note") {
    return (
      <svg class="sev" viewBox="0 0 14 14" aria-hidden="true">
        <circle class="ring" cx="7" cy="7" r="6.25" />
        <path class="ring" d="M7 6.2v4M7 3.6v1.2" />
      </svg>
    );
  }
  return severity === "error" ? (
    <svg class="sev" viewBox="0 0 14 14" aria-hidden="true">
      <rect class="box" width="14" height="14" rx="2" />
      <path class="cut" d="M7 3v5M7 10v1.4" />
    </svg>
  ) : (
    <svg class="sev" viewBox="0 0 14 14" aria-hidden="true">
      <path class="tri" d="M7 1 13.4 13H.6Z" />
      <path class="tri" d="M7 5.2v3.6M7 10.2v1.2" />
    </svg>
  );
}

/** A thin bar: so much of the whole. */
export function Bar({ share }: { share: number }): JSX.Element {
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-back" width="100" height="4" />
      <rect class="bar-fill" width={Math.max(0, Math.min(100, share * 100))} height="4" />
    </svg>
  );
}
