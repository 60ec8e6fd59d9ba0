// Entry of the kernel's TypeScript build: the export list, and the memory that Wasm would export by itself.

export * from "./index";
export { memoryBuffer } from "./mem-js";
