import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { linksOf } from '../../src/features/case-link/case-link.loaders.js';
import { CaseLinkService } from '../../src/features/case-link/case-link.service.js';
import { oneRevision } from '../../src/features/history/revision.read.js';
import { revisionMarkdown } from '../../src/features/history/revision.loaders.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

interface Link {
  readonly id: string;
  readonly kind: string;
  readonly direction: string;
  readonly postmortem: { readonly id: string };
}
type Answer = Record<string, { caseLink: Link | null; userErrors: Refusal[] }>;

const FIELDS = 'caseLink { id kind direction postmortem { id } } userErrors { code field message }';
const LINK = `mutation ($id: ID!, $input: CaseLinkInput!) {
  caseLink(postmortemId: $id, input: $input) { ${FIELDS} } }`;
const UNLINK = `mutation ($id: ID!) { caseUnlink(id: $id) { ${FIELDS} } }`;
const LINKS = `query ($id: ID!) { postmortem(id: $id) {
  revision links { id kind note direction postmortem { id } } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

async function link(
  id: string,
  input: object,
): Promise<{ caseLink: Link | null; userErrors: Refusal[] }> {
  const { caseLink } = await ask<Answer>(app, LINK, { id, input });
  if (!caseLink) throw new Error('no answer');
  return caseLink;
}

async function linksAt(id: string): Promise<{ revision: number; links: Link[] }> {
  return (await ask<{ postmortem: { revision: number; links: Link[] } }>(app, LINKS, { id }))
    .postmortem;
}

describe('linking cases', () => {
  it('both cases show the link, each with the other one at its end', async () => {
    const [from, to] = [await aCase(app), await aCase(app)];
    const { caseLink } = await link(from.id, {
      toId: to.id,
      kind: 'RELATED',
      note: '同一個連線池',
    });
    expect(caseLink).toMatchObject({ direction: 'OUTGOING', postmortem: { id: to.id } });
    const seen = { id: caseLink?.id, kind: 'RELATED', note: '同一個連線池' };
    expect(await linksAt(from.id)).toEqual({
      revision: 2,
      links: [{ ...seen, direction: 'OUTGOING', postmortem: { id: to.id } }],
    });
    expect(await linksAt(to.id)).toEqual({
      revision: 1,
      links: [{ ...seen, direction: 'INCOMING', postmortem: { id: from.id } }],
    });
    const { caseUnlink } = await ask<Answer>(app, UNLINK, { id: caseLink?.id });
    expect(caseUnlink?.userErrors).toEqual([]);
    expect(await linksAt(from.id)).toEqual({ revision: 3, links: [] });
    expect((await linksAt(to.id)).links).toEqual([]);
  });

  it('a case to itself, to none, and twice in the same way is refused and leaves no trace', async () => {
    const [a, b] = [await aCase(app), await aCase(app)];
    await link(a.id, { toId: b.id, kind: 'DUPLICATE' });
    const attempts = [
      await link(a.id, { toId: a.id, kind: 'RELATED' }),
      await link(a.id, { toId: 'none', kind: 'RELATED' }),
      await link(a.id, { toId: b.id, kind: 'DUPLICATE' }),
      await link(b.id, { toId: a.id, kind: 'DUPLICATE' }),
    ];
    const codes = attempts.map((attempt) => attempt.userErrors[0]?.code);
    expect(codes).toEqual(['VALIDATION', 'NOT_FOUND', 'ALREADY_EXISTS', 'ALREADY_EXISTS']);
    expect(attempts[3]?.userErrors[0]?.message).toContain(a.key);
    expect(await linksAt(a.id)).toMatchObject({ revision: 2, links: [{ kind: 'DUPLICATE' }] });
    expect((await link(b.id, { toId: a.id, kind: 'RELATED' })).userErrors).toEqual([]);
  });

  it('a hidden case leaves no trace: not as a target, not as a link, not in a revision', async () => {
    const reader = await aPerson(app);
    const member = actingAs(reader);
    const [open, hidden] = [await aCase(app), await aCase(app, { visibility: 'RESTRICTED' })];
    const service = app.get(CaseLinkService);
    const made = await app.write((tx) =>
      service.link(tx, open.id, { toId: hidden.id, kind: 'RELATED' }),
    );
    const refusal = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'done',
        (error: unknown) => (error as Error).message,
      );
    const as = (actor: Actor, id: string) =>
      refusal(app.write((tx) => service.link(tx, open.id, { toId: id, kind: 'DUPLICATE' }), actor));
    expect(await as(member, hidden.id)).toBe(await as(member, 'none'));
    const unlink = (id: string) => refusal(app.write((tx) => service.unlink(tx, id), member));
    expect(await unlink(made.id)).toBe(await unlink('none'));
    expect(await as(actingAs(reader, 'VIEWER'), hidden.id)).toContain('FORBIDDEN');

    expect(await linksOf(app.ctx(member)).load(open.id)).toEqual([]);
    expect(await linksOf(app.ctx()).load(open.id)).toHaveLength(1);
    const markdown = async (actor?: Actor): Promise<string> => {
      const ctx = app.ctx(actor);
      const revision = await oneRevision(ctx, open.id, 2);
      return revision ? revisionMarkdown(ctx).load(revision) : '';
    };
    expect(await markdown()).toContain(hidden.key);
    expect(await markdown(member)).toContain(open.key);
    expect(await markdown(member)).not.toContain(hidden.key);
  });

  it('a list of cases takes as many statements for one as for many', async () => {
    const list = `query ($first: Int!) { postmortems(first: $first) { nodes {
      links { kind postmortem { key } } } } }`;
    const hub = await aCase(app);
    for (let index = 0; index < 3; index++) {
      await link((await aCase(app)).id, { toId: hub.id, kind: 'RELATED' });
    }
    // The page, the links, the cases at their ends.
    for (const first of [1, 50]) {
      expect(await statementsOf(app, () => ask(app, list, { first }))).toHaveLength(3);
    }
  });
});
