// Cells as spreadsheets put them on the clipboard. Pure.

/** Lines of cells: tabs between, quotation marks where a cell holds a tab or a line break. */
export function blockOfText(text: string): string[][] {
  const lines: string[][] = [[""]];
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const line = lines[lines.length - 1]!;
    if (inside) {
      if (c !== '"') line[line.length - 1] += c;
      else if (text[i + 1] === '"') {
        line[line.length - 1] += c;
        i++;
      } else inside = false;
    } else if (c === '"' && line[line.length - 1] === "") inside = true;
    else if (c === "\t") line.push("");
    else if (c === "\n") lines.push([""]);
    else if (c !== "\r") line[line.length - 1] += c;
  }
  if (lines.length > 1 && lines.at(-1)!.length === 1 && lines.at(-1)![0] === "") lines.pop();
  return lines;
}
