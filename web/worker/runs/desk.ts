// The runs of the event on the page: every schedule that comes onto the page is kept with what made it, by a run, by hand or
// from outside; kept ones are shown again, compared, published. Owned by owner.ts, which says when another event is open.
// Whatever comes back onto the page was judged anew before.

import { proxyMarker } from "comlink";
import { hashOf, parseSpec } from "../../../src/index.js";
import type { Judged, Schedule } from "../../../src/index.js";
import type { KeepView, RunEnd, RunSettings, ScheduleView } from "../../protocol.js";
import type {
  AuditView,
  CompareView,
  MeetingChange,
  MeetingSet,
  Page,
  PersonChange,
  PersonSort,
  RunAnswer,
  RunsTold,
  RunsView,
  TellRow,
  TellView,
} from "../../runs-views.js";
import type { Draft } from "../draft.js";
import { cut, knownOf, type Known } from "../known.js";
import { realTimer } from "../keep/saver.js";
import { placedOf } from "../placed.js";
import type { PlanDesk } from "../plan/desk.js";
import type { Stage } from "../plan/stage.js";
import type { RunOutcome } from "../runner.js";
import { adapted, staled, type Adapted } from "./adapt.js";
import { goesOn } from "./alive.js";
import type { RunsApi } from "./api.js";
import { Archive, hearOthers } from "./archive.js";
import { Audit } from "./audit.js";
import { compareView, differenceOf, meetingsPage, peoplePage, type Difference } from "./difference.js";
import { newRun, runNow, runView, verdictOf } from "./record.js";
import { RunStore } from "./store.js";
import { tellCsv, tellText } from "./tell-text.js";
import { changesBetween, tellPage, type Version } from "./tell.js";
import type { RunBody, RunMeta } from "./types.js";

/** Longest name of a run, and longest note of a version, in characters. */
const MOST_NAME = 80;
const MOST_NOTE = 400;

export interface RunHooks {
  tell(told: RunsTold): void;
  /** Puts a judged schedule on the page, in place of what is there. */
  put(known: Known, found: Judged): ScheduleView;
  plan(): Pick<PlanDesk, "busy" | "solve" | "boundFor">;
  /** Ids of all events that are kept. */
  events(): Promise<readonly string[]>;
}

export class RunDesk implements RunsApi {
  readonly [proxyMarker] = true as const;
  readonly #store: RunStore;
  readonly #timer: typeof realTimer;
  #archive: Archive;
  /** The opening that the archive is about: every one has a source of its own. */
  #source: object | null = null;
  /** What is put on the page now is known already. */
  #putting = false;
  /** Done once what the event's page showed last is on it again. */
  restored: Promise<void> = Promise.resolve();
  #running: { meta: RunMeta; begun: number; end: () => void } | null = null;
  /** The one whose schedule the next run begins with. */
  #resumed: string | null = null;
  #left = 0;
  #compared: { version: number; difference: Difference } | null = null;
  #told: { version: number; rows: TellRow[] } | null = null;
  #versions = 0;
  #swept = false;
  readonly #audit = new Audit();

