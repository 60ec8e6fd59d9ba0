// The problem as the solver sees it: typed views over ONE buffer whose header carries every offset (assembly/layout.ts).
// Written by compile.ts, read by variants and by the kernel, which gets the same bytes. Immutable; one owner at a time,
// because the buffer is transferred between threads.

import * as L from "../../assembly/layout.js";

type Sections = {
  [K in keyof typeof I32 | keyof typeof F64 | keyof typeof U8]: K extends keyof typeof F64
    ? Float64Array
    : K extends keyof typeof U8
      ? Uint8Array
      : Int32Array;
};

/** Sections of i32, by the header word that holds their offset. */
export const I32 = {
  slotSession: L.O_SLOT_SESSION,
  slotDay: L.O_SLOT_DAY,
  slotStart: L.O_SLOT_START,
  slotEnd: L.O_SLOT_END,
  sessionFirst: L.O_SESSION_FIRST,
  sessionLast: L.O_SESSION_LAST,
  rowStart: L.O_ROW_START,
  maximum: L.O_MAXIMUM,
  guaranteed: L.O_GUARANTEED,
  organisation: L.O_ORGANISATION,
  side: L.O_SIDE,
  adjacentStart: L.O_ADJACENT_START,
  adjacent: L.O_ADJACENT,
  rowOwner: L.O_ROW_OWNER,
  rowPresent: L.O_ROW_PRESENT,
  unitP: L.O_UNIT_P,
  unitQ: L.O_UNIT_Q,
  unitPair: L.O_UNIT_PAIR,
  unitLocked: L.O_UNIT_LOCKED,
  unitSlots: L.O_UNIT_SLOTS,
  unitPointsP: L.O_UNIT_POINTS_P,
  unitPointsQ: L.O_UNIT_POINTS_Q,
  unitGroupP: L.O_UNIT_GROUP_P,
  unitGroupQ: L.O_UNIT_GROUP_Q,
  unitPlaceA: L.O_UNIT_PLACE_A,
  unitPlaceB: L.O_UNIT_PLACE_B,
  unitPool: L.O_UNIT_POOL,
  pairUnit: L.O_PAIR_UNIT,
  groupOwner: L.O_GROUP_OWNER,
  groupPoints: L.O_GROUP_POINTS,
  placeCapacity: L.O_PLACE_CAPACITY,
  placeZone: L.O_PLACE_ZONE,
  placeOpen: L.O_PLACE_OPEN,
  pool: L.O_POOL,
  zoneMinutes: L.O_ZONE_MINUTES,
  precedenceFirst: L.O_PRECEDENCE_FIRST,
  precedenceThen: L.O_PRECEDENCE_THEN,
  beforeStart: L.O_BEFORE_START,
  before: L.O_BEFORE,
  afterStart: L.O_AFTER_START,
  after: L.O_AFTER,
  tableStart: L.O_TABLE_START,
  tableSeats: L.O_TABLE_SEATS,
  fixedTable: L.O_FIXED_TABLE,
  mixMin: L.O_MIX_MIN,
  mixMax: L.O_MIX_MAX,
  knowsStart: L.O_KNOWS_START,
  knows: L.O_KNOWS,
  knowsVeto: L.O_KNOWS_VETO,
  slotSets: L.O_SLOT_SETS,
  unitBlocked: L.O_UNIT_BLOCKED,
  unitWithin: L.O_UNIT_WITHIN,
  unitLockPlace: L.O_UNIT_LOCK_PLACE,
  baseSlot: L.O_BASE_SLOT,
  basePlace: L.O_BASE_PLACE,
  baseCount: L.O_BASE_COUNT,
  baseSeat: L.O_BASE_SEAT,
} as const;

/** Sections of f64 (exact integers). */
export const F64 = {
  best: L.O_BEST,
  unitValue: L.O_UNIT_VALUE,
  groupWeight: L.O_GROUP_WEIGHT,
  knowsValue: L.O_KNOWS_VALUE,
} as const;

