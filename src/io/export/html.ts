// Print-ready pages as one HTML file: opened in any browser, printed to paper or PDF. Called through ../export.ts.
// The file runs nothing and loads nothing, which its own policy enforces; every word that is not ours is escaped.
// A sheet begins on a page of its own, its rows are never cut, and a heading stays with its rows.

import type { Locale } from "../../rules/rule.js";
import type { Letters } from "./letters.js";
import type { Block, Card, Cell, Line, Paper, Printed, Sheet } from "./sheets.js";
import { cardPages } from "./cards.js";

/** Rows that fit a page of A4 at each row height, headings counted. */
const ROOMY = 27;
const SNUG = 36;

/** The text of one file, with its letters in it where they are given. */
export function htmlOf(printed: Printed, paper: Paper, locale: Locale, letters: readonly Letters[] = []): string {
  const body =
    printed.kind === "tables"
      ? cardPages(printed.cards, paper)
          .map(
            ({ size, cards }) =>
              `<section class="cards ${size}">${cards.map((card) => cardHtml(card)).join("\n")}</section>`,
          )
          .join("\n")
      : printed.sheets.map((sheet) => sheetHtml(sheet, printed.kind, paper)).join("\n");
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(printed.title)}</title>
<style>
${letters.map(fontFace).join("")}${styleOf(paper, printed.kind === "tables")}
</style>
</head>
<body class="${paper}">
${body}
</body>
</html>
`;
}

function fontFace({ ranges, regular, strong }: Letters): string {
  return [
    [400, regular],
    [600, strong],
  ]
    .map(
      ([weight, source]) =>
        `@font-face { font-family: Inter; font-weight: ${weight}; src: url(${source}) format("woff"); unicode-range: ${ranges} }\n`,
    )
    .join("");
}

/** Text as it can stand between tags and in a quoted attribute. */
export function escape(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

/** A text of somebody else's: its direction is its own and stays within it. */
const own = (tag: string, text: string | undefined): string =>
  text === undefined || text === "" ? "" : `<${tag} dir="auto">${escape(text)}</${tag}>`;

function sheetHtml({ head, title, subtitle, blocks, foot }: Sheet, kind: string, paper: Paper): string {
  const lines = blocks.reduce((sum, block) => sum + block.lines.length + 1.5, 0);
  const density = paper === "a6" || kind === "runners" || lines > SNUG ? "dense" : lines > ROOMY ? "snug" : "roomy";
  return `<section class="sheet ${kind} ${density}">
<header>${own("span", head[0])}<span>${escape(head[1])}</span></header>
<h1 dir="auto">${escape(title)}</h1>
<p dir="auto">${escape(subtitle)}</p>
${blocks.map((block) => blockHtml(block, paper)).join("\n")}${foot === "" ? "" : `\n<footer>${escape(foot)}</footer>`}
</section>`;
}

function blockHtml({ title, note, heads, lines }: Block, paper: Paper): string {
  const columns = paper === "a6" ? ["first", "", "end"] : ["first", "who", "", "end"];
  return `<table>
<colgroup>${columns.map((name) => `<col${name === "" ? "" : ` class="${name}"`}>`).join("")}</colgroup>
${headingHtml(title, note, heads, paper)}<tbody>
${lines.map((line) => lineHtml(line, paper)).join("\n")}
</tbody>
</table>`;
}

function headingHtml(title: string, note: string, heads: Block["heads"], paper: Paper): string {
  if (heads) {
    const [first, ...others] = heads;
    const columns = paper === "a6" ? [others.join(", ")] : others;
    return `<thead class="heads"><tr>${[first, ...columns, ""].map((head) => `<th>${escape(head)}</th>`).join("")}</tr></thead>\n`;
  }
  if (title === "" && note === "") return "";
  const columns = paper === "a6" ? 2 : 3;
  return `<thead><tr><th colspan="${columns}">${escape(title)}</th><th class="end">${escape(note)}</th></tr></thead>\n`;
}

function lineHtml({ kind, first, cells, end, tick }: Line, paper: Paper): string {
  const [a, b] = cells;
  const isOne = b.strong === undefined && b.plain === undefined;
  const middle =
    paper === "a6"
      ? `<td>${cellHtml(a)}${isOne ? "" : `<br>${cellHtml(b)}`}</td>`
      : isOne
        ? `<td colspan="2">${cellHtml(a)}</td>`
        : `<td class="who">${cellHtml(a)}</td><td>${cellHtml(b)}</td>`;
  const last = tick ? '<td class="end"><i class="box"></i></td>' : `<td class="end" dir="auto">${escape(end)}</td>`;
  return `<tr class="${kind}"><td class="first">${escape(first)}</td>${middle}${last}</tr>`;
}

function cellHtml({ strong, plain }: Cell): string {
  return [own("b", strong), own("span", plain)].filter((part) => part !== "").join(" ");
}

function cardHtml({ head, word, name, lines, foot }: Card): string {
  return `<article>
<header>${own("span", head[0])}<span>${escape(head[1])}</span></header>
<h1>${word === "" ? "" : `<small>${escape(word)}</small> `}<b dir="auto"${name.length > 4 ? ' class="long"' : ""}>${escape(name)}</b></h1>
<ol>
${lines.map(({ strong, plain }) => `<li>${own("b", strong)}${own("span", plain)}</li>`).join("\n")}
</ol>
<footer dir="auto">${escape(foot)}</footer>
</article>`;
}

/** Sizes in points: what is printed is the same on every screen. On a screen the pages lie on a grey desk. */
function styleOf(paper: Paper, cards: boolean): string {
  const page =
    paper === "a6"
      ? "@page { size: 105mm 148mm; margin: 8mm }"
      : `@page { size: A4; margin: ${cards ? "0" : "13mm 16mm 11mm"} }`;
  return `${page}
