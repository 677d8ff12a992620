import { In, MoreThan } from 'typeorm';

import type { ReadManager } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import { AuditEntryEntity } from '../audit/audit-entry.entity.js';
import { PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { ReviewAgendaCaseEntity } from './review-agenda.entity.js';

/** Acts at a time. */
export const MOST_ACTS = 1_000;

/** What looks at something and changes nothing. */
const LOOKS: readonly string[] = ['read', 'export'];

/** One act that has changed something. */
export type Act = Pick<
  AuditEntryEntity,
  'seq' | 'personId' | 'subjectId' | 'caseId' | 'incidentId'
>;

/** What was done after another act, in order. */
export interface Acts {
  readonly acts: readonly Act[];
  /** How far that goes. */
  readonly seq: number;
}

/**
 * What was done after an act. The audit log is told of each in its own transaction, and numbers
 * them in the order of their commits, whichever process they come from.
 */
export async function actsAfter(db: ReadManager, seq: number): Promise<Acts> {
  const rows = await db.find(AuditEntryEntity, {
    select: {
      seq: true,
      act: true,
      outcome: true,
      personId: true,
      subjectId: true,
      caseId: true,
      incidentId: true,
    },
    where: { seq: MoreThan(seq) },
    order: { seq: 'ASC' },
    take: MOST_ACTS,
  });
  const acts = rows.filter(({ act, outcome }) => outcome === 'DONE' && !LOOKS.includes(act));
  return { acts, seq: rows.at(-1)?.seq ?? seq };
}

/** The cases on an agenda, whoever may read them, and of each the ids by which acts name it. */
export type AgendaIds = ReadonlyMap<string, readonly string[]>;

export async function agendaIds(db: ReadManager, meetingId: string): Promise<AgendaIds> {
  const cases = await db.find(ReviewAgendaCaseEntity, {
    select: { id: true, postmortemId: true },
    where: { meetingId },
    take: LIMITS.agendaRows,
  });
  const ids = cases.map(({ postmortemId }) => postmortemId);
  const incidents = await db.find(PostmortemIncidentEntity, {
    where: { postmortemId: In(ids) },
    take: LIMITS.agendaRows,
  });
  const own = new Map(ids.map((id) => [id, [id]]));
  for (const { postmortemId, incidentId } of incidents) own.get(postmortemId)?.push(incidentId);
  return own;
}
