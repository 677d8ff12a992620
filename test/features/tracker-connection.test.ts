import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { TrackerConnectionEntity } from '../../src/features/tracker/tracker-connection.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { actingAs, aPerson } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';

const clock = new FakeClock();
let app: TestApp;
let admin: Actor;
let member: Actor;
beforeAll(async () => {
  app = await startApp({ clock });
  admin = actingAs(await aPerson(app), 'ADMIN');
  member = actingAs(await aPerson(app));
});
afterAll(async () => {
  await app.close();
});

interface Connection {
  readonly id: string;
  readonly version: number;
  readonly baseUrl: string;
  readonly hookUrl: string;
  readonly projects: readonly string[] | null;
  readonly previousUntil: string | null;
}
interface Answer {
  readonly trackerConnection: Connection | null;
  readonly secret?: string | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
}

const FIELDS =
  'id version provider name baseUrl projects hookUrl previousUntil lastDeliveryAt lastError archivedAt';

async function attempt(call: string, input?: object, actor = admin): Promise<Answer> {
  const type = call.includes('Create') ? 'Create' : 'Update';
  const head = input === undefined ? '' : `($input: TrackerConnection${type}Input!)`;
  const secret = /Create|Rotate/.test(call) ? 'secret' : '';
  const document = `mutation ${head} { it: trackerConnection${call} {
    trackerConnection { ${FIELDS} } ${secret} userErrors { code field }
  } }`;
  const variables = input === undefined ? {} : { input };
  return (await askAs<{ it: Answer }>(app, actor, document, variables)).it;
}

const create = (input: object = {}, actor = admin): Promise<Answer> => {
  const values = { provider: 'GITHUB', name: 'GitHub', baseUrl: 'https://github.com', ...input };
  return attempt('Create(input: $input)', values, actor);
};
const codeOf = ({ userErrors }: Answer): string => userErrors[0]?.code ?? 'done';
const idOf = ({ trackerConnection }: Answer): string => trackerConnection?.id ?? '';

describe('connections', () => {
  it('show what the tracker needs: where to send, and once what to sign with', async () => {
    const made = await create({ name: ' Ours ', projects: ['acme/shop', ' acme/pay '] });
    expect(made.trackerConnection).toMatchObject({
      ...{ name: 'Ours', baseUrl: 'https://github.com', projects: ['acme/shop', 'acme/pay'] },
      ...{ hookUrl: `${app.url}/hooks/tracker/${idOf(made)}`, version: 1, previousUntil: null },
      ...{ lastDeliveryAt: null, lastError: null, archivedAt: null },
    });
    expect(made.secret).toMatch(/^[\w-]{43}$/);
    const row = await app.platform.database.read.findOneBy(TrackerConnectionEntity, {
      id: idOf(made),
    });
    expect(JSON.stringify(row)).not.toContain(made.secret);
    const list = '{ trackerConnections { id name secret: hookUrl } }';
    expect(JSON.stringify(await askAs(app, admin, list))).not.toContain(made.secret);
    const { auditEntries } = await askAs<{ auditEntries: unknown }>(
      app,
      admin,
      '{ auditEntries(first: 100) { nodes { act subjectId details { name values } } } }',
    );
    expect(JSON.stringify(auditEntries)).toContain(idOf(made));
    expect(JSON.stringify(auditEntries)).not.toContain(made.secret);
    expect((await create({ provider: 'GITLAB' })).secret).toMatch(/^whsec_[\w+/]{43}=$/);
  });

  it('know where the tracker begins, whatever page of it was given', async () => {
    const at = async (provider: string, baseUrl: string) =>
      (await create({ provider, baseUrl })).trackerConnection?.baseUrl;
    expect(await at('GITHUB', 'https://GitHub.com/acme/shop?x#y')).toBe('https://github.com');
    expect(await at('GITLAB', 'https://user:pw@git.example.com/gitlab//')).toBe(
      'https://git.example.com/gitlab',
    );
    expect(await at('JIRA', 'https://acme.atlassian.net/jira/your-work')).toBe(
      'https://acme.atlassian.net',
    );
    expect(await at('JIRA', 'http://jira.example.com:8080/jira')).toBe(
      'http://jira.example.com:8080/jira',
    );
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ baseUrl: 'github.com' }, 'baseUrl'],
    [{ baseUrl: 'ftp://github.com' }, 'baseUrl'],
    [{ baseUrl: `https://github.com/${'x'.repeat(2_048)}` }, 'baseUrl'],
    [{ projects: ['a b'] }, 'projects'],
    [{ projects: ['a\nb'] }, 'projects'],
    [{ projects: Array.from({ length: 201 }, (_, at) => `acme/${at}`) }, 'projects'],
  ])('are refused with %o', async (input, field) => {
    const { userErrors } = await create(input);
    expect(userErrors[0]).toMatchObject({ code: 'VALIDATION' });
    expect(userErrors[0]?.field?.slice(0, 2)).toEqual(['input', field]);
  });

  it('are changed, and a stale change is refused', async () => {
    const id = idOf(await create({ projects: ['acme/shop'] }));
    const change = (input: object) => attempt(`Update(id: "${id}", input: $input)`, input);
    expect((await change({ expectedVersion: 1, projects: null })).trackerConnection).toMatchObject({
      ...{ version: 2, projects: null, name: 'GitHub' },
    });
    const late = await change({ expectedVersion: 1, name: 'Late' });
    expect([codeOf(late), late.trackerConnection?.version]).toEqual(['CONFLICT', 2]);
    expect(codeOf(await change({ baseUrl: 'https://ghe.example.com/' }))).toBe('done');
  });

  it('get another secret; the one before is good for a day', async () => {
    const made = await create();
    const call = (version: number) =>
      attempt(`RotateSecret(id: "${idOf(made)}", expectedVersion: ${version})`);
    const rotated = await call(1);
    expect(rotated.secret).not.toBe(made.secret);
    const until = new Date(clock.now().getTime() + 86_400_000).toISOString();
    expect(rotated.trackerConnection).toMatchObject({ version: 2, previousUntil: until });
    const late = await call(1);
    expect([codeOf(late), late.secret ?? null]).toEqual(['CONFLICT', null]);
  });

  it('are archived for good', async () => {
    const id = idOf(await create({ name: 'A of all' }));
    expect(codeOf(await attempt(`Archive(id: "${id}")`))).toBe('done');
    expect(codeOf(await attempt(`Archive(id: "${id}")`))).toBe('WRONG_STATE');
    expect(codeOf(await attempt(`RotateSecret(id: "${id}")`))).toBe('WRONG_STATE');
    const { trackerConnections } = await askAs<{ trackerConnections: Connection[] }>(
      app,
      admin,
      '{ trackerConnections { id } }',
    );
    expect(trackerConnections.at(-1)?.id).toBe(id);
  });

  it('are for administrators only', async () => {
    const id = idOf(await create());
    expect(codeOf(await create({}, member))).toBe('FORBIDDEN');
    const nowhere = '018f0000-0000-7000-8000-000000000000';
    for (const one of [id, nowhere]) {
      for (const call of [`RotateSecret(id: "${one}")`, `Archive(id: "${one}")`]) {
        expect(codeOf(await attempt(call, undefined, member))).toBe('FORBIDDEN');
      }
    }
    expect(codeOf(await attempt(`Archive(id: "${nowhere}")`))).toBe('NOT_FOUND');
    await expect(askAs(app, member, '{ trackerConnections { id } }')).rejects.toThrow();
  });
});
