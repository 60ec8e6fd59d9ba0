// `dancecard check`: before the sale. Can all packages be honoured, who shows that they cannot, and what would one more
// place, slot or participant be worth? The answers are promises.ts on worker threads; here they are put into words.

import type { Margins } from "../certificate/margins.js";
import type { Budget } from "../host/engine.js";
import { checkPromises, priceEvent, type PromiseCheck } from "../promises.js";
import { promisesText } from "../promises/sentence.js";
import { factsOf } from "../rules/facts.js";
import type { Locale } from "../rules/rule.js";
import type { EventSpec } from "../spec/schema.js";
import type { Given } from "./args.js";
import { LANG, columns, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { grouped, spaced } from "./format.js";
import { readEvent } from "./input.js";
import { DEFAULTS, EITHER, inTerminal, solve } from "./solve.js";
import { EXIT, clipped, complain, mistake, print, printable, report } from "./terminal.js";

/** Slots and sessions listed. */
const SHOWN = 5;
/** Characters of a name or an id. */
const NAME = 40;

export const check: Command = {
  name: "check",
  words: ["EVENT"],
  about: {
    en: "Says whether all guaranteed meetings can be honoured, and what one more place, slot or participant is worth.",
    fr: "Dit si tous les rendez-vous garantis peuvent être honorés, et ce que vaut un lieu, un créneau ou un participant de plus.",
  },
  options: {
    seconds: {
      ...solve.options.seconds!,
      about: {
        en: `time budget of each run (default ${DEFAULTS.seconds})`,
        fr: `budget de temps de chaque calcul (${DEFAULTS.seconds} par défaut)`,
      },
    },
    steps: {
      ...solve.options.steps!,
      about: {
        en: "step budget of each run instead: the same answer on every machine",
        fr: "budget de pas de chaque calcul à la place : la même réponse sur toutes les machines",
      },
    },
    json: {
      about: { en: "print the answer as JSON, with its proof", fr: "afficher la réponse en JSON, avec sa preuve" },
    },
    ...LANG,
  },
  more: [
    {
      en: "There is a run for the promises, one for the prices, and where promises are missing one for each side that has any.\nExit code 3 when it is proved that they cannot all be honoured, 4 when that is open: no schedule found that keeps them,\nand no proof against it.",
      fr: "Il y a un calcul pour les promesses, un pour les prix et, si des promesses ne sont pas tenues, un pour chaque côté qui\nen a. Code de sortie 3 s’il est prouvé qu’elles ne peuvent pas toutes être honorées, 4 si la question reste ouverte : ni\nplanning qui les tient, ni preuve du contraire.",
    },
  ],
  run: checkCommand,
};

async function checkCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  if (given.has("seconds") && given.has("steps")) {
    report("dancecard", undefined, [mistake("bad-option", EITHER)], locale);
    return EXIT.badInput;
  }
  const spec = await readEvent(given.words[0]!, locale);
  if (!spec) return EXIT.badInput;
  const steps = given.number("steps");
  const budget: Budget = steps === undefined ? { seconds: given.number("seconds") ?? DEFAULTS.seconds } : { steps };
  const facts = factsOf(spec);
  const [promises, margins] = await inTerminal(locale, async (engine, { signal, onEvent }) => {
    const answer = await checkPromises(spec, engine, { budget, facts, signal });
    return [answer, await priceEvent(spec, engine, { budget, facts, signal, onEvent })] as const;
  });
  if (given.has("json")) print(JSON.stringify({ promises, margins: margins ?? null }, undefined, 2));
  else {
    print(`${clipped(spec.event.name, 60)}\n${printable(promisesText(spec, promises)[locale])}\n`);
    print(margins ? marginsText(spec, margins, locale) : spaced(NO_PRICES[locale], locale));
  }
  return exitOf(promises, locale);
}

function exitOf(promises: PromiseCheck, locale: Locale): number {
  if (promises.status === "impossible") return EXIT.ruleBroken;
  if (promises.status !== "open") return EXIT.ok;
  const { ended, reason = "" } = promises;
  if (ended === "refused" || ended === "crashed") complain(`dancecard: ${spaced(reason, locale)}`);
  return { finished: EXIT.open, cancelled: EXIT.open, refused: EXIT.badInput, crashed: EXIT.bug }[ended];
}

const NO_PRICES = {
  en: "What one more of something is worth cannot be said: the run was too short, or nearly all meetings are locked.",
  fr: "On ne peut pas dire ce que vaut une unité de plus : le calcul était trop court, ou presque tous les rendez-vous sont imposés.",
};

/** What one more of each thing could bring at most, a line each. */
export function marginsText(spec: EventSpec, margins: Margins, locale: Locale): string {
  const w = WORDS[locale];
  const points = (x: number): string => `${grouped(Math.ceil(x), locale)} points`;
  const named = (list: readonly { id: string; name?: string | undefined; label?: string | undefined }[]) => {
    const names = new Map(list.map(({ id, name, label }) => [id, name ?? label ?? id]));
    return (id: string): string => clipped(names.get(id) ?? id, NAME);
  };
  const side = named(spec.sides);
  const person = named(spec.participants);
  const rows: [string, string][] = [];
  if (margins.place !== undefined) {
    const dearest = margins.places[0];
    const most = dearest ? `, ${w.most} ${points(dearest.points)} (${clipped(dearest.slot, NAME)})` : "";
    rows.push([w.place, points(margins.place) + most]);
  }
  for (const one of margins.sessions.slice(0, SHOWN)) {
    rows.push([
      `${w.slot} ${clipped(one.session, NAME)}`,
      `${points(one.points)} (${w.like} ${clipped(one.slot, NAME)})`,
    ]);
  }
  if (margins.sessions.length > SHOWN) rows.push(["…", `+${margins.sessions.length - SHOWN}`]);
  for (const one of margins.sides) {
    const whole = `${points(one.points)} (${w.like} ${person(one.participant)}), ${w.median} ${points(one.median)}`;
    rows.push([`${w.side} ${side(one.side)}`, whole]);
  }
  return `${spaced(w.head, locale)}\n${columns(rows)}`;
}

const WORDS = {
  en: {
    head: "What one more raises the bound by at most (about what the best schedule can gain, where the bound is near it):",
    place: "place, open in every slot",
    most: "at most",
    slot: "slot in",
    like: "like",
    side: "participant of",
    median: "median",
  },
  fr: {
    head: "Ce dont une unité de plus relève la borne, au plus (à peu près le gain du meilleur planning, là où la borne en est proche) :",
    place: "lieu, ouvert à chaque créneau",
    most: "au plus",
    slot: "créneau dans",
    like: "comme",
    side: "participant du côté",
    median: "médiane",
  },
};
