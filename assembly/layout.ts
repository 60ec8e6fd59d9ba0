// The ABI: what the words of the problem's header mean, the ids of rules, the status codes, the layout of results.
// Read by the kernel (AssemblyScript) and by src/problem and src/solver (TypeScript). Imports nothing.
// The header is an array of i32; H_* are word indices. O_* words hold byte offsets of sections from the buffer's start,
// each a multiple of 8. Sections are i32 unless their line says f64 or u8. "words" are slot sets: N_WORDS i32 each, bit t
// of word t >> 5 is slot t.

export const MAGIC = 0x44434152; // "DCAR"
export const ABI_VERSION = 4;

export const H_MAGIC = 0;
export const H_VERSION = 1;
export const H_BYTES = 2;

// Counts
export const N_PARTICIPANTS = 3;
export const N_ROWS = 4;
export const N_SLOTS = 5;
export const N_SESSIONS = 6; // meetings sessions that have slots
export const N_PAIRS = 7; // eligible pairs
export const N_UNITS = 8; // meetings that can be held: one per pair, or one per lock of a locked pair
export const N_GROUPS = 9; // wishes for an organisation that have an eligible partner
export const N_PLACES = 10;
export const N_POOL = 11; // places that are nobody's own
export const N_ZONES = 12;
export const N_PRECEDENCES = 13;
export const N_MEALS = 14;
export const N_TABLES = 15; // of all meals
export const N_SIDES = 16;
export const N_LOCKS = 17; // units that must be held
export const N_WORDS = 18; // i32 words of one slot set

// Rules; -1 means off where 0 means something
export const R_GUARANTEE = 20;
export const R_FAIRNESS = 21;
export const R_GAP = 22;
export const R_HOLE = 23;
export const R_MAX_HOLES = 24;
export const R_WALK = 25;
export const R_WALK_HARD = 26;
export const R_REST = 27;
export const R_EXCLUSIVE = 28;
export const R_MEAL_SEAT = 29;
export const R_MEAL_SHARE = 30;
export const R_MEAL_COLLEAGUES = 31;
export const R_MEAL_REPEAT = 32;
export const R_CHANGE = 33; // 0: no published schedule, or change costs nothing; the sections O_BASE_* are empty then

// Sections: slots and sessions
export const O_SLOT_SESSION = 40; // [slot]
export const O_SLOT_DAY = 41; // [slot]
export const O_SLOT_START = 42; // [slot] minutes of its day
export const O_SLOT_END = 43; // [slot]
export const O_SESSION_FIRST = 44; // [session] first slot
export const O_SESSION_LAST = 45; // [session] last slot
// Participants
export const O_ROW_START = 46; // [participant + 1] rows of a participant are consecutive
export const O_MAXIMUM = 47; // [participant]
export const O_GUARANTEED = 48; // [participant]
export const O_ORGANISATION = 49; // [participant]
export const O_SIDE = 50; // [participant]
export const O_BEST = 51; // f64 [participant] B: points of its k best wishes
export const O_ADJACENT_START = 52; // [participant + 1]
export const O_ADJACENT = 53; // [2 x units] units of a participant, its own best wishes first
// Rows
export const O_ROW_OWNER = 54; // [row] participant
export const O_ROW_PRESENT = 55; // words [row]
// Units
export const O_UNIT_P = 56; // [unit] participant, the smaller index
export const O_UNIT_Q = 57; // [unit] participant, the larger index
export const O_UNIT_PAIR = 58; // [unit]
export const O_UNIT_LOCKED = 59; // [unit] 1 when it must be held
export const O_UNIT_SLOTS = 60; // words [unit] slots in which it may be held
export const O_UNIT_VALUE = 61; // f64 [unit] v of its pair
export const O_UNIT_POINTS_P = 62; // [unit] plain points of p's direct wish for q
export const O_UNIT_POINTS_Q = 63; // [unit]
export const O_UNIT_GROUP_P = 64; // [unit] p's wish for the organisation of q, or -1
export const O_UNIT_GROUP_Q = 65; // [unit]
export const O_UNIT_PLACE_A = 66; // [unit] a place it may use, or -1
export const O_UNIT_PLACE_B = 67; // [unit] another, or -1
export const O_UNIT_POOL = 68; // [unit] 1 when it may use any place of the pool
export const O_PAIR_UNIT = 69; // [pair + 1] units of a pair are consecutive
// Wishes for an organisation
export const O_GROUP_OWNER = 70; // [group] participant
export const O_GROUP_WEIGHT = 71; // f64 [group]
export const O_GROUP_POINTS = 72; // [group]
// Places
export const O_PLACE_CAPACITY = 73; // [place]
export const O_PLACE_ZONE = 74; // [place]
export const O_PLACE_OPEN = 75; // words [place]
export const O_POOL = 76; // [pool] place
export const O_ZONE_MINUTES = 77; // [zone x zones + zone], between two different places
// Precedences: entry i says pair first[i] before pair then[i]; both lists are CSR by pair
export const O_PRECEDENCE_FIRST = 78; // [precedence]
export const O_PRECEDENCE_THEN = 79; // [precedence]
export const O_BEFORE_START = 80; // [pair + 1]
export const O_BEFORE = 81; // pairs that must come before this one
export const O_AFTER_START = 82; // [pair + 1]
export const O_AFTER = 83; // pairs that must come after this one
// Meals, in order of time
export const O_TABLE_START = 84; // [meal + 1]
export const O_TABLE_SEATS = 85; // [table]
export const O_EATS = 86; // u8 [meal x participants + participant]
export const O_FIXED_TABLE = 87; // [meal x participants + participant] table where it must sit, or -1
export const O_MIX_MIN = 88; // [meal x sides + side]
export const O_MIX_MAX = 89; // [meal x sides + side]; a large number when open
export const O_KNOWS_START = 90; // [participant + 1] people with whom a table is worth something, or forbidden
export const O_KNOWS = 91; // participant, ascending
export const O_KNOWS_VALUE = 92; // f64, floor(u x mealShare / 100)
export const O_KNOWS_VETO = 93; // 1 when they never share a table
// What only the counting of breaches needs (evaluate.ts)
export const O_SLOT_SETS = 94; // words [set]
export const O_UNIT_BLOCKED = 95; // [unit] set of slots blocked for its pair, or -1
export const O_UNIT_WITHIN = 96; // [unit] set of slots its lock allows, or -1: any
export const O_UNIT_LOCK_PLACE = 97; // [unit] place its lock names, or -1
// The published schedule that a repair starts from. What of it no unit can express makes an agenda differ whatever is held
export const O_BASE_SLOT = 98; // [unit] slot of a published meeting of its pair, or -1; units of a pair share them
export const O_BASE_PLACE = 99; // [unit] its place, or -1
export const O_BASE_COUNT = 100; // [participant] published meetings, or -1: its agenda differs whatever is held
export const O_BASE_SEAT = 101; // [meal x participants + participant] published table, or -1
export const HEADER_WORDS = 104;

