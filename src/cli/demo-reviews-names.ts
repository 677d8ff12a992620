import type { EntityTarget } from 'typeorm';

import type { Ctx } from '../core/ctx.js';
import { NotFoundError } from '../core/errors.js';
import type { ThreadPart } from '../core/vocabulary.js';
import { ActionItemEntity } from '../features/action-item/action-item.entity.js';
import { FactorEntity } from '../features/factor/factor.entity.js';
import { FindingEntity } from '../features/finding/finding.entity.js';
import { PersonEntity } from '../features/people/person.entity.js';
import { TeamEntity } from '../features/people/team.entity.js';
import { PostmortemEntity } from '../features/postmortem/postmortem.entity.js';
import { ReviewAgendaCaseEntity } from '../features/review-meeting/review-agenda.entity.js';
import { ReviewMeetingEntity } from '../features/review-meeting/review-meeting.entity.js';
import { TimelineEventEntity } from '../features/timeline/timeline-event.entity.js';

type Db = Ctx['db'];

// What the file of the demo calls by names that people use. Each throws NotFoundError for what is not there.

export async function personOf(db: Db, email: string): Promise<PersonEntity> {
  return there(await db.findOneBy(PersonEntity, { email }), `person ${email}`);
}

export async function teamOf(db: Db, key: string): Promise<string> {
  return there(await db.findOneBy(TeamEntity, { key }), `team ${key}`).id;
}

export async function caseOf(db: Db, key: string): Promise<string> {
  return there(await db.findOneBy(PostmortemEntity, { key }), `case ${key}`).id;
}

/** The meeting of a series that has this slot. */
export async function meetingAt(db: Db, seriesId: string, slotAt: Date): Promise<string> {
  const row = await db.findOneBy(ReviewMeetingEntity, { seriesId, slotAt });
  return there(row, `review meeting at ${slotAt.toISOString()}`).id;
}

export async function agendaCaseOf(db: Db, meetingId: string, key: string): Promise<string> {
  const postmortemId = await caseOf(db, key);
  const row = await db.findOneBy(ReviewAgendaCaseEntity, { meetingId, postmortemId });
  return there(row, `${key} on the agenda`).id;
}

const ENTRIES = {
  TIMELINE_EVENT: TimelineEventEntity,
  FACTOR: FactorEntity,
  FINDING: FindingEntity,
} as const;

/** Where a thread hangs: by how the text of an entry begins, a heading, or the key of an action item. */
export async function partOf(
  db: Db,
  postmortemId: string,
  part: ThreadPart,
  on = '',
): Promise<{ part: ThreadPart; partId?: string; heading?: string }> {
  if (part === 'SECTION') return { part, heading: on };
  if (part === 'ACTION_ITEM') {
    const row = await db.findOneBy(ActionItemEntity, { postmortemId, key: on });
    return { part, partId: there(row, `action item ${on}`).id };
  }
  if (!(part in ENTRIES)) return { part };
  const entity: EntityTarget<{ id: string; postmortemId: string; text: string }> =
    ENTRIES[part as keyof typeof ENTRIES];
  const rows = await db.findBy(entity, { postmortemId });
  const row = rows.find(({ text }) => text.startsWith(on));
  return { part, partId: there(row, `entry “${on}”`).id };
}

function there<Row>(row: Row | null | undefined, what: string): Row {
  if (!row) throw new NotFoundError(what);
  return row;
}
