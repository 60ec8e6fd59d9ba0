// On how many published brokerage events the person-by-person hole bound is the proven optimum, or shows that not all
// meetings can be held, alone and with the slots that the meetings of the others leave, and how long its check takes: what
// a certificate without any price proves.
// Usage: npm run bench -- holes FOLDER [D]

import { holesByPerson, type PersonHoles } from "../src/certificate/holes.js";
import { everySlot, narrow } from "../src/certificate/narrow.js";
import { factsOf } from "../src/rules/facts.js";
import { B2B_UNSAT, published } from "../src/cli/published.js";

export async function main([folder, d = "2"]: string[]): Promise<void> {
  if (folder === undefined) throw new Error("usage: npm run bench -- holes FOLDER [D]");
  const instances = published(folder).filter(({ id }) => id.endsWith(` d=${d}`));
  const alone = new Tally();
  const together = new Tally();
  for (const { id, group, published: optimum, load } of instances) {
    const known = group === B2B_UNSAT ? "UNSAT" : String(0 - optimum!);
    // Facts of their own for each: nothing that one has looked up helps the other.
    const one = alone.count(known, load, (facts) => holesByPerson(facts, everySlot(facts)));
    const two = together.count(known, load, (facts) => holesByPerson(facts, narrow(facts)));
    console.log(`${id.padEnd(44)} ${one} | ${two} of ${known.padStart(5)}`);
  }
  console.log(`person by person: ${alone.summary()}`);
  console.log(`after narrowing:  ${together.summary()}`);
}

class Tally {
  readonly #times: number[] = [];
  #closed = 0;
  #cut = 0;

  count(
    known: string,
    load: () => Parameters<typeof factsOf>[0],
    prove: (facts: ReturnType<typeof factsOf>) => PersonHoles[],
  ): string {
    const facts = factsOf(load());
    const start = performance.now();
    const holes = prove(facts);
    const time = performance.now() - start;
    this.#times.push(time);
    const impossible = holes.some(({ fewest }) => fewest === undefined);
    const found = impossible ? "UNSAT" : String(holes.reduce((sum, { fewest }) => sum + fewest!, 0));
    if (known !== "UNSAT" && (impossible || Number(found) > Number(known)))
      throw new Error(`the bound ${found} is wrong`);
    if (found === known) this.#closed++;
    if (holes.some(({ cut }) => cut)) this.#cut++;
    return `${found.padStart(5)} ${time.toFixed(1).padStart(7)} ms`;
  }

  summary(): string {
    const times = this.#times.sort((a, b) => a - b);
    const [median, most] = [times[times.length >> 1]!, times.at(-1)!].map((time) => time.toFixed(1));
    return `closed ${this.#closed} of ${times.length}; median ${median} ms, most ${most} ms; cut ${this.#cut}`;
  }
}
