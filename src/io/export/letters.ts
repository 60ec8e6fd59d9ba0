// The letters of what is printed: Inter in two weights, cut by script as the web has it, each part loaded when a text needs
// it. Called by html.ts' caller and fonts.ts. The parts are data in the code (base64 of WOFF), so that nothing is fetched in
// any host, and a printed file brings its letters along.

type Part = Promise<{ default: string }>;

/** Ranges of letters as @fontsource/inter/unicode.json has them, latin first: it is needed for everything. */
const PARTS: readonly { ranges: string; regular: () => Part; strong: () => Part }[] = [
  {
    ranges:
      "0000-00FF,0131,0152-0153,02BB-02BC,02C6,02DA,02DC,0304,0308,0329,2000-206F,20AC,2122,2191,2193,2212,2215,FEFF,FFFD",
    regular: () => import("@fontsource/inter/files/inter-latin-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-latin-600-normal.woff?inline"),
  },
  {
    ranges:
      "0100-02BA,02BD-02C5,02C7-02CC,02CE-02D7,02DD-02FF,0304,0308,0329,1D00-1DBF,1E00-1E9F,1EF2-1EFF,2020,20A0-20AB,20AD-20C0,2113,2C60-2C7F,A720-A7FF",
    regular: () => import("@fontsource/inter/files/inter-latin-ext-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-latin-ext-600-normal.woff?inline"),
  },
  {
    ranges: "0370-0377,037A-037F,0384-038A,038C,038E-03A1,03A3-03FF",
    regular: () => import("@fontsource/inter/files/inter-greek-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-greek-600-normal.woff?inline"),
  },
  {
    ranges: "1F00-1FFF",
    regular: () => import("@fontsource/inter/files/inter-greek-ext-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-greek-ext-600-normal.woff?inline"),
  },
  {
    ranges: "0301,0400-045F,0490-0491,04B0-04B1,2116",
    regular: () => import("@fontsource/inter/files/inter-cyrillic-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-cyrillic-600-normal.woff?inline"),
  },
  {
    ranges: "0460-052F,1C80-1C8A,20B4,2DE0-2DFF,A640-A69F,FE2E-FE2F",
    regular: () => import("@fontsource/inter/files/inter-cyrillic-ext-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff?inline"),
  },
  {
    ranges:
      "0102-0103,0110-0111,0128-0129,0168-0169,01A0-01A1,01AF-01B0,0300-0301,0303-0304,0308-0309,0323,0329,1EA0-1EF9,20AB",
    regular: () => import("@fontsource/inter/files/inter-vietnamese-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-vietnamese-600-normal.woff?inline"),
  },
];

/** A part of the letters, as data: addresses. */
export interface Letters {
  /** As CSS writes them: U+0000-00FF, … */
  ranges: string;
  regular: string;
  strong: string;
}

/** The parts that the texts need, the first that has a letter first. */
export async function lettersFor(texts: Iterable<string>): Promise<Letters[]> {
  const codes = new Set<number>();
  for (const text of texts) for (const character of text) codes.add(character.codePointAt(0)!);
  const needed = PARTS.filter(({ ranges }, i) => i === 0 || inRanges(ranges, codes));
  return Promise.all(
    needed.map(async ({ ranges, regular, strong }) => {
      const [a, b] = await Promise.all([regular(), strong()]);
      const listed = ranges.split(",").map((range) => `U+${range}`);
      return { ranges: listed.join(", "), regular: a.default, strong: b.default };
    }),
  );
}

function inRanges(ranges: string, codes: ReadonlySet<number>): boolean {
  return ranges.split(",").some((range) => {
    const [first, last = first] = range.split("-").map((hex) => parseInt(hex, 16)) as [number, number?];
    for (const code of codes) if (code >= first && code <= last!) return true;
    return false;
  });
}
