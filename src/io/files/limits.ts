// How much is read at most. Generous for real events (20,000 people, a million wishes) and small enough that no file can
// take all memory or hang the page; each limit passed is a FileProblem.

export const LIMITS = {
  /** Files given together, those in archives included. */
  files: 500,
  /** Bytes of one file as it comes. */
  bytes: 150_000_000,
  /** Entries of one archive. */
  entries: 2_000,
  /** Bytes that all archives of one import may unfold to. */
  unfolded: 120_000_000,
  /** How many times its packed size an entry may unfold to, once it is larger than `freely`. */
  ratio: 250,
  freely: 8_000_000,
  /** Cells of all sheets together; shorter rows do not count to the width of longer ones. */
  cells: 6_000_000,
  /** Lines and columns of a sheet: those of a spreadsheet. */
  lines: 1_048_576,
  /** Rows of one sheet: more than the wishes of the largest known show. A million take seconds; an event.json has room. */
  rows: 600_000,
  columns: 16_384,
  /** Characters of one cell; the rest is cut off. */
  cell: 32_767,
  sheets: 100,
  /** Characters of the XML of all sheets: some 400,000 cells, for XML is read slowly. A CSV may hold more. */
  xml: 18_000_000,
} as const;
