// Pixels as CSS wants them. Preact leaves numbers in styles as they are.

/** A length in pixels. */
export function px(value: number | undefined): string {
  return `${value ?? 0}px`;
}
