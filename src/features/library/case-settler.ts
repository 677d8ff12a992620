import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { CaseDocument, PersonRef } from '../case-file/case-document.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { namedInHistory } from './action-events.js';
import { ActionBook, type SettledAction } from './action-book.js';
import { openServices, openTeams, type Ids } from './catalog-book.js';
import { withoutBlanks } from './case-parts.js';
import type { CaseReader, LoadedCase } from './case-reader.service.js';
import { foreignUpdate } from './foreign-update.js';
import { IncidentBook, type SettledIncident } from './incident-book.js';
import { KeyRing } from './key-ring.js';
import { peopleOfTrackers } from './tracker-rows.js';
import { openPersonBook, peopleOfIncident, type PersonBook } from './person-book.js';

/** A case that wants to be in the library. */
export interface IncomingCase {
  readonly document: CaseDocument;
  /** By what it is known again, besides the id in the document; null if by nothing. */
  readonly identity: string | null;
  /** SHA-256 of the file; null if the next import must read it again. */
  readonly digest: string | null;
  /** In fupan's own form, which says everything, and not in somebody else's. */
  readonly own: boolean;
  /** What a person calls the file; for the history of the case. */
  readonly name: string;
}

/** A case as the library will have it; its links are still as the file has them. */
export interface SettledCase {
  readonly incoming: IncomingCase;
  /** The same case as it is now; undefined for a new one. */
  readonly present: LoadedCase | undefined;
  readonly id: string;
  /** Complete, but for the keys of the case, its incidents and actions until the books are closed. */
  readonly document: SettledDocument;
}

export type SettledDocument = Omit<CaseDocument, 'incidents' | 'actions'> & {
  incidents: SettledIncident[];
  actions: SettledAction[];
};

/** A batch of cases, settled, and the books that were needed for it. */
export interface SettledBatch {
  readonly cases: readonly SettledCase[];
  readonly people: PersonBook;
  readonly teams: Ids;
  readonly incidents: IncidentBook;
}

/**
 * Gives each incoming case its place in the library: ids and keys for it, its incidents and its
 * actions, and people, teams and services as the library knows them. The number of statements does
 * not depend on the number of cases. Of the cases nothing is written yet.
 */
export async function settleCases(
  tx: TxCtx,
  reader: CaseReader,
  incoming: readonly IncomingCase[],
): Promise<SettledBatch> {
  const present = await findPresent(tx, reader, incoming);
  const documents = incoming.map((item) => {
    const there = present.get(item);
    return there && !item.own ? foreignUpdate(there.document, item.document) : item.document;
  });
  const people = await openPersonBook(tx, documents.flatMap(peopleOf));
  const teams = await openTeams(
    tx,
    documents.flatMap(({ actions, readers }) => [
      ...[...actions, ...readers].flatMap(({ team }) => team ?? []),
      ...actions.flatMap(({ history }) => namedInHistory(history).teams),
    ]),
  );
  const allIncidents = documents.flatMap(({ incidents }) => incidents);
  const services = await openServices(
    tx,
    allIncidents.flatMap((incident) => incident.services.map(({ name }) => name)),
  );
  const incidents = await IncidentBook.open(
    tx,
    allIncidents,
    [...present.values()].flatMap(({ document }) =>
      document.incidents.flatMap(({ id }) => id ?? []),
    ),
    people,
    services,
  );
  const caseKeys = new KeyRing('PM', await takenKeys(tx, documents));
  const actions = await ActionBook.open(tx, documents, people);
  const cases = incoming.map((item, index): SettledCase => {
    const document = documents[index] ?? item.document;
    const there = present.get(item);
    const id = there?.row.id ?? document.id?.toLowerCase() ?? newId();
    const isConfidential = document.visibility === 'RESTRICTED';
    const settled = {
      ...canonical(document, people),
      ...withoutBlanks({ moves: longerOf(document.moves, there?.document.moves) }),
      id,
      incidents: unique(
        document.incidents.map((incident, place) =>
          incidents.settle(incident, there?.document.incidents ?? [], place, isConfidential),
        ),
      ),
      actions: actions.settle(document.actions, there?.document.actions ?? [], isConfidential),
    };
    if (there) settled.key = there.row.key;
    else caseKeys.give(settled, document.key, isConfidential);
    return { incoming: item, present: there, id, document: settled };
  });
  await caseKeys.close(tx);
  await incidents.close(tx);
  await actions.close(tx);
  return { cases, people, teams, incidents };
}

