// What a proof that promises cannot all be kept says: who, how much, and why. Types only.

/** Participants to whom more meetings are promised than any schedule can give them together. */
export interface Shortage {
  /** Ids, in the order of the event. */
  participants: string[];
  /** Nobody of them can be left out: without any one, the same argument proves nothing. False: not tried for all. */
  irreducible: boolean;
  /** Meetings promised to them, and how many of these can be held at most. */
  promised: number;
  possible: number;
  cause: Cause;
}

export type Cause =
  /** One participant, who has too few slots, or too low a maximum. */
  | { kind: "time" }
  /**
   * `scarce` people have `free` slots (or meetings up to their maxima) for them; everybody else can give them `others`
   * meetings at most, as pairs meet once. `locked` meetings stand already: possible = free + others + locked.
   */
  | { kind: "partners"; scarce: number; free: number; others: number; locked: number }
  /** All open places together hold `room` meetings. */
  | { kind: "room"; room: number }
  /** Time, maxima and room together: the certificate of the event in which promises alone count proves it. */
  | { kind: "prices" };
