import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

import { newId } from '../../src/core/ids.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { AuditLog } from '../../src/features/audit/audit-log.service.js';
import { PasswordService } from '../../src/features/identity/password.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAsker, auditProblems, entriesBy, entriesOf, type Asker } from '../support/audit.js';
import { graphql } from '../support/client.js';
import { aCase } from '../support/factory.js';

let app: TestApp;
let schema: GraphQLSchema;
let admin: Asker;
let member: Asker;
beforeAll(async () => {
  app = await startApp({ as: 'door', env: { FUPAN_POINTS_PER_MINUTE: '1000000000' } });
  schema = app.get(GraphQLSchemaHost).schema;
  admin = await anAsker(app, 'ADMIN');
  member = await anAsker(app, 'MEMBER');
});
afterAll(async () => {
  expect(await auditProblems(app)).toEqual([]);
  await app.close();
});

type Data = Record<string, Record<string, unknown> & { userErrors: { code: string }[] }>;

async function ask(asker: Asker | null, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await graphql<Data>(app, query, variables, asker?.headers ?? {});
  return { data, code: errors?.[0]?.extensions.code, requestId: errors?.[0]?.extensions.requestId };
}

const entriesAbout = (asker: Asker | null, query: string, variables?: Record<string, unknown>) =>
  entriesBy(app, () => ask(asker, query, variables));

const CREATE = `mutation ($input: PostmortemCreateInput!) { postmortemCreate(input: $input) {
  postmortem { id key } userErrors { code } } }`;

