// The names of the fields of published meeting instances. Used by b2bsp.ts.

/** What stands in the text, by its English name; files with Catalan or Spanish names mean the same. */
const NAMES: Readonly<Record<FieldName, string>> = {
  nBusiness: "nbusiness nempreses nempresas nparticipants nparticipantes",
  nMeetings: "nmeetings nreunions nreuniones",
  nTables: "ntables ntaules nmesas",
  nTotalSlots: "ntotalslots nslots nslotstotal nfranges nfranjas",
  nMorningSlots: "nmorningslots nslotsmati nslotsmanana nfrangesmati nfranjasmanana",
  requested: "requested demanades demanats demandes sollicitades solicitadas solicitudes pedidas",
  forbidden: "forbidden prohibit prohibits prohibides prohibido prohibidos prohibidas",
  fixed: "fixed fixat fixats fixades fixes fijo fijos fijado fijados fijadas",
  precedences: "precedences precedencies precedencias",
};
/** Follows from `requested`; published files carry it shifted by one. */
const REDUNDANT = new Set(
  "meetingsxbusiness nmeetingsbusiness reunionsxempresa reunionesxempresa nreunionsempresa nreunionesempresa".split(
    " ",
  ),
);

/** The English name of a field. */
export type FieldName =
  | "nBusiness"
  | "nMeetings"
  | "nTables"
  | "nTotalSlots"
  | "nMorningSlots"
  | "requested"
  | "forbidden"
  | "fixed"
  | "precedences";

const FIELDS = new Map(
  Object.entries(NAMES).flatMap(([name, all]) =>
    all.split(" ").map((word): [string, FieldName] => [word, name as FieldName]),
  ),
);

/** The English name of a field, whatever the language and case of the file; undefined for others. */
export function fieldName(name: string): FieldName | undefined {
  return FIELDS.get(name.toLowerCase());
}

/** True for what can be left aside because it follows from other fields. */
export function isRedundant(name: string): boolean {
  return REDUNDANT.has(name.toLowerCase());
}
