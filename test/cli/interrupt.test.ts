// Ctrl-C and the progress line, which need a terminal: this process pretends to be one.

import { afterEach, expect, it, vi } from "vitest";
import { inTerminal, runInTerminal } from "../../src/cli/solve.js";
import { checkPromises, priceEvent } from "../../src/promises.js";
import { parseSpec } from "../../src/spec/parse.js";
import { sampleText } from "../../src/spec/samples/index.js";
import type { EventSpec } from "../../src/spec/schema.js";

const stderr = process.stderr;
const wasTerminal = stderr.isTTY;

afterEach(() => {
  vi.restoreAllMocks();
  stderr.isTTY = wasTerminal;
});

function workshop(): EventSpec {
  const spec = parseSpec(sampleText("workshop")!);
  if (!spec.ok) throw new Error("the workshop is not a legal event");
  return spec.value;
}

it.each(["SIGINT", "SIGTERM"] as const)(
  "the first %s stops the run and keeps its best; the line shows score and time, and is wiped",
  async (signal) => {
    stderr.isTTY = true;
    const shown: string[] = [];
    vi.spyOn(stderr, "write").mockImplementation((text) => {
      shown.push(String(text));
      if (shown.length === 5) process.emit(signal);
      return true;
    });
    const result = await runInTerminal(workshop(), "en", { variant: "search", seed: 1, budget: { seconds: 600 } });
    expect(result.status).toBe("cancelled");
    expect(result.report!.feasible).toBe(true);
    expect(result.schedule!.meetings.length).toBeGreaterThan(0);
    expect(shown[0]).toMatch(/^\r\u001b\[K\d+\.\d s {2}score -?[\d,]+$/);
    expect(shown.at(-1)).toBe("\r\u001b[K");
    expect(process.listenerCount(signal)).toBe(0);
  },
);

it("nothing is shown where nobody watches", async () => {
  stderr.isTTY = false;
  const write = vi.spyOn(stderr, "write").mockReturnValue(true);
  const result = await runInTerminal(workshop(), "en", { variant: "search", seed: 1, budget: { steps: 1000 } });
  expect(result.status).toBe("finished");
  expect(write).not.toHaveBeenCalled();
});

it("several runs hear a signal once, and one that comes in the first stops those after it", async () => {
  stderr.isTTY = false;
  const spec = workshop();
  const options = { budget: { steps: 1000 } };
  const listening = await inTerminal("en", async (engine, { signal }) => {
    await checkPromises(spec, engine, { ...options, signal });
    await priceEvent(spec, engine, { ...options, signal });
    return process.listenerCount("SIGINT");
  });
  expect(listening).toBe(1);
  expect(process.listenerCount("SIGINT")).toBe(0);
  const answer = await inTerminal("en", async (engine, { signal }) => {
    const run = checkPromises(spec, engine, { ...options, signal });
    process.emit("SIGINT");
    await run;
    return checkPromises(spec, engine, { budget: { seconds: 600 }, signal });
  });
  expect(answer).toMatchObject({ status: "open", ended: "cancelled" });
  expect(process.listenerCount("SIGINT")).toBe(0);
});
