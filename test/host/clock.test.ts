import { expect, it } from "vitest";
import { openClock } from "../../src/host/clock.js";

it("lets messages of others through while a loop pauses again and again", async () => {
  const clock = openClock();
  const { port1, port2 } = new MessageChannel();
  let heard = false;
  port1.onmessage = () => (heard = true);
  port2.postMessage("cancel");
  let pauses = 0;
  while (!heard && pauses < 500) {
    pauses++;
    await clock.pause();
  }
  expect(pauses).toBeLessThan(5);
  port1.close();
  clock.close();
});

it("lets timers through too", async () => {
  const clock = openClock();
  let rang = false;
  setTimeout(() => (rang = true), 0);
  const started = clock.now();
  let pauses = 0;
  while (!rang && pauses < 500) {
    pauses++;
    for (const until = clock.now() + 1; clock.now() < until;);
    await clock.pause();
  }
  expect(rang).toBe(true);
  expect(pauses).toBeLessThan(50);
  expect(clock.now()).toBeGreaterThan(started);
  clock.close();
});
