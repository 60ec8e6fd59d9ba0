// `dancecard bench` and `bench merge` as people run them: the report, the file, shards, exit codes, mistakes in two languages.
// Budgets are steps: nothing here measures time.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BenchFile } from "../../src/bench/results.js";
import { CLI, dancecard, scratch } from "../support/cli.js";

const files = scratch();
const EVENT = files.put("event.json", (await dancecard(["sample", "workshop"])).stdout);
const SMALL = ["--sizes", "XS", "--seeds", "1-2", "--steps", "100,1000"];
const NEVER = files.path("never.json");

const read = (path: string): string => readFileSync(path, "utf8");
const parsed = (path: string): BenchFile => JSON.parse(read(path)) as BenchFile;

describe("a bench", () => {
  it("prints the report and writes the results", async () => {
    const out = files.path("all.json");
    const { code, stdout, stderr } = await dancecard(["bench", ...SMALL, "--out", out]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# Quality, version \d/);
    expect(stdout.match(/^\| XS (pure|full) \| (search|greedy) \| 1?100?0 \| 2 \|/gm)).toHaveLength(8);
    const { suite, plan, runs, hosts } = parsed(out);
    expect([suite, plan.unit, plan.budgets, runs.length]).toEqual(["quality", "steps", [100, 1000], 8]);
    expect(hosts).toEqual([expect.objectContaining({ kernel: runs[0]!.build, runtime: `Node ${process.version}` })]);
  });

  it("of shards and merged is the same to the byte", async () => {
    const parts = ["1/3", "2/3", "3/3"].map((shard, i) => [shard, files.path(`part${i}.json`)] as const);
    const [whole, ...ran] = await Promise.all([
      dancecard(["bench", ...SMALL, "--out", files.path("whole.json")]),
      ...parts.map(([shard, out]) => dancecard(["bench", ...SMALL, "--shard", shard, "--out", out])),
    ]);
    expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(ran[0]!.stdout).toContain("**5 of 8 runs are missing here: 1, 2, 4, 5, 7.**");
    const out = files.path("merged.json");
    const merged = await dancecard(["bench", "merge", ...parts.map(([, file]) => file).reverse(), "--out", out]);
    expect(merged).toEqual({ code: 0, stdout: whole.stdout, stderr: "" });
    expect(read(out)).toBe(read(files.path("whole.json")));
    const printed = await dancecard(["bench", "merge", out, "--out", "-"]);
    expect(printed.stdout).toBe(read(out));
  });

  it("takes somebody's own events, also from standard input, with a seed for each run", async () => {
    const words = ["bench", EVENT, "-", "--seeds", "3,5", "--steps", "50", "--variants", "round-robin", "--out", "-"];
    const { code, stdout } = await dancecard(words, readFileSync(EVENT));
    const { runs } = JSON.parse(stdout) as BenchFile;
    expect(code).toBe(0);
    expect(runs.map(({ instance, seed }) => `${instance} ${seed}`)).toEqual([
      "event 3",
      "event 5",
      "stdin 3",
      "stdin 5",
    ]);
    expect(new Set(runs.map(({ event }) => event)).size).toBe(1);
  });

  it("of speed has turns side by side", async () => {
    const words = ["bench", "--suite", "speed", "--sizes", "XS", "--rules", "pure", "--steps", "200", "--repeat", "3"];
    const { code, stdout } = await dancecard([...words, "--lang", "fr"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Vitesse, version \d/);
    expect(stdout.match(/^\| XS:pure:1 \| search(-js)? \| 3 \| /gm)).toHaveLength(2);
  });

  it("of peers has ours and theirs in one table, each with its proof or none", async () => {
    const out = files.path("peers.json");
    const words = ["bench", "--suite", "peers", "--sizes", "XS", "--rules", "pure", "--variants", "search"];
    const more = ["--peers", "random,highs", "--budgets", "1,40", "--out", out];
    const { code, stdout } = await dancecard([...words, ...more]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Peers, version/);
    expect(stdout).toMatch(
      /^\| XS pure \| search \| 1 \| [\d.e-]+ \| 5730 \(0\.00\) \| 5730 \(0\.00\) \| 0\.00 \| [\d.]+ \|$/m,
    );
    expect(stdout).toMatch(/^\| XS pure \| random \| .* \| - \| none \|$/m);
    expect(stdout).toMatch(/^\| XS pure \| highs \| .* \| 5730 \(0\.00\) \| 0\.00 \| [\d.]+ \|$/m);
    expect(parsed(out).plan.variants).toEqual(["search", "random", "highs"]);
    // What was written is read again, and says the same.
    expect((await dancecard(["bench", "merge", out])).stdout).toBe(stdout);
  });

  it("of published events reaches their optima", async () => {
    const folder = join(import.meta.dirname, "../support/b2bsp");
    const { code, stdout } = await dancecard(["bench", "--suite", "b2bsp", folder, "--budgets", "20"]);
    expect(code).toBe(0);
    expect(stdout).toContain("\n10 of 10 at the published optimum; median ");
    expect(stdout).toMatch(/^\| b2bsp harbour\.fixed d=2 \| search \| 5 \| 5 \|/m);
    expect(stdout).toMatch(
      /^\| b2bsp quay\.crowded d=2 \| search \| UNSAT \| - \| .* \| proved impossible, [\d.]+ s \|$/m,
    );
  });

  it("says in French what it says, with narrow spaces", async () => {
    const { code, stdout } = await dancecard(["bench", ...SMALL, "--rules", "pure", "--lang", "fr"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/processeur|pas, les nombres sont donc/);
    expect(stdout).toContain("seul fil\u202f; les budgets");
    expect(stdout).toContain("Aucun résultat n’est faux\u202f:");
  });

  it("that is ended, however roughly, keeps what it did", async () => {
    const out = files.path("ended.json");
    const words = ["bench", "--sizes", "XS", "--rules", "pure", "--seeds", "1-5000", "--steps", "100000"];
    const watcher = watch(files.folder);
    const child = spawn(process.execPath, [CLI, ...words, "--out", out], { stdio: "ignore" });
    const closed = once(child, "close");
    while (!existsSync(out)) await once(watcher, "change");
    watcher.close();
    child.kill("SIGKILL");
    await closed;
    const { code, stdout } = await dancecard(["bench", "merge", out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\*\*\d+ of 10000 runs are missing here: /m);
    expect(stdout).toMatch(/^\| XS pure \| search \| 100k \| \d+ \| /m);
  });

  it("ends with 1 when a result is wrong", async () => {
    const out = files.path("right.json");
    await dancecard(["bench", ...SMALL, "--variants", "greedy", "--out", out]);
    const bench = parsed(out);
    Object.assign(bench.runs[1]!.results[0]!, { verdict: "wrong", why: "1 findings: clash" });
    const { code, stdout } = await dancecard(["bench", "merge", files.put("bad.json", JSON.stringify(bench))]);
    expect(code).toBe(1);
    expect(stdout).toContain("| XS:pure:2 | greedy | 2 | 100 | **WRONG** | 1 findings: clash |");
  });
});

describe("mistakes", () => {
  it.each<[string, RegExp, RegExp]>([
    ["--variants serch", /“serch”: did you mean “search”\?/, /vouliez-vous dire «\u202fsearch\u202f»\u202f\?/],
    ["--variants ,", /--variants names none/, /n’en nomme aucun/],
    ["--sizes XS,HUGE", /--sizes cannot hold “HUGE”/, /--sizes ne peut pas contenir/],
    ["--rules some", /--rules cannot hold “some”/, /--rules ne peut pas contenir/],
    ["--seeds 1.5", /--seeds must be whole numbers/, /--seeds doit être des nombres entiers/],
    ["--steps 0", /--steps must be whole numbers above 0/, /--steps doit être des nombres entiers/],
    ["--steps 1.5", /--steps must be whole numbers above 0/, /--steps doit être des nombres entiers/],
    ["--budgets x", /--budgets must be seconds above 0/, /--budgets doit être des secondes/],
    ["--steps 5 --budgets 1", /exclude each other/, /s’excluent/],
    ["--shard 3/2", /--shard must be I\/N/, /--shard doit être I\/N/],
    ["--repeat 0", /--repeat must be a whole number/, /--repeat doit être un nombre entier/],
    ["--suite speed --steps 5,6", /one number/, /un seul nombre/],
    ["--suite peers --peers hihgs", /“hihgs”: did you mean “highs”\?/, /vouliez-vous dire «\u202fhighs\u202f»/],
    ["--suite peers --steps 5", /counts seconds/, /compte des secondes/],
    ["--peers highs", /belongs to --suite peers/, /va avec --suite peers/],
    ["--suite b2bsp", /needs one folder/, /demande un dossier/],
    ["--suite b2bsp /nowhere", /no optima\.csv/, /no optima\.csv/],
    ["--suite page", /--suite cannot be “page”/, /--suite ne peut pas être/],
  ])("%s", async (words, en, fr) => {
    const [english, french] = await Promise.all(
      [[], ["--lang", "fr"]].map((lang) => dancecard(["bench", ...words.split(" "), "--out", NEVER, ...lang])),
    );
    expect([english!.code, english!.stdout, french!.code, french!.stdout]).toEqual([2, "", 2, ""]);
    expect(english!.stderr).toMatch(en);
    expect(french!.stderr).toMatch(fr);
  });

  it("in events are told, and two of one name are not mixed up", async () => {
    const torn = files.put("torn.json", readFileSync(EVENT, "utf8").slice(0, 500));
    expect(await dancecard(["bench", torn, "--steps", "5"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/torn\.json:\d+:\d+: error /),
    });
    const twice = await dancecard(["bench", EVENT, EVENT, "--steps", "5", "--lang", "fr"]);
    expect([twice.code, twice.stdout]).toEqual([2, ""]);
    expect(twice.stderr).toMatch(/erreur same-name: Les résultats appelleraient ceci «\u202fevent\u202f»/);
    const lost = await dancecard(["bench", EVENT, "--steps", "5", "--out", files.path("nowhere/x.json")]);
    expect([lost.code, lost.stdout]).toEqual([2, ""]);
    expect((await dancecard(["bench", EVENT, "--steps", "5", "--out", EVENT])).code).toBe(2);
  });

  it("in files of results are told with their place", async () => {
    const merge = (...words: string[]) => dancecard(["bench", "merge", ...words]);
    const out = files.path("one.json");
    const event = files.put("mine.json", (await dancecard(["sample", "workshop"])).stdout);
    const ran = ["--seeds", "1,2", "--steps", "50", "--variants", "greedy"];
    await dancecard(["bench", event, ...ran, "--shard", "1/2", "--out", out]);
    files.put("mine.json", (await dancecard(["sample", "recruitment-day"])).stdout);
    const other = files.path("two.json");
    await dancecard(["bench", event, ...ran, "--shard", "2/2", "--out", other]);

    const told = async (...words: string[]): Promise<string> => {
      const { code, stdout, stderr } = await merge(...words);
      expect([code, stdout]).toEqual([2, ""]);
      return stderr;
    };
    expect(await told(out, other)).toMatch(/two\.json: error other-event: “mine” is another event here than in/);
    expect(await told(out, other, "--lang", "fr")).toMatch(/erreur other-event: «\u202fmine\u202f» est ici un autre/);
    expect(await told(out, out)).toMatch(/error run-twice: Run 0 stands in/);
    expect(await told(out, files.path("all.json"))).toMatch(/all\.json: error other-bench: /);
    expect(await told(EVENT)).toMatch(/event\.json:\d+:\d+: error wrong-format format: /);
    expect(await told(files.put("half.json", read(out).slice(0, 300)))).toMatch(/half\.json:\d+:\d+: error truncated/);
    expect(await told(files.put("odd.json", read(out).replace('"verdict": "ok"', '"verdict": 5')))).toMatch(
      /odd\.json:\d+:\d+: error \S+ runs\[0\]\.results\[0\]\.verdict: /,
    );
    expect(await told(files.path("missing.json"), "--lang", "fr")).toMatch(/erreur no-such-file/);
    expect(await told()).toMatch(/FILE\.\.\. is missing/);
  });
});
