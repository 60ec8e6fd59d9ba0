// Who may import whom. The table is the architecture: a line that has to change here is a decision, not a detail.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/**
 * Parts of the project, each with the files it is made of (the first match counts) and the parts it may import.
 * A part may always import itself. `npm` lists packages, `node` allows node: modules, `dom` allows the page's globals.
 */
const PARTS: readonly { part: string; files: RegExp; imports: string[]; npm?: RegExp; node?: true }[] = [
  { part: "layout", files: /^assembly\/layout\.ts$/, imports: [] },
  { part: "kernel-js", files: /^assembly\/js\.ts$/, imports: ["layout"], npm: /^virtual:kernel-js$/ },
  { part: "kernel-js-source", files: /^assembly\/(js-entry|mem-js|virtual\.d)\.ts$/, imports: ["layout", "kernel"] },
  { part: "kernel", files: /^assembly\//, imports: ["layout"] },

  { part: "diagnostic", files: /^src\/spec\/diagnostic\.ts$/, imports: [] },
  // The page computes with times of day while a session is dragged; through index.ts it would load the schema as well.
  { part: "clock", files: /^src\/spec\/clock\.ts$/, imports: [] },
  { part: "schedule", files: /^src\/(schedule|bound)\.ts$/, imports: [], npm: /^zod$/ },
  { part: "samples", files: /^src\/spec\/samples\//, imports: ["spec", "diagnostic"] },
  {
    part: "spec",
    files: /^src\/spec\//,
    imports: ["diagnostic", "clock", "rule"],
    npm: /^(zod|jsonc-parser|@noble\/hashes\/.*)$/,
  },
  { part: "read-schedule", files: /^src\/read-schedule\.ts$/, imports: ["spec", "diagnostic", "schedule"] },
  { part: "rule", files: /^src\/rules\/rule\.ts$/, imports: ["schedule", "judge"] }, // types of what a rule is given

  { part: "certificate-from", files: /^src\/certificate\/from\.ts$/, imports: ["schedule"] }, // trusted by nobody
  {
    part: "judge",
    files: /^src\/(rules\/.*|verify|measure|counterfactual|explain|summary|certificate(\/.*)?)(\.ts)?$/,
    imports: ["rule", "schedule", "spec"],
  },

  { part: "moves", files: /^src\/moves(\.ts$|\/)/, imports: ["judge", "rule", "schedule", "spec"] },
  { part: "promises", files: /^src\/promises\//, imports: ["judge", "certificate-from", "rule", "schedule", "spec"] },
  { part: "problem", files: /^src\/problem\//, imports: ["layout", "spec", "schedule", "solver-types"] },
  { part: "solver-types", files: /^src\/solver\/variant\.ts$/, imports: ["layout", "problem", "rule", "schedule"] },
  {
    part: "solver",
    files: /^src\/solver\//,
    imports: ["layout", "kernel-js", "problem", "solver-types", "rule", "schedule"],
  },

  {
    part: "node-host",
    files: /^src\/host\/(node|worker-node)\.ts$/,
    imports: ["host", "solver"],
    npm: /^comlink/,
    node: true,
  },
  {
    part: "browser-host",
    files: /^src\/host\/(browser|worker)\.ts$/,
    imports: ["host", "solver"],
    npm: /^(comlink|\.\.\/\.\.\/dist\/kernel\.wasm\?url)$/,
  },
  {
    part: "host",
    files: /^src\/host\//,
    imports: ["layout", "problem", "solver", "solver-types", "rule"],
    npm: /^comlink$/,
  },

  // The import brings readers of files: an entry of its own, which the page loads when it is needed. It never stands in
  // the index, or the first load would carry them.
  {
    part: "import",
    files: /^src\/io\/(import\.ts$|import\/|files\/)/,
    // A schedule from another tool becomes one of ours: its type, and the reader of what is one already.
    imports: ["spec", "diagnostic", "clock", "rule", "schedule", "read-schedule"],
    npm: /^(papaparse|fflate|saxen)$/,
  },
  // The export brings writers of files, and a PDF its fonts: an entry of its own as well. It reads what the judge says of a
  // schedule, and knows nothing of solvers.
  {
    part: "export",
    files: /^src\/io\/(export\.ts$|export\/)/,
    imports: ["spec", "rule", "schedule", "read-schedule", "judge", "import"],
    npm: /^(fflate|fontkit|pdfkit|@fontsource\/inter\/files\/[\w-]+\.woff\?inline)$/,
  },
  {
    part: "io",
    files: /^src\/io\//,
    imports: ["spec", "diagnostic", "schedule"],
    npm: /^fflate$/,
  },
  {
    part: "pipeline",
    files: /^src\/(pipeline|plan|reasons|proof|promises)\.ts$/,
    imports: [
      "spec",
      "problem",
      "solver",
      "solver-types",
      "host",
      "judge",
      "promises",
      "certificate-from",
      "rule",
      "schedule",
      "read-schedule",
      "package",
    ],
  },
  { part: "package", files: /^package\.json$/, imports: [] },
  // Peers: models of an event for solvers of others, each of which runs in a thread of its own where it is installed.
  {
    part: "peers",
    files: /^src\/bench\/(peers\.ts$|peers\/)/,
    imports: ["layout", "bench", "problem", "solver", "solver-types", "rule", "samples"],
    npm: /^highs$/,
    node: true,
  },
  // The bench runs variants without an engine and has them judged: it sees both sides, and no host, file or clock.
  {
    part: "bench",
    files: /^src\/bench\//,
    imports: [
      "pipeline",
      "problem",
      "solver",
      "solver-types",
      "judge",
      "rule",
      "schedule",
      "spec",
      "samples",
      "diagnostic",
    ],
    npm: /^zod$/,
  },
  {
    part: "cli",
    files: /^src\/cli(\.ts$|\/)/,
    imports: [
      "pipeline",
      "promises",
      "bench",
      "peers",
      "host",
      "node-host",
      "spec",
      "samples",
      "diagnostic",
      "schedule",
      "read-schedule",
      "judge",
      "rule",
      "solver",
      "io",
      "import",
      "export",
      "package",
    ],
    node: true,
  },
  {
    part: "index",
    files: /^src\/index\.ts$/,
    imports: [
      "pipeline",
      "promises",
      "moves",
      "host",
      "spec",
      "clock",
      "samples",
      "diagnostic",
      "schedule",
      "read-schedule",
      "judge",
      "certificate-from",
      "rule",
      "solver",
      "solver-types",
      "io",
    ],
  },
  {
    part: "dev",
    files: /^src\/dev\//,
    imports: ["index", "node-host", "spec", "judge", "schedule"],
    node: true,
    npm: /^highs$/,
  },
  // What runs beside a variant that somebody brought: the loop that measures it, and what it is handed. No judge, no page.
  {
    part: "sandbox",
    files: /^web\/sandbox\/inside\//,
    imports: ["sandbox-protocol", "layout", "bench", "problem", "solver", "solver-types", "rule"],
  },
  {
    part: "sandbox-protocol",
    files: /^web\/sandbox\/protocol\.ts$/,
    imports: ["bench", "solver-types"],
  },
  // Whatever comes out of there is read in the terms of the problem, and judged by the bench.
  {
    part: "own",
    files: /^web\/worker\/lab\/own\/(bench-own|read|watch)\.ts$/,
    imports: ["sandbox-protocol", "layout", "bench", "problem", "solver-types", "rule"],
  },
  // preact/compat would change what onChange means on every field of the page.
  {
    part: "page",
    files: /^web\//,
    imports: ["index", "clock", "browser-host", "import", "export", "bench", "package", "own", "sandbox-protocol"],
    npm: /^(?!node:|preact\/compat$)/,
  },
];

/** Only these may name what a page or a worker alone has. */
const DOM_FILES = /^(web\/|src\/host\/(browser|worker)\.ts$)/;
const DOM_WORDS =
  /(?<![\w."'`/-])(window\.|document\.(create|query|get|body|head|document|add)|localStorage|indexedDB|navigator\.|self\b)/;

interface Import {
  from: string;
  to: string;
}

const sources = ["src", "assembly", "web"].flatMap((folder) => filesOf(join(root, folder)));
const imports = sources.flatMap(importsOf);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => /\.tsx?$/.test(file));
}

function nameOf(file: string): string {
  return relative(root, file).split(sep).join("/");
}

/** Every specifier of import, export … from, import() and new URL(…, import.meta.url), types included. */
function importsOf(file: string): Import[] {
  const code = withoutComments(readFileSync(file, "utf8"));
  const patterns = [
    /^\s*(?:import|export)\s[^"';]*?from\s*"([^"]+)"/gm,
    /^\s*import\s*"([^"]+)"/gm,
    /\bimport\(\s*"([^"]+)"\s*\)/g,
    /new URL\(\s*"([^"]+)",\s*import\.meta\.url/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, to]) => ({ from: nameOf(file), to: to! })));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** The file an import names, or undefined for a package. */
function targetOf({ from, to }: Import): string | undefined {
  if (!to.startsWith(".")) return undefined;
  const path = nameOf(resolve(root, dirname(from), to.replace(/\?.*$/, "")));
  return path.replace(/\.js$/, ".ts");
}

/** The files of the project whose code an import brings; types bring none, nor do texts (?raw). */
function valuesOf(file: string): Import[] {
  const code = withoutComments(readFileSync(file, "utf8")).replace(
    /^\s*(?:import|export)\s+type\s[^"';]*?from\s*"[^"]+"/gm,
    "",
  );
  const from = nameOf(file);
  return [...code.matchAll(/^\s*(?:import|export)\s[^"';]*?from\s*"(\.[^"]+(?<!\?raw))"/gm)].map(([, to]) => ({
    from,
    to: targetOf({ from, to: to! })!,
  }));
}

function partOf(file: string): (typeof PARTS)[number] | undefined {
  return PARTS.find(({ files }) => files.test(file) || files.test(`${file}.ts`));
}

describe("who may import whom", () => {
  it("finds the sources and their imports", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(200);
    expect(imports).toContainEqual({ from: "src/pipeline.ts", to: "./problem/compile.js" });
    expect(imports).toContainEqual({ from: "src/host/browser.ts", to: "../../dist/kernel.wasm?url" });
  });

  it("knows the part of every source", () => {
    expect(sources.map(nameOf).filter((file) => !partOf(file))).toEqual([]);
  });

  it("keeps to the table", () => {
    const wrong = imports.filter((entry) => {
      const own = partOf(entry.from)!;
      if (own.npm?.test(entry.to)) return false;
      if (entry.to.startsWith("node:")) return !own.node;
      const target = targetOf(entry);
      if (target === undefined) return true;
      const part = partOf(target);
      return !part || (part !== own && !own.imports.includes(part.part));
    });
    expect(wrong).toEqual([]);
  });

  it("has the two bans in the table: the judge sees no solver, the solver sees no event", () => {
    const reach = (part: string): Set<string> => {
      const seen = new Set([part]);
      for (const name of seen) PARTS.find((p) => p.part === name)!.imports.forEach((next) => seen.add(next));
      return seen;
    };
    const solving = ["problem", "solver", "solver-types", "host", "kernel", "kernel-js", "layout"];
    expect(solving.filter((part) => reach("judge").has(part))).toEqual([]);
    for (const part of ["solver", "solver-types", "host"]) {
      expect(PARTS.find((p) => p.part === part)!.imports).not.toContain("spec");
    }
  });

  it("keeps the readers and writers of files out of the index", () => {
    const reach = new Set(["index"]);
    for (const name of reach) PARTS.find((p) => p.part === name)!.imports.forEach((next) => reach.add(next));
    expect(["import", "export"].filter((part) => reach.has(part))).toEqual([]);
  });

  // One value from the index and the first load carries the schema, the judge and the solver.
  it("lets the page's main thread run nothing of the library but the clock", () => {
    const main = /^web\/(?!worker\/|offline\/|sandbox\/inside\/)/;
    const run = sources
      .filter((file) => main.test(nameOf(file)))
      .flatMap((file) => valuesOf(file))
      .filter(({ to }) => /^(src|web\/worker)\//.test(to) && to !== "src/spec/clock.ts");
    expect(run).toEqual([]);
  });

  it("uses what only a page has in marked files only", () => {
    const used = sources
      .map((file) => ({ file: nameOf(file), word: DOM_WORDS.exec(withoutComments(readFileSync(file, "utf8")))?.[0] }))
      .filter(({ file, word }) => word !== undefined && !DOM_FILES.test(file));
    expect(used).toEqual([]);
  });

  it("looks at clocks and chance in hosts and screens only", () => {
    const allowed = /^(web|src\/(host|cli|dev|bench\/peers)\/|src\/cli\.ts)/;
    const used = sources.filter((file) => {
      const code = withoutComments(readFileSync(file, "utf8"));
      return (
        !allowed.test(nameOf(file)) &&
        /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval)\b/.test(code)
      );
    });
    expect(used.map(nameOf)).toEqual([]);
  });
});

describe("import cycles", () => {
  // Types may refer to each other; code that runs may not. The kernel's import statements do not tell types apart.
  it("are nowhere among the values that files import from each other", () => {
    const edges = new Map<string, string[]>();
    for (const file of sources) {
      edges.set(
        nameOf(file),
        valuesOf(file).map(
          ({ to: target }) =>
            [target, `${target}.ts`, `${target}.tsx`, target.replace(/\.ts$/, ".tsx"), `${target}/index.ts`].find((t) =>
              sources.some((s) => nameOf(s) === t),
            ) ?? target,
        ),
      );
    }
    const state = new Map<string, "open" | "closed">();
    const cycles: string[][] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === "closed") return;
      if (state.get(file) === "open") return void cycles.push([...path.slice(path.indexOf(file)), file]);
      state.set(file, "open");
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, "closed");
    };
    for (const file of edges.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
