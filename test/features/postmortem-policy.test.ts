import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, hasScope, OPERATOR, type Actor } from '../../src/core/actor.js';
import type { TxCtx } from '../../src/core/ctx.js';
import { newId } from '../../src/core/ids.js';
import {
  POSTMORTEM_STATUSES,
  ROLES,
  VISIBILITIES,
  type PostmortemStatus,
  type Visibility,
} from '../../src/core/vocabulary.js';
import { IncidentEntity } from '../../src/features/incident/incident.entity.js';
import { mayIncident, onlyReadableIncidents } from '../../src/features/incident/incident.policy.js';
import { TeamMemberEntity } from '../../src/features/people/team.entity.js';
import { CaseAccess } from '../../src/features/postmortem/case-access.service.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
} from '../../src/features/postmortem/postmortem.entity.js';
import {
  mayPostmortem,
  onlyReadable,
  type PostmortemFacts,
} from '../../src/features/postmortem/postmortem.policy.js';
import { PostmortemReaderEntity } from '../../src/features/postmortem/reader.entity.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { startApp, type TestApp } from '../support/app.js';
import { aPerson, aTeam } from '../support/factory.js';

const PARTS = ['NOBODY', 'AUTHOR', 'REVIEWER', 'FACILITATOR'] as const;
const GRANTS = ['NONE', 'PERSON', 'TEAM', 'SOMEBODY_ELSE', 'ANOTHER_TEAM'] as const;

/** A case of one combination, what it is to the reader, and an incident that it alone is about. */
interface Sample {
  readonly row: PostmortemEntity;
  readonly incidentId: string;
  readonly facts: PostmortemFacts;
}

let app: TestApp;
let reader = '';
const samples: Sample[] = [];
/** An incident about which there is an open draft and a restricted case, of which the reader may read none. */
let mixed = '';

beforeAll(async () => {
  app = await startApp();
  const [me, other, mine, theirs] = [
    await aPerson(app),
    await aPerson(app, 'Somebody else'),
    await aTeam(app),
    await aTeam(app, 'Another'),
  ];
  reader = me.id;
  await app.write(async (tx) => {
    await insertRows(tx, TeamMemberEntity, [
      { teamId: mine.id, personId: me.id, role: 'MEMBER' },
      { teamId: theirs.id, personId: other.id, role: 'LEAD' },
    ]);
    const readers = {
      NONE: undefined,
      PERSON: { personId: me.id, teamId: null },
      TEAM: { personId: null, teamId: mine.id },
      SOMEBODY_ELSE: { personId: other.id, teamId: null },
      ANOTHER_TEAM: { personId: null, teamId: theirs.id },
    };
    for (const visibility of VISIBILITIES)
      for (const status of POSTMORTEM_STATUSES)
        for (const part of PARTS)
          for (const grant of GRANTS) {
            const row = await aRow(tx, visibility, status, part === 'FACILITATOR' ? me.id : null);
            const postmortemId = row.id;
            const id = newId();
            // Somebody else is always an author, so that a test for anybody would show.
            await insertRows(tx, PostmortemPersonEntity, [
              { id: newId(), postmortemId, personId: other.id, position: 0, role: 'AUTHOR' },
              ...(part === 'AUTHOR' || part === 'REVIEWER'
                ? [{ id, postmortemId, personId: me.id, position: 1, role: part }]
                : []),
            ]);
            const named = readers[grant];
            if (named) {
              const granted = { id: newId(), postmortemId, position: 0, ...named };
              await insertRows(tx, PostmortemReaderEntity, [granted]);
            }
            const incidentId = await anIncident(tx, [postmortemId]);
            const facts = {
              visibility,
              status,
              involved: part !== 'NOBODY',
              granted: grant === 'PERSON' || grant === 'TEAM',
              answers: part === 'AUTHOR' || part === 'FACILITATOR',
              reviews: part !== 'AUTHOR',
            };
            samples.push({ row, incidentId, facts });
          }
    const hidden = [
      await aRow(tx, 'ORGANIZATION', 'DRAFT', null),
      await aRow(tx, 'RESTRICTED', 'PUBLISHED', null),
    ];
    mixed = await anIncident(
      tx,
      hidden.map(({ id }) => id),
    );
  });
});
afterAll(async () => {
  await app.close();
});

let number = 0;

async function aRow(
  tx: TxCtx,
  visibility: Visibility,
  status: PostmortemStatus,
  facilitatorId: string | null,
): Promise<PostmortemEntity> {
  number += 1;
  const now = tx.clock.now();
  const row: PostmortemEntity = {
    ...{ id: newId(), version: 1, revision: 0, searchStamp: 0, key: `PM-${number}`, number },
    ...{ title: 'T', summary: '', status, visibility, language: 'en', template: null },
    ...{ facilitatorId, source: null, extra: null, importIdentity: null, importDigest: null },
    ...{ createdAt: now, updatedAt: now, publishedAt: null },
  };
  await insertRows(tx, PostmortemEntity, [row]);
  return row;
}

