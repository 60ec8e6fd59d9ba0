// What the build provides (vite.kernel.ts): the kernel's own source, bundled as TypeScript.
declare module "virtual:kernel-js" {
  export function instantiate(): unknown;
}
