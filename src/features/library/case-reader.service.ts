import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { ReadManager } from '../../core/ctx.js';
import { groupedBy } from '../../core/loader.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import type { CaseDocument, FactorDocument, PersonRef } from '../case-file/case-document.js';
import { CaseLinkEntity } from '../case-link/case-link.entity.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { FindingEntity } from '../finding/finding.entity.js';
import { helpedCounts } from '../helpful-vote/helpful-vote.loaders.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
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
import { historyDocument, readActionEvents } from './action-events.js';
import { actionDocument, movesDocument, timelineDocument, withoutBlanks } from './case-parts.js';
import { readIncidents } from './incident-reader.js';
import { readTrackerLinks, trackersDocument } from './tracker-rows.js';

/** A case as the database has it, and as a document. */
export interface LoadedCase {
  readonly row: PostmortemEntity;
  readonly document: CaseDocument;
  /** The teams that own the affected services or an action. */
  readonly teams: readonly TeamEntity[];
  /** How many people said that it helped them. */
  readonly helpedCount: number;
}

/** How often a batch is read before an edit that keeps coming between is put up with. */
const PATIENCE = 5;

/** Reads whole cases as documents: for exports, revisions and the search index. */
@Injectable()
export class CaseReader {
  /**
   * The cases with these ids that exist, in the order of the ids, each as it was at one moment; the
   * same number of statements for one and for five hundred.
   * @param options.withHistory with what happened to them and their action items, as files have it
   */
  async read(
    db: ReadManager,
    ids: readonly string[],
    options: { readonly withHistory?: boolean } = {},
  ): Promise<LoadedCase[]> {
    if (ids.length === 0) return [];
    for (let attempt = 1; ; attempt++) {
      const before = await stampsOf(db, ids);
      const cases = await this.#readOnce(db, ids, options);
      // Outside of a transaction an edit may come between two statements; then all are read again.
      if (attempt === PATIENCE || before === (await stampsOf(db, ids))) return cases;
    }
  }

