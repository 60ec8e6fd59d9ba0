// One history of all changes of the text: undo and redo walk it to the letter, whoever made them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedText, type TextChange } from "../../../src/index.js";
import { EventText, MOST_STEPS } from "../../../web/worker/event-text.js";

const label = { en: "Change", fr: "Modification" };
const actions = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom("change", "type"),
        at: fc.nat(40),
        length: fc.nat(3),
        text: fc.string({ maxLength: 4 }),
        wait: fc.constantFrom(1, 5000),
      }),
    },
    { weight: 4, arbitrary: fc.constant({ kind: "undo" as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: "redo" as const }) },
  ),
  { maxLength: 40 },
);

describe("the history of the text", () => {
  it("goes back and forth through the same texts, and whoever follows the batches has them too", () => {
    fc.assert(
      fc.property(fc.string(), actions, (start, list) => {
        const text = new EventText();
        text.open(start);
        let follower = text.text;
        const states = [text.text];
        let at = 0;
        let now = 0;
        let typed = -Infinity;
        for (const action of list) {
          if (action.kind === "undo" || action.kind === "redo") {
            const step = action.kind === "undo" ? text.undo() : text.redo();
            const next = action.kind === "undo" ? at - 1 : at + 1;
            expect(step === null).toBe(states[next] === undefined);
            at = step ? next : at;
            for (const batch of step?.batches ?? []) follower = changedText(follower, batch);
            typed = step ? -Infinity : typed;
          } else {
            const offset = Math.min(action.at, text.text.length);
            const change: TextChange = {
              offset,
              length: Math.min(action.length, text.text.length - offset),
              text: action.text,
            };
            now += action.wait;
            if (action.kind === "type") text.type([change], label, now);
            else text.change([change], label);
            follower = changedText(follower, [change]);
            const burst = action.kind === "type" && now - typed <= 1000;
            typed = action.kind === "type" ? now : -Infinity;
            at = burst ? at : at + 1;
            states.splice(at, states.length, text.text);
          }
          expect(text.text).toBe(states[at]);
          expect(follower).toBe(text.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("forgets the oldest steps, never the last one", () => {
    const text = new EventText();
    text.open("");
    for (let i = 0; i < MOST_STEPS + 50; i++) text.change([{ offset: 0, length: 0, text: "x" }], label);
    expect(text.history.undo).toHaveLength(MOST_STEPS);
    text.change([{ offset: 0, length: 0, text: "y".repeat(30_000_000) }], label);
    expect(text.history.undo).toHaveLength(1);
    expect(text.undo()?.batches).toHaveLength(1);
    expect(text.text).toBe("x".repeat(MOST_STEPS + 50));
  });

  it("counts every batch, so that a late change of an older text can be told", () => {
    const text = new EventText();
    text.open("ab");
    const { serial } = text;
    text.change([{ offset: 0, length: 1, text: "" }], label);
    text.undo();
    expect(text.serial).toBe(serial + 2);
  });
});
