// Makes a clone ready to run: dependencies when they do not match the lock file, a build when a source has changed.
// Called by `npm start` and `npm test`; quick and silent when there is nothing to do. `npm run build` adds --build: build
// whatever the sources say. Node's own modules only.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = ["src", "assembly", "web", "test/support/chromium.ts", "asconfig.json", "tsconfig.json"];
const MORE = ["package.json", "package-lock.json", "vite.config.ts", "vite.kernel.ts", "vite.offline.ts"];
const BUILT = [
  "cli.js",
  "index.js",
  "import.js",
  "export.js",
  "node.js",
  "worker-node.js",
  "kernel.wasm",
  "kernel.debug.wasm",
  "web/index.html",
  "web/sw.js",
];
const stampFile = join(root, "dist", ".stamp");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

if (!dependenciesMatch()) run("Installing dependencies", "npm", ["ci", "--no-audit", "--no-fund"]);
const stamp = hashSources();
const forced = process.argv.includes("--build");
if (forced || read(stampFile) !== stamp || BUILT.some((file) => !existsSync(join(root, "dist", file)))) {
  rmSync(stampFile, { force: true }); // a build that is broken off must not pass for a whole one
  run("Building", process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"]);
  writeFileSync(stampFile, stamp);
}

/** Whether what npm noted of its last install is what the lock file asks for (packages of other platforms excepted). */
function dependenciesMatch() {
  const installed = read(join(root, "node_modules/.package-lock.json"));
  if (!installed) return false;
  const has = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(read(join(root, "package-lock.json"))).packages).every(
    ([path, wanted]) => path === "" || (has[path] ? has[path].version === wanted.version : wanted.optional === true),
  );
}

function hashSources() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const path of [...SOURCES, ...MORE]) add(path);
  return hash.digest("hex");

  function add(path) {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else hash.update(path).update("\0").update(readFileSync(full)).update("\0");
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function run(title, command, args) {
  console.error(`${title} …`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error(`${title} failed${error ? `: ${error.message}` : ""}.`);
  process.exit(1);
}
