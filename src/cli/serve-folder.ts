// A small static server for the built page, on this machine only. Used by start. Node only.
// It reads files of one folder and nothing else: no listings, no links out of it, no writing.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".wasm", "application/wasm"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".woff2", "font/woff2"],
  [".ttf", "font/ttf"],
]);

export interface Served {
  /** Where a browser finds it. */
  address: string;
  /** Resolves after Ctrl-C, or when the process is asked to end. */
  closed: Promise<void>;
}

/** Serves the folder on `port`, or on one of the `tries - 1` after it; undefined when all of them are taken. */
export async function serveFolder(folder: string, port: number, tries: number): Promise<Served | undefined> {
  const root = await realpath(folder);
  for (let i = 0; i < tries && port + i < 65_536; i++) {
    const server = createServer((request, response) => void answer(root, request, response));
    const at = await listen(server, port + i);
    if (at === undefined) continue;
    const closed = new Promise<void>((resolve) => {
      const end = (): void => {
        server.close(() => resolve());
        server.closeAllConnections();
      };
      process.once("SIGINT", end).once("SIGTERM", end);
    });
    return { address: `http://localhost:${at}/`, closed };
  }
  return undefined;
}

/** The port it listens on; undefined when that one is taken. */
function listen(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(undefined) : reject(error),
    );
    server.listen(port, "localhost", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const end = (status: number, text: string): void => {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return end(405, "GET only");
  const file = await fileOf(root, request.url ?? "/");
  if (file === undefined) return end(404, "no such file");
  response.writeHead(200, {
    "content-type": TYPES.get(extname(file.path)) ?? "application/octet-stream",
    "content-length": file.size,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return void response.end();
  createReadStream(file.path)
    .on("error", () => response.destroy())
    .pipe(response);
}

async function fileOf(root: string, url: string): Promise<{ path: string; size: number } | undefined> {
  try {
    const { pathname } = new URL(url, "http://localhost");
    const name = decodeURIComponent(pathname);
    const path = await realpath(join(root, name.endsWith("/") ? `${name}index.html` : name));
    const info = await stat(path);
    return path.startsWith(root + sep) && info.isFile() ? { path, size: info.size } : undefined;
  } catch {
    return undefined; // no such file, or an address that means none
  }
}
