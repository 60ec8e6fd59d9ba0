// The findings of the event on the page: made when they are asked for, kept as long as the text stays, and cured one by
// one; and the same cures for single diagnostics, as an editor offers them. Used by owner.ts, which owns one.

import { proxyMarker } from "comlink";
import type { CureAnswer, FixView, WatchView } from "../../watch-views.js";
import type { Draft } from "../draft.js";
import { sorted } from "../problems.js";
import type { WatchApi } from "./api.js";
import { Curer } from "./cures.js";
import type { Cure, Finding } from "./finding.js";
import { watchOf } from "./index.js";
import { sceneOf } from "./scene.js";

interface Kept {
  revision: number;
  view: WatchView;
  findings: Finding[];
}

const byKey = ({ findings }: Kept, key: string): Finding | undefined => findings.find((finding) => finding.key === key);

export class WatchDesk implements WatchApi {
  readonly [proxyMarker] = true as const;
  #kept: Kept | null = null;
  /** The findings before these: what the page shows until it has the new ones. */
  #before: Kept | null = null;
  #curer: { revision: number; curer: Curer } | null = null;

  constructor(readonly draft: Draft) {}

  /** What to look at in the text as it is now. */
  view(): WatchView {
    return this.#now().view;
  }

  /**
   * Cures a finding of a reading, as one step that undo takes back. The text may have been read anew since, by another cure:
   * what the finding said must then still be true, word for word.
   */
  cure(revision: number, key: string, index: number): CureAnswer {
    const now = byKey(this.#now(), key);
    const shown = [this.#kept, this.#before].find((kept) => kept?.revision === revision);
    const seen = shown && byKey(shown, key);
    const [before, cure] = [seen?.cures[index], now?.cures[index]];
    if (!seen || !now || !before || !cure) return "gone";
    const same = seen.text.en === now.text.en && seen.title.en === now.title.en && before.label.en === cure.label.en;
    return same ? this.#make(cure) : "gone";
  }

  /** The cures of a problem of the list that the page has, by its place in it. */
  fixes(revision: number, problem: number): FixView[] {
    return this.#of(revision, problem).map(({ label }) => label);
  }

  /** Makes one of them. */
  fix(revision: number, problem: number, index: number): CureAnswer {
    return this.#make(this.#of(revision, problem)[index]);
  }

  #make(cure: Cure | undefined): CureAnswer {
    if (!cure || !("edits" in cure)) return "gone";
    return cure.rewrite
      ? this.draft.write(cure.rewrite, cure.edits(), cure.label)
      : this.draft.change(cure.edits(), cure.label);
  }

  #of(revision: number, problem: number): Cure[] {
    this.draft.readNow();
    const { data, diagnostics } = this.draft;
    const diagnostic = revision === this.draft.revision ? sorted(diagnostics)[problem] : undefined;
    if (!diagnostic || data === undefined) return [];
    if (this.#curer?.revision !== revision) {
      const scene = sceneOf(this.draft);
      this.#curer = { revision, curer: new Curer(data, scene?.state === "last" ? null : scene) };
    }
    return this.#curer.curer.of(diagnostic);
  }

  #now(): Kept {
    this.draft.readNow();
    const { revision, good, data, diagnostics, known } = this.draft;
    if (this.#kept?.revision !== revision) {
      this.#before = this.#kept;
      this.#kept = { revision, ...watchOf({ revision, good, data, diagnostics, known }) };
    }
    return this.#kept;
  }
}
