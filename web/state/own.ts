// Own variants: the list, which one is edited, and what a bench needs to run them. Loaded with the Lab. They are kept in the
// browser; their code runs in a sandbox (sandbox/open.ts) and nowhere else.

import { computed, signal } from "@preact/signals";
import { transfer } from "comlink";
import type { OwnVariant } from "../lab-views.js";
import type { OwnError, OwnFile, OwnKind } from "../own-views.js";
import { closeSandbox, openSandbox } from "../sandbox/open.js";
import type { OwnCode } from "../sandbox/protocol.js";
import { ask } from "./bridge.js";

/** Most bytes of a file that is taken. */
const MOST_BYTES = 8 << 20;
/** Letters of a name. */
const MOST_LETTERS = 40;
/** Runs in place of a text with errors. */
const BROKEN: OwnCode = { kind: "js", text: 'throw new Error("its text has errors");' };

export const ownFiles = signal<OwnFile[]>([]);
/** As the Lab lists them. */
export const ownVariants = computed(() => ownFiles.value.map(({ id, name }): OwnVariant => ({ id, title: name })));
const editing = signal<string | null>(null);
/** The variant in the editor. */
export const edited = computed(() => ownFiles.value.find(({ id }) => id === editing.value) ?? null);
/** What the compiler says of it; null until it has said something. */
export const errors = signal<readonly OwnError[] | null>(null);
/** Writes to the browser's storage that are not done. */
const writing = signal(0);
export const storing = computed(() => writing.value > 0);
/** What could not be done last. */
export const refused = signal<{ why: "kind" | "size" | "kept"; name: string } | null>(null);

/** The page's part of a run: only the main thread can open a sandbox. */
export const sandboxes = {
  async open() {
    const ports = await openSandbox();
    return transfer(ports, [ports.work, ports.pulse]);
  },
  async close() {
    closeSandbox();
  },
};

/** The code of those that are asked for. */
export function sourcesOf(ids: readonly string[]): { id: string; code: OwnCode }[] {
  return ownFiles.peek().flatMap(({ id, code }) => (ids.includes(id) ? [{ id, code: code ?? BROKEN }] : []));
}

let loaded: Promise<void> | null = null;

/** Takes up what was kept. */
export function loadOwn(): Promise<void> {
  return (loaded ??= ask((api) => api.own.list() as Promise<OwnFile[]>)
    .catch(() => [])
    .then((kept) => void (ownFiles.value = kept)));
}

/** A new variant with the text to start from, in the editor; its id. */
export async function writeOwn(name: string): Promise<string> {
  const { default: text } = await import("../../src/solver/variants/skeleton.ts?raw");
  return edit(await add(name, "ts", { text, code: null }));
}

/** Takes a file; its id, or null where it is none that can be run. */
export async function openOwn(file: File): Promise<string | null> {
  const [, name = "", ending = ""] = /^(.*)\.(\w+)$/.exec(file.name) ?? [];
  const kind = ({ ts: "ts", js: "js", mjs: "js", wasm: "wasm" } as const)[ending.toLowerCase()];
  refused.value = !kind
    ? { why: "kind", name: file.name }
    : file.size > MOST_BYTES
      ? { why: "size", name: file.name }
      : null;
  if (!kind || refused.peek()) return null;
  if (kind === "wasm") return add(name, kind, { text: "", code: { kind, bytes: await file.arrayBuffer() } });
  const text = await file.text();
  if (kind === "js") return add(name, kind, { text, code: { kind, text } });
  return edit(await add(name, kind, { text, code: null }));
}

/** Shows one in the editor. */
export function edit(id: string): string {
  errors.value = null;
  editing.value = id;
  return id;
}

export function closeEditor(): void {
  editing.value = null;
}

/** What was typed, and what the compiler made of it. */
export function changeOwn(id: string, text: string, code: string | null, found: readonly OwnError[]): void {
  const file = ownFiles.peek().find((one) => one.id === id);
  if (!file) return;
  if (editing.peek() === id) errors.value = found;
  keep({ ...file, text, code: code === null ? null : { kind: "js", text: code } });
}

export function removeOwn(id: string): void {
  ownFiles.value = ownFiles.peek().filter((file) => file.id !== id);
  if (editing.peek() === id) closeEditor();
  void stored((api) => api.own.remove(id) as Promise<boolean>);
}

async function add(wanted: string, kind: OwnKind, made: Pick<OwnFile, "text" | "code">): Promise<string> {
  await loadOwn();
  const names = new Set(ownFiles.peek().map(({ name }) => name));
  const plain = wanted.trim().slice(0, MOST_LETTERS) || kind;
  let name = plain;
  for (let i = 2; names.has(name); i++) name = `${plain} ${i}`;
  const id = `own/${name}`;
  keep({ id, name, kind, ...made });
  return id;
}

function keep(file: OwnFile): void {
  const all = ownFiles.peek();
  const known = all.some(({ id }) => id === file.id);
  ownFiles.value = known ? all.map((one) => (one.id === file.id ? file : one)) : [...all, file];
  void stored((api) => api.own.put(file) as Promise<boolean>).then((kept) => {
    if (!kept) refused.value = { why: "kept", name: file.name };
  });
}

/** Whether it is in the browser's storage. */
async function stored(write: Parameters<typeof ask<boolean>>[0]): Promise<boolean> {
  writing.value++;
  try {
    return await ask(write).catch(() => false);
  } finally {
    writing.value--;
  }
}
