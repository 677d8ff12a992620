import { CaseLinkEntity } from '../../src/features/case-link/case-link.entity.js';
import { RevisionEntity } from '../../src/features/history/revision.entity.js';
import { ApiTokenEntity } from '../../src/features/identity/api-token.entity.js';
import { CredentialEntity } from '../../src/features/identity/credential.entity.js';
import { PasswordService } from '../../src/features/identity/password.service.js';
import { SessionEntity } from '../../src/features/identity/session.entity.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { RecurringTasks } from '../../src/features/recurring-task/recurring-task.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { Channels } from '../../src/features/channel/channel.service.js';
import { DeadLetters } from '../../src/features/dead-letter/dead-letter.service.js';
import { SavedSearches } from '../../src/features/saved-search/saved-search.service.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { PASSWORD } from './account.js';
import { send } from './schema-walk-answers.js';
import { aConnection } from './trackers.js';
import { makeWorld, type PersonName, type World } from './world.js';
import { canary, CASE_NAMES } from './world-cases.js';

/**
 * The world with what the mutations of the matrix need besides: things that nothing else names, so
 * that they can be removed, things that are set aside already, and sessions, tokens and links by
 * their ids. Everybody has the same password, `@password`.
 */
export async function makeMatrixWorld(): Promise<World> {
  const world = await makeWorld();
  await makeEntries(world);
  await makePast(world);
  const ids = new Map([
    ...world.ids,
    ['password', PASSWORD],
    ...(await addSpares(world)),
    ...(await comings(world)),
    ...(await links(world)),
    ...(await searches(world)),
    ...(await deadLetter(world)),
    ...(await channel(world)),
    ['connection', (await aConnection(world.app)).id],
  ] as const);
  return { ...world, ids };
}

/** Has the audit log hear of every case, over HTTP as it always does. */
async function makeEntries(world: World): Promise<void> {
  for (const name of CASE_NAMES) {
    const document = `mutation ($id: ID!) {
      postmortemUpdate(id: $id, input: { reason: "Looked through" }) { userErrors { code } }
    }`;
    const variables = { id: `@postmortem of ${name}` };
    await send(world, world.callers.author, { name, document, variables });
  }
}

/** Has every case stand in review in the week in which it was published. */
async function makePast({ app, cases }: World): Promise<void> {
  for (const { postmortem: postmortemId } of Object.values(cases)) {
    const first = { postmortemId, number: 1 };
    await app.write(async (tx) => {
      const row = await tx.db.findOneByOrFail(RevisionEntity, first);
      const at = new Date('2024-04-30T08:00:00Z');
      const document = { ...row.document, status: 'IN_REVIEW' } as const;
      await tx.db.delete(RevisionEntity, first);
      await insertRows(tx, RevisionEntity, [{ ...row, at, document }]);
    });
  }
}

async function addSpares({ app, people }: World): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  const email = 'spare@example.org';
  const passwordHash = await app.get(PasswordService).hash(PASSWORD, { name: 'spare', email }, []);
  await app.write(async (tx) => {
    const spare = await app.get(PersonService).create(tx, { name: 'spare', email });
    labels.set('person spare', spare.id);
    const everybody = [spare, ...Object.values(people)];
    const changedAt = tx.clock.now();
    // Past the service, which would end their sessions.
    await insertRows(
      tx,
      CredentialEntity,
      everybody.map(({ id: personId }) => ({ personId, passwordHash, changedAt })),
    );
    const [teams, services] = [app.get(TeamService), app.get(ServiceCatalog)];
    for (const name of ['spare', 'shelved']) {
      const team = await teams.create(tx, { key: name, name });
      const service = await services.create(tx, { name });
      labels.set(`team ${name}`, team.id).set(`service ${name}`, service.id);
      if (name === 'spare') continue;
      await teams.archive(tx, team.id);
      await services.archive(tx, service.id);
    }
    const unused = { name: 'spare', zone: 'UTC' };
    const calendar = await app.get(WorkCalendars).create(tx, unused);
    labels.set('calendar spare', calendar.id);
    const cadence = { rule: 'FREQ=DAILY', startsOn: '2025-03-01', zone: 'UTC', time: '00:00' };
    const task = { title: 'Shelved', cadence: { ...cadence, graceDays: 0 } };
    const shelved = await app.get(RecurringTasks).create(tx, task);
    await app.get(RecurringTasks).archive(tx, shelved.id);
    labels.set('task shelved', shelved.id);
    const alone = await app.get(IncidentService).create(tx, { title: 'No case is about it' });
    labels.set('incident alone', alone.id);
    const inReview = { title: 'It waits', language: 'en' } as const;
    const waiting = await app.get(PostmortemService).create(tx, inReview);
    await app.get(PostmortemLifecycle).submit(tx, waiting.id);
  });
  return labels;
}

