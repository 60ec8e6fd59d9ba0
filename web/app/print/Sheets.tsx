// What is printed of the lunches: a card per table, or everybody by name. In the document only while it is printed; on
// paper it is always light, and it tells nothing of wishes.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { format, words } from "../../i18n/index.js";
import type { PrintedView } from "../../lunch-views.js";
import { printing } from "../../state/print.js";
import { pagesOf, type PrintedCard } from "./pages.js";

export function Sheets(): JSX.Element | null {
  const job = printing.value;
  useEffect(() => {
    if (!job) return;
    const done = (): void => void (printing.value = null);
    addEventListener("afterprint", done);
    // The sheets are in the document; fonts come from the page.
    window.print();
    return () => removeEventListener("afterprint", done);
  }, [job]);
  if (!job) return null;
  return <div class="paper">{job.sheet === "cards" ? <Cards view={job.view} /> : <List view={job.view} />}</div>;
}

function Cards({ view }: { view: PrintedView }): JSX.Element {
  return (
    <>
      {pagesOf(view).map((cards, i) => (
        <section key={i} class={`page-cards ${cards[0]!.size}`}>
          {cards.map((card) => (
            <Card key={`${card.meal.date} ${card.name}`} card={card} event={view.event} />
          ))}
        </section>
      ))}
    </>
  );
}

function Card({ card, event }: { card: PrintedCard; event: string }): JSX.Element {
  const t = words.value.lunch;
  const f = format.value;
  const bare = t.table(card.name) !== card.name;
  return (
    <article class={`card ${card.size}`}>
      <header>
        <span dir="auto">{[card.meal.label, f.day(card.meal.date)].filter((part) => part !== "").join(", ")}</span>
        <span>{f.clock(card.meal.start)}</span>
      </header>
      <h1>
        {bare && <small>{t.table("").trim()}</small>}
        <b class={card.name.length > 4 ? "long" : ""}>{card.name}</b>
      </h1>
      <ol>
        {card.people.map(({ name, organisation }, i) => (
          <li key={i}>
            <b dir="auto">{name}</b>
            <span dir="auto">{organisation}</span>
          </li>
        ))}
      </ol>
      <footer dir="auto">{event}</footer>
    </article>
  );
}

function List({ view }: { view: PrintedView }): JSX.Element {
  const t = words.value.lunch;
  return (
    <section class="page-list">
      <header>
        <span dir="auto">{view.event}</span>
        <span>{t.printed.list}</span>
      </header>
      <table>
        <thead>
          <tr>
            <th>{t.printed.name}</th>
            <th>{t.printed.organisation}</th>
            {view.meals.map(({ date, start }) => (
              <th key={date + start} class="seatcol">
                {`${format.value.shortDay(date)}, ${format.value.clock(start)}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.list.map(({ name, organisation, tables }, i) => (
            <tr key={i}>
              <td dir="auto">
                <b>{name}</b>
              </td>
              <td dir="auto">{organisation}</td>
              {tables.map((table, m) => (
                <td key={m} class="seatcol">
                  {table === "" ? t.printed.none : table}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
