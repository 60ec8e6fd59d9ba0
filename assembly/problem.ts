// The problem's header read into globals: counts, rule weights, pointers to sections. Set once by attach(), then constant.
// Layout and meaning of every section: layout.ts.

import * as L from "./layout";
import { ld, ones } from "./mem";

export let nParticipants: i32 = 0;
export let nRows: i32 = 0;
export let nSlots: i32 = 0;
export let nSessions: i32 = 0;
export let nPairs: i32 = 0;
export let nUnits: i32 = 0;
export let nGroups: i32 = 0;
export let nPlaces: i32 = 0;
export let nPool: i32 = 0;
export let nZones: i32 = 0;
export let nPrecedences: i32 = 0;
export let nMeals: i32 = 0;
export let nTables: i32 = 0;
export let nSides: i32 = 0;
export let nLocks: i32 = 0;
export let nWords: i32 = 0;

export let guarantee: f64 = 0;
export let fairness: f64 = 0;
export let gap: f64 = 0;
export let hole: f64 = 0;
export let maxHoles: i32 = -1;
export let walk: f64 = 0;
export let walkHard: i32 = 0;
export let rest: i32 = -1;
export let exclusive: i32 = 0;
export let mealSeat: f64 = 0;
export let mealColleagues: f64 = 0;
export let mealRepeat: f64 = 0;
export let change: f64 = 0;

let base: i32 = 0;
/** Longest walk between two places in minutes; 0: walking never forbids anything. */
export let longestWalk: i32 = 0;

export let slotSession: i32 = 0;
export let slotDay: i32 = 0;
export let slotStart: i32 = 0;
export let slotEnd: i32 = 0;
export let sessionFirst: i32 = 0;
export let sessionLast: i32 = 0;
export let rowStart: i32 = 0;
export let maximum: i32 = 0;
export let guaranteed: i32 = 0;
export let organisation: i32 = 0;
export let side: i32 = 0;
export let best: i32 = 0;
export let adjacentStart: i32 = 0;
export let adjacent: i32 = 0;
export let rowOwner: i32 = 0;
export let rowPresent: i32 = 0;
export let unitP: i32 = 0;
export let unitQ: i32 = 0;
export let unitPair: i32 = 0;
export let unitLocked: i32 = 0;
export let unitSlots: i32 = 0;
export let unitValue: i32 = 0;
export let unitPointsP: i32 = 0;
export let unitPointsQ: i32 = 0;
export let unitGroupP: i32 = 0;
export let unitGroupQ: i32 = 0;
export let unitPlaceA: i32 = 0;
export let unitPlaceB: i32 = 0;
export let unitPool: i32 = 0;
export let pairUnit: i32 = 0;
export let groupOwner: i32 = 0;
export let groupWeight: i32 = 0;
export let groupPoints: i32 = 0;
export let placeCapacity: i32 = 0;
export let placeZone: i32 = 0;
export let placeOpen: i32 = 0;
export let pool: i32 = 0;
export let zoneMinutes: i32 = 0;
export let precedenceFirst: i32 = 0;
export let precedenceThen: i32 = 0;
export let beforeStart: i32 = 0;
export let before: i32 = 0;
export let afterStart: i32 = 0;
export let after: i32 = 0;
export let tableStart: i32 = 0;
export let tableSeats: i32 = 0;
export let eats: i32 = 0;
export let fixedTable: i32 = 0;
export let mixMin: i32 = 0;
export let mixMax: i32 = 0;
export let knowsStart: i32 = 0;
export let knows: i32 = 0;
export let knowsValue: i32 = 0;
export let knowsVeto: i32 = 0;
export let slotSets: i32 = 0;
export let unitBlocked: i32 = 0;
export let unitWithin: i32 = 0;
export let unitLockPlace: i32 = 0;
export let baseSlot: i32 = 0;
export let basePlace: i32 = 0;
export let baseCount: i32 = 0;
export let baseSeat: i32 = 0;

function word(index: i32): i32 {
  return ld(base + (index << 2));
}
function section(index: i32): i32 {
  return base + word(index);
}

