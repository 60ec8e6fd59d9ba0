// Monaco as the event's editor: JSON with comments, completion and hover from the event's schema, our diagnostics as
// markers. Loaded only when the Spec tab is opened. Squiggles come from our own reading of the text, which uses the
// same schema and says it in the page's language; Monaco's validation would say everything twice.

import * as monaco from "monaco-editor/editor/editor.api";
import "monaco-editor/editor/browser/coreCommands";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/codelens/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/dropOrPasteInto/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/smartSelect/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/suggest/register";
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
// Tab types into the text: who works by keys alone needs a way out of it.
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/tokenization/register";
import "monaco-editor/features/wordOperations/register";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import JsonWorker from "monaco-editor/language/json/json.worker?worker";
import type { TextNews } from "../../protocol.js";
import { LARGE, type EditorHandle, type EditorHooks, type EditorInput } from "./editor.js";
import { followHelp } from "./monaco-help.js";
import { OWNER, recolour, token } from "./monaco-theme.js";

export { recolour } from "./monaco-theme.js";

/**
 * Longer texts get keys, hovers and outlines from Monaco's own reading no more: it would first copy the whole text to its
 * worker in one task. Ids, problems and their cures come from the event worker at any length.
 */
const HUGE = 4_000_000;
/**
 * Longer texts have no colours: to show a model anew, Monaco would look at each of its lines in one task, unless the model
 * was so large when it was made that it is not coloured. It was then: with so many empty lines.
 */
const PLAIN = 10_000_000;
const PLAIN_LINES = 300_001;
/** Characters that come into the editor in one task. */
const PIECE = 150_000;
/** What Monaco reads itself; the problems are ours. */
const USUAL = {
  documentFormattingEdits: true,
  documentRangeFormattingEdits: true,
  completionItems: true,
  hovers: true,
  documentSymbols: false,
  tokens: true,
  colors: false,
  foldingRanges: true,
  diagnostics: false,
  selectionRanges: true,
};
/** What would send the whole text to Monaco's worker. */
const BARE: monaco.editor.IEditorOptions = {
  colorDecorators: false,
  defaultColorDecorators: "never",
  links: false,
  minimap: { enabled: false, showRegionSectionHeaders: false, showMarkSectionHeaders: false },
  unicodeHighlight: { nonBasicASCII: false, invisibleCharacters: false, ambiguousCharacters: false },
};
const LEAST = Object.fromEntries(Object.keys(USUAL).map((key) => [key, key === "tokens"]));

self.MonacoEnvironment = {
  getWorker: (_: string, label: string) => (label === "json" ? new JsonWorker() : new EditorWorker()),
};

/** The text stays while the editor is away; numbers tell which event it belongs to, and which state of its text it is. */
interface Kept {
  opened: number;
  serial: number;
  model: monaco.editor.ITextModel;
  view: monaco.editor.ICodeEditorViewState | null;
  editor: monaco.editor.IStandaloneCodeEditor | null;
  /** Changes made elsewhere come into view. */
  shows: boolean;
  /** True while changes come from elsewhere: they are not told back. */
  following: boolean;
  /** The text on its way into the model, piece by piece; done at once where it is short. */
  filling: Promise<void>;
  full: boolean;
}
let kept: Kept | null = null;

