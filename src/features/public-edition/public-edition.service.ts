import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { forgetLoaded } from '../../core/loader.js';
import { PublicUrl } from '../../core/public-url.js';
import { checked, text } from '../../core/validation.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import {
  findingsIn,
  madeEdition,
  type EditionFinding,
  type EditionRules,
  type MadeEdition,
} from './edition-rules.js';
import type { EditionChoices } from './edition-text.js';
import {
  PublicEditionEntity,
  PublicEditionVersionEntity,
  type EditionStatus,
} from './public-edition.entity.js';
import {
  editionSourceOf,
  internalWordsOf,
  knownPeople,
  publicEditionOf,
} from './public-edition.loaders.js';
import {
  canHaveEdition,
  mayPublicEdition,
  type PublicEditionAct,
} from './public-edition.policy.js';

const makeSchema = z.object({
  omittedSections: z.array(text.heading).max(LIMITS.shortList).default([]),
  omittedEventIds: z.array(z.string()).max(LIMITS.entriesPerCase).default([]),
  withActionDetails: z.boolean().default(false),
  withFindings: z.boolean().default(false),
  withPractices: z.boolean().default(false),
  expectedVersion: z.number().int().nullish(),
});
const updateSchema = z.object({
  title: text.title.optional(),
  text: text.prose.optional(),
  isListed: z.boolean().optional(),
  expectedVersion: z.number().int().nullish(),
});

export type PublicEditionMake = z.input<typeof makeSchema>;
export type PublicEditionUpdate = z.input<typeof updateSchema>;

/** What it is called where there is none. */
const WHAT = 'publicEdition';

/** Makes the public edition of cases, and takes it from draft over approval to the public and back. */
@Injectable()
export class PublicEditions {
  constructor(
    private readonly access: CaseAccess,
    private readonly publicUrl: PublicUrl,
  ) {}

  /**
   * Makes the edition of a case anew by the rules; what was edited by hand is replaced. An approval
   * is taken back, and a version that is out stays out.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE for a case that is restricted or not
   *   approved, CONFLICT, VALIDATION
   */
  async make(
    tx: TxCtx,
    postmortemId: string,
    input: PublicEditionMake,
  ): Promise<PublicEditionEntity> {
    const postmortem = await this.access.require(tx, 'edit', postmortemId, ['postmortemId']);
    const row = await tx.db.findOneBy(PublicEditionEntity, { postmortemId });
    requireAct(tx, 'edit', postmortem, row);
    requireOpen(postmortem, ['postmortemId']);
    const { expectedVersion, ...choices } = checked(makeSchema, input);
    const { outside, revision } = await this.#made(tx, postmortemId, choices);
    const written = {
      ...outside,
      choices,
      language: postmortem.language,
      caseRevision: revision,
      ...editedNow(tx),
    };
    if (row) return updateVersioned(tx, PublicEditionEntity, row, expectedVersion, written);
    const created: PublicEditionEntity = {
      id: newId(),
      version: 1,
      postmortemId,
      token: randomBytes(32).toString('base64url'),
      isListed: 0,
      publicNumber: null,
      ...written,
    };
    await insertRows(tx, PublicEditionEntity, [created]);
    return created;
  }

  /**
   * Edits it by hand. An approval is taken back, and a version that is out stays out.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE, CONFLICT, VALIDATION
   */
  async update(tx: TxCtx, id: string, input: PublicEditionUpdate): Promise<PublicEditionEntity> {
    const { row, postmortem } = await this.#require(tx, 'edit', id);
    requireOpen(postmortem, ['id']);
    const { expectedVersion, isListed, ...words } = checked(updateSchema, input);
    const changes = { ...words, isListed: isListed === undefined ? undefined : Number(isListed) };
    return updateVersioned(tx, PublicEditionEntity, row, expectedVersion, {
      ...given(changes),
      ...editedNow(tx),
    });
  }

  /**
   * Says that everybody may read it as it stands.
   * @throws FupanError NOT_FOUND, FORBIDDEN also for who edited it last, CONFLICT, WRONG_STATE
   *   `editionNotClean` while a name or an internal word is in it
   */
  async approve(tx: TxCtx, id: string, expectedVersion: number): Promise<PublicEditionEntity> {
    const { row, postmortem } = await this.#require(tx, 'approve', id);
    const changes = {
      status: 'APPROVED' as const,
      approverId: personIdOf(tx.actor),
      approvedAt: tx.clock.now(),
    };
    const updated = await updateVersioned(tx, PublicEditionEntity, row, expectedVersion, changes);
    requireStatus(row, ['DRAFT', 'WITHDRAWN'], 'APPROVED');
    requireOpen(postmortem, ['id']);
    await this.#requireClean(tx, row);
    return updated;
  }

