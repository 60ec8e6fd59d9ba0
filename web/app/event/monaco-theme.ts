// Monaco in the colours of the page: its theme is made from the tokens, anew whenever they change. Called by monaco.ts.

import * as monaco from "monaco-editor/editor/editor.api";

/** The name of our theme, and whose the markers are. */
export const OWNER = "dancecard";

/** A value of tokens.css. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Makes Monaco's theme from the tokens of the page. */
export function recolour(): void {
  const dark = token("color-scheme") === "dark" || getComputedStyle(document.documentElement).colorScheme === "dark";
  const hex = (name: string): string => full(token(name));
  const bare = (name: string): string => hex(name).slice(1);
  monaco.editor.defineTheme(OWNER, {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "", foreground: bare("--ink") },
      { token: "string.key.json", foreground: bare("--code-key") },
      { token: "string.value.json", foreground: bare("--code-string") },
      { token: "number", foreground: bare("--code-number") },
      { token: "keyword.json", foreground: bare("--code-number") },
      { token: "comment", foreground: bare("--code-mute") },
    ],
    colors: {
      "editor.background": hex("--surface"),
      "editor.foreground": hex("--ink"),
      "editorLineNumber.foreground": hex("--ink-3"),
      "editorLineNumber.activeForeground": hex("--ink"),
      "editorLineNumber.dimmedForeground": hex("--ink-3"),
      "editor.lineHighlightBackground": hex("--accent-soft"),
      "editor.lineHighlightBorder": "#00000000",
      "editorError.foreground": hex("--conflict"),
      "editorWarning.foreground": hex("--bound"),
      "editorWidget.background": hex("--surface"),
      "editorHoverWidget.background": hex("--surface"),
      "editorSuggestWidget.background": hex("--surface"),
      "editorBracketHighlight.foreground1": hex("--ink"),
      "editorBracketHighlight.foreground2": hex("--ink"),
      "editorBracketHighlight.foreground3": hex("--ink"),
      "editorBracketHighlight.unexpectedBracket.foreground": hex("--ink"),
      focusBorder: hex("--focus"),
    },
  });
  monaco.editor.setTheme(OWNER);
}

/** #fff as #ffffff: Monaco knows the long form only. */
function full(colour: string): string {
  return colour.length === 4 ? `#${[...colour.slice(1)].map((c) => c + c).join("")}` : colour;
}