  async #readOnce(
    db: ReadManager,
    ids: readonly string[],
    { withHistory = false },
  ): Promise<LoadedCase[]> {
    const of = { postmortemId: In([...ids]) };
    const inOrder = { position: 'ASC' } as const;
    const rows = await db.findBy(PostmortemEntity, { id: In([...ids]) });
    const people = await db.find(PostmortemPersonEntity, { where: of, order: inOrder });
    const readers = await db.find(PostmortemReaderEntity, { where: of, order: inOrder });
    const tags = await db.find(PostmortemTagEntity, { where: of, order: inOrder });
    const sections = await db.find(SectionEntity, { where: of, order: inOrder });
    const events = await db.find(TimelineEventEntity, {
      where: of,
      order: { at: 'ASC', position: 'ASC' },
    });
    const factors = await db.find(FactorEntity, { where: of, order: inOrder });
    const findings = await db.find(FindingEntity, { where: of, order: inOrder });
    const practices = await db.find(PracticeAssessmentEntity, { where: of, order: inOrder });
    const actions = await db.find(ActionItemEntity, { where: of, order: inOrder });
    const histories = await readActionEvents(db, withHistory ? actions.map(({ id }) => id) : []);
    const told = [...histories.values()].flat();
    const trackers = await readTrackerLinks(
      db,
      actions.map(({ id }) => id),
    );
    const moves = withHistory
      ? await db.find(PostmortemMoveEntity, { where: of, order: { at: 'ASC', id: 'ASC' } })
      : [];
    const links = await db.find(CaseLinkEntity, {
      where: { fromId: In([...ids]) },
      order: inOrder,
    });
    const helped = await helpedCounts(db, ids);
    const incidentLinks = await db.find(PostmortemIncidentEntity, { where: of, order: inOrder });
    const incidents = await readIncidents(
      db,
      incidentLinks.map((link) => link.incidentId),
    );
    const persons = await this.#persons(db, [
      ...people.map((person) => person.personId),
      ...readers.map((reader) => reader.personId),
      ...rows.map((row) => row.facilitatorId),
      ...actions.flatMap((action) => [action.ownerId, action.verifierId, action.pauseApproverId]),
      ...told.flatMap((event) => [event.actorId, event.ownerId]),
      ...[...trackers.values()].flat().map((link) => link.answeredById),
    ]);
    const teams = await this.#teams(db, [
      ...[...actions, ...told].map((action) => action.teamId),
      ...readers.map((reader) => reader.teamId),
      ...[...incidents.values()].flatMap((incident) => incident.ownerTeamIds),
    ]);
    const targets = await this.#keys(
      db,
      links.map((link) => link.toId),
    );

    const grouped = <Row extends { postmortemId: string }>(all: Row[]): Map<string, Row[]> => {
      const groups = groupedBy(all, ids, (row) => row.postmortemId);
      return new Map(ids.map((id, index) => [id, groups[index] ?? []]));
    };
    const [peopleOf, readersOf, tagsOf, sectionsOf, eventsOf] = [
      grouped(people),
      grouped(readers),
      grouped(tags),
      grouped(sections),
      grouped(events),
    ];
    const [movesOf, factorsOf, findingsOf, practicesOf, actionsOf, incidentsOf] = [
      grouped(moves),
      grouped(factors),
      grouped(findings),
      grouped(practices),
      grouped(actions),
      grouped(incidentLinks),
    ];
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id, index): LoadedCase[] => {
      const row = rowOf.get(id);
      if (!row) return [];
      const incidentsHere = (incidentsOf.get(id) ?? []).flatMap(
        (link) => incidents.get(link.incidentId) ?? [],
      );
      const actionsHere = actionsOf.get(id) ?? [];
      const refs = (role: 'AUTHOR' | 'REVIEWER'): PersonRef[] =>
        (peopleOf.get(id) ?? [])
          .filter((person) => person.role === role)
          .flatMap((person) => persons.get(person.personId) ?? []);
      const document: CaseDocument = withoutBlanks({
        id: row.id,
        key: row.key,
        title: row.title,
        status: row.status,
        visibility: row.visibility,
        readers: (readersOf.get(id) ?? []).map(({ personId, teamId }) =>
          withoutBlanks({
            person: persons.get(personId ?? ''),
            team: teams.get(teamId ?? '')?.key,
          }),
        ),
        language: row.language,
        template: row.template,
        tags: (tagsOf.get(id) ?? []).map(({ tag }) => tag),
        authors: refs('AUTHOR'),
        facilitator: row.facilitatorId === null ? null : persons.get(row.facilitatorId),
        reviewers: refs('REVIEWER'),
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        publishedAt: row.publishedAt?.toISOString(),
        moves: movesDocument(movesOf.get(id) ?? []),
        summary: row.summary,
        incidents: incidentsHere.map((incident) => incident.document),
        timeline: (eventsOf.get(id) ?? []).map(timelineDocument),
        factors: factorTree(factorsOf.get(id) ?? [], null),
        findings: (findingsOf.get(id) ?? []).map(({ kind, text }) => ({ kind, text })),
        practices: (practicesOf.get(id) ?? []).map(({ practice, verdict, note }) =>
          withoutBlanks({ practice, verdict, note }),
        ),
        actions: actionsHere.map((action) =>
          actionDocument(action, persons, teams, {
            trackers: trackersDocument(trackers.get(action.id) ?? [], persons, withHistory),
            history: historyDocument(histories.get(action.id) ?? [], persons, teams),
          }),
        ),
        links: links
          .filter((link) => link.fromId === id && targets.has(link.toId))
          .map(({ toId, kind, note }) =>
            withoutBlanks({ to: targets.get(toId) ?? '', kind, note }),
          ),
        source: row.source,
        extra: row.extra as CaseDocument['extra'],
        sections: (sectionsOf.get(id) ?? []).map(({ heading, body }) => ({ heading, body })),
      });
      const teamIds = new Set([
        ...incidentsHere.flatMap((incident) => incident.ownerTeamIds),
        ...actionsHere.flatMap((action) => action.teamId ?? []),
      ]);
      return [
        {
          row,
          document,
          teams: [...teamIds].flatMap((teamId) => teams.get(teamId) ?? []),
          helpedCount: helped[index] ?? 0,
        },
      ];
    });
  }

  async #persons(db: ReadManager, ids: (string | null)[]): Promise<Map<string, PersonRef>> {
    const rows = await db.findBy(PersonEntity, { id: In(present(ids)) });
    return new Map(rows.map(({ id, name, email }) => [id, withoutBlanks({ name, email })]));
  }

  async #teams(db: ReadManager, ids: (string | null)[]): Promise<Map<string, TeamEntity>> {
    const rows = await db.findBy(TeamEntity, { id: In(present(ids)) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  async #keys(db: ReadManager, ids: string[]): Promise<Map<string, string>> {
    const rows = await db.find(PostmortemEntity, {
      select: { id: true, key: true },
      where: { id: In(present(ids)) },
    });
    return new Map(rows.map((row) => [row.id, row.key]));
  }
}

function present(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function factorTree(rows: readonly FactorEntity[], parentId: string | null): FactorDocument[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .map(({ id, kind, category, practice, text }) =>
      withoutBlanks({ kind, category, practice, text, children: factorTree(rows, id) }),
    );
}

/** What changes with every edit of these cases. */
async function stampsOf(db: ReadManager, ids: readonly string[]): Promise<string> {
  const rows = await db
    .createQueryBuilder(PostmortemEntity, 'p')
    .select('p.id', 'id')
    .addSelect('p.searchStamp', 'stamp')
    .where('p.id IN (:...ids)', { ids })
    .orderBy('p.id')
    .getRawMany<{ id: string; stamp: number }>();
  return rows.map(({ id, stamp }) => `${id} ${stamp}`).join('\n');
}
