import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';

import { LOCAL } from '../../src/core/ctx.js';
import type { Actor, PersonActor } from '../../src/core/actor.js';
import type { Role, TokenScope } from '../../src/core/vocabulary.js';
import { newId } from '../../src/core/ids.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { CredentialEntity } from '../../src/features/identity/credential.entity.js';
import { SessionService } from '../../src/features/identity/session.service.js';
import { ImportService } from '../../src/features/library/import.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import {
  PersonService,
  type PersonCreate,
  type PersonUpdate,
} from '../../src/features/people/person.service.js';
import type { TeamEntity } from '../../src/features/people/team.entity.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aTeam } from '../support/factory.js';

let app: TestApp;
let admin: PersonEntity;
let member: PersonEntity;
beforeAll(async () => {
  app = await startApp();
  [admin, member] = [await someone('ADMIN'), await someone('MEMBER')];
});
afterAll(async () => {
  await app.close();
});

function someone(role: Role, input: Partial<PersonCreate> = {}): Promise<PersonEntity> {
  return app.write((tx) => app.get(PersonService).create(tx, { name: role, role, ...input }));
}

/** Somebody by session, or by a token with these scopes. */
const as = ({ id, role }: PersonEntity, ...scopes: TokenScope[]): PersonActor => ({
  kind: 'person',
  personId: id,
  role,
  ...(scopes.length > 0 && { scopes: new Set(scopes) }),
});

/** `done`, or the code and the message key of the refusal. */
async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      const { code, messageKey } = error as { code?: string; messageKey?: string };
      if (code === undefined) throw error;
      return code === messageKey ? code : `${code} ${messageKey}`;
    },
  );
}

const add = (actor: Actor, input: Partial<PersonCreate> = {}): Promise<string> =>
  outcome(app.write((tx) => app.get(PersonService).create(tx, { name: 'New', ...input }), actor));
const change = (actor: Actor, id: string, input: PersonUpdate): Promise<string> =>
  outcome(app.write((tx) => app.get(PersonService).update(tx, id, input), actor));
const archive = (actor: Actor, id: string): Promise<string> =>
  outcome(app.write((tx) => app.get(PersonService).archive(tx, id), actor));
const restore = (actor: Actor, id: string): Promise<string> =>
  outcome(app.write((tx) => app.get(PersonService).restore(tx, id), actor));
const remove = (actor: Actor, id: string): Promise<string> =>
  outcome(app.write((tx) => app.get(PersonService).delete(tx, id), actor));

describe('somebody new', () => {
  it('is added by name only by members, with an address by administrators, with a role by those who keep people', async () => {
    const viewer = await someone('VIEWER');
    const email = () => ({ email: `${newId()}@example.com` });
    expect(await add(as(member))).toBe('done');
    expect(await add(as(member), email())).toBe('FORBIDDEN');
    expect(await add(as(member), { role: 'VIEWER' })).toBe('FORBIDDEN');
    expect(await add(as(viewer))).toBe('FORBIDDEN');
    expect(await add(as(member, 'read'))).toBe('FORBIDDEN');
    const setup = as(admin, 'read', 'write');
    expect(await add(setup, email())).toBe('done');
    expect(await add(setup, { role: 'MEMBER' })).toBe('done');
    expect(await add(setup, { ...email(), role: 'ADMIN' })).toBe('FORBIDDEN');
    expect(await add(as(admin), { ...email(), role: 'VIEWER' })).toBe('done');
    const count = await app.platform.database.read.countBy(PersonEntity, { name: 'New' });
    expect(count).toBe(4);
  });

  it('shows their role to whoever reads', async () => {
    const viewer = await someone('VIEWER');
    const answer = await askAs(
      app,
      as(viewer),
      `{ person(id: "${admin.id}") { role } viewer { role } }`,
    );
    expect(answer).toEqual({ person: { role: 'ADMIN' }, viewer: { role: 'VIEWER' } });
  });
});

