// --lang fr is French for everything that is said: help, mistakes of the command line, mistakes of files, results.

import { mkdirSync } from "node:fs";
import { expect, it } from "vitest";
import { dancecard, scratch } from "../support/cli.js";

const files = scratch();
const EVENT = files.put("event.json", (await dancecard(["sample", "workshop"])).stdout);
mkdirSync(files.path("folder"));
files.put("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));

it("the help of everything and of each command, wherever the language stands", async () => {
  const of = async (...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await dancecard(words);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  };
  const names = [
    ["solve"],
    ["check"],
    ["verify"],
    ["sample"],
    ["generate"],
    ["import", "b2bsp"],
    ["import", "tables"],
    ["bench"],
    ["bench", "merge"],
    ["start"],
  ];
  const [all, first, ...each] = await Promise.all([
    of("--help", "--lang", "fr"),
    of("--lang=fr", "help"),
    ...names.map((name) => of(...name, "--help", "--lang", "fr")),
  ]);
  expect(first).toBe(all);
  expect(all).toMatch(/rendez-vous d’affaires\.[\s\S]*Codes de sortie\u202f: 0/);
  const english = await Promise.all(names.map((name) => of(...name, "--help")));
  each.forEach((help, i) => {
    const ours = new Set(english[i]!.split("\n").filter((line) => line !== "" && !line.startsWith("dancecard ")));
    expect(help.split("\n").filter((line) => ours.has(line))).toEqual([]);
    expect(help).toContain("ce texte");
  });
});

it.each<[string[], RegExp]>([
  [["solve", files.path("missing.json")], /: erreur no-such-file: Ce fichier n’existe pas\.$/m],
  [["solve", files.path("folder")], /: erreur not-a-file: Ceci est un dossier/],
  [["solve", files.path("picture.png")], /: erreur not-text: Ceci n’est pas du texte/],
  [["solve", EVENT, "--sead", "1"], /Il n’y a pas d’option «\u202f--sead\u202f»\. Vouliez-vous dire --seed\u202f\?/],
  [["solve", EVENT, "--steps", "x"], /--steps doit être un nombre entier/],
  [["solve", EVENT, "--out", EVENT], /: erreur output-is-input: Ce fichier est lu/],
  [["solve", EVENT, "--out", files.path("nowhere/s.json")], /: erreur cannot-write: Le dossier où écrire/],
  [["solve", "workshop"], /Un exemple porte ce nom\u202f:/],
  [["sample", "nonsense"], /: erreur unknown-sample: Il n’y a pas d’exemple/],
  [["slove"], /Il n’y a pas de commande «\u202fslove\u202f»\. Vouliez-vous dire «\u202fsolve\u202f»\u202f\?/],
  [["import"], /Il manque le type de fichier/],
  [["generate", "--buyers", "0", "--suppliers", "1", "--slots", "1", "--seed", "1"], /--buyers doit être/],
])("%j", async (words, said) => {
  const { code, stdout, stderr } = await dancecard([...words, "--lang", "fr"]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/\berror\b|\bThere\b|Try:/);
});

it("results: a summary with narrow spaces, a verdict with translated terms", async () => {
  const out = files.path("schedule.json");
  const solved = await dancecard(["solve", EVENT, "--steps", "100", "--out", out, "--lang", "fr"]);
  expect(solved.stdout).toMatch(/Souhaits satisfaits +\d+ \/ \d+ {2}\(\d+\u202f%\)/);
  expect(solved.stdout).toMatch(/\S\u202f: \d+\u202f%/);
  const judged = await dancecard(["verify", EVENT, out, "--lang", "fr"]);
  expect(judged.stdout).toMatch(/^Faisable\u202f: /);
  expect(judged.stdout).toMatch(/souhaits +[\d\u202f]+\n {2}garanties/);
});