* { box-sizing: border-box; margin: 0; padding: 0 }
html { font: 10pt/1.3 Inter, "Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; color: #1a1c1e; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.sheet, .cards { break-after: page }
.sheet:last-child, .cards:last-child { break-after: auto }
header { display: flex; justify-content: space-between; gap: 12pt; font-size: 9pt; color: #4c5156; margin-bottom: 15pt }
header span:last-child { white-space: nowrap }
.sheet h1 { font-size: 24pt; line-height: 1.1; font-weight: 600; letter-spacing: -.02em; overflow-wrap: anywhere }
.sheet > p { font-size: 11.25pt; color: #4c5156; margin-top: 2pt; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; margin-top: 15pt; table-layout: fixed; break-inside: auto }
thead { display: table-header-group; break-after: avoid }
th { font-size: 11.25pt; font-weight: 600; text-align: start; padding: 0 0 4pt; border-bottom: 1.1pt solid #1a1c1e }
th.end { font-size: 9pt; font-weight: 400; color: #4c5156 }
.heads th { font-size: 9pt; font-weight: 400; color: #4c5156 }
tr { break-inside: avoid }
tbody tr:first-child { break-before: avoid }
td { height: 23pt; padding: 2pt 8pt 2pt 0; border-bottom: .75pt solid #d9d9d5; vertical-align: middle; overflow-wrap: anywhere }
col.first { width: 84pt }
col.who { width: 155pt }
col.end { width: 74pt }
td.first { white-space: nowrap; font-variant-numeric: tabular-nums }
td b { font-weight: 600 }
.end { text-align: end; padding-inline-end: 0 }
td.end { font-size: 11.25pt; font-weight: 600 }
.meal td { background: #f4efe0; color: #4f3d08 }
.meal td.end, .programme td.end { font-size: 10pt }
.absent td, .programme td { color: #4c5156 }
.snug td { height: 18.5pt; font-size: 9.5pt }
.dense td { height: 15pt; padding-block: 1.5pt; font-size: 9pt }
.snug td.end, .dense td.end { font-size: 10pt }
.snug table, .dense table { margin-top: 11pt }
.runners col.first { width: 64pt }
.runners col.who { width: auto }
.runners col.end { width: 22pt }
.runners td.first { font-weight: 600; white-space: normal }
.runners td span { color: #4c5156 }
.runners td { height: 19pt }
.box { display: inline-block; width: 9pt; height: 9pt; border: .75pt solid #8a8e91; vertical-align: middle }
.stands col.end { width: 110pt }
.sheet.stands td.end { font-size: 9pt; font-weight: 400 }
footer { margin-top: 12pt; font-size: 8.25pt; color: #4c5156; break-before: avoid }
.a6 header { font-size: 7.5pt; margin-bottom: 8pt }
.a6 .sheet h1 { font-size: 15pt }
.a6 .sheet > p { font-size: 8.5pt }
.a6 th { font-size: 9.5pt }
.a6 .sheet td { font-size: 8.5pt; height: 14pt }
.a6 .sheet td span { color: #4c5156 }
.a6 .sheet td { padding: 1pt 4pt 1pt 0; line-height: 1.2 }
.a6 .sheet td.end { padding-inline-end: 0 }
.a6 .sheet table { margin-top: 8pt }
.a6 col.first { width: 58pt }
.a6 col.end { width: 54pt }
.a6 .sheet td.end { font-size: 9.5pt }
.a6 .runners col.first { width: 42pt }
.a6 .runners col.end { width: 16pt }
.a6 .stands col.end { width: 70pt }
.cards { display: grid; width: 210mm; height: 297mm; overflow: hidden }
.cards.quarter { grid-template: 1fr 1fr / 1fr 1fr }
.cards.half { grid-template: 1fr 1fr / 1fr }
.a6 .cards { width: auto; height: 131mm }
article { display: flex; flex-direction: column; padding: 9mm 8.5mm 7mm; break-inside: avoid; overflow: hidden; min-width: 0 }
.a4 .quarter article { outline: .25pt dashed #c4c5c2 }
.a4 .half article { outline: .25pt dashed #c4c5c2; padding-inline: 24mm }
.a4 .whole article { padding: 20mm 24mm 12mm }
.a6 article { padding: 0 }
article header { margin-bottom: 10pt }
article h1 { font-weight: 400; font-size: 13pt; line-height: 1; padding-bottom: 10pt; border-bottom: 1.1pt solid #1a1c1e }
article h1 small { font-size: 13pt; margin-inline-end: 4pt }
article h1 b { font-size: 60pt; font-weight: 600; letter-spacing: -.04em }
article h1 b.long { font-size: 26pt; letter-spacing: -.02em; line-height: 1.15; overflow-wrap: anywhere }
article ol { list-style: none; flex: 1 }
li { display: flex; justify-content: space-between; align-items: center; gap: 8pt; min-height: 19pt; border-bottom: .75pt solid #d9d9d5; line-height: 1.15 }
li b { font-weight: 600; overflow-wrap: anywhere }
li span { font-size: 9pt; color: #4c5156; text-align: end; overflow-wrap: anywhere }
article footer { margin-top: 8pt }
@media screen {
  html { background: #e9e9e5 }
  body { padding: 24px; display: grid; gap: 24px; justify-content: center }
  .sheet, .cards { background: #fff; box-shadow: 0 0 0 1px #8a8e91 }
  .a4 .sheet { width: 210mm; min-height: 297mm; padding: 13mm 16mm 11mm }
  .a6 .sheet, .a6 .cards { width: 105mm; min-height: 148mm; padding: 8mm }
}`;
}
