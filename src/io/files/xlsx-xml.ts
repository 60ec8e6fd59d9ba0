// Walks over the XML of a workbook part. Called by xlsx.ts. Prefixes of names are dropped, entities that a document
// declares itself are never expanded, and an XML that breaks off gives what stood before.

import { Parser } from "saxen";

export interface Walker {
  open?(name: string, attributes: () => Record<string, string>): void;
  close?(name: string): void;
  /** The text inside an element, in one or more parts. */
  text?(text: string): void;
  /** True: nothing more is wanted. */
  done?(): boolean;
}

/** Walks over the whole text; false when it is no XML to its end. */
export function walk(xml: string, walker: Walker): boolean {
  let sound = true;
  const parser = new Parser();
  const stop = (): void => {
    if (walker.done?.()) parser.stop();
  };
  parser.on("error", () => (sound = false));
  parser.on("openTag", (name, attributes) => {
    walker.open?.(bare(name), attributes);
    stop();
  });
  parser.on("closeTag", (name) => {
    walker.close?.(bare(name));
    stop();
  });
  if (walker.text) {
    parser.on("text", (text, decode) => walker.text!(decode(text)));
    parser.on("cdata", (text) => walker.text!(text));
  }
  parser.parse(xml);
  return sound;
}

function bare(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute; never what an object brings by itself. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(attributes, name) ? text(attributes[name]!) : undefined;
}

/** An attribute that may have any prefix, as relation ids do. */
export function prefixed(attributes: Record<string, string>, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => one !== name && bare(one) === name);
  return attribute(attributes, key ?? name);
}

function text(value: string): string {
  if (!value.includes("&")) return value;
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Characters that XML cannot hold are written _x000D_. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
