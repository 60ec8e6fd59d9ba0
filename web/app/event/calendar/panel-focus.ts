// Leads the focus from the timeline into the panel beside it.

/** Puts the focus on the first field of the panel, once that is drawn. */
export function openPanel(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(".calpanel :is(input, select, button):not([disabled])")?.focus();
  });
}
