import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { NotFoundError } from '../../core/errors.js';
import { LOGGER, type Logger } from '../../core/logger.js';
import { Database } from '../../infra/database/database.js';
import { Periodic } from '../../infra/periodic.js';
import { SealError, SecretBox } from '../../infra/secret-box.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { agendaOf } from './review-agenda.loaders.js';
import {
  actsAfter,
  agendaIds,
  MOST_ACTS,
  type Act,
  type AgendaIds,
} from './review-changes.loaders.js';
import { reviewMeetingById } from './review-meeting.loaders.js';

/** Somebody who has a meeting open. */
export interface Follower {
  /** As who they come at this moment; null once they may not any more. */
  readonly caller: () => Promise<Ctx | null>;
  /** Something that they may see has changed. */
  readonly tell: (mark: string) => void;
  /** They may not follow any more. */
  readonly end: () => void;
}

/** What somebody has who follows a meeting. */
export interface Following {
  /** Where they stand: what they come back with after a pause. */
  readonly mark: string;
  /** Something has changed since the mark that they came with. */
  readonly isBehind: boolean;
  /** Looks whether they still may follow, and whether they see something else than before. */
  readonly check: () => Promise<void>;
  readonly stop: () => void;
}

/** Where somebody stands. */
interface Place {
  /** The number of the last act that they were told of, or that was none of theirs. */
  readonly seq: number;
  /** Of what they see on the agenda. */
  readonly agenda: string;
}

interface Entry extends Follower {
  readonly meetingId: string;
  personId: string | null;
  place: Place;
}

const LOOK_MS = 500;
const OWNER = 'live review meetings';

/**
 * Tells who has a review meeting open that something of it has changed, or of a case on its agenda
 * that they may read; never what. Every process looks into the audit log twice a second, in one
 * statement however many meetings are open, and not at all while none is.
 */
@Injectable()
export class ReviewLive implements OnModuleDestroy {
  readonly #entries = new Set<Entry>();
  readonly #agendas = new Map<string, AgendaIds>();
  readonly #periodic: Periodic;
  #isStarted = false;
  #isLooking = false;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly box: SecretBox,
    @Inject(LOGGER) log: Logger,
  ) {
    const what = 'what has changed in review meetings could not be told; trying again';
    this.#periodic = new Periodic(LOOK_MS, () => this.#look(), log, what);
  }

  async onModuleDestroy(): Promise<void> {
    await this.#periodic.stop();
  }

  /**
   * Begins to follow a meeting.
   * @param since the mark that they came with, if any; one of another key counts as long ago
   * @throws NotFoundError
   */
  async follow(
    ctx: Ctx,
    meetingId: string,
    since: string | undefined,
    follower: Follower,
  ): Promise<Following> {
    const { seq } = await this.audit.head();
    const agenda = await agendaSeenBy(ctx, meetingId);
    if (agenda === null) throw new NotFoundError('review meeting', ['id']);
    const before = since === undefined ? null : this.#open(since);
    // Ahead of the log is a mark from before a backup was put back.
    const isNear = before !== null && before.seq <= seq && seq - before.seq <= MOST_ACTS;
    const isBehind = since !== undefined && !(isNear && before.agenda === agenda);
    const place = { seq: isNear && !isBehind ? before.seq : seq, agenda };
    const personId = personIdOf(ctx.actor);
    const entry: Entry = { ...follower, meetingId, personId, place };
    this.#entries.add(entry);
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#periodic.start();
    }
    return {
      mark: this.#seal(place),
      isBehind,
      check: () => this.#check(entry, new Set()),
      stop: () => {
        this.#entries.delete(entry);
      },
    };
  }

  async #look(): Promise<void> {
    if (this.#isLooking || this.#entries.size === 0) return;
    this.#isLooking = true;
    try {
      const from = Math.min(...[...this.#entries].map(({ place }) => place.seq));
      const { acts, seq } = await actsAfter(this.database.read, from);
      const before = [...this.#entries].filter(({ place }) => place.seq < seq);
      if (before.length > 0) await this.#pass(before, acts, seq);
    } finally {
      this.#isLooking = false;
    }
  }

  async #pass(entries: readonly Entry[], acts: readonly Act[], seq: number): Promise<void> {
    const touched = new Map<Entry, Set<string>>();
    for (const entry of entries) {
      const own = acts.filter((act) => act.seq > entry.place.seq);
      entry.place = { ...entry.place, seq };
      const ids = idsIn(own, entry.meetingId, await this.#agendaOf(entry.meetingId));
      const isSelf = own.some((act) => isAbout(act, entry.personId));
      if (ids.size > 0 || isSelf) touched.set(entry, ids);
    }
    // What is on an agenda may be among what has changed.
    this.#agendas.clear();
    for (const [entry, ids] of touched) await this.#check(entry, ids);
  }

  async #check(entry: Entry, touched: ReadonlySet<string>): Promise<void> {
    const { meetingId } = entry;
    const ctx = await entry.caller();
    const agenda = ctx && (await agendaSeenBy(ctx, meetingId));
    if (!this.#entries.has(entry)) return;
    if (!ctx || agenda === null) {
      this.#entries.delete(entry);
      entry.end();
      return;
    }
    const isOther = agenda !== entry.place.agenda;
    entry.personId = personIdOf(ctx.actor);
    entry.place = { ...entry.place, agenda };
    const seen = await agendaOf(ctx).load(meetingId);
    const isTouched =
      touched.has(meetingId) || seen.some(({ postmortemId }) => touched.has(postmortemId));
    if (isOther || isTouched) entry.tell(this.#seal(entry.place));
  }

  /** The ids of what stands on an agenda; kept until something has changed. */
  async #agendaOf(meetingId: string): Promise<AgendaIds> {
    const kept = this.#agendas.get(meetingId);
    if (kept) return kept;
    const ids = await agendaIds(this.database.read, meetingId);
    this.#agendas.set(meetingId, ids);
    return ids;
  }

  /** Nobody can read it: from the numbers could be told how much happens that they may not see. */
  #seal({ seq, agenda }: Place): string {
    return this.box.seal(`${seq} ${agenda}`, OWNER);
  }

  #open(mark: string): Place | null {
    try {
      const [seq, agenda = ''] = this.box.open(mark, OWNER).split(' ');
      return { seq: Number(seq), agenda };
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  }
}

/** What somebody sees of a meeting and of the cases on its agenda, in short; null if there is no such meeting for them. */
async function agendaSeenBy(ctx: Ctx, meetingId: string): Promise<string | null> {
  const meeting = await reviewMeetingById(ctx).load(meetingId);
  if (!meeting) return null;
  const seen = await agendaOf(ctx).load(meetingId);
  const hash = createHash('sha256').update(String(meeting.version));
  for (const { postmortemId } of seen) hash.update(postmortemId);
  return hash.digest('base64url').slice(0, 22);
}

const isAbout = ({ personId, subjectId }: Act, id: string | null): boolean =>
  id !== null && (personId === id || subjectId === id);

/** Of a meeting what acts have changed: the meeting by its id, and cases by theirs. */
function idsIn(acts: readonly Act[], meetingId: string, agenda: AgendaIds): Set<string> {
  const ids = new Set<string>();
  for (const { subjectId, caseId, incidentId } of acts) {
    // With a case it is about that case, and tells of it: it may be on the agenda no more.
    if (subjectId === meetingId) ids.add(caseId ?? meetingId);
    for (const [id, own] of agenda) {
      if (own.some((each) => each === caseId || each === subjectId || each === incidentId)) {
        ids.add(id);
      }
    }
  }
  return ids;
}
