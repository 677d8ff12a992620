import { Injectable } from '@nestjs/common';
import { In, type QueryDeepPartialEntity } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';

import { personIdOf } from '../../core/actor.js';
import type { ReadManager, TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { insertRows } from '../../infra/database/insert.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { CaseLinkEntity } from '../case-link/case-link.entity.js';
import { CaseHistory } from '../history/case-history.service.js';
import { RevisionEntity } from '../history/revision.entity.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { CaseReader } from './case-reader.service.js';
import { writeActions } from './action-rows.js';
import { caseColumns, deleteParts, insertCases, insertParts } from './case-rows.js';
import {
  settleCases,
  type IncomingCase,
  type SettledBatch,
  type SettledCase,
} from './case-settler.js';
import { instant } from './incident-book.js';
import { withoutHistory } from './case-parts.js';
import { keyOf } from './key-ring.js';
import {
  linksOf,
  settleLinks,
  withLinks,
  type LinkBook,
  type LinkDocument,
  type LinkTarget,
} from './link-book.js';

/** A case whose links wait until all files of the import have been read. */
export interface PendingLinks {
  readonly postmortemId: string;
  /** The revision that the import has written; an edit since then goes before. */
  readonly revision: number;
  readonly wanted: readonly LinkDocument[];
  readonly digest: string | null;
  readonly name: string;
}

/** What became of one incoming case. */
export interface WrittenCase {
  readonly id: string;
  readonly key: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly pending: PendingLinks | undefined;
}

/** Writes cases that come as documents, many at once. */
@Injectable()
export class CaseWriter {
  constructor(
    private readonly reader: CaseReader,
    private readonly history: CaseHistory,
  ) {}

  /**
   * Writes a batch of cases, each with one new revision, in a number of statements that hardly
   * depends on the number of cases. A case that would stay as it is stays untouched.
   */
  async write(
    tx: TxCtx,
    incoming: readonly IncomingCase[],
    links: LinkBook,
  ): Promise<WrittenCase[]> {
    const batch = await settleCases(tx, this.reader, incoming);
    const wanted = new Map(batch.cases.map((each) => [each, linksOf(each.document)]));
    batch.cases.forEach(({ incoming: { document }, id, document: settled }) => {
      if (document.key !== undefined) links.note(document.key, { id, key: keyOf(settled) });
    });
    const targets = await links.resolve(
      tx.db,
      [...wanted.values()].flatMap((each) => each.map(({ to }) => to)),
    );
    const written = batch.cases.map((each): Written => {
      const mine = wanted.get(each) ?? [];
      const isKnown = ({ to }: LinkDocument): boolean => links.target(to) !== undefined;
      const settled = settleLinks(mine, targets, each.id);
      const whole = withLinks(each.document, settled);
      const isSettled = mine.every(isKnown);
      // What a later file may still resolve waits, so that no link ever leads to a wrong case.
      const now = isSettled
        ? whole
        : withLinks(each.document, settleLinks(mine.filter(isKnown), targets, each.id));
      return {
        case: withDocument(each, now, isSettled ? each.incoming.digest : null, tx.clock.now()),
        outcome: outcomeOf(each, whole),
        // A link that leads nowhere today may do so at the next import.
        digest: settled.unresolved.length > 0 ? null : each.incoming.digest,
        pending: isSettled
          ? undefined
          : {
              postmortemId: each.id,
              revision: revisionOf(each),
              wanted: mine,
              digest: each.incoming.digest,
              name: each.incoming.name,
            },
      };
    });
    const changed = written.filter(({ outcome }) => outcome !== 'unchanged');
    await this.#rememberDigests(tx, written);
    if (changed.length > 0) {
      const touched = await batch.incidents.write(tx);
      await this.#writeChanged(tx, changed, batch, targets);
      await writeActions(
        tx,
        changed.map((each) => each.case),
        batch.people,
        batch.teams,
      );
      await this.#touchOthers(tx, touched, changed);
    }
    return written.map(({ case: { id, document }, outcome, pending }) => ({
      id,
      key: keyOf(document),
      outcome,
      pending: outcome === 'unchanged' ? undefined : pending,
    }));
  }

  async #writeChanged(
    tx: TxCtx,
    changed: readonly Written[],
    { people, teams }: Pick<SettledBatch, 'people' | 'teams'>,
    targets: ReadonlyMap<string, LinkTarget>,
  ): Promise<void> {
    const cases = changed.map((each) => each.case);
    const present = cases.filter((each) => each.present !== undefined);
    const presentIds = present.map(({ id }) => id);
    const now = tx.clock.now();
    for (const each of present) {
      await tx.db
        .createQueryBuilder()
        .update(PostmortemEntity)
        .set({
          ...(caseColumns(each, people) as QueryDeepPartialEntity<PostmortemEntity>),
          createdAt: instant(each.document.createdAt) ?? now,
          updatedAt: instant(each.document.updatedAt) ?? now,
          version: () => 'version + 1',
          revision: () => 'revision + 1',
          searchStamp: () => 'search_stamp + 1',
        })
        .where('id = :id', { id: each.id })
        .execute();
    }
    await deleteParts(tx, presentIds);
    if (presentIds.length > 0) await tx.db.delete(CaseLinkEntity, { fromId: In(presentIds) });
    await insertCases(
      tx,
      cases.filter((each) => each.present === undefined),
      people,
    );
    await insertParts(tx, cases, people, teams);
    const idOf = new Map([...targets.values()].map(({ key, id }) => [key, id]));
    await insertLinks(
      tx,
      cases.map(({ id, document }) => ({ fromId: id, links: document.links })),
      idOf,
    );
    await insertRows(
      tx,
      RevisionEntity,
      cases.map(({ id, document, present: before, incoming }) => ({
        postmortemId: id,
        number: revisionOf({ present: before }),
        at: now,
        editorId: personIdOf(tx.actor),
        reason: `imported from ${incoming.name}`,
        document: withoutHistory(document),
      })),
    );
    await this.history.written(
      tx,
      cases.map(({ id }) => id),
    );
  }

  /** A file may change without its case changing; next time it need not be read. */
  async #rememberDigests(tx: TxCtx, written: readonly Written[]): Promise<void> {
    for (const {
      outcome,
      digest,
      case: { id, present },
    } of written) {
      if (outcome !== 'unchanged' || present?.row.importDigest === digest) continue;
      await update(tx, PostmortemEntity, { id }, { importDigest: digest });
    }
  }

  /** An incident that has changed shows in other cases as well. */
  async #touchOthers(
    tx: TxCtx,
    incidentIds: readonly string[],
    changed: readonly Written[],
  ): Promise<void> {
    if (incidentIds.length === 0) return;
    const rows = await tx.db.findBy(PostmortemIncidentEntity, { incidentId: In([...incidentIds]) });
    const written = new Set(changed.map((each) => each.case.id));
    const others = rows.map((row) => row.postmortemId).filter((id) => !written.has(id));
    await this.history.touched(tx, [...new Set(others)]);
  }

  /**
   * Settles the links that waited, once every file has been read. A link that leads nowhere is kept
   * with the case and written by every export. Returns those, in words.
   */
  async settlePending(
    tx: TxCtx,
    pending: readonly PendingLinks[],
    links: LinkBook,
  ): Promise<{ name: string; to: string }[]> {
    const targets = await links.resolve(
      tx.db,
      pending.flatMap(({ wanted }) => wanted.map(({ to }) => to)),
    );
    const ids = pending.map(({ postmortemId }) => postmortemId);
    const loaded = new Map((await this.reader.read(tx.db, ids)).map((each) => [each.row.id, each]));
    const idOf = new Map([...targets.values()].map(({ key, id }) => [key, id]));
    const unresolved: { name: string; to: string }[] = [];
    for (const { postmortemId, revision, wanted, digest, name } of pending) {
      const there = loaded.get(postmortemId);
      if (!there) continue;
      const settled = settleLinks(wanted, targets, postmortemId);
      const document = withLinks(there.document, settled);
      const extra = document.extra ?? null;
      const importDigest = settled.unresolved.length > 0 ? null : digest;
      // Whoever has edited it meanwhile may have linked it; without a digest the next import sees to
      // it. First of all, because on PostgreSQL it holds the row.
      const unedited = { id: postmortemId, revision };
      if (!(await update(tx, PostmortemEntity, unedited, { extra, importDigest }))) continue;
      await tx.db.delete(CaseLinkEntity, { fromId: postmortemId });
      await insertLinks(tx, [{ fromId: postmortemId, links: document.links }], idOf);
      await update(tx, RevisionEntity, { postmortemId, number: revision }, { document });
      unresolved.push(...settled.unresolved.map(({ to }) => ({ name, to })));
    }
    return unresolved;
  }

  /** The links that would lead nowhere, for a dry run. */
  async unresolvedOf(
    db: ReadManager,
    pending: readonly PendingLinks[],
    links: LinkBook,
  ): Promise<{ name: string; to: string }[]> {
    const wanted = pending.flatMap(({ wanted: mine, name }) =>
      mine.map(({ to }) => ({ name, to })),
    );
    const targets = await links.resolve(
      db,
      wanted.map(({ to }) => to),
    );
    return wanted.filter(({ to }) => !targets.has(to));
  }
}