/** Puts an editor into an element; null when it is no longer wanted by the time the text is there. */
export async function attach(
  host: HTMLElement,
  input: EditorInput,
  wanted: () => boolean,
  hooks: EditorHooks,
): Promise<EditorHandle | null> {
  jsonDefaults.setDiagnosticsOptions({
    validate: false,
    allowComments: true,
    comments: "ignore",
    trailingCommas: "ignore",
    enableSchemaRequest: false,
    schemas: [{ uri: "dancecard://event.json", fileMatch: ["*"], schema: input.schema }],
  });
  let size = kept?.model.getValueLength() ?? 0;
  if (kept?.opened !== input.opened) {
    const { text, serial } = await input.text();
    if (!wanted()) return null;
    kept?.model.dispose();
    size = text.length;
    const model = monaco.editor.createModel(size > PLAIN ? "\n".repeat(PLAIN_LINES) : "", "json");
    kept = {
      opened: input.opened,
      serial,
      model,
      view: null,
      editor: null,
      shows: false,
      following: false,
      filling: Promise.resolve(),
      full: false,
    };
    kept.model.setEOL(monaco.editor.EndOfLineSequence.LF);
    kept.model.updateOptions({
      tabSize: 2,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    jsonDefaults.setModeConfiguration(size > HUGE ? LEAST : USUAL);
    fill(kept, text);
  }
  if (!wanted()) return null;
  const mine = kept;
  const { model } = mine;
  const large = size > LARGE;
  recolour();
  // Text and theme are one task, the editor another, the text in the editor a third.
  await new Promise(requestAnimationFrame);
  if (!wanted()) return null;
  const editor = monaco.editor.create(host, {
    model: null,
    theme: OWNER,
    ariaLabel: input.label,
    automaticLayout: true,
    readOnly: true,
    bracketPairColorization: { enabled: false },
    fixedOverflowWidgets: true,
    folding: !large,
    fontFamily: token("--mono"),
    fontSize: 12,
    lineHeight: 19,
    lineNumbersMinChars: 4,
    minimap: { enabled: false },
    occurrencesHighlight: "off",
    overviewRulerBorder: false,
    padding: { top: 8, bottom: 8 },
    renderLineHighlight: "all",
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    wordBasedSuggestions: "off",
    quickSuggestions: { strings: true, other: true, comments: false },
    ...(size > HUGE && BARE),
  });
  await new Promise(requestAnimationFrame);
  if (!wanted()) {
    editor.dispose();
    return null;
  }
  editor.setModel(model);
  mine.editor = editor;
  mine.shows = input.shows;
  if (input.shows)
    void mine.filling.then(() => model.isDisposed() || mine.editor !== editor || showRules(editor, model));
  // The event was changed elsewhere between two keys: the text is taken anew, and the last key is lost.
  const takeAnew = async (): Promise<void> => {
    const { text, serial } = await input.text();
    if (model.isDisposed()) return;
    mine.serial = serial;
    editor.updateOptions({ readOnly: true });
    fill(mine, text);
    await mine.filling;
    editor.updateOptions({ readOnly: false });
  };
  host.ariaBusy = "true";
  await mine.filling;
  while (mine.serial < 0 && wanted()) await takeAnew();
  if (!wanted()) {
    mine.editor = null;
    editor.dispose();
    return null;
  }
  // Only a text that is all there has its old lines, and may be typed in.
  if (mine.view) editor.restoreViewState(mine.view);
  editor.updateOptions({ readOnly: false });
  host.ariaBusy = "false";
  const { KeyMod, KeyCode } = monaco;
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, hooks.undo);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, hooks.redo);
  editor.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, hooks.redo);
  const help = followHelp(model, () => mine.serial, hooks);
  const listeners = [
    help,
    model.onDidChangeContent((event) => {
      if (mine.following) return;
      const changes = event.changes.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        text,
      }));
      void hooks.changed(mine.serial++, changes).then((taken) => (taken ? undefined : takeAnew()));
    }),
    editor.onDidChangeCursorPosition(({ position }) => hooks.moved(position.lineNumber, position.column)),
  ];
  return {
    mark(problems, locale) {
      if (model.isDisposed()) return;
      help.problems = problems;
      monaco.editor.setModelMarkers(
        model,
        OWNER,
        problems.flatMap(({ range, severity, text, code }) => {
          if (!range) return [];
          const start = model.getPositionAt(range.start);
          const end = model.getPositionAt(Math.max(range.end, range.start + 1));
          return {
            severity: severity === "error" ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
            message: text[locale],
            source: code,
            startLineNumber: start.lineNumber,
            startColumn: start.column,
            endLineNumber: end.lineNumber,
            endColumn: end.column,
          };
        }),
      );
    },
    show(offset) {
      const position = model.getPositionAt(offset);
      editor.setPosition(position);
      editor.revealPositionInCenter(position);
      editor.focus();
    },
    format() {
      if (large) return false;
      void editor.getAction("editor.action.formatDocument")?.run();
      return true;
    },
    nextProblem() {
      editor.focus();
      editor.trigger(OWNER, "editor.action.marker.next", null);
    },
    recolour,
    setReadOnly(readOnly) {
      editor.updateOptions({ readOnly });
    },
    detach() {
      mine.view = editor.saveViewState();
      mine.editor = null;
      for (const listener of listeners) listener.dispose();
      editor.dispose();
    },
  };
}

/** Takes over what was written into the text elsewhere on the page; the caret goes there when the editor is in use, or beside a form. */
export function follow(opened: number, { serial, batches }: TextNews): void {
  if (kept?.opened !== opened) return;
  const mine = kept;
  const { model, editor } = mine;
  if (!mine.full || mine.serial !== serial - batches.length) {
    // Some change was missed: the text is taken anew when the editor is next shown.
    mine.serial = -1;
    return;
  }
  mine.serial = serial;
  following(mine, () => {
    for (const batch of batches) {
      model.applyEdits(
        batch.map(({ offset, length, text }) => {
          const range = monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));
          return { range, text };
        }),
      );
    }
  });
  const last = batches.at(-1)?.at(-1);
  if (!last || !editor || !(mine.shows || editor.hasTextFocus())) return;
  const caret = model.getPositionAt(last.offset + last.text.length);
  editor.setPosition(caret);
  editor.revealPositionInCenterIfOutsideViewport(caret);
}

/** Beside the form the text begins with what the form is about: the last key of that name. */
function showRules(editor: monaco.editor.IStandaloneCodeEditor, model: monaco.editor.ITextModel): void {
  const end = model.getFullModelRange().getEndPosition();
  const found = model.findPreviousMatch('"rules"', end, false, true, null, false);
  if (found) editor.revealLineInCenter(found.range.startLineNumber);
}

/** Brings a text into the model, in pieces that block nothing. Changes from elsewhere meanwhile: it is taken anew. */
function fill(mine: Kept, text: string): void {
  const { model } = mine;
  const cut = (from: number): number => {
    const end = text.indexOf("\n", from + PIECE);
    return end < 0 || text.length - end < PIECE ? text.length : end + 1;
  };
  let at = cut(0);
  mine.full = false;
  following(mine, () => model.setValue(text.slice(0, at)));
  const rest = async (): Promise<void> => {
    while (at < text.length) {
      await new Promise((resolve) => setTimeout(resolve));
      if (model.isDisposed()) return;
      const next = cut(at);
      const end = model.getFullModelRange().getEndPosition();
      following(mine, () =>
        model.applyEdits([
          { range: monaco.Range.fromPositions(end), text: text.slice(at, next), forceMoveMarkers: false },
        ]),
      );
      at = next;
    }
    mine.full = true;
  };
  mine.filling = rest();
}

function following(mine: Kept, change: () => void): void {
  mine.following = true;
  change();
  mine.following = false;
}
