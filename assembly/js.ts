// The kernel as TypeScript: the same source, with memory over typed arrays. Each call gives an instance with globals of
// its own. Used by src/solver/kernel.ts for the variant `search-js` and by the tests; slower than Wasm, same bytes.

export { instantiate } from "virtual:kernel-js";
