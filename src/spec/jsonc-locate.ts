// From paths to text ranges: walks strict JSON text and looks only at what lies on the wanted paths.
// Called by jsonc.ts when there are diagnostics, with text that JSON.parse has accepted. It never builds the data.

import type { TextRange } from "./diagnostic.js";

export type Path = readonly (string | number)[];

interface Node {
  children: Map<string | number, Node>;
  key?: TextRange;
  range?: TextRange;
}

/** Values longer than this are marked by their key (or opening bracket) only. */
const LONG = 200;

/** Range of each path's value, of its key where `atKey` says so; what is missing gets the range of what it is missing from. */
export function locate(text: string, paths: readonly Path[], atKey: (index: number) => boolean): TextRange[] {
  const root: Node = { children: new Map() };
  const wanted = new Set<Node>();
  for (const path of paths) {
    let node = root;
    for (const step of path) {
      let child = node.children.get(step);
      if (!child) node.children.set(step, (child = { children: new Map() }));
      node = child;
    }
    wanted.add(node);
  }
  const start = skipSpace(text, 0);
  wanted.delete(root);
  walk(text, start, root, wanted);
  root.range = { start, end: text.trimEnd().length };
  return paths.map((path, index) => {
    let node = root;
    for (const step of path) {
      const child = node.children.get(step);
      if (!child?.range) return shown(node);
      node = child;
    }
    return atKey(index) && node.key ? node.key : shown(node);
  });
}

function shown(node: Node): TextRange {
  const range = node.range ?? { start: 0, end: 0 };
  if (range.end - range.start <= LONG) return range;
  return node.key ?? { start: range.start, end: range.start + 1 };
}

/**
 * Notes the ranges below `node` for the value at `start`; returns the value's end. Once nothing is wanted any more it
 * goes no further: what is open then is of no interest itself. Recursion is bounded by the paths' depth.
 */
function walk(text: string, start: number, node: Node, wanted: Set<Node>): number {
  const open = text[start];
  let end: number;
  if (node.children.size === 0 || (open !== "{" && open !== "[")) end = skipValue(text, start);
  else {
    let at = skipSpace(text, start + 1);
    for (let index = 0; wanted.size > 0 && text[at] !== "}" && text[at] !== "]" && at < text.length; index++) {
      let step: string | number = index;
      let key: TextRange | undefined;
      if (open === "{") {
        key = { start: at, end: skipString(text, at) };
        step = JSON.parse(text.slice(key.start, key.end)) as string;
        at = skipSpace(text, skipSpace(text, key.end) + 1);
      }
      const child = node.children.get(step);
      if (child) {
        if (key) child.key = key;
        at = walk(text, at, child, wanted);
      } else at = skipValue(text, at);
      at = skipSpace(text, at);
      if (text[at] === ",") at = skipSpace(text, at + 1);
    }
    end = at + 1;
  }
  node.range = { start, end };
  wanted.delete(node);
  return end;
}

export function skipSpace(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

export function skipString(text: string, at: number): number {
  for (at++; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return at + 1;
    if (c === 92) at++;
  }
  return at;
}

export function skipValue(text: string, at: number): number {
  let depth = 0;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c === 34) {
      at = skipString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (c === 123 || c === 91) depth++;
    else if (c === 125 || c === 93) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (c === 44 || c <= 32)) return at;
    at++;
  }
  return at;
}
