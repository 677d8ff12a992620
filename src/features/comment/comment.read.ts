import type { Ctx } from '../../core/ctx.js';
import { keysetPage, type Page, type PageRequest } from '../../core/paging.js';
import type { ThreadKind, ThreadState } from '../../core/vocabulary.js';
import { CommentThreadEntity } from './comment.entity.js';

export interface ThreadFilter {
  readonly kind?: ThreadKind | null;
  readonly states?: readonly ThreadState[] | null;
}

/** The threads of a case that the caller has, the oldest first. */
export function threadsOf(
  ctx: Ctx,
  postmortemId: string,
  { kind, states }: ThreadFilter,
  paging: PageRequest,
): Promise<Page<CommentThreadEntity>> {
  const query = ctx.db
    .createQueryBuilder(CommentThreadEntity, 't')
    .where('t.postmortemId = :postmortemId', { postmortemId });
  if (kind) query.andWhere('t.kind = :kind', { kind });
  if (states && states.length > 0) query.andWhere('t.state IN (:...states)', { states });
  return keysetPage(query, { property: 'createdAt', direction: 'ASC' }, paging);
}
