import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Clock } from '../../src/core/clock.js';
import type { Actor } from '../../src/core/actor.js';
import type { Role, TokenScope } from '../../src/core/vocabulary.js';
import { ActionItemEntity } from '../../src/features/action-item/action-item.entity.js';
import { writeCaseFile } from '../../src/features/case-file/case-file.write.js';
import { AttachmentEntity } from '../../src/features/attachment/attachment.entity.js';
import { AttachmentService } from '../../src/features/attachment/attachment.service.js';
import { CaseLinkEntity } from '../../src/features/case-link/case-link.entity.js';
import { DraftService } from '../../src/features/draft/draft.service.js';
import { FactorEntity } from '../../src/features/factor/factor.entity.js';
import { TrackerLinkEntity } from '../../src/features/tracker/tracker-link.entity.js';
import { FindingEntity } from '../../src/features/finding/finding.entity.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { SessionService } from '../../src/features/identity/session.service.js';
import { IncidentEntity } from '../../src/features/incident/incident.entity.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { ImportService } from '../../src/features/library/import.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import type { TeamEntity } from '../../src/features/people/team.entity.js';
import { TeamService } from '../../src/features/people/team.service.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
} from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { TimelineEventEntity } from '../../src/features/timeline/timeline-event.entity.js';
import { caughtUp, startApp, type TestApp } from './app.js';
import { actingAs } from './factory.js';
import {
  canary,
  CASE_NAMES,
  CASE_PLANS,
  directoryName,
  SECRET_CASES,
  SHARED_INCIDENT_ID,
  worldCase,
  type CaseName,
} from './world-cases.js';
import { labelsOfActions, tieActions } from './world-actions.js';
import { discussCases, labelsOfComments } from './world-comments.js';
import { makeEditions, SERVED } from './world-editions.js';
import { labelsOfTasks, makeCalendarAndTask } from './world-tasks.js';

/** Everybody of the world, with their role. */
const PEOPLE = {
  admin: 'ADMIN',
  /** Writes all the cases. */
  author: 'MEMBER',
  reviewer: 'MEMBER',
  facilitator: 'MEMBER',
  /** A reader of the restricted cases, by name. */
  reader: 'MEMBER',
  /** One by the team that may read them. */
  teammate: 'MEMBER',
  /** Another one, who may read them and not write. */
  guest: 'VIEWER',
  /** Was in that team. */
  removed: 'MEMBER',
  /** Leads another team. */
  lead: 'MEMBER',
  member: 'MEMBER',
  viewer: 'VIEWER',
  /** Named as a reader too, but has left. */
  leaver: 'MEMBER',
} as const satisfies Record<string, Role>;
export type PersonName = keyof typeof PEOPLE;

/** Tokens: whose, of what kind, for what. */
const TOKENS = {
  tokenRead: { of: 'reader', scopes: ['read'] },
  tokenWrite: { of: 'author', scopes: ['read', 'write'] },
  tokenRestricted: { of: 'reader', scopes: ['read', 'restricted'] },
  tokenAdmin: { of: 'admin', scopes: ['read', 'admin'] },
  tokenSetup: { of: 'admin', scopes: ['read', 'write'] },
  tokenFeed: { of: 'author', scopes: ['read'], kind: 'FEED' },
  tokenExpired: { of: 'author', scopes: ['read', 'write', 'restricted'], days: 1 },
  tokenRevoked: { of: 'author', scopes: ['read', 'write', 'restricted'] },
} as const satisfies Record<
  string,
  { of: PersonName; scopes: readonly TokenScope[]; kind?: 'FEED'; days?: number }
>;
type TokenName = keyof typeof TOKENS;

/** Whoever can ask: a person in a browser, a token, and some who ought to be nobody. */
export type CallerName =
  PersonName | TokenName | 'anonymous' | 'sessionExpired' | 'sessionEnded' | 'nonsense';

export interface Caller {
  readonly name: CallerName;
  readonly headers: Readonly<Record<string, string>>;
}

/** A clock that stands still unless somebody turns it. */
export class StandingClock implements Clock {
  #now = Date.parse('2025-03-03T09:00:00.000Z');

