// Monaco with TypeScript for the text of a variant: its types are our own sources, as text; nothing of them runs here. After
// each pause in typing the text is compiled by Monaco's worker. Loaded by load-editor.ts after Monaco itself.

import * as monaco from "monaco-editor/editor/editor.api";
import "monaco-editor/languages/definitions/typescript/register";
import { getTypeScriptWorker, typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import TypeScriptWorker from "monaco-editor/language/typescript/ts.worker?worker";
import layout from "../../../../assembly/layout.ts?raw";
import problem from "../../../../src/problem/problem.ts?raw";
import rule from "../../../../src/rules/rule.ts?raw";
import variant from "../../../../src/solver/variant.ts?raw";
import type { OwnError } from "../../../own-views.js";
import { OWNER, recolour, token } from "../../event/monaco-theme.js";

/** Milliseconds without a key before the text is compiled. */
const PAUSE = 300;
/** TypeScript's own numbers. */
const LATEST = 99;
const BUNDLER: number = 100;
const ERROR = 1;

/** Where the text stands: the types it imports are beside it, as they are beside skeleton.ts. */
const FOLDER = "file:///src/solver/variants/";
const TYPES = {
  "assembly/layout.ts": layout,
  "src/problem/problem.ts": problem,
  "src/rules/rule.ts": rule,
  "src/solver/variant.ts": variant,
};

const others = self.MonacoEnvironment!.getWorker!;
self.MonacoEnvironment = {
  getWorker: (id, label) => (label === "typescript" ? new TypeScriptWorker() : others(id, label)),
};
typescriptDefaults.setCompilerOptions({
  target: LATEST,
  module: LATEST,
  moduleResolution: BUNDLER,
  lib: ["esnext"],
  strict: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  allowNonTsExtensions: true,
});
for (const [path, text] of Object.entries(TYPES)) typescriptDefaults.addExtraLib(text, `file:///${path}`);
typescriptDefaults.setEagerModelSync(true);

/** Puts an editor into an element; `changed` hears the text and what became of it, also of the one it begins with. */
export function attach(
  host: HTMLElement,
  text: string,
  label: string,
  changed: (text: string, code: string | null, errors: OwnError[]) => void,
) {
  const model = monaco.editor.createModel(text, "typescript", monaco.Uri.parse(`${FOLDER}own.ts`));
  model.updateOptions({ tabSize: 2 });
  recolour();
  const editor = monaco.editor.create(host, {
    model,
    theme: OWNER,
    ariaLabel: label,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    fontFamily: token("--mono"),
    fontSize: 12,
    lineHeight: 19,
    minimap: { enabled: false },
    occurrencesHighlight: "off",
    overviewRulerBorder: false,
    padding: { top: 8, bottom: 8 },
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    wordBasedSuggestions: "off",
  });
  const compileNow = (): void => {
    void compiled(model).then((made) => made && changed(made.text, made.code, made.errors));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typing = model.onDidChangeContent(() => {
    clearTimeout(timer);
    timer = setTimeout(compileNow, PAUSE);
  });
  compileNow();
  return {
    focus: () => editor.focus(),
    show(line: number) {
      editor.setPosition({ lineNumber: line, column: 1 });
      editor.revealLineInCenter(line);
      editor.focus();
    },
    recolour,
    detach() {
      clearTimeout(timer);
      typing.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}

/** JavaScript, or errors; undefined when the text has changed meanwhile. */
async function compiled(
  model: monaco.editor.ITextModel,
): Promise<{ text: string; code: string | null; errors: OwnError[] } | undefined> {
  const version = model.getVersionId();
  const text = model.getValue();
  const uri = model.uri.toString();
  const worker = await (await getTypeScriptWorker())(model.uri);
  const [syntax, meaning, output] = await Promise.all([
    worker.getSyntacticDiagnostics(uri),
    worker.getSemanticDiagnostics(uri),
    worker.getEmitOutput(uri),
  ]);
  if (model.isDisposed() || model.getVersionId() !== version) return undefined;
  const found = [...syntax, ...meaning].filter(({ category }) => category === ERROR);
  const errors = found.map(({ start = 0, messageText }): OwnError => {
    const said = typeof messageText === "string" ? messageText : messageText.messageText;
    return { line: model.getPositionAt(start).lineNumber, text: said };
  });
  const code = output.outputFiles.find(({ name }) => name.endsWith(".js"))?.text ?? null;
  return { text, code: errors.length > 0 ? null : code, errors };
}
