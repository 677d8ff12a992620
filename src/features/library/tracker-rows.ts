import { isDeepStrictEqual } from 'node:util';
import { In } from 'typeorm';

import type { ReadManager, TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { groupedBy } from '../../core/loader.js';
import { trackerReference } from '../../core/tracker-reference.js';
import { insertRows } from '../../infra/database/insert.js';
import type {
  ActionItemDocument,
  PersonRef,
  TrackerLinkDocument,
} from '../case-file/case-document.js';
import { linkTo, TrackerLinkEntity } from '../tracker/tracker-link.entity.js';
import type { SettledAction } from './action-book.js';
import { withoutBlanks } from './case-parts.js';
import { instant } from './incident-book.js';
import type { PersonBook } from './person-book.js';

type Links = readonly TrackerLinkEntity[];

/** Items whose links are read at a stretch; a statement takes so many parameters. */
const AT_ONCE = 1_000;

/** The links of these action items, in order, by id. */
export async function readTrackerLinks(
  db: ReadManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Links>> {
  const all = new Map<string, Links>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const rows = await db.find(TrackerLinkEntity, {
      where: { actionItemId: In(some) },
      order: { position: 'ASC' },
    });
    const groups = groupedBy(rows, some, (row) => row.actionItemId);
    some.forEach((id, index) => all.set(id, groups[index] ?? []));
  }
  return all;
}

/** Links as files have them. A revision holds no more than where they lead: the rest is the tracker's. */
export function trackersDocument(
  links: Links,
  persons: ReadonlyMap<string, PersonRef>,
  withHistory: boolean,
): TrackerLinkDocument[] | undefined {
  if (links.length === 0) return undefined;
  return links.map((link) => {
    if (!withHistory) return { url: link.url };
    return withoutBlanks({
      url: link.url,
      title: link.title,
      state: link.state === 'UNKNOWN' && link.seenAt === null ? null : link.state,
      stateAt: link.stateAt?.toISOString(),
      seenAt: link.seenAt?.toISOString(),
      proposal:
        link.proposedAt &&
        withoutBlanks({
          at: link.proposedAt.toISOString(),
          answer: link.answer,
          answeredAt: link.answeredAt?.toISOString(),
          answeredBy: persons.get(link.answeredById ?? ''),
          note: link.note,
        }),
    });
  });
}

/**
 * The links that an action item of a file is to have: each issue once, `trackerUrl` among them. Of
 * two accounts of one issue the younger one is taken.
 */
export function settledTrackers(
  { trackers = [], trackerUrl }: ActionItemDocument,
  present: readonly TrackerLinkDocument[] = [],
  people: PersonBook,
): TrackerLinkDocument[] | undefined {
  const known = new Map(present.map((link) => [identityOf(link), link]));
  const named = [...trackers, ...(trackerUrl === undefined ? [] : [{ url: trackerUrl }])];
  const settled = new Map<string, TrackerLinkDocument>();
  for (const link of named) {
    const reference = trackerReference(link.url);
    if (!reference || settled.has(reference.identity)) continue;
    const there = known.get(reference.identity);
    const isNews = !there || ageOf(link) > ageOf(there);
    settled.set(
      reference.identity,
      isNews ? canonical({ ...link, url: reference.url }, people) : there,
    );
  }
  return settled.size === 0 ? undefined : [...settled.values()];
}

const identityOf = ({ url }: TrackerLinkDocument): string => trackerReference(url)?.identity ?? url;

/** As of when it is, as text that sorts. */
const ageOf = ({ seenAt = '', proposal }: TrackerLinkDocument): string =>
  [seenAt, proposal?.at ?? '', proposal?.answeredAt ?? ''].sort().at(-1) ?? '';

function canonical(link: TrackerLinkDocument, people: PersonBook): TrackerLinkDocument {
  const { proposal, ...rest } = link;
  if (!proposal) return rest;
  const { answeredBy, ...asked } = proposal;
  return {
    ...rest,
    proposal: { ...asked, ...(answeredBy ? { answeredBy: people.refOf(answeredBy) } : {}) },
  };
}

/** The people whom the links of an action item name. */
export const peopleOfTrackers = ({ trackers = [] }: ActionItemDocument): PersonRef[] =>
  trackers.flatMap(({ proposal }) => proposal?.answeredBy ?? []);

/** Writes the links of action items that are written already. */
export async function writeTrackerLinks(
  tx: TxCtx,
  actions: readonly SettledAction[],
  present: readonly ActionItemDocument[],
  people: PersonBook,
): Promise<void> {
  const before = new Map(present.map(({ id, trackers }) => [id, trackers]));
  const changed = actions.filter(
    ({ id, trackers }) => !isDeepStrictEqual(trackers, before.get(id)),
  );
  const gone = changed.flatMap(({ id }) => (before.get(id) === undefined ? [] : id));
  for (let start = 0; start < gone.length; start += AT_ONCE) {
    await tx.db.delete(TrackerLinkEntity, { actionItemId: In(gone.slice(start, start + AT_ONCE)) });
  }
  const rows = changed.flatMap(({ id, trackers = [] }) =>
    trackers.flatMap((link, position) => rowOf(id, link, position, people) ?? []),
  );
  await insertRows(tx, TrackerLinkEntity, rows);
}

function rowOf(
  actionItemId: string,
  { url, title, state, stateAt, seenAt, proposal }: TrackerLinkDocument,
  position: number,
  people: PersonBook,
): TrackerLinkEntity | null {
  const reference = trackerReference(url);
  if (!reference) return null;
  const row = linkTo(reference, { id: newId(), actionItemId, position });
  return {
    ...row,
    title: title ?? null,
    state: state ?? row.state,
    stateAt: instant(stateAt),
    seenAt: instant(seenAt),
    proposedAt: instant(proposal?.at),
    answer: proposal?.answer ?? null,
    answeredAt: instant(proposal?.answeredAt),
    answeredById: proposal?.answeredBy ? people.idOf(proposal.answeredBy) : null,
    note: proposal?.note ?? null,
  };
}
