// The peers of the suite "peers": what others do for the same events, from a lottery to exact solvers. Called by the command
// line and by the developer's quality bench. Node only.

import { BOOKING } from "./peers/booking.js";
import { EXACT } from "./peers/exact.js";
import type { Peer } from "./peer.js";

export { isInstalled } from "./peers/exact.js";

export const PEERS: readonly Peer[] = [...BOOKING, ...EXACT];

/** The peer with this id, or undefined. */
export function peerById(id: string): Peer | undefined {
  return PEERS.find((peer) => peer.id === id);
}
