// The days of a new event: those that its tables name.

import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { newEvent, planSheets, previewImport, readFiles } from "../../../../src/io/import.js";

const TODAY = "2027-01-10";

function madeOf(...absences: string[]) {
  const rows = absences.map((absence, i) => `Personne ${i};Acheteurs;${absence}`);
  const { sheets } = readFiles([{ name: "a.csv", bytes: strToU8(["Nom;Côté;Absences", ...rows].join("\n")) }]);
  return { sheets, ...newEvent("Forum", "2027-02-09", "fr", { sheets, today: TODAY }) };
}

function days(...absences: string[]): string[] {
  return madeOf(...absences).event.calendar.map(({ date }) => date);
}

describe("a new event", () => {
  it.each([
    [["jeudi matin", "9.30-10.30", "am"], ["2027-02-09"]],
    [["2027-03-17"], ["2027-03-17"]],
    [["17/03 9h-10h30"], ["2027-03-17"]],
    [["05/01"], ["2028-01-05"]],
    [
      ["3/18/2027", "17.03.2027"],
      ["2027-03-17", "2027-03-18"],
    ],
    [
      ["2027-03-17", "19/03 avant 10h"],
      ["2027-03-17", "2027-03-18", "2027-03-19"],
    ],
    [["2027-03-17", "2027-05-01"], ["2027-02-09"]],
    [["31/02", "45/45", "2027-99-99", "1/2/3"], ["2027-02-09"]],
  ])("with the absences %j lasts %j", (absences, dates) => {
    expect(days(...absences)).toEqual(dates);
  });

  it("takes the rows whose dates gave it its days, and says which days it assumed", () => {
    const { sheets, event, assumed } = madeOf("17/03 9h-10h30", "jeudi matin", "");
    const plans = planSheets(sheets, event);
    const { preview } = previewImport({ sheets, plans, event });
    expect(preview).toMatchObject({ ready: 2, bad: 1 });
    expect(assumed[0]!.fr).toMatch(/^Une journée est supposée, le 17 mars 2027, que les tables nomment\u202f: /);
    expect(madeOf("17/03", "18/03").assumed[0]!.en).toMatch(
      /^2 days are assumed, 17 March 2027 to 18 March 2027, for the tables name them: /,
    );
    expect(madeOf("").assumed[0]!.fr).toMatch(/^Une journée est supposée, le 9 février 2027\u202f: /);
  });
});
