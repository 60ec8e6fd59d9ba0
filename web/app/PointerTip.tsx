// The frame of what follows the pointer during a drag, kept on the screen. It is moved as a picture: nothing under it is
// painted again.

import type { ComponentChildren, JSX } from "preact";
import { px } from "./px.js";

/** Width and height that a tip may take, in pixels. */
const ROOM = { width: 288, height: 150 };
/** Where it stands from the pointer. */
const OFF = { x: 14, y: 18 };

export function PointerTip({
  at,
  children,
}: {
  at: { x: number; y: number };
  children: ComponentChildren;
}): JSX.Element {
  const x = Math.min(at.x + OFF.x, innerWidth - ROOM.width);
  const y = Math.min(at.y + OFF.y, innerHeight - ROOM.height);
  return (
    <div class="dragtip" style={{ transform: `translate(${px(x)}, ${px(y)})` }} aria-hidden="true">
      {children}
    </div>
  );
}
