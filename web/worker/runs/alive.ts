// Which runs go on somewhere: each holds a lock of the browser (Web Locks) that ends with its worker, however that ends.
// Called by archive.ts. Where the browser has no locks, nothing is known to go on.

const nameOf = (run: string): string => `dancecard.run.${run}`;

/** Says that a run goes on, until what it gives is called. */
export function goesOn(run: string): () => void {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => (end = resolve));
  void locks()
    ?.request(nameOf(run), () => until)
    .catch(() => undefined);
  return end;
}

/** Resolves once a run does not go on any more: at once when it does not now. */
export async function ended(run: string): Promise<void> {
  await locks()
    ?.request(nameOf(run), () => undefined)
    .catch(() => undefined);
}

function locks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}
