import type { Actor } from '../../src/core/actor.js';
import { CommentEntity, CommentThreadEntity } from '../../src/features/comment/comment.entity.js';
import { CommentThreads } from '../../src/features/comment/comment-thread.service.js';
import type { TestApp } from './app.js';
import type { World } from './world.js';
import { canary, type CaseName } from './world-cases.js';
import { labelsOfEditions } from './world-editions.js';

/**
 * Has the author ask about every case and about a part of it, the reviewer reply, and one of the
 * questions be answered.
 */
export async function discussCases(
  app: TestApp,
  cases: World['cases'],
  author: Actor,
  reviewer: Actor,
): Promise<void> {
  const threads = app.get(CommentThreads);
  for (const [caseName, { postmortem, event }] of Object.entries(cases)) {
    const name = caseName as CaseName;
    const { open, settled } = await app.write(async (tx) => {
      const part = { part: 'TIMELINE_EVENT', partId: event } as const;
      const said = (text: string) => ({ kind: 'QUESTION', text: canary(name, text) }) as const;
      const quote = canary(name, 'quote');
      return {
        open: await threads.create(tx, postmortem, { ...said('question'), ...part, quote }),
        settled: await threads.create(tx, postmortem, {
          ...said('settledquestion'),
          part: 'SECTION',
          heading: canary(name, 'heading'),
        }),
      };
    }, author);
    await app.write(async (tx) => {
      await threads.reply(tx, open.thread.id, { text: canary(name, 'reply') });
      await threads.resolve(tx, settled.thread.id, { answer: canary(name, 'answer') });
    }, reviewer);
  }
}

/** Of every case the thread that is open, what began it, the thread that is settled, and its edition. */
export async function labelsOfComments(
  app: TestApp,
  cases: World['cases'],
): Promise<[string, string][]> {
  const { read } = app.platform.database;
  const of = Object.entries(cases).map(async ([name, { postmortem: postmortemId }]) => {
    const idOf = async (state: 'OPEN' | 'RESOLVED') =>
      (await read.findOneByOrFail(CommentThreadEntity, { postmortemId, state })).id;
    const threadId = await idOf('OPEN');
    const { id } = await read.findOneByOrFail(CommentEntity, { threadId, number: 0 });
    return [
      [`thread of ${name}`, threadId],
      [`settled thread of ${name}`, await idOf('RESOLVED')],
      [`comment of ${name}`, id],
    ] as [string, string][];
  });
  return [...(await Promise.all(of)).flat(), ...(await labelsOfEditions(app, cases))];
}
