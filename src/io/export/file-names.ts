// Names for files that are made for people: readable on every system, safe in every folder, and no two the same. Called by
// ../export.ts.

/** Names that Windows keeps for itself, whatever follows the dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Most characters before the ending. */
const LONGEST = 80;

const LATIN: Readonly<Record<string, string>> = {
  œ: "oe",
  Œ: "OE",
  æ: "ae",
  Æ: "AE",
  ß: "ss",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
};

/** One part of a file's name: Latin letters lose their accents, other letters stay, everything else is a hyphen. */
export function filePart(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/[œŒæÆßøØłŁđĐðÐþÞı]/g, (letter) => LATIN[letter]!)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const short = Array.from(plain).slice(0, LONGEST).join("").replace(/-+$/, "");
  return RESERVED.test(short) ? `${short}-` : short;
}

/** A name for each text, in order, that differs from all others also where case does not count. */
export function fileNames(texts: readonly string[], ending: string): string[] {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const base = filePart(text) || "agenda";
    for (let n = numbers.get(base.toLowerCase()) ?? 1; ; n++) {
      const name = n === 1 ? base : `${base}-${n}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      numbers.set(base.toLowerCase(), n + 1);
      return `${name}${ending}`;
    }
  });
}