  constructor(
    readonly draft: Draft,
    readonly stage: Stage,
    readonly hooks: RunHooks,
    store = new RunStore(),
    timer = realTimer,
  ) {
    this.#store = store;
    this.#timer = timer;
    this.#archive = this.#newArchive(null, true);
    stage.hearers.push((known, found) => this.#wasPut(known, found));
    hearOthers((event) => {
      if (event === this.#archive.event) void this.#archive.reread();
    });
  }

  /** Where the open event stands with its keeping: perhaps it is another one. */
  follow({ id, mode }: KeepView): void {
    const { source, goodSource } = this.draft;
    const sample = "sample" in source && source.sample !== "" ? `sample:${source.sample}` : null;
    const event = mode === "look" || source !== goodSource ? null : (id ?? sample);
    // A text that cannot be read leaves the last good event, and its runs, on the page.
    if (goodSource !== this.#source) {
      this.#source = goodSource;
      this.#interrupt();
      // What is written of the last event may be what is read of this one: it is the same when it is opened again.
      const left = this.#archive.flush();
      const archive = (this.#archive = this.#newArchive(event, mode === "edit"));
      this.#left = 0;
      this.#compared = this.#told = null;
      this.#audit.close();
      this.restored = left.then(() => this.#restore(archive));
      return;
    }
    const archive = this.#archive;
    if (event !== null && event !== archive.event) void archive.adopt(event).then(() => this.#tell());
    archive.setWritable(mode === "edit");
  }

  /** A run begins; what it gives is called when it has ended, with null when nobody waits for it any more. */
  began(known: Known, settings: RunSettings): (outcome: RunOutcome | null) => void {
    this.#interrupt();
    const origin = this.#resumed === null ? null : this.#archive.get(this.#resumed);
    const from = origin && { name: origin.name, at: origin.at };
    const meta = newRun(known, null, { kind: "run", event: this.#event, settings, status: "running", from });
    const running = (this.#running = { meta, begun: performance.now(), end: goesOn(meta.id) });
    this.#archive.running = meta.id;
    return (outcome) => {
      if (this.#running !== running) return;
      if (!outcome) return this.#interrupt();
      const { status, reason, elapsed, steps } = outcome;
      this.#end(status === "refused" ? "crashed" : status, { reason, elapsed, steps });
    };
  }

  view(): { view: RunsView; schedule: ScheduleView | null } {
    return { view: this.#view(), schedule: this.stage.view };
  }

  async show(id: string): Promise<{ answer: RunAnswer; schedule: ScheduleView | null }> {
    const found = await this.#load(id);
    if (!found) return { answer: "gone", schedule: null };
    if (this.hooks.plan().busy) return { answer: "busy", schedule: null };
    const schedule = this.#place(found.known, found.adapted);
    await this.#archive.show(id, found.body);
    return { answer: "done", schedule };
  }

  async resume(id: string, settings: RunSettings): Promise<RunEnd> {
    const body = await this.#archive.body(id);
    if (!body) return { status: "refused", reason: "", elapsed: 0, steps: 0, schedule: null };
    this.#resumed = id;
    const ended = this.hooks.plan().solve(settings, body.schedule);
    this.#resumed = null;
    return ended;
  }

  rename(id: string, name: string): Promise<RunAnswer> {
    return this.#archive.change(id, (meta) => ({ ...meta, name: shortened(name, MOST_NAME) }));
  }

  async remove(id: string): Promise<RunAnswer> {
    const meta = this.#archive.get(id);
    if (meta?.published) return "published";
    if (meta?.status === "running") return "busy";
    return this.#archive.change(id, (old) => ({ ...old, deleted: Date.now() }));
  }

  restore(id: string): Promise<RunAnswer> {
    return this.#archive.change(id, (meta) => ({ ...meta, deleted: null }));
  }

  async compare(a: string, b: string): Promise<CompareView | null> {
    const [left, right] = [await this.#load(a), await this.#load(b)];
    if (!left || !right) return null;
    const { known } = left;
    const placed = { a: placedOf(known, left.adapted.judged), b: placedOf(known, right.adapted.judged) };
    const difference = differenceOf(known, placed.a, placed.b);
    const version = ++this.#versions;
    this.#compared = { version, difference };
    const runs = { a: runNow(left.meta, left.adapted), b: runNow(right.meta, right.adapted) };
    return compareView(difference, runs, version, left.adapted.left + right.adapted.left);
  }

  comparePeople(
    version: number,
    who: "gain" | "lose",
    sort: PersonSort,
    from: number,
    to: number,
  ): Page<PersonChange> | null {
    return this.#compared?.version === version ? peoplePage(this.#compared.difference, who, sort, from, to) : null;
  }

  compareMeetings(version: number, set: MeetingSet, from: number, to: number): Page<MeetingChange> | null {
    return this.#compared?.version === version ? meetingsPage(this.#compared.difference, set, from, to) : null;
  }

  async publish(id: string, note: string): Promise<RunAnswer> {
    const archive = this.#archive;
    if (!archive.writable || archive.event === null) return "elsewhere";
    if (this.#running?.meta.id === id) return "busy";
    this.draft.readNow();
    const found = await this.#load(id);
    if (!found) return "gone";
    const { known, meta, body } = found;
    if (meta.published) return "published";
    // It is published as the event is now; what names people or slots that are gone is no schedule of it.
    if (found.adapted.left > 0 || !this.draft.good) return "changed";
    const version = 1 + Math.max(0, ...archive.list.map((run) => run.meta.published?.version ?? 0));
    const published = { version, at: Date.now(), note: shortened(note, MOST_NOTE) };
    const { schedule } = found.adapted.judged;
    const frozen: RunMeta = { ...meta, ...verdictOf(known, found.adapted.judged), published };
    const answer = await archive.freeze(frozen, { ...body, schedule, event: this.draft.text.text });
    this.#told = null;
    return answer;
  }

  async withdraw(id: string): Promise<RunAnswer> {
    const { list } = this.#archive;
    const own = this.#archive.get(id)?.published;
    if (!own) return "gone";
    if (list.some(({ meta }) => (meta.published?.version ?? 0) > own.version)) return "published";
    return this.#archive.change(id, (meta) => ({ ...meta, published: null }));
  }

  async tell(version: number): Promise<TellView | null> {
    const of = (n: number): RunMeta | undefined =>
      this.#archive.list.find(({ meta }) => meta.published?.version === n)?.meta;
    const [now, before] = [of(version), of(version - 1)];
    if (!now) return null;
    const rows = before ? await this.#changes(before, now) : [];
    if (!rows) return null;
    this.#told = { version, rows };
    return {
      version,
      before: before?.published ?? null,
      now: now.published!,
      people: rows.filter(({ first }) => first).length,
      changes: rows.length,
    };
  }

  tellRows(version: number, from: number, to: number): Page<TellRow> | null {
    return this.#told?.version === version ? tellPage(this.#told.rows, from, to) : null;
  }

  async tellText(version: number, locale: "en" | "fr", as: "text" | "csv"): Promise<string> {
    if (this.#told?.version !== version) await this.tell(version);
    const rows = this.#told?.rows ?? [];
    return as === "csv" ? tellCsv(rows, locale) : tellText(rows, locale);
  }

  async audit(files: { name: string; file: Blob }[]): Promise<AuditView> {
    return this.#audited(await this.#audit.files(files, this.draft.known));
  }

  async auditPasted(text: string): Promise<AuditView> {
    return this.#audited(await this.#audit.pasted(text, this.draft.known));
  }

  async auditBound(): Promise<AuditView | null> {
    const { known } = this.draft;
    const { id } = this.#audit;
    const body = id === null ? null : await this.#archive.body(id);
    const meta = id === null ? null : this.#archive.get(id);
    if (!known || !body || !meta || !this.#audit.view) return null;
    const bound = this.hooks.plan().busy ? null : await this.hooks.plan().boundFor(known);
    if (this.#audit.id !== id || this.draft.known !== known) return null;
    if (bound) {
      const found = adapted(known, body.schedule, bound);
      const next: RunMeta = { ...meta, ...verdictOf(known, found.judged) };
      // The page may show something else by now.
      if (this.#archive.shown === id && !this.hooks.plan().busy) {
        const schedule = this.#place(known, found);
        this.#archive.put(next, { schedule: found.judged.schedule });
        this.hooks.tell({ view: this.#view(), schedule });
      }
      this.#audit.view = { ...this.#audit.view, run: runNow(next, found), bound: bound.value };
    }
    return (this.#audit.view = { ...this.#audit.view, looking: false });
  }

  flush(): Promise<boolean> {
    return this.#archive.flush();
  }

  /** The published versions, the last first, each with the text of its event: for what is exported. */
  async published(): Promise<{ version: number; at: number; note: string; schedule: Schedule; event: string }[]> {
    const found = await Promise.all(
      this.#archive.list.map(async ({ meta }) => {
        const body = meta.published && (await this.#archive.body(meta.id));
        return body?.event === undefined ? [] : [{ ...meta.published!, schedule: body.schedule, event: body.event }];
      }),
    );
    return found.flat().sort((a, b) => b.version - a.version);
  }

  /** The version that is on the page; null where what is there is not published. */
  get shownVersion(): number | null {
    const { shown } = this.#archive;
    return (shown === null ? null : this.#archive.get(shown)?.published?.version) ?? null;
  }

  get #event(): string {
    return this.#archive.event ?? "";
  }

  #newArchive(event: string | null, writable: boolean): Archive {
    const archive: Archive = new Archive(
      this.#store,
      () => {
        if (this.#archive === archive) this.#tell();
      },
      this.#timer,
      event,
      writable,
    );
    return archive;
  }

  /** Shows what the event's page showed last. */
  async #restore(archive: Archive): Promise<void> {
    const shown = await archive.open();
    const free = (): boolean =>
      this.#archive === archive && this.stage.placed === null && this.#running === null && !this.hooks.plan().busy;
    const found = shown !== null && free() ? await this.#load(shown) : null;
    if (found && free()) {
      const schedule = this.#place(found.known, found.adapted);
      await archive.show(found.meta.id, found.body);
      this.hooks.tell({ view: this.#view(), schedule });
    } else if (this.#archive === archive) this.#tell();
    if (this.#swept) return;
    this.#swept = true;
    const events = await this.hooks.events().catch(() => null);
    if (events) await this.#store.sweep(new Set(events), Date.now()).catch(() => undefined);
  }

  async #load(id: string): Promise<{ meta: RunMeta; body: RunBody; known: Known; adapted: Adapted } | null> {
    const { known } = this.draft;
    const meta = this.#archive.get(id);
    const body = known && meta && meta.deleted === null ? await this.#archive.body(id) : null;
    return known && meta && body ? { meta, body, known, adapted: adapted(known, body.schedule) } : null;
  }

  /** Puts a kept schedule on the page; it is in the list already. */
  #place(known: Known, { judged, current, left }: Adapted): ScheduleView {
    this.#putting = true;
    try {
      this.#left = left;
      return this.hooks.put(staled(known, current), judged);
    } finally {
      this.#putting = false;
    }
  }

  /** A schedule came onto the page that is not in the list: of the run that goes on, else changed by hand. */
  #wasPut(known: Known, judged: Judged): void {
    if (this.#putting) return;
    this.#left = 0;
    const running = this.#running;
    if (running) {
      const elapsed = performance.now() - running.begun;
      running.meta = { ...this.#meta(running.meta), ...verdictOf(known, judged), elapsed };
      const first = this.#archive.get(running.meta.id) === null;
      this.#archive.put(running.meta, { schedule: judged.schedule });
      // From now on there is something to lose.
      if (first) void this.#archive.flush();
      return;
    }
    const { shown } = this.#archive;
    const before = shown === null ? null : this.#archive.get(shown);
    const goesOnWith = before?.kind === "edited" && before.published === null && before.deleted === null;
    const from = before && { name: before.name, at: before.at };
    const meta = goesOnWith
      ? { ...before, ...verdictOf(known, judged), at: Date.now() }
      : newRun(known, judged, { kind: "edited", event: this.#event, settings: before?.settings ?? null, from });
    this.#archive.put(meta, { schedule: judged.schedule });
  }

  /** What is in the list of a run now: it may have been named meanwhile. */
  #meta(meta: RunMeta): RunMeta {
    const { name } = this.#archive.get(meta.id) ?? meta;
    return { ...meta, name };
  }

  /** The run that goes on ends here: somebody left its event, or began another one. */
  #interrupt(): void {
    const running = this.#running;
    if (running) this.#end("interrupted", { elapsed: performance.now() - running.begun });
  }

  #end(status: RunMeta["status"], more: Partial<Pick<RunMeta, "reason" | "elapsed" | "steps">>): void {
    const running = this.#running!;
    const archive = this.#archive;
    this.#running = null;
    archive.running = null;
    const { id } = running.meta;
    const was = archive.get(id);
    // One that never had a schedule is no run to be kept.
    if (!was) return running.end();
    void archive.settle(id, (meta) => ({ ...meta, status, ...more })).finally(running.end);
  }

  async #audited({ view, schedule }: { view: AuditView; schedule: Schedule | null }): Promise<AuditView> {
    const { known } = this.draft;
    if (!known || !schedule || this.hooks.plan().busy) return (this.#audit.view = { ...view, looking: false });
    const bound = await this.#bestBound(hashOf(known.facts));
    const found = adapted(known, schedule, bound);
    const meta = newRun(known, found.judged, { kind: "outside", event: this.#event, source: cut(view.name, 120) });
    const shown = this.#place(known, found);
    this.#archive.put(meta, { schedule: found.judged.schedule });
    this.#audit.id = meta.id;
    this.hooks.tell({ view: this.#view(), schedule: shown });
    const proved = found.judged.schedule.bound?.value ?? null;
    return (this.#audit.view = { ...view, run: runNow(meta, found), bound: proved, looking: proved === null });
  }

  /** The lowest bound that any run of this very event has proved. */
  async #bestBound(hash: string): Promise<Schedule["bound"]> {
    const runs = this.#archive.list.filter(({ meta }) => meta.hash === hash && meta.bound !== null);
    runs.sort((a, b) => a.meta.bound! - b.meta.bound!);
    const best = runs[0] && (await this.#archive.body(runs[0].meta.id));
    return best?.schedule.bound;
  }

  /** What the later version changes; null when one of them cannot be read any more. */
  async #changes(before: RunMeta, now: RunMeta): Promise<TellRow[] | null> {
    const versions: Version[] = [];
    for (const meta of [before, now]) {
      const body = await this.#archive.body(meta.id);
      const read = body?.event === undefined ? null : parseSpec(body.event);
      if (!body || !read?.ok) return null;
      versions.push({ known: knownOf(read.value, 0), schedule: body.schedule });
    }
    return changesBetween(versions[0]!, versions[1]!);
  }

  #tell(): void {
    this.hooks.tell({ view: this.#view(), schedule: null });
  }

  #view(): RunsView {
    const archive = this.#archive;
    const { list } = archive;
    // Worked out only where there is something to compare it with: a large event takes a while.
    const hash = list.length > 0 && this.draft.known ? hashOf(this.draft.known.facts) : null;
    return {
      runs: list.map(({ meta, stored }) => runView(meta, meta.hash === hash, stored)),
      shown: archive.shown,
      writable: archive.writable,
      problem: archive.problem,
      left: this.#left,
    };
  }
}

function shortened(text: string, most: number): string {
  return [...text.trim()].slice(0, most).join("");
}
