// Sheets and cards as a PDF: true A4 or A6 pages, letters embedded, the same bytes for the same schedule. Loaded by
// ../export.ts when a PDF is asked for, as it brings fonts. It draws what sheets.ts says and decides nothing else than where
// a page ends: rows are never cut, a day's heading stays with its rows and stands again on the next page, and so does the
// name of whom the page belongs to.

import PDFDocument from "pdfkit";
import type { Locale } from "../../rules/rule.js";
import { cardPages, type CardSize } from "./cards.js";
import { facesFor, type FontSource } from "./fonts.js";
import { INK, Pen, type Span, type TextLine } from "./pdf-text.js";
import {
  textsOf,
  type Block,
  type Card,
  type Cell,
  type Line,
  type Paper,
  type Printed,
  type Sheet,
} from "./sheets.js";
import { WORDS } from "./words.js";

export interface PdfOptions {
  paper: Paper;
  locale: Locale;
  /** ISO moment that stands in the file; left out: the same for all. */
  stamp?: string;
  /** Fonts for letters that Inter lacks. */
  fonts?: readonly FontSource[];
}

export interface Pdf {
  bytes: Uint8Array;
  pages: number;
  /** Texts with letters that no font has: these are question marks in the file. */
  missing: string[];
}

const INK_2 = "#4c5156";
const RULE = "#d9d9d5";
const MEAL = { paper: "#f4efe0", ink: "#4f3d08" };

/** Sizes in points. */
interface Form {
  width: number;
  height: number;
  left: number;
  top: number;
  bottom: number;
  small: number;
  title: number;
  subtitle: number;
  heading: number;
  /** Space over a block. */
  gap: number;
  first: number;
  who: number;
  end: number;
  /** Rows from roomy to dense: height, text, place. */
  rows: readonly { height: number; text: number; end: number }[];
  stacked: boolean;
}

const A4: Form = {
  width: 595.28,
  height: 841.89,
  left: 45,
  top: 37,
  bottom: 31,
  small: 9,
  title: 24,
  subtitle: 11.25,
  heading: 11.25,
  gap: 15,
  first: 84,
  who: 155,
  end: 74,
  rows: [
    { height: 23, text: 10, end: 11.25 },
    { height: 18.5, text: 9.5, end: 10 },
    { height: 15, text: 9, end: 9.5 },
  ],
  stacked: false,
};

const A6: Form = {
  width: 297.64,
  height: 419.53,
  left: 22,
  top: 20,
  bottom: 18,
  small: 7,
  title: 15,
  subtitle: 8.5,
  heading: 9.5,
  gap: 9,
  first: 57,
  who: 0,
  end: 50,
  rows: [{ height: 15, text: 8.5, end: 9.5 }],
  stacked: true,
};

/** The file of one kind of sheet. */
export async function pdfOf(printed: Printed, options: PdfOptions): Promise<Pdf> {
  const { paper, locale, stamp, fonts } = options;
  const form = { a4: A4, a6: A6 }[paper];
  const faces = await facesFor([...textsOf(printed), `${WORDS[locale].continued}0123456789/()?`], fonts);
  // No clock: a file that nothing dates is of the turn of the century.
  const date = new Date(stamp ?? "2000-01-01T00:00:00Z");
  const doc = new PDFDocument({
    size: [form.width, form.height],
    margin: 0,
    autoFirstPage: false,
    font: null as unknown as string,
    lang: locale,
    displayTitle: true,
    info: { Title: printed.title, Creator: "Dancecard", Producer: "Dancecard", CreationDate: date },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", () => resolve());
    doc.on("error", reject);
  });
  const pen = new Pen(doc, faces);
  const pages =
    printed.kind === "tables" ? drawCards(pen, printed.cards, paper, form) : drawSheets(pen, printed, form, locale);
  if (pages === 0) doc.addPage();
  doc.end();
  await ended;
  return { bytes: joined(chunks), pages: Math.max(1, pages), missing: missingOf(pen, printed) };
}

/** Texts that are told of, at most; of one that stands within another, the shorter one is. */
const MOST_MISSING = 500;

