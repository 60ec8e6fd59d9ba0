// The tour: short steps that go through the screens, each pointing at what it is about. Words and a frame float over the
// page, which stays as it is and can be used meanwhile; Escape skips the rest. Loaded by TourHost.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import "../../styles/tour.css";
import { tourEn } from "../../i18n/tour-en.js";
import { tourFr } from "../../i18n/tour-fr.js";
import { locale, tourSeen } from "../../state/prefs.js";
import { narrow } from "../../state/screen.js";
import { endTour, showPlace } from "../../state/tour.js";
import { px } from "../px.js";
import { around, beside, type Box } from "./beside.js";
import { STEPS } from "./steps.js";

/** What a step points at, and where its words stand. */
interface Spot {
  step: number;
  target: Box;
  left: number;
  top: number;
}

export function Tour(): JSX.Element {
  const t = locale.value === "fr" ? tourFr : tourEn;
  const step = useSignal(0);
  const spot = useSignal<Spot | null>(null);
  const card = useRef<HTMLDivElement>(null);
  /** The button that was pressed last, so that a second press needs no search. */
  const pressed = useRef<"next" | "back">("next");
  const at = step.value;
  const { id, desk, phone } = STEPS[at]!;
  const stop = narrow.value ? phone : desk;

  useEffect(() => void (tourSeen.value = true), []);
  useEffect(() => showPlace(stop.place), [stop]);
  useLayoutEffect(() => {
    const back = pressed.current === "back" ? card.current!.querySelector<HTMLElement>("[data-back]") : null;
    (back ?? card.current!.querySelector<HTMLElement>("[data-next]"))?.focus({ preventScroll: true });
  }, [at]);
  // Once in a frame: screens come when their data does, and what is pointed at moves with scrolling, panels and sizes.
  useEffect(() => {
    let shown = false;
    const look = (): void => {
      frame = requestAnimationFrame(look);
      const target = stop.targets.map(onScreen).find((found) => found !== null);
      if (!target || !card.current) {
        if (spot.peek()?.step === at) spot.value = null;
        return;
      }
      const end = narrow.peek() ? card.current.offsetTop : innerHeight;
      const { top, bottom } = target.getBoundingClientRect();
      if (!shown && (top < 0 || bottom > end)) target.scrollIntoView({ block: narrow.peek() ? "start" : "nearest" });
      shown = true;
      const screen = { width: innerWidth, height: innerHeight };
      const box = around(target.getBoundingClientRect(), screen);
      const size = { width: card.current.offsetWidth, height: card.current.offsetHeight };
      const next = { step: at, target: box, ...beside(box, size, screen) };
      if (!same(spot.peek(), next)) spot.value = next;
    };
    let frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [stop]);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      // Elsewhere on the page the key means what it always means there.
      const focus = document.activeElement;
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (focus !== document.body && !card.current?.contains(focus)) return;
      event.preventDefault();
      endTour();
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, []);

  const go = (by: 1 | -1): void => {
    pressed.current = by > 0 ? "next" : "back";
    if (at + by >= STEPS.length) endTour();
    else step.value = at + by;
  };
  const words = t.steps[id];
  const last = at === STEPS.length - 1;
  const now = spot.value;
  return (
    <>
      {now?.step === at && (
        <div
          class="tourframe"
          aria-hidden="true"
          style={{
            left: px(now.target.left),
            top: px(now.target.top),
            width: px(now.target.width),
            height: px(now.target.height),
          }}
        />
      )}
      {/* A new element for each step: a reader of screens says it anew when the focus comes in. */}
      <div
        key={at}
        ref={card}
        class="tour"
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-at tour-text"
        style={now && !narrow.value ? { left: px(now.left), top: px(now.top) } : undefined}
      >
        <header>
          <h2 id="tour-title">{words.title}</h2>
          <p class="n m">
            <span aria-hidden="true">
              {at + 1} / {STEPS.length}
            </span>
            <span id="tour-at" class="hidden-text">
              {t.at(at + 1, STEPS.length)}
            </span>
          </p>
        </header>
        <p id="tour-text">{(narrow.value && words.phone) || words.text}</p>
        <footer>
          {!last && (
            <button type="button" class="btn txt" onClick={endTour}>
              {t.skip}
            </button>
          )}
          <span class="grow" />
          {at > 0 && (
            <button type="button" class="btn" data-back onClick={() => go(-1)}>
              {t.back}
            </button>
          )}
          <button type="button" class="btn pri" data-next onClick={() => go(1)}>
            {last ? t.end : t.next}
          </button>
        </footer>
      </div>
    </>
  );
}

/** The first element of a selector that takes room. */
function onScreen(selector: string): Element | null {
  return [...document.querySelectorAll(selector)].find((el) => el.getBoundingClientRect().height > 0) ?? null;
}

function same(a: Spot | null, b: Spot): boolean {
  return (
    a !== null &&
    a.step === b.step &&
    a.left === b.left &&
    a.top === b.top &&
    a.target.left === b.target.left &&
    a.target.top === b.target.top &&
    a.target.width === b.target.width &&
    a.target.height === b.target.height
  );
}
