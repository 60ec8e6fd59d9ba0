// The service worker: keeps every file of the built page on this computer and serves it from there, so that the page opens
// without a network. Built as sw.js by vite.offline.ts, which puts the list of files in. It never serves a mix of two
// builds: a file that is not the one of the list is not taken. It takes over when the page asks, never by itself.

/** Files by address, each with the start of the SHA-256 of its contents; and a name made of all of them. */
interface Build {
  version: string;
  files: Record<string, string>;
}

/** Replaced by the list when the page is built. */
declare const __BUILD__: Build;

const scope = self as unknown as ServiceWorkerGlobalScope;
const { version, files } = __BUILD__;
/** Pages of other folders of the same host have caches of their own. */
const PREFIX = `dancecard-page:${scope.registration.scope}:`;
const CACHE = PREFIX + version;
const START = "index.html";
/** Downloads at once: the page's own requests come first. */
const ABREAST = 3;

scope.addEventListener("install", (event) => event.waitUntil(fill()));
scope.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => scope.clients.claim())));
scope.addEventListener("message", ({ data }) => {
  if (data === "take over") void scope.skipWaiting();
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const name = nameOf(request);
  if (name === null) return;
  event.respondWith(answer(name, request));
  if (request.mode === "navigate") event.waitUntil(tidy());
});

/** The file that a request means; null where it is none of the page's. */
function nameOf({ method, url }: Request): string | null {
  const { origin, pathname } = new URL(url);
  const home = new URL(scope.registration.scope);
  if (method !== "GET" || origin !== home.origin || !pathname.startsWith(home.pathname)) return null;
  const path = pathname.slice(home.pathname.length);
  const name = path === "" ? START : path;
  // A page of the build before may still ask for a file of its own: it is looked for in that build's cache.
  return Object.hasOwn(files, name) || path.startsWith("assets/") ? name : null;
}

async function answer(name: string, request: Request): Promise<Response> {
  const own = await (await caches.open(CACHE)).match(keyOf(name));
  if (own) return own;
  const earlier = name === START ? undefined : await caches.match(keyOf(name));
  return earlier ?? fetch(request);
}

/** Puts every file into the cache of this build: from an earlier build's where it is the same, else from the network. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const names = Object.keys(files);
  const some = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const key = keyOf(name);
      if (await cache.match(key)) continue;
      const earlier = await caches.match(key);
      const taken = earlier && (await isRight(name, earlier.clone())) ? earlier : await fetched(name);
      await cache.put(key, taken);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, some));
}

async function fetched(name: string): Promise<Response> {
  // What is named after its contents may come out of the browser's own cache: the page has just loaded it.
  const response = await fetch(keyOf(name), { cache: name.startsWith("assets/") ? "default" : "no-cache" });
  if (!response.ok || !(await isRight(name, response.clone())))
    throw new Error(`${name} is not the file of this build`);
  // A redirected answer must not be given to a navigation.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

async function isRight(name: string, response: Response): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.startsWith(files[name]!);
}

/** Removes the caches of earlier builds; while other windows may still run one of them, or a newer one waits, they stay. */
async function tidy(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > 1 || scope.registration.waiting || scope.registration.installing) return;
  const old = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CACHE);
  await Promise.all(old.map((key) => caches.delete(key)));
}

function keyOf(name: string): string {
  return new URL(name, scope.registration.scope).href;
}
