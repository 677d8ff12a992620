import { Injectable } from '@nestjs/common';

import type { TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { IncidentEntity } from './incident.entity.js';
import { mayIncident, type IncidentFacts } from './incident.policy.js';

/** Asks the policy about one incident. */
@Injectable()
export class IncidentAccess {
  /**
   * The incident, if the actor may do this to it.
   * @throws NotFoundError if it is not there or may not be read
   * @throws ForbiddenError if it may be read but not this
   */
  async require(tx: TxCtx, act: 'edit' | 'delete', id: string): Promise<IncidentEntity> {
    const row = await tx.db.findOneBy(IncidentEntity, { id });
    if (!row) throw new NotFoundError('incident', ['id']);
    const facts = await this.#factsOf(tx, id);
    if (!mayIncident(tx.actor, 'read', facts)) throw new NotFoundError('incident', ['id']);
    if (!mayIncident(tx.actor, act, facts)) throw new ForbiddenError();
    return row;
  }

  /** Two statements at most. */
  async #factsOf(tx: TxCtx, id: string): Promise<IncidentFacts> {
    const cases = () =>
      tx.db
        .createQueryBuilder(PostmortemEntity, 'p')
        .innerJoin(PostmortemIncidentEntity, 'pi', 'pi.postmortemId = p.id')
        .where('pi.incidentId = :id', { id });
    const rows = await cases()
      .select('p.visibility', 'visibility')
      .getRawMany<Pick<PostmortemEntity, 'visibility'>>();
    const isConfidential =
      rows.length > 0 && rows.every(({ visibility }) => visibility === 'RESTRICTED');
    if (!isConfidential) return { confidential: false, readable: false };
    const readable = await onlyReadable(cases(), tx.actor, 'p').getExists();
    return { confidential: true, readable };
  }
}
