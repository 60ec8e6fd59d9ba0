// Packages: what was promised, against the meetings that are possible for those who bought them.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { TierView } from "../../protocol.js";

const WIDTH = 152;

export function TierTable({ tiers, slots }: { tiers: readonly TierView[]; slots: number }): JSX.Element {
  const t = words.value.overview;
  const n = format.value.number;
  const most = Math.max(slots, ...tiers.map((tier) => tier.guaranteed), 1);
  const x = (value: number): number => Math.round((Math.min(value, most) / most) * (WIDTH - 2) * 10) / 10;
  return (
    <div>
      <h2 class="h">
        {t.tiers} <small>{t.tiersNote}</small>
      </h2>
      <table class="tb">
        <thead>
          <tr>
            <th>{t.tierHeads.tier}</th>
            <th class="n">{t.tierHeads.people}</th>
            <th class="n">{t.tierHeads.guaranteed}</th>
            <th class="n">{t.tierHeads.least}</th>
            <th>0 – {n(most)}</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier, i) => (
            <tr key={i}>
              <td dir="auto">{tier.label}</td>
              <td class="n">{n(tier.people)}</td>
              <td class="n">{n(tier.guaranteed)}</td>
              <td class={`n${tier.short ? " badnum" : ""}`}>
                {tier.short ? "! " : ""}
                {n(tier.least)}
              </td>
              <td>
                <svg class="range" width={WIDTH} height="16" aria-hidden="true">
                  <path class="rail" d={`M0 8H${WIDTH - 2}`} />
                  <path class="span" d={`M${x(tier.least)} 8H${Math.max(x(tier.most), x(tier.least) + 2)}`} />
                  <path class="mark" d={`M${x(tier.guaranteed)} 1V15`} />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t.tiersText}</p>
    </div>
  );
}
