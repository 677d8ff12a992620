import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { mutate, rowOf, type Row } from '../support/mutation.js';

const TREE = `query ($id: ID!) { postmortem(id: $id) {
  revision
  factors { text children { text parent { text } children { text } } }
  allFactors { text parent { text } }
} }`;

interface Tree {
  readonly revision: number;
  readonly factors: unknown[];
  readonly allFactors: unknown[];
}

let app: TestApp;
let caseId: string;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  caseId = (await aCase(app)).id;
});
afterAll(async () => {
  await app.close();
});

async function tree(): Promise<Tree> {
  return (await ask<{ postmortem: Tree }>(app, TREE, { id: caseId })).postmortem;
}

const factor = {
  create: (input: object, postmortemId = caseId) =>
    mutate(app, 'factorCreate', 'factor', { postmortemId, input }),
  update: (id: string, input: object) => mutate(app, 'factorUpdate', 'factor', { id, input }),
  delete: (id: string) => mutate(app, 'factorDelete', 'factor', { id }),
};

describe('the factors of a case', () => {
  const KIND = { kind: 'CONTRIBUTING' };

  it('form a tree in which children answer "why?"', async () => {
    const pool = await rowOf(factor.create({ kind: 'ROOT_CAUSE', text: 'pool was full' }));
    const leak = await rowOf(factor.create({ ...KIND, text: 'leak', parentId: pool.id }));
    await factor.create({ ...KIND, text: 'no review', parentId: leak.id, practice: 'P1_1' });
    await factor.create({
      kind: 'TRIGGER',
      text: 'sale',
      category: 'EXTERNAL_EXCESSIVE_FLOW',
      place: 0,
    });
    const { factors, allFactors } = await tree();
    expect(factors).toEqual([
      { text: 'sale', children: [] },
      {
        text: 'pool was full',
        children: [
          { text: 'leak', parent: { text: 'pool was full' }, children: [{ text: 'no review' }] },
        ],
      },
    ]);
    expect(allFactors).toEqual([
      { text: 'sale', parent: null },
      { text: 'pool was full', parent: null },
      { text: 'leak', parent: { text: 'pool was full' } },
      { text: 'no review', parent: { text: 'leak' } },
    ]);
  });

  it('move with all that is under them, and back to the root', async () => {
    const a = await rowOf(factor.create({ ...KIND, text: 'a' }));
    const b = await rowOf(factor.create({ ...KIND, text: 'b' }));
    await factor.create({ ...KIND, text: 'b1', parentId: b.id });
    await factor.update(b.id, { parentId: a.id, category: 'UNKNOWN' });
    expect((await tree()).allFactors).toEqual([
      { text: 'a', parent: null },
      { text: 'b', parent: { text: 'a' } },
      { text: 'b1', parent: { text: 'b' } },
    ]);
    await factor.update(b.id, { parentId: null, place: 0 });
    expect((await tree()).factors).toMatchObject([{ text: 'b' }, { text: 'a' }]);
  });

  it('cannot be among their own causes', async () => {
    const a = await rowOf(factor.create({ ...KIND, text: 'a' }));
    const b = await rowOf(factor.create({ ...KIND, text: 'b', parentId: a.id }));
    for (const parentId of [a.id, b.id]) {
      const { refusal } = await factor.update(a.id, { parentId, text: 'changed' });
      expect(refusal).toMatchObject({ code: 'VALIDATION', field: ['input', 'parentId'] });
      expect(refusal?.message).toContain('own causes');
    }
    expect(await tree()).toMatchObject({ factors: [{ text: 'a' }], revision: 3 });
  });

  it('two moves at the same moment cannot close a ring', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const a = await rowOf(factor.create({ ...KIND, text: 'a' }));
        const b = await rowOf(factor.create({ ...KIND, text: 'b' }));
        return [a.id, b.id] as const;
      }),
    );
    const moves = await Promise.all(
      pairs.flatMap(([a, b]) => [
        factor.update(a, { parentId: b }),
        factor.update(b, { parentId: a }),
      ]),
    );
    expect(moves.filter(({ refusal }) => refusal?.code === 'VALIDATION')).toHaveLength(6);
    expect((await tree()).allFactors).toHaveLength(12);
  });

  it('have a parent of their own case', async () => {
    const elsewhere = await aCase(app);
    const there = await rowOf(factor.create({ ...KIND, text: 'there' }, elsewhere.id));
    const here = await rowOf(factor.create({ ...KIND, text: 'here' }));
    const created = await factor.create({ ...KIND, text: 'x', parentId: there.id });
    const moved = await factor.update(here.id, { parentId: there.id });
    expect([created.refusal?.code, moved.refusal?.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('go with all that is under them', async () => {
    const a = await rowOf(factor.create({ ...KIND, text: 'a' }));
    const b = await rowOf(factor.create({ ...KIND, text: 'b', parentId: a.id }));
    await factor.create({ ...KIND, text: 'c', parentId: b.id });
    await factor.create({ ...KIND, text: 'stays' });
    await factor.delete(a.id);
    expect((await tree()).allFactors).toEqual([{ text: 'stays', parent: null }]);
  });

  it('nest no deeper than a file can hold', async () => {
    let parentId: string | null = null;
    const chain: string[] = [];
    for (let level = 1; level <= 30; level++) {
      const row: Row = await rowOf(factor.create({ ...KIND, text: `${level}`, parentId }));
      parentId = row.id;
      chain.push(row.id);
    }
    expect((await factor.create({ ...KIND, text: '31', parentId })).refusal?.message).toContain(
      '30',
    );
    const pair = await rowOf(factor.create({ ...KIND, text: 'pair' }));
    await factor.create({ ...KIND, text: 'under it', parentId: pair.id });
    expect((await factor.update(pair.id, { parentId: chain[28] })).refusal?.code).toBe(
      'VALIDATION',
    );
    expect((await factor.update(pair.id, { parentId: chain[27] })).refusal).toBeUndefined();
  });
});
