// The event as an import sees it: its lists by name, whatever else may be broken in it. Called by plan.ts and the preview.
// An entry that is no object, or has no id, is passed over and keeps its index.

import { calendarOf, type Calendar } from "../../spec/calendar.js";
import type { EventSpec } from "../../spec/schema.js";

export type Raw = Record<string, unknown>;

/** An entry of a list of the event, with the index it stands at. */
export interface Item {
  index: number;
  raw: Raw;
}

export interface EventView {
  root: Raw;
  sides: Item[];
  tiers: Item[];
  places: Item[];
  participants: Item[];
  wishes: Item[];
  calendar: Calendar;
  /** Number of priorities. */
  levels: number;
}

/** Looks at plain data as an event; never throws. */
export function eventView(event: unknown): EventView {
  const root = isObject(event) ? event : {};
  const rules = isObject(root.rules) ? root.rules : {};
  const points = Array.isArray(rules.points) && rules.points.length > 0 ? rules.points.length : 4;
  return {
    root,
    sides: withIds(root.sides),
    tiers: withIds(root.tiers),
    places: withIds(root.places),
    participants: withIds(root.participants),
    wishes: items(root.wishes).filter(({ raw }) => typeof raw.from === "string" && typeof raw.to === "string"),
    calendar: safeCalendar(root.calendar),
    levels: points,
  };
}

function isObject(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function items(list: unknown): Item[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((raw: unknown, index) => (isObject(raw) ? [{ index, raw }] : []));
}

function withIds(list: unknown): Item[] {
  return items(list).filter(({ raw }) => typeof raw.id === "string" && raw.id !== "");
}

const CLOCK = /^\d\d:\d\d$/;
/** More slots than any event may have: what is beyond is not looked at. */
const MOST_MINUTES = 1440;

/** The calendar without days and sessions that could not be laid out. */
export function safeCalendar(calendar: unknown): Calendar {
  const days = items(calendar)
    .filter(({ raw }) => /^\d{4}-\d\d-\d\d$/.test(String(raw.date)))
    .slice(0, 1000)
    .map(({ raw }) => ({
      date: String(raw.date),
      sessions: withIds(raw.sessions)
        .map((item) => item.raw)
        .filter(({ start, end }) => CLOCK.test(String(start)) && CLOCK.test(String(end)))
        .map((session) => ({ ...session, ...lengths(session) })),
    }));
  return calendarOf({ calendar: days as unknown as EventSpec["calendar"] });
}

function lengths({ meeting, changeover }: Raw): Raw {
  const whole = (value: unknown): number | undefined =>
    Number.isInteger(value) && Number(value) > 0 && Number(value) <= MOST_MINUTES ? Number(value) : undefined;
  return { meeting: whole(meeting), changeover: whole(changeover) ?? 0 };
}

/** The text of a key, or undefined. */
export function textOf(raw: Raw, key: string): string | undefined {
  const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The texts of a list. */
export function textsOf(raw: Raw, key: string): string[] {
  const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** The objects of a list. */
export function objectsOf(raw: Raw, key: string): Raw[] {
  const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
  return items(value).map((item) => item.raw);
}
