import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { insertRows } from '../../infra/database/insert.js';
import { numberOf } from '../../infra/database/keys.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { FindingEntity } from '../finding/finding.entity.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
  PostmortemTagEntity,
  SectionEntity,
} from '../postmortem/postmortem.entity.js';
import { PostmortemMoveEntity } from '../postmortem/postmortem-move.entity.js';
import { PostmortemReaderEntity } from '../postmortem/reader.entity.js';
import { PracticeAssessmentEntity } from '../practice/practice-assessment.entity.js';
import { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { factorRows, findingRow, practiceRow, timelineRow } from './entry-rows.js';
import type { Ids } from './catalog-book.js';
import type { SettledCase } from './case-settler.js';
import { instant } from './incident-book.js';
import { keyOf } from './key-ring.js';
import type { PersonBook } from './person-book.js';

/** Entities whose rows belong to one case and are replaced with it. */
const PARTS = [
  PostmortemPersonEntity,
  PostmortemReaderEntity,
  PostmortemMoveEntity,
  PostmortemIncidentEntity,
  PostmortemTagEntity,
  SectionEntity,
  TimelineEventEntity,
  FactorEntity,
  FindingEntity,
  PracticeAssessmentEntity,
] as const;

/** The columns of the case itself that its document decides. */
export function caseColumns({ document, incoming }: SettledCase, people: PersonBook) {
  return {
    title: document.title,
    summary: document.summary,
    status: document.status,
    visibility: document.visibility,
    language: document.language,
    template: document.template ?? null,
    facilitatorId: document.facilitator ? people.idOf(document.facilitator) : null,
    source: document.source ?? null,
    extra: document.extra ?? null,
    importDigest: incoming.digest,
    publishedAt: instant(document.publishedAt),
  } satisfies Partial<PostmortemEntity>;
}

/** Inserts the rows of new cases, without what belongs to them. */
export async function insertCases(
  tx: TxCtx,
  cases: readonly SettledCase[],
  people: PersonBook,
): Promise<void> {
  const now = tx.clock.now();
  await insertRows(
    tx,
    PostmortemEntity,
    cases.map((each): PostmortemEntity => {
      const { document, id, incoming } = each;
      const key = keyOf(document);
      return {
        ...caseColumns(each, people),
        id,
        version: 1,
        revision: 1,
        searchStamp: 1,
        key,
        number: numberOf(key),
        importIdentity: incoming.identity,
        createdAt: instant(document.createdAt) ?? now,
        updatedAt: instant(document.updatedAt) ?? now,
      };
    }),
  );
}

/** Removes what belongs to these cases, but for their action items and links. */
export async function deleteParts(tx: TxCtx, postmortemIds: readonly string[]): Promise<void> {
  if (postmortemIds.length === 0) return;
  for (const part of PARTS) await tx.db.delete(part, { postmortemId: In([...postmortemIds]) });
}

/** Inserts what belongs to these cases, but for their action items and links. */
export async function insertParts(
  tx: TxCtx,
  cases: readonly SettledCase[],
  people: PersonBook,
  teams: Ids,
): Promise<void> {
  const rows = <Item, Row>(
    itemsOf: (each: SettledCase) => readonly Item[],
    rowOf: (item: Item) => Row,
  ): (Row & { postmortemId: string; position: number })[] =>
    cases.flatMap((each) =>
      itemsOf(each).map((item, position) => ({
        ...rowOf(item),
        postmortemId: each.id,
        position,
      })),
    );
  await insertRows(
    tx,
    PostmortemPersonEntity,
    (['AUTHOR', 'REVIEWER'] as const).flatMap((role) =>
      rows(
        ({ document }) => (role === 'AUTHOR' ? document.authors : document.reviewers),
        (person) => ({ id: newId(), personId: people.idOf(person), role }),
      ),
    ),
  );
  await insertRows(
    tx,
    PostmortemReaderEntity,
    rows(
      ({ document }) => document.readers,
      ({ person, team }) => ({
        id: newId(),
        personId: person ? people.idOf(person) : null,
        teamId: team === undefined ? null : (teams.get(team) ?? null),
      }),
    ),
  );
  await insertRows(
    tx,
    PostmortemMoveEntity,
    cases.flatMap(({ id: postmortemId, document: { moves = [] } }) =>
      moves.map(({ at, from: fromStatus, to: status }) => ({
        id: newId(),
        postmortemId,
        at: new Date(at),
        fromStatus,
        status,
        revision: null,
      })),
    ),
  );
  await insertRows(
    tx,
    PostmortemIncidentEntity,
    rows(
      ({ document }) => document.incidents,
      ({ id }) => ({ incidentId: id }),
    ),
  );
  await insertRows(
    tx,
    PostmortemTagEntity,
    rows(
      ({ document }) => document.tags,
      (tag) => ({ tag }),
    ),
  );
  await insertRows(
    tx,
    SectionEntity,
    rows(
      ({ document }) => document.sections,
      ({ heading, body }) => ({ id: newId(), heading, body }),
    ),
  );
  await insertRows(
    tx,
    TimelineEventEntity,
    rows(({ document }) => document.timeline, timelineRow),
  );
  await insertRows(
    tx,
    FactorEntity,
    cases.flatMap(({ id, document }) => factorRows(id, document.factors, null)),
  );
  await insertRows(
    tx,
    FindingEntity,
    rows(({ document }) => document.findings, findingRow),
  );
  await insertRows(
    tx,
    PracticeAssessmentEntity,
    rows(({ document }) => document.practices, practiceRow),
  );
}
