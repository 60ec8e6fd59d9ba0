// `dancecard start`, which `npm start` runs: schedules the model event in the terminal, then serves the playground.
// Node only. The page is what the build left in dist/web; nothing else of the machine is served.

import { join } from "node:path";
import { distFolder } from "../host/node.js";
import type { Text } from "../rules/rule.js";
import { parseSpec } from "../spec/parse.js";
import { sampleText } from "../spec/samples/index.js";
import type { Given } from "./args.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { serveFolder } from "./serve-folder.js";
import { DEFAULTS, runInTerminal, tellEnd } from "./solve.js";
import { summaryText } from "./summary.js";
import { EXIT, complain, mistake, print, report } from "./terminal.js";

const EVENT = "customer-relationship-meetings";
const PORT = 4173;
const PORT_IN_USE: Text = {
  en: "The port is in use; another one: --port P.",
  fr: "Le port est pris ; un autre : --port P.",
};

export const start: Command = {
  name: "start",
  words: [],
  about: {
    en: `Schedules the sample ${EVENT}, then serves the playground.`,
    fr: `Planifie l’exemple ${EVENT}, puis sert le terrain de jeu.`,
  },
  options: {
    port: {
      value: "P",
      about: {
        en: `port (default ${PORT}, else the next free one; 0: any)`,
        fr: `port (${PORT} par défaut, sinon le premier libre après ; 0 : n’importe lequel)`,
      },
      number: { least: 0, most: 65_535 },
    },
    seconds: {
      value: "S",
      about: { en: "time for the schedule (default 2)", fr: "temps pour le planning (2 par défaut)" },
      number: { least: 0, most: 3600, fraction: true },
    },
    ...LANG,
  },
  run: startCommand,
};

async function startCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const parsed = parseSpec(sampleText(EVENT) ?? "");
  if (!parsed.ok) throw new Error(`the sample ${EVENT} is not a legal event`);
  const result = await runInTerminal(parsed.value, locale, {
    variant: DEFAULTS.variant,
    seed: DEFAULTS.seed,
    budget: { seconds: given.number("seconds") ?? 2 },
  });
  if (result.schedule) print(summaryText(parsed.value, result, locale));
  const code = tellEnd(parsed.value, result, locale);
  if (code === EXIT.interrupted) return code;
  const server = await serveFolder(join(distFolder(), "web"), given.number("port") ?? PORT, given.has("port") ? 1 : 20);
  if (!server) {
    report("dancecard", undefined, [mistake("port-in-use", PORT_IN_USE)], locale);
    return EXIT.badInput;
  }
  const { address, closed } = server;
  print(locale === "fr" ? `\nLe terrain de jeu\u202f: ${address}` : `\nThe playground: ${address}`);
  if (process.stdout.isTTY) complain(locale === "fr" ? "Ctrl-C pour arrêter." : "Ctrl-C ends it.");
  await closed;
  return code;
}