/** The cases of the library that the incoming ones are, by id or by identity. */
async function findPresent(
  tx: TxCtx,
  reader: CaseReader,
  incoming: readonly IncomingCase[],
): Promise<Map<IncomingCase, LoadedCase>> {
  const ids = incoming.flatMap(({ document }) => document.id?.toLowerCase() ?? []);
  const identities = incoming.flatMap(({ identity }) => identity ?? []);
  const rows = await tx.db.find(PostmortemEntity, {
    select: { id: true, importIdentity: true },
    where: [{ id: In(ids) }, { importIdentity: In(identities) }],
  });
  const loaded = new Map(
    (
      await reader.read(
        tx.db,
        rows.map(({ id }) => id),
        { withHistory: true },
      )
    ).map((each) => [each.row.id, each]),
  );
  const byIdentity = new Map(rows.map((row) => [row.importIdentity, loaded.get(row.id)]));
  const claimed = new Set<LoadedCase>();
  const present = new Map<IncomingCase, LoadedCase>();
  for (const item of incoming) {
    const there =
      loaded.get(item.document.id?.toLowerCase() ?? '') ??
      (item.identity === null ? undefined : byIdentity.get(item.identity));
    if (!there) continue;
    if (claimed.has(there)) throw new Error(`two of the incoming cases are ${there.row.key}`);
    claimed.add(there);
    present.set(item, there);
  }
  return present;
}

async function takenKeys(tx: TxCtx, documents: readonly CaseDocument[]): Promise<string[]> {
  const keys = documents.flatMap(({ key }) => key ?? []);
  if (keys.length === 0) return [];
  const rows = await tx.db.find(PostmortemEntity, {
    select: { key: true },
    where: { key: In(keys) },
  });
  return rows.map(({ key }) => key);
}

function peopleOf(document: CaseDocument): PersonRef[] {
  return [
    ...document.authors,
    ...document.reviewers,
    ...(document.facilitator ? [document.facilitator] : []),
    ...document.readers.flatMap(({ person }) => person ?? []),
    ...document.incidents.flatMap(peopleOfIncident),
    ...document.actions.flatMap((action) => [
      ...[action.owner, action.verifier, action.pauseApprover].filter(
        (person) => person !== undefined,
      ),
      ...namedInHistory(action.history).people,
      ...peopleOfTrackers(action),
    ]),
  ];
}

/** A file that is older than the library, or says nothing of it, does not make anything undone. */
function longerOf(
  told: CaseDocument['moves'] = [],
  present: CaseDocument['moves'],
): CaseDocument['moves'] {
  if (told.length <= (present?.length ?? 0)) return present;
  return told.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** The document in the one form in which a reading of the database gives it. */
function canonical(document: CaseDocument, people: PersonBook): CaseDocument {
  const refs = (persons: readonly PersonRef[]): PersonRef[] => [
    ...new Map(persons.map((person) => [people.idOf(person), people.refOf(person)])).values(),
  ];
  const readers = document.readers.map(({ person, team }) =>
    person ? { person: people.refOf(person) } : withoutBlanks({ team }),
  );
  const practices = new Map<string, CaseDocument['practices'][number]>();
  for (const { practice, verdict, note } of document.practices) {
    if (!practices.has(practice))
      practices.set(practice, withoutBlanks({ practice, verdict, note }));
  }
  return withoutBlanks({
    ...document,
    readers: [...new Map(readers.map((each) => [JSON.stringify(each), each])).values()],
    tags: [...new Set(document.tags)],
    authors: refs(document.authors),
    facilitator: document.facilitator && people.refOf(document.facilitator),
    reviewers: refs(document.reviewers),
    timeline: document.timeline
      .map((event) =>
        withoutBlanks({ ...event, source: event.source && withoutBlanks(event.source) }),
      )
      .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    factors: document.factors.map(canonicalFactor),
    practices: [...practices.values()],
    source: document.source && withoutBlanks(document.source),
  });
}

function canonicalFactor(factor: CaseDocument['factors'][number]): CaseDocument['factors'][number] {
  return withoutBlanks({ ...factor, children: factor.children.map(canonicalFactor) });
}

function unique(incidents: readonly SettledIncident[]): SettledIncident[] {
  return [...new Map(incidents.map((incident) => [incident.id, incident])).values()];
}
