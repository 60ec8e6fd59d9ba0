// Brokerage events in the published MiniZinc format, for tests and benchmarks: the project's own small ones, which stand
// here with their optima (found by trying everything), and the published ones where their folder is given or found.
// The published files are read where they are and never copied.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One event file. */
export interface B2bFile {
  name: string;
  text: string;
  /** True for the project's own. */
  own: boolean;
}

/** One row of optima.csv; `optimum` is undefined where no schedule holds all meetings with at most d holes each. */
export interface B2bOptimum {
  file: string;
  d: number;
  optimum: number | undefined;
}

const OWN = import.meta.dirname;
/** DANCECARD_B2BSP, else the folder of shared instances beside the project. */
export const PUBLISHED = process.env["DANCECARD_B2BSP"] ?? join(OWN, "../../../../shared/instances/b2bsp");

/** The project's own events, by name. */
export function ownFiles(): B2bFile[] {
  return filesOf(OWN, true);
}

/** The published events, by name; none, and a loud line, where their folder is missing. */
export function publishedFiles(): B2bFile[] {
  if (existsSync(PUBLISHED)) return filesOf(PUBLISHED, false);
  process.stderr.write(
    `\n!!! NOT TESTED: the published brokerage events (set DANCECARD_B2BSP to their folder); only the own stand-ins are.\n`,
  );
  return [];
}

/** Known optima of the own events, or of the published ones where their folder is there. */
export function optima(own: boolean): B2bOptimum[] {
  const file = join(own ? OWN : PUBLISHED, "optima.csv");
  if (!existsSync(file)) return [];
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [name, d, holes] = line.split(",") as [string, string, string];
    return { file: name, d: Number(d), optimum: holes === "UNSAT" ? undefined : Number(holes) };
  });
}

function filesOf(folder: string, own: boolean): B2bFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".dzn"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8"), own }));
}