function missingOf(pen: Pen, printed: Printed): string[] {
  const missing = new Set<string>();
  for (const text of textsOf(printed)) {
    if (missing.size < MOST_MISSING && !missing.has(text) && pen.lacks(text)) missing.add(text);
  }
  return [...missing].filter((text) => ![...missing].some((other) => other !== text && text.includes(other)));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Something of a known height. */
interface Item {
  height: number;
  draw(top: number): void;
}

/** Rows under one heading, which is drawn again where they go on. */
interface Group {
  heading: Item;
  rows: Item[];
}

function drawSheets(pen: Pen, printed: Extract<Printed, { sheets: Sheet[] }>, form: Form, locale: Locale): number {
  let count = 0;
  for (const sheet of printed.sheets) {
    const pages = layout(pen, sheet, printed.kind, form, locale);
    pages.forEach((items, i) => {
      pen.doc.addPage();
      count++;
      if (i === 0) pen.doc.outline.addItem(sheet.title);
      frame(pen, sheet, form, i + 1, pages.length);
      let y = form.top + headHeight(pen, sheet, form) + form.gap;
      for (const item of items) {
        item.draw(y);
        y += item.height;
      }
    });
  }
  return count;
}

/** Pages of items: on one page where some density allows it. */
function layout(pen: Pen, sheet: Sheet, kind: string, form: Form, locale: Locale): Item[][] {
  const foot = form.bottom + form.small + 10;
  const room = form.height - form.top - headHeight(pen, sheet, form) - form.gap - foot;
  const densities = kind === "runners" ? form.rows.slice(-2) : form.rows;
  for (const row of densities) {
    const pages = paginate(pen, sheet, kind, form, row, room, locale);
    if (pages.length === 1) return pages;
  }
  return paginate(pen, sheet, kind, form, densities[densities.length > 2 ? 1 : 0]!, room, locale);
}

function paginate(
  pen: Pen,
  sheet: Sheet,
  kind: string,
  form: Form,
  row: Form["rows"][number],
  room: number,
  locale: Locale,
): Item[][] {
  const width = form.width - 2 * form.left;
  const title = (size: number, text: string): Item => {
    const lines = pen.wrap([{ text, strong: true }], width, size);
    return {
      height: lines.length * size * 1.1 + 2,
      draw: (top) => pen.drawLines(lines, form.left, top + size * 0.86, size, size * 1.1),
    };
  };
  const plain = (text: string, size: number): Item => {
    const lines = pen.wrap([{ text, color: INK_2 }], width, size);
    return {
      height: lines.length * size * 1.35,
      draw: (top) => pen.drawLines(lines, form.left, top + size, size, size * 1.35),
    };
  };
  const again = title(form.heading, `${sheet.title} (${WORDS[locale].continued})`);
  const pages: Item[][] = [[title(form.title, sheet.title), plain(sheet.subtitle, form.subtitle)]];
  let used = pages[0]!.reduce((sum, { height }) => sum + height, 0);
  const next = (): void => {
    pages.push([again]);
    used = again.height;
  };
  const put = (item: Item): void => {
    pages.at(-1)!.push(item);
    used += item.height;
  };
  for (const block of sheet.blocks) {
    const { heading, rows } = groupOf(pen, block, kind, form, row);
    rows.forEach((item, i) => {
      const begins = i === 0;
      const needed = item.height + (begins ? heading.height : 0);
      // Never a heading alone at the foot of a page, and no page with nothing on it but its title.
      if (used + needed > room && pages.at(-1)!.length > (pages.length === 1 ? 2 : 1)) {
        next();
        put(heading);
      } else if (begins) put(heading);
      put(item);
    });
  }
  return pages;
}

function groupOf(pen: Pen, block: Block, kind: string, form: Form, row: Form["rows"][number]): Group {
  const { left, width, heading: size, gap } = form;
  const right = width - left;
  const { heads } = block;
  const bare = !heads && block.title === "" && block.note === "";
  const columns = columnsOf(kind, form);
  return {
    heading: {
      height: bare ? gap : gap + size + 6,
      draw: (top) => {
        const rule = top + (bare ? gap : gap + size + 6);
        if (heads) {
          const [first, ...others] = heads;
          const shown = form.stacked ? [others.join(", ")] : others;
          pen.draw(first, left, rule - 6, form.small, false, INK_2);
          shown.forEach((head, i) =>
            pen.draw(head, left + columns.first + i * columns.who, rule - 6, form.small, false, INK_2),
          );
        } else if (!bare) {
          pen.draw(block.title, left, rule - 6, size, true);
          pen.draw(block.note, right - pen.width(block.note, form.small), rule - 6, form.small, false, INK_2);
        }
        line(pen, left, right, rule, INK, 1.1);
      },
    },
    rows: block.lines.map((entry) => rowOf(pen, entry, kind, form, row)),
  };
}

/** How wide the parts of a row are. */
function columnsOf(kind: string, form: Form): { first: number; who: number; end: number } {
  const width = form.width - 2 * form.left;
  if (kind === "runners") {
    const first = form.stacked ? 42 : 64;
    const end = form.stacked ? 16 : 22;
    return { first, end, who: form.stacked ? 0 : (width - first - end) / 2 };
  }
  return { first: form.first, who: form.who, end: kind === "stands" ? form.end * 1.5 : form.end };
}

function rowOf(pen: Pen, entry: Line, kind: string, form: Form, row: Form["rows"][number]): Item {
  const { left, width, stacked } = form;
  const { text: size } = row;
  const right = width - left;
  const columns = columnsOf(kind, form);
  const isMeal = entry.kind === "meal";
  const color = isMeal ? MEAL.ink : entry.kind === "meeting" ? INK : INK_2;
  const isRunner = kind === "runners";
  const middle = right - left - columns.first - columns.end;
  const [a, b] = entry.cells;
  const isOne = b.strong === undefined && b.plain === undefined;
  const spans = ({ strong, plain }: Cell): Span[] => [
    ...(strong === undefined ? [] : [{ text: strong, strong: true, color }]),
    ...(plain === undefined ? [] : [{ text: plain, color: isRunner || (stacked && !isOne) ? INK_2 : color }]),
  ];
  const leading = size * 1.25;
  const inset = 8;
  const cells: { x: number; lines: TextLine[] }[] = stacked
    ? [
        {
          x: left + columns.first,
          lines: [...pen.wrap(spans(a), middle - inset, size), ...pen.wrap(spans(b), middle - inset, size)],
        },
      ]
    : [
        { x: left + columns.first, lines: pen.wrap(spans(a), (isOne ? middle : columns.who) - inset, size) },
        {
          x: left + columns.first + columns.who,
          lines: pen.wrap(spans(b), middle - columns.who - inset, size),
        },
      ];
  const first = pen.wrap([{ text: entry.first, strong: isRunner, color }], columns.first - 4, size);
  const isLabel = kind === "stands" || entry.kind !== "meeting";
  const endSize = isLabel ? size : row.end;
  const end = pen.wrap([{ text: entry.end, strong: !isLabel || isMeal, color }], columns.end, endSize);
  const most = Math.max(1, first.length, end.length, ...cells.map(({ lines }) => lines.length));
  const height = Math.max(isRunner ? Math.max(row.height, size * 1.8) : row.height, most * leading + size * 0.5);
  return {
    height,
    draw: (top) => {
      if (isMeal) pen.doc.rect(left, top + 0.6, right - left, height - 0.6).fill(MEAL.paper);
      // A text of n lines is centred: its first baseline is so far down.
      const baseline = (lines: readonly TextLine[], of: number): number =>
        top + height / 2 - ((lines.length - 1) * leading) / 2 + of * 0.36;
      pen.drawLines(first, left, baseline(first, size), size, leading);
      for (const { x, lines } of cells) pen.drawLines(lines, x, baseline(lines, size), size, leading);
      if (entry.tick) {
        pen.doc
          .lineWidth(0.75)
          .rect(right - 9.5, top + height / 2 - 4.5, 9, 9)
          .stroke("#8a8e91");
      } else pen.drawLines(end, right, baseline(end, endSize), endSize, leading, true);
      line(pen, left, right, top + height, RULE, 0.75);
    },
  };
}

function line(pen: Pen, from: number, to: number, y: number, color: string, width: number): void {
  pen.doc.lineWidth(width).moveTo(from, y).lineTo(to, y).stroke(color);
}

/** The running head at the left, on as many lines as it needs beside the one at the right. */
function headLines(pen: Pen, { head }: Sheet, { left, width, small }: Form): TextLine[] {
  const beside = pen.width(`${head[1]} 99/99`, small) + 12;
  return pen.wrap([{ text: head[0], color: INK_2 }], width - 2 * left - beside, small);
}

function headHeight(pen: Pen, sheet: Sheet, form: Form): number {
  return form.small * (1 + 1.25 * (Math.max(1, headLines(pen, sheet, form).length) - 1));
}

/** Running head and foot of a page. */
function frame(pen: Pen, sheet: Sheet, form: Form, page: number, pages: number): void {
  const { left, width, height, top, bottom, small } = form;
  const right = width - left;
  const note = pages > 1 ? `${sheet.head[1]} ${page}/${pages}` : sheet.head[1];
  pen.drawLines(headLines(pen, sheet, form), left, top + small * 0.9, small, small * 1.25);
  pen.draw(note, right - pen.width(note, small), top + small * 0.9, small, false, INK_2);
  if (sheet.foot === "") return;
  line(pen, left, right, height - bottom - small - 6, RULE, 0.75);
  pen.draw(sheet.foot, left, height - bottom, small - 0.5, false, INK_2);
}

interface CardForm {
  padding: [x: number, top: number, bottom: number];
  places: [x: number, y: number, width: number, height: number][];
}

function cardForm(size: CardSize, paper: Paper, { width, height, left, top, bottom }: Form): CardForm {
  if (paper === "a6") return { padding: [left, top, bottom], places: [[0, 0, width, height]] };
  const [w, h] = [width / 2, height / 2];
  switch (size) {
    case "quarter":
      return {
        padding: [24, 25.5, 20],
        places: [
          [0, 0, w, h],
          [w, 0, w, h],
          [0, h, w, h],
          [w, h, w, h],
        ],
      };
    case "half":
      return {
        padding: [68, 25.5, 20],
        places: [
          [0, 0, width, h],
          [0, h, width, h],
        ],
      };
    case "whole":
      return { padding: [68, 57, 34], places: [[0, 0, width, height]] };
  }
}

function drawCards(pen: Pen, cards: readonly Card[], paper: Paper, form: Form): number {
  const pages = cardPages(cards, paper);
  for (const { size, cards } of pages) {
    pen.doc.addPage();
    const { padding, places } = cardForm(size, paper, form);
    if (places.length > 1) cuts(pen, form, places.length);
    cards.forEach((card, i) => {
      const [x, y, width, height] = places[i]!;
      const [side, top, bottom] = padding;
      drawCard(pen, card, x + side, y + top, width - 2 * side, height - top - bottom);
    });
  }
  return pages.length;
}

/** Where the paper is cut. */
function cuts({ doc }: Pen, { width, height }: Form, parts: number): void {
  doc.lineWidth(0.25).dash(3, { space: 3 });
  doc
    .moveTo(0, height / 2)
    .lineTo(width, height / 2)
    .stroke("#c4c5c2");
  if (parts > 2) {
    doc
      .moveTo(width / 2, 0)
      .lineTo(width / 2, height)
      .stroke("#c4c5c2");
  }
  doc.undash();
}

/** Smallest letters to which a crowded card is brought down, as a share of the usual ones. */
const SMALLEST = 0.35;

function drawCard(pen: Pen, card: Card, x: number, y: number, width: number, height: number): void {
  const small = 9;
  const right = x + width;
  const startWidth = pen.width(card.head[1], small);
  const head = pen.wrap([{ text: card.head[0], color: INK_2 }], width - startWidth - 10, small);
  pen.drawLines(head, x, y + small * 0.9, small, small * 1.25);
  pen.draw(card.head[1], right - startWidth, y + small * 0.9, small, false, INK_2);
  let top = y + Math.max(1, head.length) * small * 1.25 + 8;

  const long = card.name.length > 4;
  const word = card.word === "" ? 0 : pen.width(card.word, 13) + 7;
  let size = long ? 26 : 60;
  while (size > 12 && pen.width(card.name, size, true) > width - word) size -= 1;
  const name = pen.wrap([{ text: card.name, strong: true }], width - word, size);
  const baseline = top + size * 0.8;
  if (card.word !== "") pen.draw(card.word, x, baseline, 13);
  pen.drawLines(name, x + word, baseline, size, size * 1.15);
  top = baseline + (name.length - 1) * size * 1.15 + 13;
  line(pen, x, right, top, INK, 1.1);

  const foot = pen.wrap([{ text: card.foot, color: INK_2 }], width, 8.25);
  const bottom = y + height - foot.length * 10;
  pen.drawLines(foot, x, bottom + 10, 8.25, 10);

  const rows = (scale: number) =>
    card.lines.map(({ strong, plain }) => {
      const [big, little] = [10 * scale, 9 * scale];
      const full = pen.width(strong, big, true) + pen.width(plain, little) + 8 <= width;
      const left = pen.wrap([{ text: strong, strong: true }], full ? width : width * 0.56, big);
      const beside = pen.wrap([{ text: plain, color: INK_2 }], full ? width : width * 0.4, little);
      const lines = Math.max(1, left.length, beside.length);
      return { left, beside, big, little, height: Math.max(19 * scale, lines * big * 1.2 + 5 * scale) };
    });
  let scale = 1;
  let list = rows(scale);
  const tall = (): number => list.reduce((sum, { height }) => sum + height, 0);
  while (tall() > bottom - 6 - top && scale > SMALLEST) list = rows((scale -= 0.05));
  for (const { left, beside, big, little, height: h } of list) {
    const centre = (lines: readonly TextLine[]): number =>
      top + h / 2 - ((lines.length - 1) * big * 1.2) / 2 + big * 0.36;
    pen.drawLines(left, x, centre(left), big, big * 1.2);
    pen.drawLines(beside, right, centre(beside), little, big * 1.2, true);
    top += h;
    line(pen, x, right, top, RULE, 0.75);
  }
}
