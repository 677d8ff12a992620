import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { ConflictError, FupanError, NotFoundError } from '../../core/errors.js';
import { checked, needed } from '../../core/validation.js';
import { insertRows } from '../../infra/database/insert.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { RESTORED_BECAUSE } from '../../locales/history.js';
import type { RestoredWords } from '../case-file/restored-document.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { FindingEntity } from '../finding/finding.entity.js';
import { CaseHistory } from '../history/case-history.service.js';
import { RevisionEntity } from '../history/revision.entity.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { PostmortemParts } from '../postmortem/postmortem-parts.service.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { PracticeAssessmentEntity } from '../practice/practice-assessment.entity.js';
import { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { factorRows, findingRow, practiceRow, timelineRow } from './entry-rows.js';
import { inPlaceOf, presentOf, type Signs } from './same-entries.js';

const restoreSchema = z.object({
  revision: z.number().int(),
  reason: needed('reasonMissing'),
  expectedRevision: z.number().int().nullish(),
});
export type RevisionRestore = z.input<typeof restoreSchema>;

/** Brings back what a case said before. */
@Injectable()
export class CaseRestorer {
  constructor(
    private readonly access: CaseAccess,
    private readonly parts: PostmortemParts,
    private readonly history: CaseHistory,
  ) {}

  /**
   * Gives a case the words that it had at a revision, as a new revision; see `RESTORED`. What there
   * is of it already keeps its identity, and with it what was said about it.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, WRONG_STATE `archivedStays`
   * @throws ConflictError if the case is not at `expectedRevision`
   */
  async restore(tx: TxCtx, id: string, input: RevisionRestore): Promise<PostmortemEntity> {
    const row = await this.access.require(tx, 'edit', id);
    const { revision, reason, expectedRevision } = checked(restoreSchema, input);
    if (row.status === 'ARCHIVED') throw new FupanError('WRONG_STATE', 'archivedStays', {}, ['id']);
    if ((expectedRevision ?? row.revision) !== row.revision) {
      throw new ConflictError(row, row.revision, 'expectedRevision');
    }
    const past = await tx.db.findOneBy(RevisionEntity, { postmortemId: id, number: revision });
    if (!past) throw new NotFoundError('revision', ['input', 'revision']);
    const { title, summary, language, tags, sections } = past.document;
    const updated = await updateVersioned(tx, PostmortemEntity, row, undefined, {
      title,
      summary,
      language,
      updatedAt: tx.clock.now(),
    });
    await this.parts.write(tx, id, { tags, sections });
    await restoreEntries(tx, id, past.document);
    this.history.edited(tx, id, RESTORED_BECAUSE[tx.locale](revision, reason));
    return updated;
  }
}

async function restoreEntries(
  tx: TxCtx,
  postmortemId: string,
  { timeline, factors, findings, practices }: RestoredWords,
): Promise<void> {
  const of = <Row>(row: Row, position: number) => ({ ...row, postmortemId, position });
  const events = timeline.map((event, position) => of(timelineRow(event), position));
  await replace(tx, TimelineEventEntity, postmortemId, events, [
    ({ at, text }) => JSON.stringify([at, text]),
    ({ text }) => text,
    ({ at }) => at.toISOString(),
  ]);
  await replace(tx, FactorEntity, postmortemId, factorRows(postmortemId, factors, null), [
    ({ text }) => text,
  ]);
  const found = findings.map((finding, position) => of(findingRow(finding), position));
  await replace(tx, FindingEntity, postmortemId, found, [
    ({ kind, text }) => JSON.stringify([kind, text]),
    ({ text }) => text,
  ]);
  await tx.db.delete(PracticeAssessmentEntity, { postmortemId });
  await insertRows(
    tx,
    PracticeAssessmentEntity,
    practices.map((each, position) => of(practiceRow(each), position)),
  );
}

type Entry = ObjectLiteral & {
  id: string;
  version: number;
  postmortemId: string;
  parentId?: string | null;
};

/** Replaces the entries of a case; one that is there already stays itself. */
async function replace<Row extends Entry>(
  tx: TxCtx,
  entity: new () => Row,
  postmortemId: string,
  wanted: readonly Row[],
  signs: Signs<Row>,
): Promise<void> {
  const where = { postmortemId } as FindOptionsWhere<Row>;
  const rows = await tx.db.findBy(entity, where);
  const present = presentOf(wanted, rows, signs);
  const idOf = (id: string): string => present.get(id)?.id ?? id;
  const settled = wanted.map((row) => {
    const { id, parentId } = row;
    return inPlaceOf(parentId ? { ...row, parentId: idOf(parentId) } : row, present.get(id));
  });
  await tx.db.delete(entity, where);
  await insertRows(tx, entity, settled);
}
