import type { Ctx, TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import type { ThreadPart } from '../../core/vocabulary.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { FindingEntity } from '../finding/finding.entity.js';
import { SectionEntity } from '../postmortem/postmortem.entity.js';
import { sectionsOf } from '../postmortem/postmortem.loaders.js';
import { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import type { CommentThreadEntity } from './comment.entity.js';
import { entryById } from './comment.loaders.js';

/** Where a thread hangs. */
export type ThreadPlace = Pick<CommentThreadEntity, 'part' | 'partId' | 'heading'>;

const ENTRIES = {
  TIMELINE_EVENT: ['timeline event', TimelineEventEntity],
  FACTOR: ['factor', FactorEntity],
  FINDING: ['finding', FindingEntity],
  ACTION_ITEM: ['action item', ActionItemEntity],
} as const;

const isEntry = (part: ThreadPart): part is keyof typeof ENTRIES => part in ENTRIES;

/**
 * The place that was asked for, if the case has it.
 * @throws FupanError VALIDATION where it is named by nothing, NOT_FOUND
 */
export async function requirePart(
  tx: TxCtx,
  postmortemId: string,
  asked: {
    readonly part: ThreadPart;
    readonly partId?: string | null | undefined;
    readonly heading?: string | null | undefined;
  },
): Promise<ThreadPlace> {
  const { part } = asked;
  if (isEntry(part)) {
    const [what, entity] = ENTRIES[part];
    const field = ['input', 'partId'];
    const { partId: id } = asked;
    if (typeof id !== 'string') throw new FupanError('VALIDATION', 'valueMissing', {}, field);
    const isThere = await tx.db.existsBy<{ id: string; postmortemId: string }>(entity, {
      id,
      postmortemId,
    });
    if (!isThere) throw new NotFoundError(what, field);
    return { part, partId: id, heading: null };
  }
  if (part === 'SECTION') {
    const field = ['input', 'heading'];
    const { heading } = asked;
    if (typeof heading !== 'string') throw new FupanError('VALIDATION', 'valueMissing', {}, field);
    if (!(await tx.db.existsBy(SectionEntity, { postmortemId, heading }))) {
      throw new NotFoundError('section', field);
    }
    return { part, partId: null, heading };
  }
  return { part, partId: null, heading: null };
}

/** The section that a thread is about; null for other threads, and once no section has this heading. */
export async function sectionAt(
  ctx: Ctx,
  { part, heading, postmortemId }: CommentThreadEntity,
): Promise<SectionEntity | null> {
  if (part !== 'SECTION') return null;
  const sections = await sectionsOf(ctx).load(postmortemId);
  return sections.find((section) => section.heading === heading) ?? null;
}

/** Whether what a thread was about is not there any more. */
export async function isPartGone(ctx: Ctx, thread: CommentThreadEntity): Promise<boolean> {
  const { part, partId } = thread;
  if (part === 'SECTION') return (await sectionAt(ctx, thread)) === null;
  return isEntry(part) && (await entryById[part](ctx).load(partId ?? '')) === null;
}
