// The Lab workspace: what is to be measured at the side, what came of it beside that. Loaded by LabHost.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import "../../styles/lab.css";
import { busy, followLab, results } from "../../state/lab.js";
import { narrow } from "../../state/screen.js";
import { Alerts } from "../Alerts.js";
import { Bad } from "./Bad.js";
import { Convergence } from "./Convergence.js";
import { LabForm } from "./LabForm.js";
import { LabHead } from "./LabHead.js";
import { OwnEditor } from "./own/OwnEditor.js";
import { Profile } from "./Profile.js";
import { QualityTable } from "./QualityTable.js";
import { SpeedTable } from "./SpeedTable.js";
import { labWords } from "./words.js";

export function LabScreen(): JSX.Element {
  const t = labWords.value;
  useEffect(followLab, []);
  const found = results.value;
  return (
    <div class="work labo">
      <LabForm />
      <main class="labo-main" aria-label={t.title} aria-busy={busy.value} tabIndex={0}>
        {narrow.value && <Alerts />}
        <OwnEditor />
        <LabHead />
        {found && (found.suite === "quality" ? <QualityTable found={found} /> : <SpeedTable found={found} />)}
        {found && <Bad found={found} />}
        {found && found.suite === "quality" && (
          <div class="labo-charts">
            <Convergence found={found} />
            <Profile found={found} />
          </div>
        )}
      </main>
    </div>
  );
}
