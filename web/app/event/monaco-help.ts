// Help while somebody types in the event's text: completion of ids, which the worker knows, and the cures of a problem as
// quick fixes (Ctrl .). Called by monaco.ts; both ask through the hooks, so that the editor never holds the event.

import * as monaco from "monaco-editor/editor/editor.api";
import type { ProblemView, Text } from "../../protocol.js";
import type { EditorHooks } from "./editor.js";

/** Help for one editor; `problems` are those that are marked now. */
export interface Help extends monaco.IDisposable {
  problems: readonly ProblemView[];
}

const FIX = "dancecard.fix";

/** The editor on the screen; there is one at a time. */
let current: (Help & { model: monaco.editor.ITextModel; serial(): number; hooks: EditorHooks }) | null = null;

/** Begins to help in a model. */
export function followHelp(model: monaco.editor.ITextModel, serial: () => number, hooks: EditorHooks): Help {
  const mine = {
    problems: [],
    model,
    serial,
    hooks,
    dispose: () => {
      if (current === mine) current = null;
    },
  };
  return (current = mine);
}

monaco.editor.registerCommand(FIX, (_: unknown, problem: number, index: number, label: Text) => {
  current?.hooks.fix(problem, index, label);
});

monaco.languages.registerCompletionItemProvider("json", {
  triggerCharacters: ['"'],
  async provideCompletionItems(model, position) {
    if (current?.model !== model) return { suggestions: [] };
    const view = await current.hooks.complete(current.serial(), model.getOffsetAt(position));
    if (!view || model.isDisposed()) return { suggestions: [] };
    const range = view.range
      ? monaco.Range.fromPositions(model.getPositionAt(view.range.start), model.getPositionAt(view.range.end))
      : monaco.Range.fromPositions(position);
    return {
      // What is typed next may be an id that was not among the first.
      incomplete: true,
      suggestions: view.items.map(({ id, name }, i) => ({
        label: { label: id, ...(name !== "" && { description: name }) },
        kind: monaco.languages.CompletionItemKind.Reference,
        insertText: JSON.stringify(id),
        filterText: `${JSON.stringify(id)} ${name}`,
        sortText: String(i).padStart(3, "0"),
        range,
      })),
    };
  },
});

monaco.languages.registerCodeActionProvider("json", {
  async provideCodeActions(model, range) {
    const none = { actions: [], dispose: () => undefined };
    if (current?.model !== model) return none;
    const { problems, hooks } = current;
    const [from, to] = [model.getOffsetAt(range.getStartPosition()), model.getOffsetAt(range.getEndPosition())];
    const near = problems
      .map((problem, index) => ({ index, range: problem.range }))
      .filter(({ range: at }) => at && at.start <= to && from <= at.end);
    const actions = await Promise.all(
      near.slice(0, 5).map(async ({ index }) =>
        (await hooks.fixes(index)).map((label, i): monaco.languages.CodeAction => ({
          title: label[document.documentElement.lang === "fr" ? "fr" : "en"],
          kind: "quickfix",
          isPreferred: i === 0,
          command: { id: FIX, title: label.en, arguments: [index, i, label] },
        })),
      ),
    );
    return { actions: actions.flat(), dispose: () => undefined };
  },
});