  now(): Date {
    return new Date(this.#now);
  }

  pass(hours: number): void {
    this.#now += hours * 3_600_000;
  }
}

/** What a case is made of, by id. */
export interface CaseIds {
  readonly postmortem: string;
  readonly incident: string;
  readonly factor: string;
  readonly cause: string;
  readonly finding: string;
  readonly event: string;
  readonly link: string;
  readonly attachment: string;
  readonly trackerLink: string;
  /** By state. */
  readonly actions: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
}

export interface World {
  readonly app: TestApp;
  readonly clock: StandingClock;
  readonly callers: Readonly<Record<CallerName, Caller>>;
  readonly people: Readonly<Record<PersonName, PersonEntity>>;
  readonly teams: Readonly<Record<'guild' | 'payments', TeamEntity>>;
  /** Those of the world; without its secrets the restricted ones are not there. */
  readonly cases: Readonly<Partial<Record<CaseName, CaseIds>>>;
  /** Every id there is, by what it is called in every world that is made alike. */
  readonly ids: ReadonlyMap<string, string>;
  actor(name: PersonName): Actor;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Whether the restricted cases are there. */
  readonly secrets?: boolean;
}

/** Makes a world through the services, behind the real door. */
export async function makeWorld({ secrets = true }: WorldOptions = {}): Promise<World> {
  const clock = new StandingClock();
  const app = await startApp({
    as: 'door',
    clock,
    env: { ...SERVED, FUPAN_POINTS_PER_MINUTE: '1000000000', FUPAN_TRUSTED_PROXIES: '127.0.0.1' },
  });
  const people = await makePeople(app);
  const teams = await makeTeams(app, people);
  const names = CASE_NAMES.filter((name) => secrets || !SECRET_CASES.includes(name));
  await importCases(app, names, people);
  const actor = (name: PersonName): Actor => actingAs(people[name], PEOPLE[name]);
  await attachFiles(app, names, actor('author'));
  const cases = await findCases(app, names);
  await tieActions(app, cases, people, teams.payments.id);
  await editCases(app, cases, actor('author'), people, teams);
  await discussCases(app, cases, actor('author'), actor('reviewer'));
  await makeEditions(app, cases, people.author.id);
  await makeLonelyIncidents(app, actor('member'));
  await app.write((tx) => app.get(TeamService).removeMember(tx, teams.guild.id, people.removed.id));
  const callers = await makeCallers(app, clock, people);
  await caughtUp(app);
  const world = { app, clock, callers, people, teams, cases, actor, close: () => app.close() };
  return { ...world, ids: await labels(world) };
}

const emailOf = (name: string): string => `${name}@example.org`;

async function makePeople(app: TestApp): Promise<Record<PersonName, PersonEntity>> {
  const made: Partial<Record<PersonName, PersonEntity>> = {};
  for (const [name, role] of Object.entries(PEOPLE) as [PersonName, Role][]) {
    made[name] = await app.write((tx) =>
      app.get(PersonService).create(tx, { name, email: emailOf(name), role, locale: 'en' }),
    );
  }
  return made as Record<PersonName, PersonEntity>;
}

async function makeTeams(
  app: TestApp,
  people: Record<PersonName, PersonEntity>,
): Promise<World['teams']> {
  const service = app.get(TeamService);
  return app.write(async (tx) => {
    const guild = await service.create(tx, { key: 'guild', name: 'Security guild' });
    const payments = await service.create(tx, { key: 'payments', name: 'Payments' });
    for (const name of ['teammate', 'guest', 'removed'] as const) {
      await service.setMember(tx, guild.id, { personId: people[name].id, role: 'MEMBER' });
    }
    await service.setMember(tx, payments.id, { personId: people.lead.id, role: 'LEAD' });
    await service.setMember(tx, payments.id, { personId: people.member.id, role: 'MEMBER' });
    const catalog = app.get(ServiceCatalog);
    const gateway = await catalog.create(tx, { name: 'gateway', tier: 'CRITICAL' });
    await catalog.create(tx, {
      name: 'checkout',
      businessFunction: 'Takes the money',
      redundancy: 'two zones',
      ownerTeamId: payments.id,
      dependsOnIds: [gateway.id],
    });
    await makeCalendarAndTask(tx, app, { teamId: payments.id, ownerId: people.member.id });
    for (const name of CASE_NAMES) {
      const only = directoryName(name);
      await service.create(tx, { key: only, name: only });
      await catalog.create(tx, { name: only });
    }
    return { guild, payments };
  });
}

async function importCases(
  app: TestApp,
  names: readonly CaseName[],
  people: Record<PersonName, PersonEntity>,
): Promise<void> {
  const ref = (name: PersonName) => ({ name, email: people[name].email ?? '' });
  const cast = {
    author: ref('author'),
    reviewer: ref('reviewer'),
    facilitator: ref('facilitator'),
  };
  const others = (name: CaseName) =>
    names
      .filter((other) => other !== name)
      .map((to) => ({ to, place: `linkto${to.toLowerCase()}` }));
  for (const name of names) {
    // Each is linked to all, so that no link is the reason why one is found and another not.
    const text = writeCaseFile(worldCase(name, cast, others(name)));
    writeFileSync(join(app.dataDir, `${name}.md`), text);
  }
  const result = await app.get(ImportService).run(app.ctx(), {
    paths: names.map((name) => `${name}.md`),
    cwd: app.dataDir,
  });
  if (result.failed.length > 0) throw new Error(JSON.stringify(result.failed));
}

/** Gives each case a file, whose name and content are as confidential as the case. */
async function attachFiles(app: TestApp, names: readonly CaseName[], author: Actor): Promise<void> {
  for (const name of names) {
    const of = { key: CASE_PLANS[name].key };
    const { id } = await app.platform.database.read.findOneByOrFail(PostmortemEntity, of);
    const content = Buffer.from(canary(name, 'filecontent'));
    const file = { name: `${canary(name, 'filename')}.log`, declaredType: '', content };
    await app.write((tx) => app.get(AttachmentService).add(tx, id, file), author);
  }
}

async function findCases(app: TestApp, names: readonly CaseName[]): Promise<World['cases']> {
  const { read } = app.platform.database;
  const cases: Partial<Record<CaseName, CaseIds>> = {};
  for (const name of names) {
    const { id, key } = await read.findOneByOrFail(PostmortemEntity, { key: CASE_PLANS[name].key });
    const of = { postmortemId: id };
    const about = (await read.findBy(PostmortemIncidentEntity, of)).map((row) => row.incidentId);
    const incidentId = about.find((each) => each !== SHARED_INCIDENT_ID) ?? '';
    const incident = await read.findOneByOrFail(IncidentEntity, { id: incidentId });
    const factors = await read.findBy(FactorEntity, of);
    const actions = await read.find(ActionItemEntity, { where: of, order: { position: 'ASC' } });
    const ofItem = { actionItemId: actions[0]?.id ?? '' };
    cases[name] = {
      postmortem: id,
      incident: incidentId,
      factor: factors.find((row) => row.parentId === null)?.id ?? '',
      cause: factors.find((row) => row.parentId !== null)?.id ?? '',
      finding: (await read.findOneByOrFail(FindingEntity, of)).id,
      event: (await read.findOneByOrFail(TimelineEventEntity, of)).id,
      attachment: (await read.findOneByOrFail(AttachmentEntity, of)).id,
      link: (await read.findOneByOrFail(CaseLinkEntity, { fromId: id })).id,
      trackerLink: (await read.findOneByOrFail(TrackerLinkEntity, ofItem)).id,
      actions: Object.fromEntries(actions.map((row) => [row.status, row.id])),
      keys: [key, incident.key, ...actions.map((row) => row.key)],
    };
  }
  return cases;
}

/** Names the readers, makes a second revision with a reason and leaves a draft; in the name of the author. */
async function editCases(
  app: TestApp,
  cases: World['cases'],
  author: Actor,
  people: Record<PersonName, PersonEntity>,
  { guild }: World['teams'],
): Promise<void> {
  const readers = [
    { personId: people.reader.id },
    { personId: people.leaver.id },
    { teamId: guild.id },
  ];
  for (const [name, ids] of Object.entries(cases) as [CaseName, CaseIds][]) {
    await app.write(
      (tx) =>
        app.get(PostmortemService).update(tx, ids.postmortem, {
          readers,
          reason: canary(name, 'reason'),
        }),
      author,
    );
    const [text, base] = [canary(name, 'draft'), canary(name, 'draftbase')];
    const draft = { part: 'summary', text, base, baseVersion: 2 };
    await app.write((tx) => app.get(DraftService).save(tx, ids.postmortem, draft), author);
  }
}

async function makeLonelyIncidents(app: TestApp, member: Actor): Promise<void> {
  const service = app.get(IncidentService);
  await app.write((tx) => service.create(tx, { title: 'Nobody has written this up' }), member);
  await app.write(
    (tx) =>
      service.reportNearMiss(tx, { title: 'Almost', summary: 'Went well', withoutName: true }),
    member,
  );
}

async function makeCallers(
  app: TestApp,
  clock: StandingClock,
  people: Record<PersonName, PersonEntity>,
): Promise<World['callers']> {
  const sessions = app.get(SessionService);
  const tokens = app.get(ApiTokenService);
  const begin = async (name: PersonName): Promise<{ id: string; cookie: string }> => {
    const start = {
      personId: people[name].id,
      method: 'PASSWORD',
      userAgent: 'a browser',
    } as const;
    const { row, token } = await app.write((tx) => sessions.begin(tx, start));
    return { id: row.id, cookie: `fupan=${token}` };
  };
  const makeToken = (name: TokenName) => {
    const {
      of,
      scopes,
      days,
      kind,
    }: (typeof TOKENS)[TokenName] & { days?: number; kind?: 'FEED' } = TOKENS[name];
    return app.write((tx) =>
      tokens.create(tx, {
        personId: people[of].id,
        name,
        scopes: [...scopes],
        days: days ?? 90,
        kind: kind ?? 'API',
      }),
    );
  };
  const callers = new Map<CallerName, Record<string, string>>();
  callers.set('anonymous', {});
  callers.set('nonsense', { authorization: `Bearer fpn_${'x'.repeat(49)}` });
  callers.set('sessionExpired', { cookie: (await begin('author')).cookie });
  for (const name of Object.keys(TOKENS) as TokenName[]) {
    const { token, row } = await makeToken(name);
    callers.set(name, { authorization: `Bearer ${token}` });
    if (name === 'tokenRevoked') await app.write((tx) => tokens.revoke(tx, row.id));
  }
  const leaver = await begin('leaver');
  await app.write((tx) => app.get(PersonService).archive(tx, people.leaver.id));
  callers.set('leaver', { cookie: leaver.cookie });
  // Longer than a session may lie unused and than the short token lasts.
  clock.pass(25);
  const ended = await begin('author');
  await app.write((tx) => sessions.revoke(tx, ended.id));
  callers.set('sessionEnded', { cookie: ended.cookie });
  for (const name of Object.keys(PEOPLE) as PersonName[]) {
    if (name !== 'leaver') callers.set(name, { cookie: (await begin(name)).cookie });
  }
  return Object.fromEntries(
    [...callers].map(([name, headers]) => [name, { name, headers }]),
  ) as unknown as World['callers'];
}

/** Every id and key of the world by what it is. */
async function labels({ app, people, teams, cases }: Omit<World, 'ids'>): Promise<World['ids']> {
  const found = new Map<string, string>();
  for (const [name, { id }] of Object.entries(people)) found.set(`person ${name}`, id);
  for (const [name, { id }] of Object.entries(teams)) found.set(`team ${name}`, id);
  for (const [name, ids] of Object.entries(cases)) {
    const { actions, keys, ...parts } = ids;
    for (const [part, id] of Object.entries<string>(parts)) {
      found.set(`${part} of ${name}`, id);
    }
    for (const [status, id] of Object.entries(actions)) found.set(`${status} of ${name}`, id);
    keys.forEach((key, at) => found.set(`key ${at} of ${name}`, key));
  }
  found.set('shared incident', SHARED_INCIDENT_ID);
  const service = await app.get(ServiceCatalog).find(app.ctx(), { name: 'checkout' });
  if (service) found.set('service checkout', service.id);
  for (const [label, id] of await labelsOfTasks(app)) found.set(label, id);
  for (const [label, id] of await labelsOfActions(app, cases)) found.set(label, id);
  for (const [label, id] of await labelsOfComments(app, cases)) found.set(label, id);
  return found;
}
