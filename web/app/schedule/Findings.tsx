// What the judge says of the schedule shown: every rule with its sentence, and each breach by name.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { words } from "../../i18n/index.js";
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
    <div class="body">
      <div class="find">
        <p class="say">{count === 0 ? t.none(rules.value.length) : t.some(count)}</p>
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
