// A variant that is one of the kernel's searches, in Wasm or as TypeScript.

import { Kernel, type Search } from "./kernel.js";
import type { Run, Solution, Variant } from "./variant.js";

/** A search of the kernel as a variant; `wasm` says which build runs it, `without` what of it is left out (PART_*). */
export function kernelVariant(
  id: string,
  search: Search,
  wasm: boolean,
  words: Pick<Variant, "title" | "about">,
  without = 0,
): Variant {
  return {
    id,
    ...words,
    wasm,
    ignores: () => [],
    start(problem, { seed, from, module, member }): Run {
      if (wasm && !module) throw new Error(`variant ${id} needs the compiled kernel`);
      let kernel: Kernel | undefined = Kernel.create(problem, wasm ? module : undefined);
      kernel.without(without);
      kernel.start(search, seed, from, member);
      let done = false;
      const open = (): Kernel => {
        if (!kernel) throw new Error("the run was disposed of");
        return kernel;
      };
      return {
        step: (n) => void (done = open().step(n)),
        score: () => open().score(),
        best: () => open().best(),
        stats: () => ({ ...open().stats(), done }),
        guidance: () => open().guidance(),
        guide: (guidance) => open().guide(guidance),
        prices: () => open().prices(),
        adopt: (solution: Solution) => open().adopt(solution),
        dispose: () => void (kernel = undefined),
      };
    },
  };
}
