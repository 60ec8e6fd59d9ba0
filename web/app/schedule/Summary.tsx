// The summary of the schedule: the score in its parts, wishes by priority, who is served least.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { openPerson } from "../../state/person.js";
import { schedule } from "../../state/run.js";
import { PriorityMark } from "../marks.js";
import { SolveButton } from "./RunBar.js";

const TERMS = ["wishes", "guarantee", "fairness", "gap", "walk", "meals"] as const;

export function Summary(): JSX.Element {
  const t = words.value.summary;
  const f = format.value;
  const shown = schedule.value;
  if (!shown)
    return (
      <div class="empty">
        <p>{t.empty}</p>
        <SolveButton />
      </div>
    );
  return (
    <div class="body">
      <div class="sheet">
        <section>
          <h2 class="h">{t.terms}</h2>
          <table class="tb">
            <tbody>
              {TERMS.map((key) => (
                <tr key={key}>
                  <td>{t.keys[key]}</td>
                  <td class="n">{f.number(shown.score[key])}</td>
                </tr>
              ))}
              <tr class="tot">
                <td>{t.keys.total}</td>
                <td class="n">{f.number(shown.score.total)}</td>
              </tr>
            </tbody>
          </table>
          <p class="note">{t.termsNote}</p>
        </section>
        <section>
          <h2 class="h">{t.priorities}</h2>
          <table class="tb">
            <thead>
              <tr>
                <th>{t.priorityHead}</th>
                <th class="n">{t.metHead}</th>
                <th class="n">{t.ofHead}</th>
                <th class="n">{t.shareHead}</th>
              </tr>
            </thead>
            <tbody>
              {shown.byPriority.map(({ priority, met, total }) => (
                <tr key={priority}>
                  <td>
                    <PriorityMark priority={Math.min(4, priority)} /> {f.number(priority)}
                  </td>
                  <td class="n">{f.number(met)}</td>
                  <td class="n">{f.number(total)}</td>
                  <td class="n">{f.percent(met / Math.max(1, total))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section>
          <h2 class="h">{t.worst}</h2>
          <table class="tb">
            <thead>
              <tr>
                <th>{t.nameHead}</th>
                <th class="n">{t.metHead}</th>
                <th class="n">{t.shareHead}</th>
              </tr>
            </thead>
            <tbody>
              {shown.worst.map(({ participant, name, met, wishes, share }) => (
                <tr key={participant}>
                  <td>
                    <button type="button" class="link" dir="auto" onClick={() => openPerson(participant)}>
                      {name}
                    </button>
                  </td>
                  <td class="n">
                    {f.number(met)} / {f.number(wishes)}
                  </td>
                  <td class="n">{f.percent(share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="note">{t.worstNote}</p>
        </section>
      </div>
    </div>
  );
}
