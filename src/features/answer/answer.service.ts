import { Inject, Injectable } from '@nestjs/common';

import type { PersonActor } from '../../core/actor.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import type { Role } from '../../core/vocabulary.js';
import { Database } from '../../infra/database/database.js';
import { Signer } from '../../infra/signer.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItemLifecycle } from '../action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../action-item/action-item.service.js';
import { ACT_OF } from '../action-item/action-item.states.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { restrictedAmong } from '../audit/confidential-reads.policy.js';
import { ImprovementPolicyService } from '../improvement-policy/improvement-policy.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { allowedActsOf } from '../postmortem/postmortem-acts.loaders.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { lastMovesOf, markOf } from './answer-mark.js';
import { MOVE_OF, read, type Answer, type AnswerToken } from './answer-token.js';

/** What somebody who has followed a link is asked, and how things stand. */
export interface Question {
  readonly answer: Answer;
  readonly person: PersonEntity;
  readonly item: ActionItemEntity;
  /** `OPEN`: the answer can be given. `GIVEN`: it was, by this person. `MOVED`: it stands otherwise than when the link was made. */
  readonly standing: 'OPEN' | 'GIVEN' | 'MOVED';
  /** Whether the organization asks for evidence. */
  readonly needsEvidence: boolean;
}

/** What somebody says with their answer, as a form sends it. */
export interface Said {
  readonly evidence: string;
  readonly dueOn: string;
  readonly reason: string;
}

/** Why a link is of no use. `GONE`: the action, the person, or the right to it; which, nobody learns. */
export type DeadLink = 'UNKNOWN' | 'EXPIRED' | 'GONE';

/** What the act is called in the audit log: as the mutation that does the same. */
const AUDITED = {
  done: 'actionItemComplete',
  newDate: 'actionItemExtend',
  notDoing: 'actionItemReject',
} as const satisfies Record<Answer, string>;

const VIA = { via: 'answerLink' };

/** Somebody who answers by a link: they can do what they could if they came themselves, and nothing besides. */
export const answering = (
  personId: string,
  role: Role,
  readsDrafts: boolean | undefined,
): PersonActor => ({
  kind: 'person',
  personId,
  role,
  scopes: new Set(['read', 'write', 'restricted']),
  readsDrafts,
});

/** Takes answers that come by signed links. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly signer: Signer,
    private readonly database: Database,
    private readonly items: ActionItemService,
    private readonly lifecycle: ActionItemLifecycle,
    private readonly rules: ImprovementPolicyService,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a link asks. Changes nothing; that somebody has read of a restricted case is remembered. */
  async ask(ctx: Ctx, token: string): Promise<Question | DeadLink> {
    const found = await this.#open(ctx, token);
    if (typeof found === 'string') return found;
    const { theirs, question } = found;
    const { item } = question;
    for (const { id, key } of await restrictedAmong(theirs, [item.postmortemId], [])) {
      const subject = { type: 'Postmortem', id, key };
      await this.audit.record(theirs, { act: 'read', subject, detail: VIA });
    }
    return question;
  }

  /**
   * Does what a link is for, as its person. Done a second time it does nothing, and the question
   * says that the answer was given.
   * @throws FupanError VALIDATION for what was said
   */
  async give(ctx: Ctx, token: string, said: Said): Promise<Question | DeadLink> {
    const found = await this.#open(ctx, token);
    if (typeof found === 'string') return found;
    const { theirs, question, link } = found;
    if (question.standing !== 'OPEN') return question;
    const { answer, item } = question;
    const subject = { type: 'ActionItem', id: item.id, key: item.key };
    const note = { act: AUDITED[answer], subject, about: { caseId: item.postmortemId } };
    try {
      const moved = await this.database.transaction(theirs, async (tx) => {
        // Now that nobody else can change it.
        const row = await this.items.require(tx, item.id);
        if ((await this.#standing(tx, link, row)) !== 'OPEN') return null;
        const done = await this.#act(tx, answer, row.id, said);
        this.audit.note(tx, { ...note, detail: VIA });
        return done;
      });
      return moved
        ? { ...question, item: moved, standing: 'GIVEN' }
        : await this.#again(ctx, token);
    } catch (error) {
      if (!(error instanceof FupanError) || error.code === 'BUSY') throw error;
      await this.audit.record(theirs, { ...note, code: error.code, detail: VIA });
      if (error.code === 'VALIDATION') throw error;
      return error.code === 'WRONG_STATE' ? { ...question, standing: 'MOVED' } : 'GONE';
    }
  }

  async #again(ctx: Ctx, token: string): Promise<Question | DeadLink> {
    const found = await this.#open(ctx, token);
    return typeof found === 'string' ? found : found.question;
  }

  #act(tx: TxCtx, answer: Answer, id: string, said: Said): Promise<ActionItemEntity> {
    const { evidence, dueOn, reason } = said;
    switch (answer) {
      case 'done':
        return this.lifecycle.complete(tx, id, { evidence: evidence.trim() || null });
      case 'newDate':
        return this.lifecycle.extend(tx, id, { dueOn, reason });
      case 'notDoing':
        return this.lifecycle.reject(tx, id, { reason });
    }
  }

  async #open(
    ctx: Ctx,
    token: string,
  ): Promise<{ theirs: Ctx; question: Question; link: AnswerToken } | DeadLink> {
    const link = read(this.signer, token);
    if (link === null) return 'UNKNOWN';
    if (link.expiresAt <= ctx.clock.now()) return 'EXPIRED';
    const person = await ctx.db.findOneBy(PersonEntity, { id: link.personId });
    if (person?.archivedAt !== null) return 'GONE';
    const { draftsAreOpen } = this.config;
    const actor = answering(person.id, person.role, draftsAreOpen);
    // Whoever is signed in at this browser has nothing to do with it.
    const origin = { address: ctx.origin.address };
    const theirs: Ctx = { ...ctx, actor, origin };
    const item = await this.items.find(theirs, { id: link.actionItemId });
    if (item === null || !(await mayEdit(theirs, item.postmortemId))) return 'GONE';
    const { evidence } = await this.rules.find(theirs);
    const standing = await this.#standing(theirs, link, item);
    const { answer } = link;
    return { theirs, link, question: { answer, person, item, standing, needsEvidence: evidence } };
  }

  async #standing(
    ctx: Ctx,
    { mark, answer, personId }: AnswerToken,
    item: ActionItemEntity,
  ): Promise<Question['standing']> {
    const last = (await lastMovesOf(ctx, [item.id])).get(item.id);
    if (markOf(item, last) === mark) return 'OPEN';
    return last?.act === ACT_OF[MOVE_OF[answer]] && last.actorId === personId ? 'GIVEN' : 'MOVED';
  }
}

/** Whether they may change what belongs to this case. */
export async function mayEdit(ctx: Ctx, postmortemId: string): Promise<boolean> {
  const postmortem = await postmortemById(ctx).load(postmortemId);
  return postmortem !== null && (await allowedActsOf(ctx).load(postmortem)).includes('EDIT');
}
