// The sentence over the results: who is nearest to the best score, or who is faster, and how much of it is done; beside it the
// results as JSON and Markdown.

import type { JSX } from "preact";
import type { LabResults } from "../../lab-views.js";
import { copy, results, running } from "../../state/lab.js";
import { titleIn } from "./titles.js";
import { Told } from "./Told.js";
import { labWords } from "./words.js";

export function LabHead(): JSX.Element {
  const t = labWords.value;
  const found = results.value;
  if (!found || found.made === 0)
    return (
      <div class="labo-head">
        <div>
          <h2 class="say">{found && running.value ? t.some(0, found.all) : t.none}</h2>
          {!running.value && <p>{t.noneNote}</p>}
        </div>
      </div>
    );
  const sentence = found.suite === "quality" ? nearest(found) : fastest(found);
  const some = found.made < found.all ? t.some(found.made, found.all) : null;
  return (
    <div class="labo-head">
      <div>
        <h2 class="say" dir="auto">
          {sentence ?? some ?? t.title}
        </h2>
        {sentence && some && <p>{some}</p>}
      </div>
      <div class="labo-buttons">
        {(["json", "markdown"] as const).map((what) => (
          <button key={what} type="button" class="btn" onClick={() => void copy(what)}>
            {t.copyWhat[what]}
          </button>
        ))}
        <Told of={["json", "markdown"]} />
      </div>
    </div>
  );
}

/** After the longest budget: who is first in most groups of events; null where nobody can be compared. */
function nearest({ rows, variants }: LabResults): string | null {
  const t = labWords.value;
  const longest = Math.max(...rows.map(({ budget }) => budget));
  const last = rows.filter(({ budget }) => budget === longest);
  const groups = new Set(last.map(({ group }) => group)).size;
  const firsts = variants.map(({ id }) => last.filter(({ variant, first }) => first && variant === id));
  const most = Math.max(...firsts.map((list) => list.length));
  if (most === 0) return null;
  const best = variants.filter((_, i) => firsts[i]!.length === most);
  const titles = best.map(({ id }) => titleIn(variants, id));
  if (most < groups) return t.firstIn(titles, most, groups);
  const gaps = firsts.flatMap((list) => (list.length === most ? list : [])).map(({ toBest }) => toBest?.median ?? 0);
  return t.first(titles, Math.max(...gaps));
}

/** Of two variants, where one is faster on every event. */
function fastest({ speeds, variants }: LabResults): string {
  const t = labWords.value;
  const [one, other] = variants;
  const ratios = speeds.flatMap(({ ratio }) => (ratio ? [ratio.median] : []));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  if (!one || !other || variants.length > 2 || ratios.length === 0 || (least <= 1 && most >= 1)) return t.speeds;
  const [first, second] = [titleIn(variants, one.id), titleIn(variants, other.id)];
  return least > 1 ? t.fastest(second, first, least, most) : t.fastest(first, second, 1 / most, 1 / least);
}