/** True if there was such a row. TypeORM's own type of changes is too deep for JSON columns. */
async function update<Row extends object>(
  tx: TxCtx,
  entity: new () => Row,
  where: Partial<Row>,
  changes: Partial<Row>,
): Promise<boolean> {
  const { affected } = await tx.db
    .createQueryBuilder()
    .update(entity)
    .set(changes as QueryDeepPartialEntity<Row>)
    .where(where)
    .execute();
  return affected !== 0;
}

interface Written {
  readonly case: SettledCase;
  readonly outcome: WrittenCase['outcome'];
  readonly digest: string | null;
  readonly pending: PendingLinks | undefined;
}

function outcomeOf(each: SettledCase, whole: CaseDocument): WrittenCase['outcome'] {
  if (!each.present) return 'created';
  const { createdAt, updatedAt } = each.present.document;
  const next = {
    ...whole,
    createdAt: whole.createdAt ?? createdAt,
    updatedAt: whole.updatedAt ?? updatedAt,
  };
  return isDeepStrictEqual(plain(next), plain(each.present.document)) ? 'unchanged' : 'updated';
}

/** The number of the revision that writing a case makes. */
function revisionOf({ present }: Pick<SettledCase, 'present'>): number {
  return (present?.row.revision ?? 0) + 1;
}

/** As JSON has it: what a database gives back. */
function plain(document: object): unknown {
  return JSON.parse(JSON.stringify(document)) as unknown;
}

function withDocument(
  each: SettledCase,
  document: CaseDocument,
  digest: string | null,
  now: Date,
): SettledCase {
  const { incidents, actions } = each.document;
  const createdAt = document.createdAt ?? each.present?.document.createdAt ?? now.toISOString();
  const updatedAt = document.updatedAt ?? now.toISOString();
  return {
    ...each,
    incoming: { ...each.incoming, digest },
    document: { ...document, createdAt, updatedAt, incidents, actions },
  };
}

async function insertLinks(
  tx: TxCtx,
  cases: readonly { fromId: string; links: readonly LinkDocument[] }[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  await insertRows(
    tx,
    CaseLinkEntity,
    cases.flatMap(({ fromId, links }) =>
      links.map(({ to, kind, note }, position) => ({
        id: newId(),
        fromId,
        toId: idOf.get(to) ?? '',
        position,
        kind,
        note: note ?? null,
      })),
    ),
  );
}