/** Of every caller the person they are, a session of that person, and a token where they have one. */
async function comings({ app, people, callers }: World): Promise<Map<string, string>> {
  const { read } = app.platform.database;
  const labels = new Map<string, string>();
  const sessions = await read.find(SessionEntity, { order: { id: 'ASC' } });
  const sessionOf = new Map(sessions.map((row) => [row.personId, row.id]));
  const tokens = await read.findBy(ApiTokenEntity, {});
  for (const name of Object.keys(callers)) labels.set(`email ${name}`, 'spare@example.org');
  for (const [name, { id, email }] of Object.entries(people)) {
    if (name !== 'leaver') labels.set(`email ${name}`, email ?? '');
    labels.set(`session ${name}`, sessionOf.get(id) ?? '');
    const token = tokens.find((row) => row.personId === id && row.revokedAt === null);
    if (token) labels.set(`token ${name}`, token.id);
  }
  const emailOf = new Map(Object.values(people).map(({ id, email }) => [id, email]));
  for (const { name, personId } of tokens) {
    labels.set(`email ${name}`, emailOf.get(personId) ?? '');
    labels.set(`person ${name}`, personId);
    labels.set(`session ${name}`, sessionOf.get(personId) ?? '');
  }
  return labels;
}

/** Of every case another one that all may read, and the links from and to that one. */
async function links({ app, cases }: World): Promise<Map<string, string>> {
  const rows = await app.platform.database.read.find(CaseLinkEntity);
  const labels = new Map([['postmortem beside nowhere', cases.published?.postmortem ?? '']]);
  for (const status of ['DONE', 'PAUSED']) {
    labels.set(`${status} of beside nowhere`, cases.published?.actions[status] ?? '');
  }
  for (const [name, { postmortem: id }] of Object.entries(cases)) {
    const besides = cases[name === 'published' ? 'archived' : 'published'];
    const beside = besides?.postmortem ?? '';
    for (const status of ['DONE', 'PAUSED']) {
      labels.set(`${status} of beside ${name}`, besides?.actions[status] ?? '');
    }
    const link = (fromId: string, toId: string): string =>
      rows.find((row) => row.fromId === fromId && row.toId === toId)?.id ?? '';
    labels.set(`postmortem beside ${name}`, beside);
    labels.set(`link from ${name}`, link(id, beside)).set(`link to ${name}`, link(beside, id));
  }
  return labels;
}

/** Of everybody a search of their own, and one of the author that everybody sees. */
async function searches(world: World): Promise<Map<string, string>> {
  const { app, people } = world;
  const service = app.get(SavedSearches);
  const labels = new Map<string, string>();
  const keep = async (of: PersonName, label: string, shared: boolean): Promise<void> => {
    const input = { name: label, address: '?q=pool', shared };
    const { id } = await app.write((tx) => service.create(tx, input), world.actor(of));
    labels.set(`search ${label}`, id);
  };
  for (const name of Object.keys(people) as PersonName[]) await keep(name, name, false);
  await keep('author', 'shared', true);
  const tokens = await app.platform.database.read.findBy(ApiTokenEntity, {});
  const nameOf = new Map(Object.entries(people).map(([name, { id }]) => [id, name]));
  for (const { name, personId } of tokens) {
    labels.set(`search ${name}`, labels.get(`search ${nameOf.get(personId)}`) ?? '');
  }
  return labels;
}

/** The channel of a team. Nothing that is sent there leaves this machine, or the settings. */
async function channel({ app, ids }: World): Promise<Map<string, string>> {
  const row = await app.write((tx) =>
    app.get(Channels).create(tx, {
      ...{ kind: 'SLACK', name: 'payments', locale: 'en', teamId: ids.get('team payments') ?? '' },
      webhook: 'http://127.0.0.1:9/services/T0/B0/secret',
    }),
  );
  return new Map([['channel payments', row.id]]);
}

/** Something about a restricted case that was given up, and says what only that case says. */
async function deadLetter({ app, cases }: World): Promise<Map<string, string>> {
  const now = app.platform.clock.now();
  const row = {
    ...{ topic: 'search', subjectId: cases.restricted?.postmortem ?? '', attempts: 12 },
    ...{ createdAt: now, nextAttemptAt: now, claimedBy: null, deadAt: now },
    lastError: `Error: no room for ${canary('restricted', 'title')}`,
  };
  await app.write((tx) => insertRows(tx, OutboxEntity, [{ seq: 0, ...row }]));
  const { nodes } = await app.get(DeadLetters).page(app.ctx(), { first: 1 });
  return new Map([['dead letter', nodes[0]?.id ?? '']]);
}
