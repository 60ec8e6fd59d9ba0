// An owner of the open event for tests of the keeper: a draft like the worker's, without schedules and without a page.

import type { KeepView, Source, Text } from "../../web/protocol.js";
import { Draft } from "../../web/worker/draft.js";
import { factsOfDraft } from "../../web/worker/keep/facts.js";
import { Keeper } from "../../web/worker/keep/keeper.js";
import { Shelf } from "../../web/worker/keep/shelf.js";
import type { KeepHost } from "../../web/worker/keep/types.js";
import { FakeTimer } from "./timer.js";

const TYPED: Text = { en: "Typing", fr: "Saisie" };

/** A tab: a keeper with what it tells. */
export class Tab {
  readonly timer = new FakeTimer();
  readonly draft: Draft = new Draft({
    wrote: () => undefined,
    read: () => this.keeper.wasRead(),
    changed: () => this.keeper.touched(),
    locked: () => this.keeper.readOnly,
  });
  readonly keeper: Keeper;
  view: KeepView | null = null;

  constructor(readonly shelf = new Shelf()) {
    const view = (): ReturnType<KeepHost["view"]> =>
      ({ revision: this.draft.revision, good: this.draft.known?.revision ?? 0 }) as ReturnType<KeepHost["view"]>;
    this.keeper = new Keeper(
      {
        text: () => this.draft.text.text,
        history: () => this.draft.text.history,
        settle: () => this.draft.readNow(),
        facts: () => factsOfDraft(this.draft),
        view,
        put: (text, source, history) => {
          this.draft.open(text, source, history);
          return view();
        },
        rewrite: (text, label) => this.draft.rewrite(text, label),
        follow: (text, history) => this.draft.follow(text, history),
        tell: (told) => (this.view = told),
      },
      shelf,
      this.timer,
    );
  }

  get text(): string {
    return this.draft.text.text;
  }

  /** Opens a sample, as the page does. */
  async sample(text: string, source: Source = { sample: "test" }): Promise<void> {
    await this.keeper.replace(() => {
      this.draft.open(text, source);
      return {} as ReturnType<KeepHost["view"]>;
    });
  }

  /** Types at the end of the text; false when it may not. */
  type(text: string): boolean {
    const { serial, text: before } = this.draft.text;
    return this.draft.type(serial, [{ offset: before.length, length: 0, text }]);
  }

  /** Makes an edit of the data. */
  edit(name: string): string {
    return this.draft.change([{ op: "set", path: ["event", "name"], value: name }], TYPED);
  }
}