describe('somebody known', () => {
  it('changes their own name, language and time zone, whatever their role, and nothing else', async () => {
    const viewer = await someone('VIEWER');
    const own = { name: '我自己', locale: 'zh-Hant', zone: 'Asia/Taipei' } as const;
    expect(await change(as(viewer), viewer.id, own)).toBe('done');
    expect(await change(as(viewer, 'read'), viewer.id, own)).toBe('FORBIDDEN');
    expect(await change(as(viewer), viewer.id, { zone: 'Mars/Base' })).toBe(
      'VALIDATION unknownZone',
    );
    expect(await change(as(member), viewer.id, { zone: 'UTC' })).toBe('FORBIDDEN');
    expect(await change(as(viewer), viewer.id, { email: 'me@example.com' })).toBe('FORBIDDEN');
    expect(await change(as(viewer), viewer.id, { name: 'X', role: 'ADMIN' })).toBe('FORBIDDEN');
    expect(await change(as(member), viewer.id, { name: 'X' })).toBe('FORBIDDEN');
    expect(await change(as(member), newId(), { name: 'X' })).toBe('FORBIDDEN');
    expect(
      await app.platform.database.read.findOneBy(PersonEntity, { id: viewer.id }),
    ).toMatchObject({
      ...own,
      role: 'VIEWER',
      version: 2,
    });
  });

  it('is changed by administrators; who gets in and with which role, not by a token that only writes', async () => {
    const { id } = await someone('MEMBER');
    const setup = as(admin, 'read', 'write');
    expect(await change(setup, id, { name: 'Renamed' })).toBe('done');
    expect(await change(setup, id, { email: 'new@example.com' })).toBe('FORBIDDEN');
    expect(await change(setup, id, { role: 'ADMIN' })).toBe('FORBIDDEN');
    expect(await change(as(admin), id, { email: 'new@example.com', role: 'VIEWER' })).toBe('done');
    for (const actor of [as(member), setup]) {
      expect(await archive(actor, id)).toBe('FORBIDDEN');
      expect(await restore(actor, id)).toBe('FORBIDDEN');
      expect(await remove(actor, id)).toBe('FORBIDDEN');
    }
  });

  it('is signed out everywhere when archived, tokens included, and not signed in again when restored', async () => {
    const person = await someone('MEMBER', { email: 'leaver@example.com' });
    const sessions = app.get(SessionService);
    const tokens = app.get(ApiTokenService);
    const start = { personId: person.id, method: 'PASSWORD', userAgent: null } as const;
    const session = await app.write((tx) => sessions.begin(tx, start));
    const values = { personId: person.id, name: 'CI', scopes: ['read' as const], days: 1 };
    const token = await app.write((tx) => tokens.create(tx, values), as(person));
    const isIn = async (): Promise<boolean[]> => [
      (await sessions.find(app.ctx(), session.token)) !== null,
      (await tokens.resolve(app.ctx(), token.token)) !== null,
    ];
    expect(await isIn()).toEqual([true, true]);
    expect(await archive(as(admin), person.id)).toBe('done');
    expect(await isIn()).toEqual([false, false]);
    expect(await restore(as(admin), person.id)).toBe('done');
    expect(await isIn()).toEqual([false, false]);
  });
});

describe('the last administrator who can sign in', () => {
  const admins: PersonEntity[] = [];

  /** An administrator with a password. */
  async function anAdmin(): Promise<PersonEntity> {
    const person = await someone('ADMIN');
    const changedAt = new Date();
    await app.write((tx) =>
      insertRows(tx, CredentialEntity, [{ personId: person.id, passwordHash: 'x', changedAt }]),
    );
    admins.push(person);
    return person;
  }
  afterEach(async () => {
    for (const { id } of admins.splice(0)) {
      await app.write((tx) => app.get(PersonService).update(tx, id, { role: 'MEMBER' }));
    }
  });

  it('cannot be demoted, archived or deleted, whoever else is one without a way in', async () => {
    const last = await anAdmin();
    const LAST = 'WRONG_STATE lastAdministrator';
    for (const actor of [as(last), as(admin)]) {
      expect(await change(actor, last.id, { role: 'MEMBER' })).toBe(LAST);
      expect(await archive(actor, last.id)).toBe(LAST);
      expect(await remove(actor, last.id)).toBe(LAST);
    }
    const gone = await anAdmin();
    await app.write((tx) => app.get(PersonService).archive(tx, gone.id));
    expect(await archive(as(last), last.id)).toBe(LAST);
    expect(await app.platform.database.read.findOneBy(PersonEntity, { id: last.id })).toMatchObject(
      {
        role: 'ADMIN',
        archivedAt: null,
      },
    );
    expect(await change(as(last), last.id, { name: 'Still here' })).toBe('done');
  });

  it('can go once there is another one, and whoever runs the program can do without', async () => {
    const [one, two] = [await anAdmin(), await anAdmin()];
    expect(await change(as(two), one.id, { role: 'VIEWER' })).toBe('done');
    expect(await archive(as(two), two.id)).toBe('WRONG_STATE lastAdministrator');
    expect(await archive({ kind: 'operator' }, two.id)).toBe('done');
  });

  it('remains when two take the role from each other at once', async () => {
    const [one, two] = [await anAdmin(), await anAdmin()];
    const outcomes = await Promise.all([
      change(as(one), two.id, { role: 'MEMBER' }),
      change(as(two), one.id, { role: 'MEMBER' }),
    ]);
    expect(outcomes.sort()).toEqual(['WRONG_STATE lastAdministrator', 'done']);
  });

  it('is not archived by a file, and no file makes one', async () => {
    const last = await someone('ADMIN', { email: 'last@example.com' });
    const credential = { personId: last.id, passwordHash: 'x', changedAt: new Date() };
    await app.write((tx) => insertRows(tx, CredentialEntity, [credential]));
    admins.push(last);
    const write = (lines: string): void => {
      writeFileSync(join(app.dataDir, 'catalog.yaml'), `fupan: 1\npeople:\n${lines}`);
    };
    const bring = () =>
      app
        .get(ImportService)
        .run(
          { ...app.ctx(as(last)), origin: LOCAL },
          { paths: ['catalog.yaml'], cwd: app.dataDir },
        );
    write('  - { name: Last, email: last@example.com, archivedAt: 2026-01-01T00:00:00Z }\n');
    expect((await bring()).failed).toMatchObject([{ file: 'catalog.yaml' }]);
    write('  - { name: Sly, email: sly@example.com, role: ADMIN }\n');
    expect((await bring()).failed).toMatchObject([{ file: 'catalog.yaml', line: 3 }]);
    write('  - { name: Sly, email: sly@example.com }\n');
    expect((await bring()).failed).toEqual([]);
    const { read } = app.platform.database;
    expect(await read.findOneBy(PersonEntity, { email: 'sly@example.com' })).toMatchObject({
      role: 'MEMBER',
    });
    expect(await read.findOneBy(PersonEntity, { id: last.id })).toMatchObject({
      archivedAt: null,
      role: 'ADMIN',
    });
  });
});