// Ids of the hard rules, in the order in which the judge lists them
export const RULE_CLASH = 1;
export const RULE_AVAILABILITY = 2;
export const RULE_ELIGIBLE = 3;
export const RULE_MAXIMUM = 4;
export const RULE_PLACE = 5;
export const RULE_WALKABLE = 6;
export const RULE_HOLES = 7;
export const RULE_REST = 8;
export const RULE_EXCLUSIVE = 9;
export const RULE_LOCKED = 10;
export const RULE_PRECEDENCE = 11;
export const RULE_SEATING = 12;
export const RULES_END = 13;

// Score terms, in the order of the stats block
export const TERM_WISHES = 0;
export const TERM_GUARANTEE = 1;
export const TERM_FAIRNESS = 2;
export const TERM_GAP = 3;
export const TERM_WALK = 4;
export const TERM_MEALS = 5;
export const TERM_CHANGE = 6;
export const TERMS = 7;

// A unit's record in a solution: four i32
export const UNIT_SLOT = 0;
export const UNIT_ROW_P = 1;
export const UNIT_ROW_Q = 2;
export const UNIT_PLACE = 3;
export const UNIT_RECORD = 4;

// Searches that start() knows
export const SEARCH_GREEDY = 0;
export const SEARCH_REGISTRATION = 1;
export const SEARCH_ROUND_ROBIN = 2;
export const SEARCH_ANNEAL = 3;

// Parts of the annealing that a benchmark leaves out, to see what each is worth; a mask
export const PART_PROGRAMME = 1; // the linear programme, and with it where to look
export const PART_EXCHANGES = 2; // two-slot Kempe exchanges
export const PART_EJECTIONS = 4; // insertions that make way
export const PART_ESTIMATES = 8; // what a move would bring is estimated before it is made
export const PART_COLOURING = 16; // slots for whom the programme would have meet
export const PART_SEATS = 32; // better seats than the construction's

// Moves that tryMove() knows
export const MOVE_INSERT = 0; // unit, slot
export const MOVE_REMOVE = 1; // unit
export const MOVE_RELOCATE = 2; // unit, slot
export const MOVE_EJECT = 3; // unit, slot: whoever stands there goes
export const MOVE_KEMPE = 4; // unit, slot: swaps its slot and that one along the alternating chain

// Status codes
export const STATUS_OK = 0;
export const STATUS_DONE = 1; // a construction has ended: more steps change nothing
export const STATUS_BAD_PROBLEM = -1; // wrong magic, version or length
export const STATUS_NO_MEMORY = -2;
export const STATUS_NO_PROBLEM = -3; // called out of order
export const STATUS_BAD_ARGUMENT = -4;
export const STATUS_LOCKED = -5; // a locked meeting would be lost

// The stats block: f64 words
export const S_STEPS = 0;
export const S_TRIED = 1;
export const S_KEPT = 2;
export const S_UNPLACED = 3; // of the best so far
export const S_TOTAL = 4; // of the best so far
export const S_CURRENT_UNPLACED = 5;
export const S_CURRENT_TOTAL = 6;
export const S_TERMS = 8; // TERMS words: what evaluate() measured
export const S_RULES = 16; // RULES_END words: breaches per rule that evaluate() counted
export const S_PRICED = 29; // what the linear programme says can be had at most, at its tangents; 0: not known yet
export const S_ITERATIONS = 30; // of the linear programme
export const STATS_WORDS = 32;
