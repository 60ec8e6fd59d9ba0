// The open event: what to take along, a file or a link; its versions, to look at and to return to.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { VersionView } from "../../protocol.js";
import { kept, readOnly } from "../../state/keep.js";
import { copyLink, download, dropVersion, nameVersion, returnTo, shelf } from "../../state/shelf.js";
import { lookAt } from "../../state/wish.js";
import { NameField } from "./NameField.js";

export function ThisEvent(): JSX.Element {
  const t = words.value.keep;
  const naming = useSignal(false);
  const { versions } = shelf.value;
  return (
    <section>
      <h3>{t.thisEvent}</h3>
      <div class="evacts">
        <button type="button" class="btn sm" onClick={() => void download("plain", kept.peek().id)}>
          {t.plain}
        </button>
        <button type="button" class="btn sm" onClick={() => void copyLink()}>
          {t.share}
        </button>
        {kept.value.id !== null && (
          <button type="button" class="btn sm" onClick={() => void download("whole", kept.peek().id)}>
            {t.whole}
          </button>
        )}
      </div>
      <p class="note">{t.shareNote}</p>
      <div class="evline">
        <h3 class="grow">{t.versions}</h3>
        {!readOnly.value && !naming.value && (
          <button type="button" class="btn sm" onClick={() => (naming.value = true)}>
            {t.nameVersion}
          </button>
        )}
      </div>
      {naming.value && (
        <NameField
          label={t.versionName}
          action={t.name}
          most={80}
          onNamed={(given) => {
            naming.value = false;
            void nameVersion(given);
          }}
          onCancel={() => (naming.value = false)}
        />
      )}
      {versions.length === 0 && <p class="note">{`${t.noVersions} ${t.versionsNote}`}</p>}
      <ul>
        {versions.map((version) => (
          <VersionRow key={version.id} version={version} />
        ))}
      </ul>
    </section>
  );
}

function VersionRow({ version }: { version: VersionView }): JSX.Element {
  const t = words.value.keep;
  const { id, at, why, label, bytes } = version;
  const when = t.when(at, Date.now());
  return (
    <li class="version">
      <p class="grow any">
        <span dir="auto">{label || when}</span>
        <span class="about">{[label ? when : t.why[why], t.size(bytes)].join(" · ")}</span>
      </p>
      <a class="btn txt sm" href={lookAt(id)} target="_blank" rel="noopener" title={t.lookNote}>
        {t.look}
      </a>
      {!readOnly.value && (
        <button type="button" class="btn txt sm" onClick={() => void returnTo(id, at)}>
          {t.returnTo}
        </button>
      )}
      {!readOnly.value && why === "named" && (
        <button type="button" class="btn txt sm" onClick={() => void dropVersion(id)}>
          {t.dropVersion}
        </button>
      )}
    </li>
  );
}
