// The frame of what stands beside the page: its title, the way to close it, where the keyboard is; and the button that opens
// it. The page stays usable; Escape closes it. On a phone it takes the screen.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The id of the panel; that of its button follows from it. */
type PanelId = "events" | "runs" | "exports";

const buttonId = (id: PanelId): string => `${id}-button`;

interface PanelProps {
  id: PanelId;
  title: string;
  /** The word on the button that closes it. */
  closeWord: string;
  onClose: () => void;
  /** Which part of it is shown: another one takes the keyboard to the title. */
  part?: string;
  /** What is told in it: when what was pressed is gone, the keyboard stays in the panel. */
  told?: unknown;
  /** Beside the title. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

export function SidePanel(props: PanelProps): JSX.Element {
  const { id, title, closeWord, onClose, part, told, beside, children } = props;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [part]);
  useEffect(() => {
    if (told && document.activeElement === document.body) head.current?.focus();
  }, [told]);
  const close = (): void => {
    onClose();
    document.getElementById(buttonId(id))?.focus();
  };
  return (
    <aside
      class="side"
      id={id}
      aria-label={title}
      onKeyDown={(key) => {
        if (key.key === "Escape" && !key.defaultPrevented) close();
      }}
    >
      <header>
        <h2 class="h" tabIndex={-1} ref={head}>
          {title}
        </h2>
        <span class="grow" />
        {beside}
        <button type="button" class="btn txt sm" onClick={close}>
          {closeWord}
        </button>
      </header>
      {children}
    </aside>
  );
}

/** Opens and closes a panel. */
export function SidePanelButton(props: {
  id: PanelId;
  open: boolean;
  small?: boolean;
  onPress: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const { id, open, small = false, onPress, children } = props;
  return (
    <button
      type="button"
      class={small ? "btn sm" : "btn"}
      id={buttonId(id)}
      aria-expanded={open}
      aria-controls={id}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
