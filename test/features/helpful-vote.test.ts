import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, OPERATOR, type Actor } from '../../src/core/actor.js';
import type { TokenScope } from '../../src/core/vocabulary.js';
import { HelpfulVoteEntity } from '../../src/features/helpful-vote/helpful-vote.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { CaseHistory } from '../../src/features/history/case-history.service.js';
import { RevisionEntity } from '../../src/features/history/revision.entity.js';
import { SearchIndexer } from '../../src/features/search/search-indexer.service.js';
import { caughtUp, startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { anAsker, entriesOf } from '../support/audit.js';
import { graphql, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
let ada: Actor;
let lin: Actor;
let viewer: Actor;
beforeAll(async () => {
  app = await startApp();
  ada = actingAs(await aPerson(app, 'Ada'));
  lin = actingAs(await aPerson(app, '林怡君'));
  viewer = actingAs(await aPerson(app, 'Vera'), 'VIEWER');
});
afterAll(async () => {
  await app.close();
});

type Move = 'give' | 'withdraw';
interface Help {
  readonly helpedCount: number;
  readonly viewerWasHelped: boolean;
}
interface Outcome {
  readonly postmortem: Help | null;
  readonly userErrors: readonly Refusal[];
}

const MUTATION = { give: 'helpfulVoteGive', withdraw: 'helpfulVoteWithdraw' } as const;

async function vote(move: Move, actor: Actor, id: string, on = app): Promise<Outcome> {
  const document = `mutation ($id: ID!) { it: ${MUTATION[move]}(postmortemId: $id) {
    postmortem { helpedCount viewerWasHelped } userErrors { code field message } } }`;
  return (await askAs<{ it: Outcome }>(on, actor, document, { id })).it;
}

async function look(actor: Actor, id: string): Promise<Help | null> {
  const document =
    'query ($id: ID!) { postmortem(id: $id) { helpedCount viewerWasHelped updatedAt } }';
  return (await askAs<{ postmortem: Help | null }>(app, actor, document, { id })).postmortem;
}

/** A case that is read by everybody. */
async function aReadCase(title = 'Checkout returned 503', on = app): Promise<string> {
  const { id } = await aCase(on, { title });
  await on.write((tx) => on.get(PostmortemLifecycle).submit(tx, id));
  return id;
}

const rowOf = (id: string): Promise<PostmortemEntity> =>
  app.platform.database.read.findOneByOrFail(PostmortemEntity, { id });

describe('a vote that a case helped', () => {
  it('is given once, however often it is said, and taken back likewise', async () => {
    const id = await aReadCase();
    expect(await look(ada, id)).toMatchObject({ helpedCount: 0, viewerWasHelped: false });
    const given = { postmortem: { helpedCount: 1, viewerWasHelped: true }, userErrors: [] };
    expect(await vote('give', ada, id)).toEqual(given);
    expect(await vote('give', ada, id)).toEqual(given);
    expect(await look(lin, id)).toMatchObject({ helpedCount: 1, viewerWasHelped: false });
    await vote('give', lin, id);
    expect(await look(OPERATOR, id)).toMatchObject({ helpedCount: 2, viewerWasHelped: false });
    const withdrawn = { postmortem: { helpedCount: 1, viewerWasHelped: false }, userErrors: [] };
    expect(await vote('withdraw', ada, id)).toEqual(withdrawn);
    expect(await vote('withdraw', ada, id)).toEqual(withdrawn);
  });

  it('counts once where somebody gives it several times at the same moment', async () => {
    const id = await aReadCase();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => vote('give', ada, id)));
    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await look(ada, id)).toMatchObject({ helpedCount: 1 });
  });

  it('leaves the case as it is: version, revisions and date of change', async () => {
    const id = await aReadCase();
    const before = await rowOf(id);
    const revisions = await app.platform.database.read.countBy(RevisionEntity, {
      postmortemId: id,
    });
    await vote('give', ada, id);
    const { searchStamp, ...after } = await rowOf(id);
    expect(after).toEqual((({ searchStamp: _, ...rest }) => rest)(before));
    expect(searchStamp).toBe(before.searchStamp + 1);
    expect(await app.platform.database.read.countBy(RevisionEntity, { postmortemId: id })).toBe(
      revisions,
    );
    // Said again it is nothing that the index should hear of.
    await vote('give', ada, id);
    expect((await rowOf(id)).searchStamp).toBe(searchStamp);
    // Who edits from before the vote is in nobody's way.
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, {
        title: 'Checkout returned 502',
        expectedVersion: before.version,
      }),
    );
  });

  it('is given by viewers, and by tokens that may write', async () => {
    const id = await aReadCase();
    const by = (scopes: readonly TokenScope[]): Actor =>
      ({ ...ada, scopes: new Set(scopes) }) as Actor;
    expect((await vote('give', viewer, id)).userErrors).toEqual([]);
    expect((await vote('give', by(['read', 'write']), id)).userErrors).toEqual([]);
    await expect(vote('give', by(['read']), id)).rejects.toThrow('FORBIDDEN');
    expect((await vote('give', by(['write']), id)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(await look(ada, id)).toMatchObject({ helpedCount: 2 });
  });

  it('is not given by strangers, or by the program itself', async () => {
    const id = await aReadCase();
    await expect(vote('give', ANONYMOUS, id)).rejects.toThrow('UNAUTHENTICATED');
    expect((await vote('give', OPERATOR, id)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await look(ada, id)).toMatchObject({ helpedCount: 0 });
  });

  it('is not given to a draft, which keeps those from before', async () => {
    const id = await aReadCase();
    await vote('give', ada, id);
    await app.write((tx) => app.get(PostmortemLifecycle).reopen(tx, id));
    const { postmortem, userErrors } = await vote('give', lin, id);
    expect(postmortem).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'WRONG_STATE', field: ['postmortemId'] }]);
    expect(await look(lin, id)).toMatchObject({ helpedCount: 1 });
    expect((await vote('withdraw', ada, id)).postmortem).toMatchObject({ helpedCount: 0 });
  });

  it('is given to a restricted case by its readers; to all others it is not there', async () => {
    const id = await aReadCase();
    await vote('give', viewer, id);
    const reader = (ada as { personId: string }).personId;
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, {
        visibility: 'RESTRICTED',
        readers: [{ personId: reader }],
      }),
    );
    expect((await vote('give', ada, id)).postmortem).toMatchObject({ helpedCount: 2 });
    for (const move of ['give', 'withdraw'] as const) {
      expect((await vote(move, lin, id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      // Nor can they take back what they said while it was open.
      expect((await vote(move, viewer, id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    expect(await look(viewer, id)).toBeNull();
  });

  it('stays when whoever gave it is archived, and goes with them when they are deleted', async () => {
    const id = await aReadCase();
    const gone = await aPerson(app, 'Gone');
    await vote('give', actingAs(gone), id);
    await app.write((tx) => app.get(PersonService).archive(tx, gone.id));
    expect(await look(ada, id)).toMatchObject({ helpedCount: 1 });
    const { searchStamp } = await rowOf(id);
    await app.write((tx) => app.get(PersonService).delete(tx, gone.id));
    expect(await look(ada, id)).toMatchObject({ helpedCount: 0 });
    expect((await rowOf(id)).searchStamp).toBe(searchStamp + 1);
  });

  it('goes with the case', async () => {
    const id = await aReadCase();
    await vote('give', ada, id);
    await app.write((tx) => app.get(PostmortemService).delete(tx, id));
    const votes = app.platform.database.read.countBy(HelpfulVoteEntity, { postmortemId: id });
    expect(await votes).toBe(0);
  });

  it('is counted for a list of cases in one statement', async () => {
    await Promise.all([aReadCase(), aReadCase(), aReadCase()]);
    const list = (first: number) =>
      statementsOf(app, () =>
        graphql(app, `{ postmortems(first: ${first}) { nodes { helpedCount viewerWasHelped } } }`),
      );
    const ofVotes = (statements: readonly string[]) =>
      statements.filter((each) => each.includes('helpful_vote'));
    expect(ofVotes(await list(1))).toHaveLength(1);
    expect(ofVotes(await list(20))).toHaveLength(1);
  });
});

describe('the search for cases', () => {
  /** Two cases that match alike, of which the first helped, and the second came into the index last. */
  async function twoAlike(on: TestApp): Promise<{ helped: string; last: string }> {
    const [helped, last] = [
      await aReadCase('Pulsar stopped', on),
      await aReadCase('Pulsar stopped', on),
    ];
    await caughtUp(on);
    const person = actingAs(await aPerson(on, 'Grace'));
    await vote('give', person, helped, on);
    await on.platform.outbox.drained();
    await on.write((tx) => on.get(CaseHistory).touched(tx, [last]));
    await on.platform.outbox.drained();
    return { helped, last };
  }

  async function search(on: TestApp, query: string): Promise<string[]> {
    const document =
      'query ($query: String!) { search(query: $query) { nodes { postmortem { id } } } }';
    interface Found {
      search: { nodes: { postmortem: { id: string } }[] };
    }
    const { nodes } = (await askAs<Found>(on, OPERATOR, document, { query })).search;
    return nodes.map(({ postmortem }) => postmortem.id);
  }

  it('brings the one that helped first of two that match alike', async () => {
    const { helped, last } = await twoAlike(app);
    expect(await search(app, 'pulsar')).toEqual([helped, last]);
  });

  it('does not where that is switched off, and the audit log alone knows who said what', async () => {
    const other = await startApp({ as: 'door', env: { FUPAN_SEARCH_VOTES: 'off' } });
    try {
      const { helped, last } = await twoAlike(other);
      expect(await search(other, 'pulsar')).toEqual([last, helped]);
      const asker = await anAsker(other, 'MEMBER');
      const document =
        'mutation ($id: ID!) { helpfulVoteGive(postmortemId: $id) { postmortem { helpedCount } } }';
      await graphql(other, document, { id: last }, asker.headers);
      expect((await entriesOf(other)).at(-1)).toMatchObject({
        act: 'helpfulVoteGive',
        personId: asker.id,
        subjectType: 'Postmortem',
        subjectId: last,
      });
    } finally {
      await other.close();
    }
  });

  it('makes up for a vote that an index has missed', async () => {
    const id = await aReadCase();
    await caughtUp(app);
    // As if the index had been put back to what it was before.
    const { searchStamp } = await rowOf(id);
    await vote('give', ada, id);
    await app.platform.outbox.drained();
    await app.write((tx) => tx.db.update(PostmortemEntity, { id }, { searchStamp }));
    const stale = async () =>
      (await app.get(SearchIndexer).differences()).map((each) => 'stale' in each && each.stale);
    expect(await stale()).toEqual([[id]]);
    await app.get(SearchIndexer).reconcile();
    expect(await stale()).toEqual([[]]);
  });
});
