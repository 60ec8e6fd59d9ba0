// From the prices that a kernel hands over, plain numbers in points, to a certificate. Called by the pipeline. Nobody trusts
// it: the check of certificates recomputes what the prices prove, so a mistake here makes a bound loose or a certificate
// refused, never a bound wrong.

import { LARGEST_PRICE, type Certificate } from "../bound.js";

/** Units of a point. */
const SCALE = 1000;
/** Less than this share of a unit is noise of floating point, and no reason to round up. */
const NOISE = 1e-3;

/** Prices in points, by index; lists left out are all 0. */
export interface PlainPrices {
  /** [participant x slots + slot] */
  pi?: ArrayLike<number>;
  /** [slot] */
  kappa?: ArrayLike<number>;
  /** [participant] */
  mu?: ArrayLike<number>;
  sigma?: ArrayLike<number>;
  /** [participant] per mille */
  discount?: ArrayLike<number>;
  /** Slope a of each participant's guarantee: 0 to rules.guarantee. */
  slope?: ArrayLike<number>;
  /** S0 of each participant, in points of wishes: 0 to B. Left out, or negative: B. */
  touch?: ArrayLike<number>;
  organisations?: readonly { participant: number; organisation: string; w: number }[];
  /** Of one more partner of an organisation. */
  exclusive?: readonly { participant: number; organisation: string; price: number }[];
  /** Count the fewest holes of people whose meetings are all locked. */
  holes?: boolean;
}

/** What the prices belong to. */
export interface PriceNames {
  /** The event's hash. */
  event: string;
  participants: readonly string[];
  slots: number;
  /** B of each participant; needed where `slope` or `touch` is given. */
  best?: ArrayLike<number>;
}

/** A certificate of these prices: rounded up to whole units, zeros left out. */
export function certificateFrom(prices: PlainPrices, names: PriceNames): Certificate {
  const { participants, slots, best } = names;
  const { pi, kappa, mu, sigma, discount, slope, touch, organisations, exclusive, holes } = prices;
  const person = <T>(entry: (p: number) => T | undefined): Record<string, T> | undefined => {
    const entries = participants.flatMap((id, p): [string, T][] => {
      const value = entry(p);
      return value === undefined ? [] : [[id, value]];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };
  const priced = (list: ArrayLike<number>) => (p: number) => roundedUp(list[p]!) || undefined;
  const row = (p: number): number[] | undefined => {
    const list = Array.from({ length: slots }, (_, t) => rounded(pi![p * slots + t]!));
    return list.some((price) => price !== 0) ? list : undefined;
  };
  const tangent = (p: number): [number, number] | undefined => {
    const top = best?.[p] ?? 0;
    const at = touch?.[p] ?? -1;
    const point = at >= 0 && at < top ? Math.min(top, Math.round(at)) : top;
    const a = roundedDown(slope?.[p] ?? 0);
    return a === 0 && point === top ? undefined : [a, point];
  };
  const room = kappa && Array.from({ length: slots }, (_, t) => roundedUp(kappa[t]!));
  const shared = organisations?.flatMap(({ participant, organisation, w }): [string, string, number][] => {
    const units = roundedDown(w);
    return units > 0 ? [[participants[participant]!, organisation, units]] : [];
  });
  const exclusives = exclusive?.flatMap(({ participant, organisation, price }): [string, string, number][] => {
    const units = roundedUp(price);
    return units > 0 ? [[participants[participant]!, organisation, units]] : [];
  });
  const parts = {
    pi: pi && person(row),
    kappa: room?.some((price) => price > 0) ? room : undefined,
    mu: mu && person(priced(mu)),
    sigma: sigma && person(priced(sigma)),
    discount: discount && person((p) => Math.floor(discount[p]!) || undefined),
    tangents: slope || touch ? person(tangent) : undefined,
    organisations: shared && shared.length > 0 ? shared : undefined,
    exclusive: exclusives && exclusives.length > 0 ? exclusives : undefined,
    holes: holes ? (true as const) : undefined,
  };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { event: names.event, scale: SCALE, ...given };
}

/** Not a number, negative: no price. */
function roundedUp(points: number): number {
  return points > 0 ? Math.min(LARGEST_PRICE, Math.max(0, Math.ceil(points * SCALE - NOISE))) : 0;
}

/** As roundedUp(), of a price that may be below 0. */
function rounded(points: number): number {
  return points < 0 ? 0 - Math.min(LARGEST_PRICE, Math.floor(NOISE - points * SCALE)) : roundedUp(points);
}

/** Slopes have a largest value, which rounding must not pass. */
function roundedDown(points: number): number {
  return points > 0 ? Math.min(LARGEST_PRICE, Math.floor(points * SCALE + NOISE)) : 0;
}
