// The rules as sentences with their numbers in them; where there is room, the text of the event beside them.

import type { ComponentChildren, JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { RulesView } from "../../rules-views.js";
import { event } from "../../state/event.js";
import { locale } from "../../state/prefs.js";
import { place } from "../../state/route.js";
import { form } from "../../state/rules.js";
import { compact } from "../../state/screen.js";
import { ChoiceLine, NumberLine, PointsLine } from "./rules/lines.js";
import { looked } from "./rules/looked.js";
import { SideLine, TierLine } from "./rules/who.js";
import { Zones } from "./rules/Zones.js";
import { SpecEditor } from "./SpecEditor.js";

export function Rules(): JSX.Element {
  const t = words.value.rules;
  const view = form.value;
  return (
    <div class="work rl">
      <section class="rlform" aria-label={words.value.eventTabs.rules}>
        {view?.broken && <p class="alert bad">{t.broken}</p>}
        <div class="rlbox">
          {view ? (
            <Form view={view} />
          ) : (
            <div class="empty">
              <p>{event.value ? t.unread : t.loading}</p>
              {event.value && (
                <button type="button" class="btn" onClick={() => (place.value = "event/spec")}>
                  {t.openSpec}
                </button>
              )}
            </div>
          )}
        </div>
        <p class="rlfoot m">{looked.value?.about ?? t.both}</p>
      </section>
      {!compact.value && <SpecEditor embedded />}
    </div>
  );
}

function Form({ view }: { view: RulesView }): JSX.Element {
  const t = words.value.rules;
  const { groups } = t;
  return (
    <>
      <Group title={groups.wishes}>
        <PointsLine view={view} />
        <NumberLine view={view} rule="mutual" />
        <NumberLine view={view} rule="match" />
        <NumberLine view={view} rule="fill" />
        <ChoiceLine view={view} rule="met" />
      </Group>
      <Group title={groups.packages}>
        <NumberLine view={view} rule="guarantee" />
        <NumberLine view={view} rule="fairness" />
        {view.tiers.map((_, i) => (
          <TierLine key={i} view={view} index={i} />
        ))}
        {view.more.tiers > 0 && <li class="m t1">{t.moreLines(view.more.tiers)}</li>}
      </Group>
      <Group title={groups.agendas}>
        <NumberLine view={view} rule="gap" />
        <NumberLine view={view} rule="hole" />
        <NumberLine view={view} rule="maxHoles" />
        <NumberLine view={view} rule="maxConsecutive" />
        <ChoiceLine view={view} rule="onePerOrganisation" />
        <ChoiceLine view={view} rule="walkHard" />
        <NumberLine view={view} rule="walk" />
        <NumberLine view={view} rule="walkDefault" />
        <Zones view={view} />
      </Group>
      <Group title={groups.meals}>
        <NumberLine view={view} rule="mealSeat" />
        <NumberLine view={view} rule="mealShare" />
        <NumberLine view={view} rule="mealColleagues" />
        <NumberLine view={view} rule="mealRepeat" />
      </Group>
      <Group title={groups.who}>
        {view.sides.map((_, i) => (
          <SideLine key={i} view={view} index={i} />
        ))}
        {view.more.sides > 0 && <li class="m t1">{t.moreLines(view.more.sides)}</li>}
      </Group>
      <Group title={groups.repair}>
        <NumberLine view={view} rule="change" />
      </Group>
      <h2>{groups.always}</h2>
      <dl class="always">
        {view.always.map(({ rule, title, sentence }) => (
          <div key={rule}>
            <dt>{title[locale.value]}</dt>
            <dd>{sentence[locale.value]}</dd>
          </div>
        ))}
      </dl>
      <p class="m t1 note">{t.alwaysNote}</p>
    </>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <>
      <h2>{title}</h2>
      <ul aria-label={title}>{children}</ul>
    </>
  );
}