async function anIncident(tx: TxCtx, postmortemIds: readonly string[]): Promise<string> {
  number += 1;
  const id = newId();
  const now = tx.clock.now();
  await insertRows(tx, IncidentEntity, [
    {
      ...{ id, version: 1, key: `INC-${number}`, number, title: 'T', summary: '' },
      ...{ kind: 'INCIDENT', severity: null, status: 'CLOSED', startedAt: null, detectedAt: null },
      ...{ acknowledgedAt: null, identifiedAt: null, mitigatedAt: null, resolvedAt: null },
      ...{ verifiedAt: null, reporterId: null, createdAt: now, updatedAt: now },
    },
  ]);
  const links = postmortemIds.map((postmortemId) => ({
    postmortemId,
    incidentId: id,
    position: 0,
  }));
  await insertRows(tx, PostmortemIncidentEntity, links);
  return id;
}

/** Everybody who can ask: the operator, nobody, and the reader in each role, by session and by each kind of token. */
function everybody(): Actor[] {
  const scopes = [
    undefined,
    ['read'],
    ['write', 'admin', 'restricted'],
    ['read', 'restricted'],
    ['read', 'write'],
    ['read', 'write', 'admin', 'restricted'],
  ] as const;
  return [
    OPERATOR,
    ANONYMOUS,
    ...ROLES.flatMap((role) =>
      scopes.flatMap((some) =>
        [false, true].map((readsDrafts): Actor => {
          const person = { kind: 'person', personId: reader, role, readsDrafts } as const;
          return some === undefined ? person : { ...person, scopes: new Set(some) };
        }),
      ),
    ),
  ];
}

const nameOf = (actor: Actor): string =>
  actor.kind === 'person'
    ? `${actor.role} ${[...(actor.scopes ?? ['session'])].join()} ${actor.readsDrafts}`
    : actor.kind;

describe('who may read a case', () => {
  it('is the same to the policy and to the database, in every combination', async () => {
    for (const actor of everybody()) {
      const query = app.platform.database.read.createQueryBuilder(PostmortemEntity, 'p');
      const rows = await onlyReadable(query, actor, 'p').getMany();
      const listed = new Set(rows.map(({ id }) => id));
      for (const { row, facts } of samples) {
        const combination = { actor: nameOf(actor), ...facts };
        const readable = mayPostmortem(actor, 'read', facts);
        expect({ ...combination, readable: listed.has(row.id) }).toEqual({
          ...combination,
          readable,
        });
      }
    }
  });

  it('is the same to whoever asks for one case, for each act', async () => {
    const access = app.get(CaseAccess);
    const acts = ['read', 'edit', 'share', 'delete'] as const;
    const actors = everybody().filter((actor) => hasScope(actor, 'read'));
    for (const [index, { row, facts }] of samples.entries()) {
      // Not each for each: the one statement more or less has been looked at above.
      for (const actor of actors.filter((_, at) => at % 7 === index % 7)) {
        for (const act of acts) {
          const combination = { actor: nameOf(actor), act, ...facts };
          const expected = !mayPostmortem(actor, 'read', facts)
            ? 'NOT_FOUND'
            : mayPostmortem(actor, act, facts)
              ? 'done'
              : 'FORBIDDEN';
          const outcome = await access.require(app.ctx(actor), act, row.id).then(
            () => 'done',
            (error: unknown) => (error as { code: string }).code,
          );
          expect({ ...combination, outcome }).toEqual({ ...combination, outcome: expected });
        }
      }
    }
  });

  it('is everybody named on it, whatever their role, and never an administrator as such', () => {
    const restricted = { visibility: 'RESTRICTED', status: 'PUBLISHED' } as const;
    const stranger = { involved: false, granted: false, answers: false, reviews: true };
    const admin: Actor = { kind: 'person', personId: reader, role: 'ADMIN' };
    const viewer: Actor = { kind: 'person', personId: reader, role: 'VIEWER' };
    expect(mayPostmortem(admin, 'read', { ...restricted, ...stranger })).toBe(false);
    expect(mayPostmortem(viewer, 'read', { ...restricted, ...stranger, granted: true })).toBe(true);
    const draft = { visibility: 'ORGANIZATION', status: 'DRAFT' } as const;
    expect(mayPostmortem(admin, 'read', { ...draft, ...stranger, granted: true })).toBe(false);
    expect(mayPostmortem(viewer, 'read', { ...draft, ...stranger, involved: true })).toBe(true);
  });
});

describe('who may read an incident', () => {
  it('is the same to the policy and to the database', async () => {
    for (const actor of everybody()) {
      const query = app.platform.database.read.createQueryBuilder(IncidentEntity, 'i');
      const rows = await onlyReadableIncidents(query, actor, 'i').getMany();
      const listed = new Set(rows.map(({ id }) => id));
      for (const { incidentId, facts } of samples) {
        const combination = { actor: nameOf(actor), ...facts };
        const readable = mayIncident(actor, 'read', {
          confidential: facts.visibility === 'RESTRICTED',
          readable: mayPostmortem(actor, 'read', facts),
        });
        expect({ ...combination, readable: listed.has(incidentId) }).toEqual({
          ...combination,
          readable,
        });
      }
      // A draft for the organization keeps nothing secret, nor does the restricted case beside it.
      expect(listed.has(mixed)).toBe(hasScope(actor, 'read'));
    }
  });
});
