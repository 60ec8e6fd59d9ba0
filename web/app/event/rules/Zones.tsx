// Minutes of walking between zones, as a table of which one half is edited: the way back is as long.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { format, words } from "../../../i18n/index.js";
import type { RulesView } from "../../../rules-views.js";
import { numberOf, setWalk } from "../../../state/rules.js";
import { NumberField } from "../NumberField.js";

export function Zones({ view }: { view: RulesView }): JSX.Element | null {
  const t = words.value.rules;
  const error = useSignal<string | null>(null);
  const { zones, walks, walk } = view;
  if (zones.length < 2) return null;
  const n = format.value.number;
  const usual = numberOf(view.numbers.walkDefault).value ?? 0;
  const lineOf = (a: string, b: string): RulesView["walks"][number] | undefined =>
    walks.find((line) => (line.a === a && line.b === b) || (line.a === b && line.b === a));
  const limits = t.limitsList(walk.min, walk.max);
  return (
    <li class="zones">
      <div class="zonebox">
        <table aria-label={t.zones.title}>
          <thead>
            <tr>
              <th scope="col">{t.zones.title}</th>
              {zones.map((zone) => (
                <th key={zone} scope="col" class="n" dir="auto">
                  {zone}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {zones.map((a, i) => (
              <tr key={a}>
                <th scope="row" dir="auto">
                  {a}
                </th>
                {zones.map((b, k) => {
                  const line = lineOf(a, b);
                  const fallback = i === k ? 0 : usual;
                  const { value, bad } = line ? numberOf(line.minutes) : { value: null, bad: false };
                  return (
                    <td key={b} class="n">
                      {k < i ? (
                        <span class="m">{n(value ?? fallback)}</span>
                      ) : (
                        <NumberField
                          value={value}
                          bad={bad ? String(line!.minutes.written) : undefined}
                          min={walk.min}
                          max={walk.max}
                          empty={n(fallback)}
                          label={t.zones.cell(a, b)}
                          disabled={view.broken}
                          error={error}
                          limits={limits}
                          onCommit={(minutes) => setWalk(a, b, minutes)}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.more.zones > 0 && <p class="m t1">{t.zones.more(view.more.zones)}</p>}
      <p class="said" role="alert">
        {error.value !== null && (
          <>
            <b aria-hidden="true">!</b> {error.value}
          </>
        )}
      </p>
    </li>
  );
}
