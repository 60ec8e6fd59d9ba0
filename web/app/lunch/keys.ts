// What the arrow keys do among the tables. Pure: the seat, a key and the number of stops at each table give the next seat.

export interface SeatCursor {
  table: number;
  seat: number;
}

/** Where a key leads, or null when it is not one of these. Up and down go around a table and on to the next one. */
export function movedSeat(key: string, { table, seat }: SeatCursor, stops: readonly number[]): SeatCursor | null {
  const last = stops.length - 1;
  const at = (t: number, s: number): SeatCursor => {
    const to = Math.max(0, Math.min(last, t));
    return { table: to, seat: Math.max(0, Math.min((stops[to] ?? 1) - 1, s)) };
  };
  switch (key) {
    case "ArrowDown":
      return seat + 1 < (stops[table] ?? 0) || table === last ? at(table, seat + 1) : at(table + 1, 0);
    case "ArrowUp":
      return seat > 0 || table === 0 ? at(table, seat - 1) : at(table - 1, Infinity);
    case "ArrowRight":
      return at(table + 1, seat);
    case "ArrowLeft":
      return at(table - 1, seat);
    case "Home":
      return at(0, 0);
    case "End":
      return at(last, Infinity);
    default:
      return null;
  }
}
