// Somebody is taken up: every swap and free seat with what it brings, the best first. By keyboard: type, arrows, Enter.
// During a drag it shows the same list, and what the pointer aims at.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { lunch, seatCursor } from "../../state/lunches.js";
import { aim, drop, letGo, targets, verdict, type Aim } from "../../state/seat-move.js";
import { SeverityMark } from "../marks.js";
import { optionsOf, type Option } from "./options.js";
import { Gain, said } from "./TableCard.js";

/** Most lines at once; a name finds the others. */
const MOST = 40;

export function SwapPanel({ id, by }: { id: string; by: "pointer" | "keys" }): JSX.Element {
  const t = words.value.lunch;
  const text = useSignal("");
  const input = useRef<HTMLInputElement>(null);
  const view = lunch.value;
  const found = view && targets.value ? optionsOf(view, targets.value, text.value) : [];
  const shown = found.slice(0, MOST);
  const at = shown.findIndex(({ aim: to }) => same(to, aim.value));
  const everybody = [...(view?.tables.flatMap(({ people }) => people) ?? []), ...(view?.unseated ?? [])];
  const name = everybody.find((seat) => seat.id === id)?.name ?? "";
  useEffect(() => {
    if (by === "keys") input.current?.focus();
  }, [id, by]);
  useEffect(() => {
    if (by === "keys") aim.value = shown.find(({ verdict: { bar } }) => !bar)?.aim ?? null;
  }, [targets.value, text.value]);

  const back = (): void => {
    letGo();
    const { table, seat } = seatCursor.peek();
    document.querySelector<HTMLElement>(`[data-at="${table}/${seat}"]`)?.focus();
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    const step = key.key === "ArrowDown" ? 1 : key.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      aim.value = shown[(at + step + shown.length) % shown.length]!.aim;
      document
        .getElementById(`swap-${(at + step + shown.length) % shown.length}`)
        ?.scrollIntoView({ block: "nearest" });
    } else if (key.key === "Enter" && shown[at]) {
      if (!shown[at].verdict.bar) void finish(shown[at]);
    } else if (key.key === "Escape") back();
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  const finish = async ({ aim: to }: Option): Promise<void> => {
    const { table, seat } = seatCursor.peek();
    await drop(to);
    document.querySelector<HTMLElement>(`[data-at="${table}/${seat}"]`)?.focus();
  };
  return (
    <div class="swap" onKeyDown={onKeyDown}>
      <h2 dir="auto">{t.moving(name)}</h2>
      <Outcome />
      {by === "keys" && (
        <div class="acts">
          <input
            ref={input}
            class="fld seek"
            role="combobox"
            aria-expanded="true"
            aria-controls="swaps"
            aria-activedescendant={at < 0 ? undefined : `swap-${at}`}
            aria-label={t.swapWith}
            placeholder={t.find}
            autoComplete="off"
            value={text.value}
            onInput={(change) => (text.value = change.currentTarget.value)}
          />
          <button type="button" class="btn" onClick={back}>
            {t.cancel}
          </button>
        </div>
      )}
      <h3>{t.best}</h3>
      {!targets.value ? (
        <p class="m t1">{t.working}</p>
      ) : shown.length === 0 ? (
        <p class="m t1">{text.value === "" ? t.noneAllowed : t.noneFound}</p>
      ) : (
        <List shown={shown} at={at} onDrop={(option) => void finish(option)} by={by} />
      )}
      {found.length > MOST && <p class="m t1">{t.moreTargets(found.length - MOST)}</p>}
      <Forbidden found={found} />
    </div>
  );
}

/** The target aimed at: points, or the rule that forbids it. */
function Outcome(): JSX.Element {
  const t = words.value.lunch;
  const found = verdict.value;
  const total = lunch.value?.total ?? 0;
  return (
    <div class="outcome" aria-live="polite">
      {found && found.bar?.kind !== "same" && (
        <>
          <b class={found.bar ? "no" : found.gain < 0 ? "dn" : ""}>
            {found.bar ? t.forbidden : t.pointsLong(found.gain)}
          </b>
          <p class="m t1">{found.bar ? said(found) : t.scoreTo(total, total + found.gain)}</p>
        </>
      )}
    </div>
  );
}

interface ListProps {
  shown: readonly Option[];
  at: number;
  by: "pointer" | "keys";
  onDrop: (option: Option) => void;
}

function List({ shown, at, by, onDrop }: ListProps): JSX.Element {
  const t = words.value.lunch;
  return (
    <ul class="swaps" id="swaps" role="listbox" aria-label={t.best}>
      {shown.map((option, i) => {
        const { key, name, table, verdict } = option;
        return (
          <li
            key={key}
            id={`swap-${i}`}
            role="option"
            aria-selected={i === at}
            aria-disabled={verdict.bar !== null}
            class={verdict.bar ? "no" : ""}
            onClick={() => by === "keys" && !verdict.bar && onDrop(option)}
            onPointerMove={() => by === "keys" && i !== at && (aim.value = option.aim)}
          >
            {verdict.bar && <SeverityMark severity="error" />}
            <span class="any">
              <span dir="auto">{name || t.free}</span> {table && <small class="m">{t.table(table)}</small>}
              {verdict.bar && <small class="why">{t.bar(verdict.bar)}</small>}
            </span>
            <Gain verdict={verdict} />
          </li>
        );
      })}
    </ul>
  );
}

function Forbidden({ found }: { found: readonly Option[] }): JSX.Element | null {
  const count = found.filter(({ verdict: { bar } }) => bar !== null).length;
  return count === 0 ? null : <p class="m t1">{words.value.lunch.forbiddenCount(count)}</p>;
}

function same(a: Aim, b: Aim | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
