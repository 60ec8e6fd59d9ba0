// Counts the bytes of buffers that a variant makes, for which the browser has no limit, and makes no more beyond ours.
// Best effort: a copy by slice() is not counted, and what is free again counts as used until the worker pauses. Objects have
// the browser's own limit, at which the worker's process ends.

/** Smaller buffers are not counted: that would cost more than they do. */
const SMALL = 4096;
const PAGE = 65_536;

const BUFFERS = [
  "ArrayBuffer",
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
] as const;

type Constructor = new (...given: unknown[]) => { byteLength: number };

/** From now on, buffers beyond so many bytes in all are refused with a RangeError. */
export function limitMemory(most: number): void {
  let used = 0;
  const freed = new FinalizationRegistry<number>((bytes) => (used -= bytes));
  const count = (made: object, bytes: number): void => {
    if (bytes < SMALL) return;
    if (used + bytes > most) throw new RangeError(`it takes more than ${Math.round(most / 2 ** 20)} MB of memory`);
    used += bytes;
    freed.register(made, bytes);
  };
  const counting = (original: Constructor, sizeOf: (made: { byteLength: number }) => number): Constructor =>
    new Proxy(original, {
      construct(target, given: unknown[], as) {
        const made = Reflect.construct(target, given, as) as { byteLength: number };
        // A view of a buffer that is there already takes nothing.
        if (!(given[0] instanceof Buffer)) count(made, sizeOf(made));
        return made;
      },
    });
  const Buffer = ArrayBuffer;
  const global = globalThis as unknown as Record<string, Constructor>;
  for (const name of BUFFERS) global[name] = counting(global[name]!, (made) => made.byteLength);

  const { Memory } = WebAssembly;
  const grow = Memory.prototype.grow;
  Memory.prototype.grow = function (pages) {
    count(this, pages * PAGE);
    return grow.call(this, pages);
  };
  WebAssembly.Memory = counting(Memory as unknown as Constructor, (made) => {
    return (made as unknown as WebAssembly.Memory).buffer.byteLength;
  }) as unknown as typeof Memory;
}
