// What the tables of the Lab share: they scroll sideways where they are wider than the screen, also by keys.

import type { ComponentChildren, JSX } from "preact";

/** A title of a column; numbers stand right. */
export interface Head {
  text: ComponentChildren;
  number?: boolean;
}

export function Table(props: { label: string; heads: readonly Head[]; children: ComponentChildren }): JSX.Element {
  const { label, heads, children } = props;
  return (
    <div class="labo-across" tabIndex={0} role="region" aria-label={label}>
      <table class="tb">
        <thead>
          <tr>
            {heads.map(({ text, number = false }, i) => (
              <th key={i} scope="col" class={number ? "n" : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