/** Reads the header at `at`; false when it is not a problem of this version and length. */
export function attach(at: i32, bytes: i32): bool {
  base = at;
  if (bytes < L.HEADER_WORDS << 2) return false;
  if (word(L.H_MAGIC) != L.MAGIC || word(L.H_VERSION) != L.ABI_VERSION || word(L.H_BYTES) != bytes) return false;
  nParticipants = word(L.N_PARTICIPANTS);
  nRows = word(L.N_ROWS);
  nSlots = word(L.N_SLOTS);
  nSessions = word(L.N_SESSIONS);
  nPairs = word(L.N_PAIRS);
  nUnits = word(L.N_UNITS);
  nGroups = word(L.N_GROUPS);
  nPlaces = word(L.N_PLACES);
  nPool = word(L.N_POOL);
  nZones = word(L.N_ZONES);
  nPrecedences = word(L.N_PRECEDENCES);
  nMeals = word(L.N_MEALS);
  nTables = word(L.N_TABLES);
  nSides = word(L.N_SIDES);
  nLocks = word(L.N_LOCKS);
  nWords = word(L.N_WORDS);
  guarantee = word(L.R_GUARANTEE);
  fairness = word(L.R_FAIRNESS);
  gap = word(L.R_GAP);
  hole = word(L.R_HOLE);
  maxHoles = word(L.R_MAX_HOLES);
  walk = word(L.R_WALK);
  walkHard = word(L.R_WALK_HARD);
  rest = word(L.R_REST);
  exclusive = word(L.R_EXCLUSIVE);
  mealSeat = word(L.R_MEAL_SEAT);
  mealColleagues = word(L.R_MEAL_COLLEAGUES);
  mealRepeat = word(L.R_MEAL_REPEAT);
  change = word(L.R_CHANGE);
  slotSession = section(L.O_SLOT_SESSION);
  slotDay = section(L.O_SLOT_DAY);
  slotStart = section(L.O_SLOT_START);
  slotEnd = section(L.O_SLOT_END);
  sessionFirst = section(L.O_SESSION_FIRST);
  sessionLast = section(L.O_SESSION_LAST);
  rowStart = section(L.O_ROW_START);
  maximum = section(L.O_MAXIMUM);
  guaranteed = section(L.O_GUARANTEED);
  organisation = section(L.O_ORGANISATION);
  side = section(L.O_SIDE);
  best = section(L.O_BEST);
  adjacentStart = section(L.O_ADJACENT_START);
  adjacent = section(L.O_ADJACENT);
  rowOwner = section(L.O_ROW_OWNER);
  rowPresent = section(L.O_ROW_PRESENT);
  unitP = section(L.O_UNIT_P);
  unitQ = section(L.O_UNIT_Q);
  unitPair = section(L.O_UNIT_PAIR);
  unitLocked = section(L.O_UNIT_LOCKED);
  unitSlots = section(L.O_UNIT_SLOTS);
  unitValue = section(L.O_UNIT_VALUE);
  unitPointsP = section(L.O_UNIT_POINTS_P);
  unitPointsQ = section(L.O_UNIT_POINTS_Q);
  unitGroupP = section(L.O_UNIT_GROUP_P);
  unitGroupQ = section(L.O_UNIT_GROUP_Q);
  unitPlaceA = section(L.O_UNIT_PLACE_A);
  unitPlaceB = section(L.O_UNIT_PLACE_B);
  unitPool = section(L.O_UNIT_POOL);
  pairUnit = section(L.O_PAIR_UNIT);
  groupOwner = section(L.O_GROUP_OWNER);
  groupWeight = section(L.O_GROUP_WEIGHT);
  groupPoints = section(L.O_GROUP_POINTS);
  placeCapacity = section(L.O_PLACE_CAPACITY);
  placeZone = section(L.O_PLACE_ZONE);
  placeOpen = section(L.O_PLACE_OPEN);
  pool = section(L.O_POOL);
  zoneMinutes = section(L.O_ZONE_MINUTES);
  precedenceFirst = section(L.O_PRECEDENCE_FIRST);
  precedenceThen = section(L.O_PRECEDENCE_THEN);
  beforeStart = section(L.O_BEFORE_START);
  before = section(L.O_BEFORE);
  afterStart = section(L.O_AFTER_START);
  after = section(L.O_AFTER);
  tableStart = section(L.O_TABLE_START);
  tableSeats = section(L.O_TABLE_SEATS);
  eats = section(L.O_EATS);
  fixedTable = section(L.O_FIXED_TABLE);
  mixMin = section(L.O_MIX_MIN);
  mixMax = section(L.O_MIX_MAX);
  knowsStart = section(L.O_KNOWS_START);
  knows = section(L.O_KNOWS);
  knowsValue = section(L.O_KNOWS_VALUE);
  knowsVeto = section(L.O_KNOWS_VETO);
  slotSets = section(L.O_SLOT_SETS);
  unitBlocked = section(L.O_UNIT_BLOCKED);
  unitWithin = section(L.O_UNIT_WITHIN);
  unitLockPlace = section(L.O_UNIT_LOCK_PLACE);
  baseSlot = section(L.O_BASE_SLOT);
  basePlace = section(L.O_BASE_PLACE);
  baseCount = section(L.O_BASE_COUNT);
  baseSeat = section(L.O_BASE_SEAT);
  longestWalk = 0;
  if (nPlaces > 0) {
    for (let i = 0; i < nZones * nZones; i++) {
      const minutes = ld(zoneMinutes + (i << 2));
      if (minutes > longestWalk) longestWalk = minutes;
    }
  }
  return true;
}

/** The i32 at index i of a section. */
export function at(section: i32, i: i32): i32 {
  return ld(section + (i << 2));
}

/** Bit t of slot set number i of a section of slot sets. */
export function inSet(sets: i32, i: i32, t: i32): bool {
  return ((ld(sets + ((i * nWords + (t >> 5)) << 2)) >>> (t & 31)) & 1) != 0;
}

/** How many bits from a to b (inclusive) of slot set number i are set; 0 when a > b. */
export function countIn(sets: i32, i: i32, a: i32, b: i32): i32 {
  let n: i32 = 0;
  for (let w = a >> 5; w <= b >> 5; w++) {
    let x = ld(sets + ((i * nWords + w) << 2));
    if (w == a >> 5) x &= -1 << (a & 31);
    if (w == b >> 5 && (b & 31) != 31) x &= (1 << ((b & 31) + 1)) - 1;
    if (a <= b) n += ones(x);
  }
  return n;
}

/** Minutes to walk from one place to another. */
export function walkMinutes(a: i32, b: i32): i32 {
  if (a == b) return 0;
  return at(zoneMinutes, at(placeZone, a) * nZones + at(placeZone, b));
}