describe('a team', () => {
  let team: TeamEntity;
  let lead: PersonEntity;
  beforeAll(async () => {
    [team, lead] = [await aTeam(app), await someone('MEMBER')];
    await app.write((tx) =>
      app.get(TeamService).setMember(tx, team.id, { personId: lead.id, role: 'LEAD' }),
    );
  });

  const onTeam = (
    actor: Actor,
    work: 'name' | 'key' | 'add' | 'out' | 'archive' | 'restore' | 'delete',
  ) => {
    const teams = app.get(TeamService);
    return outcome(
      app.write((tx) => {
        const { id } = team;
        switch (work) {
          case 'name':
            return teams.update(tx, id, { name: 'Renamed' });
          case 'key':
            return teams.update(tx, id, { key: `k-${newId()}` });
          case 'add':
            return teams.setMember(tx, id, { personId: member.id, role: 'MEMBER' });
          case 'out':
            return teams.removeMember(tx, id, member.id);
          default:
            return teams[work](tx, id);
        }
      }, actor),
    );
  };

  it('is named and joined by its lead; everything else is for administrators', async () => {
    const other = await aTeam(app);
    const elsewhere = await someone('MEMBER');
    await app.write((tx) =>
      app.get(TeamService).setMember(tx, other.id, { personId: elsewhere.id, role: 'LEAD' }),
    );
    const viewingLead = { ...as(lead), role: 'VIEWER' } as const;
    for (const work of ['name', 'add', 'out'] as const) {
      expect(await onTeam(as(lead), work)).toBe('done');
      expect(await onTeam(as(elsewhere), work)).toBe('FORBIDDEN');
      expect(await onTeam(viewingLead, work)).toBe('FORBIDDEN');
      expect(await onTeam(as(lead, 'read'), work)).toBe('FORBIDDEN');
      if (work !== 'out') expect(await onTeam(as(admin, 'read', 'write'), work)).toBe('done');
    }
    for (const work of ['key', 'archive', 'restore', 'delete'] as const) {
      expect(await onTeam(as(lead), work)).toBe('FORBIDDEN');
      const expected = work === 'delete' ? 'FORBIDDEN' : 'done';
      expect(await onTeam(as(admin, 'read', 'write'), work)).toBe(expected);
    }
    const make = (actor: Actor): Promise<string> =>
      outcome(
        app.write(
          (tx) => app.get(TeamService).create(tx, { key: `k-${newId()}`, name: 'X' }),
          actor,
        ),
      );
    expect(await make(as(lead))).toBe('FORBIDDEN');
    expect(await make(as(admin, 'read', 'write'))).toBe('done');
    expect(await onTeam(as(admin), 'delete')).toBe('done');
  });
});