  /**
   * Lets everybody read it: as a new version, which stays as it is while the text is edited on.
   * @throws FupanError NOT_FOUND, FORBIDDEN, CONFLICT, WRONG_STATE unless it is approved, or if a
   *   name or an internal word has come to be in it since
   */
  async publish(tx: TxCtx, id: string, expectedVersion: number): Promise<PublicEditionEntity> {
    const { row, postmortem } = await this.#require(tx, 'publish', id);
    const [last] = await tx.db.find(PublicEditionVersionEntity, {
      where: { editionId: id },
      order: { number: 'DESC' },
      take: 1,
    });
    const number = (last?.number ?? 0) + 1;
    const updated = await updateVersioned(tx, PublicEditionEntity, row, expectedVersion, {
      status: 'PUBLISHED',
      publicNumber: number,
    });
    requireStatus(row, ['APPROVED'], 'PUBLISHED');
    requireOpen(postmortem, ['id']);
    await this.#requireClean(tx, row);
    const { title, text: words, language } = row;
    await insertRows(tx, PublicEditionVersionEntity, [
      {
        ...{ id: newId(), editionId: id, number, title, text: words, language },
        publishedAt: tx.clock.now(),
      },
    ]);
    return updated;
  }

  /** Takes it from the public, at once. @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE if it is not out */
  async withdraw(tx: TxCtx, id: string): Promise<PublicEditionEntity> {
    const { row } = await this.#require(tx, 'withdraw', id);
    if (row.publicNumber === null) throw new FupanError('WRONG_STATE', 'editionNotOut', {}, ['id']);
    return updateVersioned(tx, PublicEditionEntity, row, undefined, {
      status: 'WITHDRAWN',
      publicNumber: null,
      approverId: null,
      approvedAt: null,
    });
  }

  /** What the rules make of the case today, of an edition that the caller has. */
  async made(ctx: Ctx, { postmortemId, choices }: PublicEditionEntity): Promise<MadeEdition> {
    return this.#made(ctx, postmortemId, choices);
  }

  /** What of an edition that the caller has still looks as if it should stay inside. */
  async findings(ctx: Ctx, row: PublicEditionEntity): Promise<EditionFinding[]> {
    const source = await editionSourceOf(ctx).load(row.postmortemId);
    return source ? findingsIn(row, source.document, await this.#rules(ctx)) : [];
  }

  async #made(ctx: Ctx, postmortemId: string, choices: EditionChoices) {
    const source = await editionSourceOf(ctx).load(postmortemId);
    if (!source) throw new NotFoundError('postmortem', ['postmortemId']);
    const { document, eventIds, revision } = source;
    return { ...madeEdition(document, eventIds, choices, await this.#rules(ctx)), revision };
  }

  async #rules(ctx: Ctx): Promise<EditionRules> {
    const [known, { words }] = await Promise.all([knownPeople(ctx), internalWordsOf(ctx)]);
    return { known, words, ownHost: new URL(this.publicUrl.origin).hostname };
  }

  async #requireClean(tx: TxCtx, row: PublicEditionEntity): Promise<void> {
    const found = (await this.findings(tx, row)).filter(({ isBlocking }) => isBlocking);
    const [first] = found;
    if (!first) return;
    const { words: value, line } = first;
    const params = { value, line, count: found.length };
    throw new FupanError('WRONG_STATE', 'editionNotClean', params, ['id']);
  }

  /** The edition, if the actor may do this to it; edits of its case wait until this transaction is through. */
  async #require(
    tx: TxCtx,
    act: PublicEditionAct,
    id: string,
  ): Promise<{ row: PublicEditionEntity; postmortem: PostmortemEntity }> {
    const found = await tx.db.findOneBy(PublicEditionEntity, { id });
    if (!found) throw new NotFoundError(WHAT, ['id']);
    const postmortem = await this.access.require(tx, 'edit', found.postmortemId, ['id'], WHAT);
    // Whoever had the turn before may have changed it.
    forgetLoaded(tx);
    const row = await publicEditionOf(tx).load(found.postmortemId);
    if (!row) throw new NotFoundError(WHAT, ['id']);
    requireAct(tx, act, postmortem, row);
    return { row, postmortem };
  }
}

/** @throws FupanError FORBIDDEN; of an approval, it says by whom it can be given */
function requireAct(
  { actor }: TxCtx,
  act: PublicEditionAct,
  { facilitatorId }: PostmortemEntity,
  row: PublicEditionEntity | null,
): void {
  const isFacilitator = facilitatorId !== null && facilitatorId === personIdOf(actor);
  if (mayPublicEdition(actor, act, { isFacilitator, editorId: row?.editorId })) return;
  if (act === 'approve' && mayPublicEdition(actor, 'publish', { isFacilitator })) {
    throw new FupanError('FORBIDDEN', 'editionOwnEdit', {}, ['id']);
  }
  throw new ForbiddenError();
}

function requireOpen(postmortem: PostmortemEntity, field: readonly string[]): void {
  if (canHaveEdition(postmortem)) return;
  const key = postmortem.visibility === 'RESTRICTED' ? 'editionRestricted' : 'editionTooEarly';
  throw new FupanError('WRONG_STATE', key, {}, field);
}

function requireStatus(
  { status: from }: PublicEditionEntity,
  possible: readonly EditionStatus[],
  to: EditionStatus,
): void {
  if (possible.includes(from)) return;
  const key = from === to ? 'alreadyInState' : 'editionTransition';
  throw new FupanError('WRONG_STATE', key, { status: from, from, to }, ['id']);
}

/** What every edit brings with it: the text is a draft again. */
const editedNow = (tx: TxCtx) => ({
  status: 'DRAFT' as const,
  editorId: personIdOf(tx.actor),
  editedAt: tx.clock.now(),
  approverId: null,
  approvedAt: null,
});
