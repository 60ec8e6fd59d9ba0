// The lines about sides and packages: what a wish of theirs counts, and who hosts.

import type { JSX } from "preact";
import { words } from "../../../i18n/index.js";
import type { RulesView, WeightView } from "../../../rules-views.js";
import { numberOf, setHosts, setSideLabel, setWeight } from "../../../state/rules.js";
import { NumberField } from "../NumberField.js";
import { TextField } from "../TextField.js";
import { aboutOf, BackButton, RuleLine } from "./RuleLine.js";

export function SideLine({ view, index }: { view: RulesView; index: number }): JSX.Element {
  const t = words.value.rules;
  const side = view.sides[index]!;
  const name = side.label || side.id;
  return (
    <WeightLine
      view={view}
      list="sides"
      index={index}
      item={side}
      sentence={t.side}
      other={(field, described) =>
        field === "label" ? (
          <TextField
            class="num word"
            grows
            value={side.label}
            placeholder={side.id}
            label={t.sideLabel}
            described={described}
            disabled={view.broken}
            onCommit={(text) => setSideLabel(index, text)}
          />
        ) : (
          <select
            class="num choice"
            aria-label={t.hostsOf(name)}
            aria-describedby={described}
            disabled={view.broken}
            value={String(side.hosts)}
            onChange={(event) => void setHosts(index, event.currentTarget.value === "true")}
          >
            <option value="true">{t.hosts["true"]}</option>
            <option value="false">{t.hosts["false"]}</option>
          </select>
        )
      }
    />
  );
}

export function TierLine({ view, index }: { view: RulesView; index: number }): JSX.Element {
  const tier = view.tiers[index]!;
  // The name is somebody's text: it may hold braces, which would be fields.
  const name = (tier.label || tier.id).replace(/[{}]/g, "");
  return (
    <WeightLine
      view={view}
      list="tiers"
      index={index}
      item={tier}
      sentence={words.value.rules.tier(name)}
      other={() => null}
    />
  );
}

function WeightLine({
  view,
  list,
  index,
  item,
  sentence,
  other,
}: {
  view: RulesView;
  list: "sides" | "tiers";
  index: number;
  item: WeightView;
  sentence: string;
  other: (field: string, described: string) => JSX.Element | null;
}): JSX.Element {
  const t = words.value.rules;
  const { min, max, fallback, written } = item.weight;
  const { value, bad } = numberOf(item.weight);
  const limits = t.limits(min, max);
  return (
    <RuleLine
      rule={`${list}-${index}`}
      about={aboutOf(list, t.default(String(fallback)))}
      sentence={sentence}
      numbers={{ weight: value }}
      wrong={bad ? limits : null}
      action={
        !view.broken && (bad || value !== fallback) && fallback !== null ? (
          <BackButton label={t.reset(String(fallback))} onClick={() => void setWeight(list, index, fallback)} />
        ) : null
      }
      fields={(field, _, error, described) =>
        field === "weight" ? (
          <NumberField
            value={value}
            bad={bad ? String(written) : undefined}
            min={min}
            max={max}
            label={t.weightOf(item.label || item.id)}
            described={described}
            disabled={view.broken}
            error={error}
            limits={limits}
            onCommit={(next) => setWeight(list, index, next)}
          />
        ) : (
          other(field, described)
        )
      }
    />
  );
}
