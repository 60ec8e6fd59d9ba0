// What the judge says of the schedule shown: every rule with its sentence, and each breach by name.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { format, words } from "../../i18n/index.js";
import type { ScheduleView } from "../../protocol.js";
import { readRules, rules } from "../../state/findings.js";
import { openPerson } from "../../state/person.js";
import { locale } from "../../state/prefs.js";
import { schedule } from "../../state/run.js";
import { SeverityMark } from "../marks.js";

export function Findings(): JSX.Element {
  const t = words.value.findings;
  const language = locale.value;
  const generation = schedule.value?.generation;
  useEffect(() => void readRules(), [generation]);
  if (!schedule.value) return <p class="empty">{t.empty}</p>;
  const count = schedule.value.findings;
  return (
    // A stop for the keyboard, or it could not be scrolled by keys.
    <div class="body" role="region" aria-label={words.value.tabs.findings} tabIndex={0}>
      <div class="find">
        <p class="say">{count === 0 ? t.none(rules.value.length) : t.some(count)}</p>
        <Unplaced unplaced={schedule.value.unplaced} />
        {rules.value.map((rule) => (
          <section key={rule.rule}>
            <h3>
              {rule.title[language]}
              <span class={rule.count ? "badnum" : "ok"}>{rule.count || t.kept}</span>
            </h3>
            <p class="m">{rule.sentence[language]}</p>
            <ul>
              {rule.findings.map((finding, i) => (
                <li key={i}>
                  <SeverityMark severity="error" />
                  <div class="any">
                    {finding.text[language]}{" "}
                    {finding.people.map(({ id, name }) => (
                      <button key={id} type="button" class="btn txt sm" dir="auto" onClick={() => openPerson(id)}>
                        {name}
                      </button>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
            {rule.count > rule.findings.length && <p class="m">{t.more(rule.count - rule.findings.length)}</p>}
          </section>
        ))}
      </div>
    </div>
  );
}

/** The locked meetings that the run could not place, by name. */
function Unplaced({ unplaced: { count, meetings } }: Pick<ScheduleView, "unplaced">): JSX.Element | null {
  const t = words.value.findings;
  const f = format.value;
  if (count === 0) return null;
  return (
    <section class="unplaced">
      <h3>
        {t.unplaced}
        <span class="badnum">{f.number(count)}</span>
      </h3>
      <p class="m">{t.unplacedNote}</p>
      <ul>
        {meetings.map(({ people, slot }, i) => (
          <li key={i}>
            <SeverityMark severity="error" />
            <div class="any">
              {people.map(({ id, name }, j) => (
                <span key={id}>
                  {j > 0 && " – "}
                  <button type="button" class="link" dir="auto" onClick={() => openPerson(id)}>
                    {name}
                  </button>
                </span>
              ))}{" "}
              {slot && <span class="m">{t.lockedAt(f.day(slot.date), f.clock(slot.start))}</span>}
            </div>
          </li>
        ))}
      </ul>
      {count > meetings.length && <p class="m">{t.moreUnplaced(count - meetings.length)}</p>}
    </section>
  );
}
