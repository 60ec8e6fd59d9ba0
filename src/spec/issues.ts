// What zod says, as diagnostics: a path and a plain sentence that names the value and what was expected.
// Called by parse.ts and read-schedule.ts. It checks nothing itself.

import { z } from "zod";
import { pathText, type Diagnostic } from "./diagnostic.js";
import { clip, shown, type MessageKey } from "./messages.js";
import { nearest } from "./nearest.js";
import { Report } from "./report.js";

type Path = Diagnostic["path"];

/** Diagnostics of a failed validation of `value` by `schema`; `under` is the path of the value in the whole. */
export function issueDiagnostics(
  schema: z.ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  under: Path = [],
): Diagnostic[] {
  const report = new Report();
  // A number may fail as an integer and as a number in range: the later, more exact issue of a path is the one told.
  const seen = new Map<string, z.core.$ZodIssue>();
  for (const issue of issues) {
    const key = JSON.stringify(issue.path) + (issue.code === "unrecognized_keys" ? "k" : "");
    if (seen.get(key)?.code !== "invalid_type") seen.set(key, issue);
  }
  for (const issue of seen.values()) tell(report, schema, value, issue, under);
  return report.diagnostics();
}

function tell(report: Report, schema: z.ZodType, root: unknown, issue: z.core.$ZodIssue, under: Path): void {
  const inner = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const path = [...under, ...inner];
  const value = valueAt(root, inner);
  const at = clip(pathText(path), 120);
  const found = typeof value === "number" && Number.isFinite(value) ? value : shown(value);
  const values = { at, found };
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, inner);
      for (const key of issue.keys) {
        const near = report.room("unknown-key") ? nearest(key, known) : undefined;
        report.error("unknown-key", [...path, key], { key, ...(near !== undefined && { near }) });
      }
      return;
    }
    case "invalid_type": {
      if (value === undefined) return report.error("missing", path, { at });
      if (issue.expected === "int" && typeof value === "number") return report.error("not-whole", path, values);
      const number = schemaAt(schema, inner);
      if (number instanceof z.ZodNumber) {
        const { minValue, maxValue } = number;
        if (value === Infinity && maxValue !== null)
          return report.error("beyond-numbers/big", path, { at, limit: maxValue });
        if (value === -Infinity && minValue !== null)
          return report.error("beyond-numbers/small", path, { at, limit: minValue });
      }
      if (value === Infinity || value === -Infinity) return report.error("beyond-numbers/other", path, { at });
      return report.error(typeKey(issue.expected), path, values);
    }
    case "too_small":
      if (Array.isArray(value))
        return tellLength(report, schemaAt(schema, inner), path, value, { at, limit: Number(issue.minimum) });
      if (typeof value === "string") return report.error("empty-text", path, { at });
      return report.error("too-small", path, { ...values, limit: Number(issue.minimum) });
    case "too_big":
      if (Array.isArray(value))
        return tellLength(report, schemaAt(schema, inner), path, value, { at, limit: Number(issue.maximum) });
      return report.error("too-big", path, { ...values, limit: Number(issue.maximum) });
    case "invalid_value": {
      if (value === undefined) return report.error("missing", path, { at });
      const options = issue.values.map((option) => shown(option));
      const texts = issue.values.filter((option) => typeof option === "string");
      const near = typeof value === "string" ? nearest(value, texts) : undefined;
      return report.error("not-allowed", path, {
        ...values,
        options: options.join(", "),
        ...(near !== undefined && { near }),
      });
    }
    case "invalid_format":
      if (issue.format === "date") {
        return report.error(/^\d{4}-\d\d-\d\d$/.test(String(value)) ? "no-such-date" : "bad-date", path, values);
      }
      if (issue.message.includes("HH:MM")) return report.error("bad-time", path, values);
      return report.error("bad-text", path, { ...values, expected: issue.message });
    default:
      return report.error(value === undefined ? "missing" : "wrong-type/other", path, values);
  }
}

function tellLength(
  report: Report,
  schema: unknown,
  path: Path,
  value: unknown[],
  values: { at: string; limit: number },
): void {
  if (schema instanceof z.ZodTuple) report.error("wrong-length", path, { ...values, count: value.length });
  else report.error("too-few", path, values);
}

function typeKey(expected: string): MessageKey {
  switch (expected) {
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "array":
    case "tuple":
    case "object":
      return `wrong-type/${expected}`;
    case "record":
      return "wrong-type/object";
    default:
      return "wrong-type/other";
  }
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function unwrapped(schema: unknown): unknown {
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) schema = schema.def.innerType;
  return schema;
}

/** The schema of what stands at a path; undefined where the schema says nothing about it. */
function schemaAt(schema: z.ZodType, path: Path): unknown {
  let at = unwrapped(schema);
  for (const step of path) {
    if (at instanceof z.ZodObject && Object.hasOwn(at.shape, step)) at = (at.shape as Record<string, unknown>)[step]!;
    else if (at instanceof z.ZodArray) at = at.def.element;
    else if (at instanceof z.ZodTuple) at = at.def.items[Number(step)];
    else if (at instanceof z.ZodRecord) at = at.def.valueType;
    else return undefined;
    at = unwrapped(at);
  }
  return at;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  const at = schemaAt(schema, path);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}
