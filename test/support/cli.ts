// Runs the built command line as people do: as a process.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

export const CLI = resolve(import.meta.dirname, "../../dist/cli.js");

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `dancecard ...words`, with `input` as standard input. */
export function dancecard(words: readonly string[], input: string | Buffer = ""): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CLI, ...words]);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdin.on("error", () => {}); // it may end before it has read everything
    child.stdin.end(input);
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}

/** A folder for this test file, gone when it ends; `put` writes a file there and gives its path. */
export function scratch(): {
  folder: string;
  path: (name: string) => string;
  put: (name: string, data: string | Buffer) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), "dancecard-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    put: (name, data) => {
      writeFileSync(path(name), data);
      return path(name);
    },
  };
}
