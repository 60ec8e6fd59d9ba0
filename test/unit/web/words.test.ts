import { describe, expect, it } from "vitest";
import { en } from "../../../web/i18n/en.js";
import { formats } from "../../../web/i18n/formats.js";
import { fr } from "../../../web/i18n/fr.js";

type Table = Record<string, unknown>;

function keys(table: Table, path = ""): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keys(value as Table, `${path}${key}.`) : [path + key],
  );
}

describe("words", () => {
  it("are the same keys in both languages, none empty", () => {
    expect(keys(fr)).toEqual(keys(en));
    const empty = [en, fr].flatMap((table) => JSON.stringify(table).match(/"":|:""/g) ?? []);
    expect(empty).toEqual([]);
  });

  it("count as the language does: French has no plural at 0", () => {
    expect([0, 1, 2].map((n) => en.agendas(n))).toEqual(["0 agendas", "1 agenda", "2 agendas"]);
    expect([0, 1, 2].map((n) => fr.agendas(n))).toEqual(["0 agenda", "1 agenda", "2 agendas"]);
  });

  it("write numbers with a true minus, narrow spaces and a 24-hour clock", () => {
    expect(formats("fr").number(-187_432)).toBe("\u2212187\u202f432");
    expect(formats("en").number(-187_432)).toBe("\u2212187,432");
    expect(formats("fr").clock(14 * 60 + 5)).toBe("14:05");
    expect(formats("fr").day("2027-03-17")).toBe("mercredi 17 mars");
    expect(formats("en").day("2027-03-17")).toBe("Wednesday 17 March");
    expect(formats("fr").compact(48_200_000)).toBe("48,2\u202fM");
  });
});
