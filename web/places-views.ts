// What crosses between the page and the event worker for places x slots: windows of lines, each a place or one of several
// meetings that it holds at once. Filled by worker/places/, shown by app/places/ and state/places.ts. Types only.

/** A meeting at a place. `priority` is that of the stronger wish, as in MeetingCell. */
export interface PlaceMeeting {
  kind: "meeting";
  label: string;
  people: [string, string];
  names: [string, string];
  priority: number;
  mutual: boolean;
  locked: boolean;
}

export type PlaceCell = { kind: "free" | "closed" } | PlaceMeeting;

export interface PlaceRowView {
  place: string;
  label: string;
  /** Which of the lines of its place; the first is 0. */
  lane: number;
  /** Meetings it holds at once. */
  capacity: number;
  /** Those whose own place it is. */
  owner: { id: string; name: string } | null;
  zone: string;
  /** Meetings held there, of as many as its open slots admit. */
  used: number;
  open: number;
  /** One per column; columns of gaps and meals are "free". */
  cells: PlaceCell[];
}

export interface PlaceRowsView {
  total: number;
  from: number;
  rows: PlaceRowView[];
  /** Letters of the longest label. */
  letters: number;
}
