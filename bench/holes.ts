// On how many published brokerage events the person-by-person hole bound is the proven optimum, or shows that not all
// meetings can be held, and how long its check takes: what a certificate without any price proves.
// Usage: npm run bench -- holes FOLDER [D]

import { checkCertificate } from "../src/certificate.js";
import { factsOf } from "../src/rules/facts.js";
import { hashOf } from "../src/rules/facts/hash.js";
import { B2B_UNSAT, published } from "./lib-instances.js";

export async function main([folder, d = "2"]: string[]): Promise<void> {
  if (folder === undefined) throw new Error("usage: npm run bench -- holes FOLDER [D]");
  const instances = published(folder).filter(({ id }) => id.endsWith(` d=${d}`));
  const times: number[] = [];
  let closed = 0;
  let cut = 0;
  for (const { id, group, published: optimum, load } of instances) {
    const facts = factsOf(load());
    const event = hashOf(facts);
    const start = performance.now();
    const proof = checkCertificate(facts, { event, scale: 1, holes: true });
    const time = performance.now() - start;
    times.push(time);
    if (!proof.ok) throw new Error(`${id}: ${proof.reason}`);
    const unsat = group === B2B_UNSAT;
    if (!unsat && (proof.impossible.length > 0 || proof.value < optimum!)) throw new Error(`${id}: the bound is wrong`);
    const found = proof.impossible.length > 0 ? "UNSAT" : String(0 - proof.value);
    const known = unsat ? "UNSAT" : String(0 - optimum!);
    if (found === known) closed++;
    if (proof.holes.some((one) => one.cut)) cut++;
    const people = `${proof.holes.length}/${facts.people.length} people`;
    console.log(`${id.padEnd(44)} ${found.padStart(5)} of ${known.padStart(5)}  ${time.toFixed(1)} ms  ${people}`);
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1]!.toFixed(1);
  console.log(
    `closed ${closed} of ${instances.length}; median ${median} ms, most ${times.at(-1)!.toFixed(1)} ms; cut ${cut}`,
  );
}
