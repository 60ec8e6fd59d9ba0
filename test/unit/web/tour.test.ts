import { describe, expect, it } from "vitest";
import { around, beside, GAP, MARGIN } from "../../../web/app/tour/beside.js";
import { STEPS } from "../../../web/app/tour/steps.js";
import { tourEn } from "../../../web/i18n/tour-en.js";
import { tourFr } from "../../../web/i18n/tour-fr.js";

const SCREEN = { width: 1440, height: 900 };
const WORDS = { width: 360, height: 180 };

describe("the words of a step", () => {
  it("stand below what they are about, else above, else at a side, else in its corner", () => {
    expect(beside({ left: 40, top: 50, width: 80, height: 30 }, WORDS, SCREEN)).toEqual({ left: 40, top: 80 + GAP });
    expect(beside({ left: 40, top: 800, width: 80, height: 30 }, WORDS, SCREEN)).toEqual({
      left: 40,
      top: 800 - GAP - WORDS.height,
    });
    expect(beside({ left: 40, top: 50, width: 400, height: 800 }, WORDS, SCREEN)).toEqual({ left: 440 + GAP, top: 50 });
    expect(beside({ left: 900, top: 50, width: 540, height: 800 }, WORDS, SCREEN)).toEqual({
      left: 900 - GAP - WORDS.width,
      top: 50,
    });
    expect(beside({ left: 0, top: 0, width: 1440, height: 900 }, WORDS, SCREEN)).toEqual({
      left: 1440 - WORDS.width - GAP,
      top: 900 - WORDS.height - GAP,
    });
  });

  it("are never beyond the edge of the screen", () => {
    expect(beside({ left: 1390, top: 8, width: 44, height: 28 }, WORDS, SCREEN).left).toBe(
      SCREEN.width - WORDS.width - MARGIN,
    );
    expect(beside({ left: 0, top: 8, width: 44, height: 28 }, WORDS, SCREEN).left).toBe(MARGIN);
  });

  it("have a frame that ends with the screen", () => {
    expect(around({ left: 0, top: 100, width: 1440, height: 2000 }, SCREEN)).toEqual({
      left: 0,
      top: 96,
      width: 1440,
      height: 804,
    });
  });

  it("are there for each step, in both languages, as two sentences", () => {
    const ids = STEPS.map(({ id }) => id);
    expect(Object.keys(tourEn.steps)).toEqual(ids);
    expect(Object.keys(tourFr.steps)).toEqual(ids);
    const texts = [tourEn, tourFr].flatMap(({ steps }) =>
      ids.flatMap((id) => [steps[id].text, steps[id].phone ?? steps[id].text]),
    );
    expect(texts.filter((text) => text.match(/\.(?= |$)/g)?.length !== 2)).toEqual([]);
  });
});
