// The sentence over the results: who is nearest to the best score, or who is faster, and how much of it is done.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import { results, running } from "../../state/lab.js";
import type { LabResults } from "../../lab-views.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

export function LabHead(): JSX.Element {
  const t = labWords.value;
  const found = results.value;
  if (!found || found.made === 0)
    return (
      <div class="labo-head">
        <h2 class="say">{found && running.value ? t.some(0, found.all) : t.none}</h2>
        {!running.value && <p>{t.noneNote}</p>}
      </div>
    );
  const sentence = found.suite === "quality" ? nearest(found) : fastest(found);
  const some = found.made < found.all ? t.some(found.made, found.all) : null;
  return (
    <div class="labo-head">
      <h2 class="say" dir="auto">
        {sentence ?? some ?? t.title}
      </h2>
      {sentence && some && <p>{some}</p>}
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
  return t.first(titles, `${format.value.thousandths(Math.max(...gaps))}\u00a0%`);
}

function fastest({ speeds, variants }: LabResults): string | null {
  const [one, other, ...more] = speeds;
  if (!one || !other?.ratio || more.length > 0) return null;
  const { median } = other.ratio;
  const [fast, slow] = median > 1 ? [other, one] : [one, other];
  const ratio = format.value.significant(Math.max(median, 1 / median));
  return labWords.value.fastest(titleIn(variants, fast.variant), titleIn(variants, slow.variant), ratio);
}