describe('the audit log', () => {
  it('notes of a mutation who, what, when, from where, and the names of what was given', async () => {
    const entries = await entriesAbout(member, CREATE, {
      input: { title: 'Checkout returned 503', language: 'EN', tags: ['pool'] },
    });
    const begun = Date.now();
    expect(entries).toEqual([
      expect.objectContaining({
        actor: 'PERSON',
        personId: member.id,
        tokenId: member.tokenId,
        sessionId: null,
        address: '127.0.0.1',
        act: 'postmortemCreate',
        subjectType: 'Postmortem',
        subjectKey: expect.stringMatching(/^PM-/),
        outcome: 'DONE',
        code: null,
        detail: { fields: ['title', 'language', 'tags'], language: 'en' },
      }),
    ]);
    const [entry] = entries;
    expect(entry?.caseId).toBe(entry?.subjectId);
    expect(entry?.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(Math.abs((entry?.at.getTime() ?? 0) - begun)).toBeLessThan(60_000);
  });

  it('notes a refused mutation after it was taken back, with the code and what it was about', async () => {
    const { id } = await aCase(app);
    const query = `mutation ($id: ID!) { postmortemPublish(id: $id) { userErrors { code } } }`;
    const [entry, ...others] = await entriesAbout(admin, query, { id });
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      personId: admin.id,
      act: 'postmortemPublish',
      subjectType: 'Postmortem',
      subjectId: id,
      outcome: 'REFUSED',
      code: 'NOT_FOUND',
    });
    const secret = `not an id but ${'prose '.repeat(100)}`;
    const [garbage] = await entriesAbout(member, query, { id: secret });
    expect(garbage).toMatchObject({ subjectId: null, code: 'NOT_FOUND', detail: {} });
  });

  it('notes every mutation of the schema but three, whatever comes of it', async () => {
    // Browsers do these every few seconds, and nobody else sees anything of what they do.
    const unheard = ['caseAttend', 'draftSave', 'draftDiscard'];
    // Signing in is noted by its own name; see below for what the others leave when they succeed.
    const names: Record<string, string> = { sessionCreate: 'signIn' };
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(50);
    const silent: string[] = [];
    for (const field of fields) {
      const given = Object.fromEntries(
        field.args
          .filter(({ type }) => isNonNullType(type))
          .map(({ name, type }) => [name, plausible(type)]),
      );
      const head = field.args
        .filter(({ name }) => name in given)
        .map(({ name, type }) => `$${name}: ${String(type)}`);
      const pass = Object.keys(given).map((name) => `${name}: $${name}`);
      const call = pass.length > 0 ? `(${pass.join(', ')})` : '';
      const query = `mutation ${head.length > 0 ? `(${head.join(', ')})` : ''} {
        ${field.name}${call} { userErrors { code } } }`;
      const acts = (await entriesAbout(admin, query, given)).map(({ act }) => act);
      if (!acts.includes(names[field.name] ?? field.name))
        silent.push(`${field.name}: ${acts.join()}`);
    }
    expect(silent.sort()).toEqual(unheard.map((name) => `${name}: `).sort());
  });

  it('notes what opens its transactions itself when it succeeds', async () => {
    const email = 'ada@example.org';
    const password = 'a kettle full of violets';
    const { id } = await app.write(async (tx) => {
      const person = await app.get(PersonService).create(tx, { name: 'Ada', email, role: 'ADMIN' });
      await app.get(PasswordService).set(tx, person.id, password);
      return person;
    });
    const [signIn] = await entriesAbout(
      null,
      `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { userErrors { code } } }`,
      { input: { email, password } },
    );
    expect(signIn).toMatchObject({ act: 'signIn', subjectId: id, outcome: 'DONE' });
    const imported = await entriesAbout(
      admin,
      `mutation ($input: LibraryImportInput!) { libraryImport(input: $input) { userErrors { code } } }`,
      { input: { files: [{ name: 'a.md', content: '# Title\n\n## Summary\n\nIt broke.\n' }] } },
    );
    expect(imported).toMatchObject([
      { act: 'libraryImport', personId: admin.id, detail: { created: 1 } },
    ]);
  });

  it('notes once what is refused by the scope of a token or the role of a person', async () => {
    const reader = await anAsker(app, 'ADMIN', ['read']);
    const mutation = `mutation { a: teamCreate(input: { key: "a", name: "A" }) { userErrors { code } }
      b: teamCreate(input: { key: "b", name: "B" }) { userErrors { code } } }`;
    expect(await entriesAbout(reader, mutation)).toMatchObject([
      { act: 'teamCreate', code: 'FORBIDDEN', outcome: 'REFUSED', personId: reader.id },
    ]);
    for (const asker of [reader, await anAsker(app, 'MEMBER', ['read'])]) {
      const query = '{ auditEntries { nodes { act } } }';
      const [entry, ...others] = await entriesAbout(asker, query);
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ act: 'auditEntries', code: 'FORBIDDEN', personId: asker.id });
    }
  });

  it('keeps nothing of strangers, who could fill the disk with it', async () => {
    const left = await entriesBy(app, async () => {
      await ask(null, '{ postmortems { totalCount } auditEntries { totalCount } }');
      await ask(
        null,
        'mutation { teamCreate(input: { key: "a", name: "A" }) { userErrors { code } } }',
      );
      await ask(null, 'mutation { sessionEnd { userErrors { code } } }');
      await ask(null, '{ nonsense }');
    });
    expect(left).toEqual([]);
  });

  it('tells no name of a near miss that was reported without one, nor of the attempt', async () => {
    const report = `mutation ($input: NearMissReportInput!) { nearMissReport(input: $input) {
      incident { id } userErrors { code } } }`;
    const unnamed = {
      actor: 'ANONYMOUS',
      personId: null,
      sessionId: null,
      tokenId: null,
      address: null,
      requestId: '',
      act: 'nearMissReport',
    };
    const done = await entriesAbout(member, report, {
      input: { title: 'Almost', summary: '', withoutName: true },
    });
    expect(done).toMatchObject([{ ...unnamed, outcome: 'DONE', subjectType: 'Incident' }]);
    const refused = await entriesAbout(member, report, {
      input: { title: ' ', summary: '', withoutName: true },
    });
    expect(refused).toMatchObject([{ ...unnamed, outcome: 'REFUSED', code: 'VALIDATION' }]);
    const powerless = await anAsker(app, 'MEMBER', ['read', 'restricted']);
    const named = await entriesAbout(powerless, report, {
      input: { title: 'Almost', summary: '', withoutName: false },
    });
    expect(named).toMatchObject([{ personId: powerless.id, code: 'FORBIDDEN' }]);
  });

  it('knows nothing of what was taken back', async () => {
    const audit = app.get(AuditLog);
    const left = await entriesBy(app, async () => {
      const failing = app.write((tx) => {
        audit.note(tx, { act: 'never' });
        throw new Error('taken back');
      });
      await expect(failing).rejects.toThrow('taken back');
    });
    expect(left).toEqual([]);
  });

  it('writes what is noted while a transaction is being finished', async () => {
    const audit = app.get(AuditLog);
    const left = await entriesBy(app, () =>
      app.write((tx) => {
        audit.note(tx, { act: 'first' });
        tx.beforeCommit('second', (last) => {
          audit.note(last, { act: 'second' });
          last.beforeCommit('third', (end) => {
            audit.note(end, { act: 'third' });
            end.beforeCommit('fourth', (over) => {
              audit.note(over, { act: 'fourth' });
              return Promise.resolve();
            });
            return Promise.resolve();
          });
          return Promise.resolve();
        });
        return Promise.resolve();
      }),
    );
    expect(left.map(({ act }) => act)).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('is one chain without a gap, also of many acts at a time', async () => {
    const before = (await entriesOf(app)).length;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(index % 2 === 0 ? member : admin, CREATE, {
          // One in four is refused, which is noted in a transaction of its own.
          input: { title: index % 4 === 0 ? ' ' : `Case ${index}`, language: 'EN' },
        }),
      ),
    );
    const entries = await entriesOf(app);
    expect(entries.length).toBe(before + 20);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.filter(({ outcome }, at) => at >= before && outcome === 'REFUSED').length).toBe(
      5,
    );
    expect(await auditProblems(app)).toEqual([]);
  });

  it('holds nothing that people wrote, and no secret', async () => {
    const canary = 'quokkaleak';
    const { data } = await ask(member, CREATE, {
      input: {
        title: canary,
        summary: canary,
        language: 'EN',
        tags: [canary],
        sections: [{ heading: canary, body: canary }],
      },
    });
    const id = (data?.['postmortemCreate']?.['postmortem'] as { id: string }).id;
    const on = (mutation: string) =>
      ask(member, `mutation { ${mutation} { userErrors { code } } }`);
    await on(`postmortemUpdate(id: "${id}", input: { title: "${canary}", reason: "${canary}" })`);
    await on(`factorCreate(postmortemId: "${id}", input: { kind: TRIGGER, text: "${canary}" })`);
    await on(
      `factorCreate(postmortemId: "${canary}", input: { kind: TRIGGER, text: "${canary}" })`,
    );
    await on(`actionItemCreate(input: { postmortemId: "${id}", title: "${canary}" })`);
    await on(`postmortemPublish(id: "${canary}")`);
    await on(`personCreate(input: { name: "${canary}" })`);
    await on(`nearMissReport(input: { title: "${canary}", summary: "${canary}" })`);
    await on(`sessionCreate(input: { email: "${canary}@example.org", password: "${canary}" })`);
    await on(`passwordChange(input: { currentPassword: "${canary}", newPassword: "${canary}" })`);
    await ask(member, `{ search(query: "${canary}") { nodes { postmortem { title } } } }`);
    await ask({ ...member, headers: { authorization: `Bearer ${canary}` } }, '{ viewer { id } }');
    const rows = await app.platform.database.read.find(AuditEntryEntity);
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(10);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(member.headers['authorization']?.replace('Bearer ', ''));
  });
});

/** Something that the schema takes for a value of this type, about things that are not there. */
function plausible(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [plausible(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, plausible(field.type)]),
    );
  }
  const values: Record<string, unknown> = {
    ID: newId(),
    Int: 1,
    Boolean: false,
    DateTime: '2025-01-01T00:00:00Z',
    Date: '2025-01-01',
  };
  return values[bare.name] ?? `x${newId()}`;
}

describe('the types whose objects show something of a case', () => {
  it('are all watched', () => {
    const ofCase = Object.values(schema.getTypeMap()).filter(
      (type) =>
        isObjectType(type) &&
        !type.name.endsWith('Payload') &&
        Object.values(type.getFields()).some(
          ({ type: each }) =>
            !isListType(getNullableType(each)) && getNamedType(each).name === 'Postmortem',
        ),
    );
    const unwatched = ofCase.filter((type) => isObjectType(type) && !type.isTypeOf);
    // These show no more of it than the case itself, which is watched.
    expect(unwatched.map(({ name }) => name).sort()).toEqual([
      'AuditEntry',
      'PostmortemEdge',
      'Query',
    ]);
  });
});
