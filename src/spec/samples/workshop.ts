// 12 visitors and 8 exhibitors, one morning and one lunch: small enough to be read on one screen and checked by hand.
// All people and companies are made up; every wish is written out: priority 1, then 2, then 3.

import type { EventInput } from "../schema.js";
import { people } from "./sample.js";
import type { Sample } from "./sample.js";
import type { WishInput } from "./wishes.js";

const VISITORS = ["Ada", "Bram", "Cleo", "Dev", "Esme", "Finn", "Gwen", "Hal", "Ines", "Joss", "Kit", "Lark"];
const EXHIBITORS = ["Anvil", "Beacon", "Compass", "Drum", "Easel", "Feather", "Gong", "Harp"];

/** Who wishes for whom, by initials: three groups, one per priority. */
const WISHES: Readonly<Record<string, string>> = {
  ada: "AB C D",
  bram: "A CE H",
  cleo: "BA D G",
  dev: "D A F",
  esme: "CF A B",
  finn: "A E G",
  gwen: "GH B A",
  hal: "B A C",
  ines: "E FD A",
  joss: "A B H",
  kit: "F C E",
  lark: "HA G B",
  anvil: "ABC DEF GH",
  beacon: "AC GH J",
  compass: "BE AK H",
  drum: "DA IC L",
  easel: "I BF KE",
  feather: "EK I D",
  gong: "G LC F",
  harp: "LG B J",
};

function build(): EventInput {
  const visitors = people(VISITORS, "visitors");
  const exhibitors = people(EXHIBITORS, "exhibitors");
  exhibitors.forEach((one, i) => {
    one.place = `table-${i + 1}`;
    one.tier = "stand";
  });
  visitors[3]!.absent = ["am.1", "am.2"];
  visitors[10]!.absent = ["11:20/12:00@2027-04-08"];
  visitors[6]!.organisation = "Fieldmouse Press";
  visitors[7]!.organisation = "Fieldmouse Press";
  visitors[11]!.meals = false;

  const wishes: WishInput[] = [];
  for (const one of [...visitors, ...exhibitors]) {
    const others = one.side === "visitors" ? exhibitors : visitors;
    WISHES[one.id]!.split(" ").forEach((initials, k) => {
      for (const initial of initials) {
        wishes.push({ from: one.id, to: others[initial.charCodeAt(0) - 65]!.id, priority: k + 1 });
      }
    });
  }
  wishes.push({ from: "joss", to: "drum", veto: true });
  wishes.push({ from: "harp", to: "Fieldmouse Press", priority: 2 });

  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Workshop (fictional)", city: "Bristol", timezone: "Europe/London", locale: "en" },
    calendar: [
      {
        date: "2027-04-08",
        sessions: [
          { id: "am", kind: "meetings", start: "09:20", end: "12:00", label: "Meetings", meeting: 20, changeover: 3 },
          { id: "lunch", kind: "meal", start: "12:15", end: "13:15", label: "Lunch" },
        ],
      },
    ],
    sides: [
      { id: "visitors", label: "Visitors" },
      { id: "exhibitors", label: "Exhibitors", hosts: true },
    ],
    tiers: [{ id: "stand", label: "Stand", guaranteed: 4, maximum: 6 }],
    participants: [...visitors, ...exhibitors],
    wishes,
    places: exhibitors.map((one, i) => ({
      id: one.place!,
      label: `${one.name}'s table`,
      zone: i < 4 ? "window" : "door",
    })),
    walks: [["window", "door", 1]],
    locked: [{ participants: ["ada", "anvil"], slot: "am.3" }],
    meals: [
      {
        session: "lunch",
        tables: [
          { id: "oak", seats: 7, host: "anvil" },
          { id: "ash", seats: 7, host: "beacon" },
          { id: "elm", seats: 7 },
        ],
        mix: { exhibitors: { min: 2 } },
        seats: [{ participant: "ines", table: "elm" }],
      },
    ],
    rules: { points: [100, 60, 30], maxConsecutive: 5 },
  };
}

export const workshop: Sample = {
  id: "workshop",
  title: { en: "Workshop", fr: "Atelier" },
  about: {
    en: "12 visitors, 8 exhibitors, seven slots, one lunch: the whole event fits on one screen, and every number can be checked by hand.",
    fr: "12 visiteurs, 8 exposants, sept créneaux, un déjeuner : tout l'événement tient sur un écran, et chaque nombre se vérifie à la main.",
  },
  build,
};
