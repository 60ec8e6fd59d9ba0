// Texts made small for keeping: gzip, by the browser itself. Called by the keeper for versions, which nobody waits for.

/** A text as compressed bytes. */
export async function packed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The text of compressed bytes; rejects when they are damaged. */
export function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
