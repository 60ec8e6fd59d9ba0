// The text of an event as the page counts its characters.

/** The text with line ends as the editor counts them and without a byte order mark. */
export function normal(text: string): string {
  const clean = text.startsWith("\ufeff") ? text.slice(1) : text;
  return clean.includes("\r") ? clean.replace(/\r\n?/g, "\n") : clean;
}
