// Draws what it holds some frames later, and from then on like anything else: a large panel comes piece by piece, and the
// page answers between them.

import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";

export function Later({ frames, children }: { frames: number; children: ComponentChildren }): JSX.Element | null {
  const left = useSignal(frames);
  const waiting = left.value > 0;
  useEffect(() => {
    if (left.peek() === 0) return;
    let next = requestAnimationFrame(function count() {
      left.value--;
      if (left.peek() > 0) next = requestAnimationFrame(count);
    });
    return () => cancelAnimationFrame(next);
  }, []);
  return waiting ? null : <>{children}</>;
}