/** Sections of bytes. */
export const U8 = { eats: L.O_EATS } as const;

/** What compile.ts hands over: every section with its numbers. */
export type SectionData = {
  [K in keyof Sections]: ArrayLike<number>;
};

const SECTIONS: readonly { name: keyof Sections; word: number; bytes: 8 | 4 | 1 }[] = [
  ...Object.entries(F64).map(([name, word]) => ({ name: name as keyof Sections, word, bytes: 8 as const })),
  ...Object.entries(I32).map(([name, word]) => ({ name: name as keyof Sections, word, bytes: 4 as const })),
  ...Object.entries(U8).map(([name, word]) => ({ name: name as keyof Sections, word, bytes: 1 as const })),
];

/** Typed views over a compiled event. Counts and rule weights are read with `word(L.N_UNITS)` and the like. */
export class Problem {
  readonly buffer: ArrayBuffer;
  readonly header: Int32Array;
  readonly sections: Sections;

  private constructor(buffer: ArrayBuffer, header: Int32Array, sections: Sections) {
    this.buffer = buffer;
    this.header = header;
    this.sections = sections;
  }

  /** Views over a buffer; throws when it is not a problem of this ABI version. */
  static from(buffer: ArrayBuffer): Problem {
    if (buffer.byteLength < L.HEADER_WORDS * 4) throw new Error("problem buffer is too short");
    const header = new Int32Array(buffer, 0, L.HEADER_WORDS);
    if (header[L.H_MAGIC] !== L.MAGIC) throw new Error("not a problem buffer");
    if (header[L.H_VERSION] !== L.ABI_VERSION)
      throw new Error(`problem of ABI ${header[L.H_VERSION]}, not ${L.ABI_VERSION}`);
    if (header[L.H_BYTES] !== buffer.byteLength) throw new Error("problem buffer is truncated");
    const sections: Partial<Record<keyof Sections, unknown>> = {};
    const starts = SECTIONS.map((s) => header[s.word]!).sort((a, b) => a - b);
    for (const { name, word, bytes } of SECTIONS) {
      const start = header[word]!;
      const next = starts.find((s) => s > start) ?? buffer.byteLength;
      // A section's length is known to its reader through the counts; the view reaches to the next section.
      const length = Math.floor((next - start) / bytes);
      if (bytes === 8) sections[name] = new Float64Array(buffer, start, length);
      else if (bytes === 4) sections[name] = new Int32Array(buffer, start, length);
      else sections[name] = new Uint8Array(buffer, start, length);
    }
    return new Problem(buffer, header, sections as Sections);
  }

  /** Packs counts, rules and sections into one buffer. */
  static pack(words: ReadonlyMap<number, number>, data: SectionData): Problem {
    const align = (n: number): number => (n + 7) & ~7;
    let bytes = align(L.HEADER_WORDS * 4);
    const starts = SECTIONS.map(({ name, bytes: size }) => {
      const start = bytes;
      bytes = align(bytes + Math.max(1, data[name].length) * size);
      return start;
    });
    const buffer = new ArrayBuffer(bytes);
    const header = new Int32Array(buffer, 0, L.HEADER_WORDS);
    header[L.H_MAGIC] = L.MAGIC;
    header[L.H_VERSION] = L.ABI_VERSION;
    header[L.H_BYTES] = bytes;
    for (const [word, value] of words) header[word] = value;
    SECTIONS.forEach(({ name, word, bytes: size }, i) => {
      const start = starts[i]!;
      header[word] = start;
      const source = data[name];
      const view =
        size === 8
          ? new Float64Array(buffer, start, source.length)
          : size === 4
            ? new Int32Array(buffer, start, source.length)
            : new Uint8Array(buffer, start, source.length);
      view.set(source);
    });
    return Problem.from(buffer);
  }

  /** Pairs that may meet. */
  get pairs(): number {
    return this.word(L.N_PAIRS);
  }

  /** One word of the header: a count (N_*) or a rule's number (R_*). */
  word(index: number): number {
    return this.header[index]!;
  }
}
