import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import fc from 'fast-check';

import { idOf, plain, send } from '../support/schema-walk-answers.js';
import { queriesOf, type Request } from '../support/schema-walk.js';
import { scripts, type Recent, type Step } from '../support/twin-scripts.js';
import { makeWorld, type World } from '../support/world.js';
import { canary, CASE_NAMES } from '../support/world-cases.js';

const THOROUGH = process.env['FUPAN_TEST_THOROUGH'] === '1';
const SCRIPTS = THOROUGH ? 1_000 : 200;
/** The same scripts each time but in the larger run; a failure prints its seed. */
const SEED = THOROUGH ? Date.now() % 2 ** 31 : 20_250_303;

/** A world whose ids get names as scripts make things. */
interface Twin extends World {
  readonly ids: Map<string, string>;
}

/** One with the restricted cases, and one without them. */
let twins: readonly [Twin, Twin];
let requests = 0;

beforeAll(async () => {
  const [one, other] = [await makeWorld(), await makeWorld({ secrets: false })];
  // What is not there has a name too: the log tells administrators what somebody has asked for.
  const names = [...one.ids.keys()];
  const secret = ['recent secret', idOf(one, 'postmortem of restricted')] as const;
  twins = [
    { ...one, ids: new Map([secret, ...one.ids]) },
    { ...other, ids: new Map(names.map((name) => [name, idOf(other, name)])) },
  ];
}, 60_000);
afterAll(async () => {
  for (const twin of twins) await twin.close();
  process.stdout.write(`twin worlds: ${requests} requests to each\n`);
});

/** Every query of the schema, flat: what lies deeper the crawl looks for. */
function queries(): Request[] {
  const { schema } = twins[0].app.get(GraphQLSchemaHost);
  const labels = [...twins[0].ids.keys()];
  const values = {
    everywhere: false,
    ids: labels.filter((label) => !label.startsWith('key ') && !/^(?!DONE)[A-Z_]+ of/.test(label)),
    keys: labels.filter((label) => /^key [012] /.test(label)),
    names: ['checkout', 'guild'],
    texts: ['', 'connection pool', ...CASE_NAMES.map((name) => canary(name, 'title'))],
  };
  return queriesOf(schema, values, 1);
}

async function take(twin: Twin, { caller, request, makes }: Step): Promise<string> {
  const answer = await send(twin, twin.callers[caller], request);
  await twin.app.platform.outbox.drained();
  const made = makes && /"made":\{"id":"([^"]+)"/.exec(answer.body)?.[1];
  const text = plain(twin, answer);
  if (made !== undefined) twin.ids.set(`recent ${makes}`, made);
  return text;
}

/** What a script may name before one has made such a thing. */
const FIRST: Readonly<Record<Exclude<Recent, 'secret'>, string>> = {
  postmortem: 'postmortem of published',
  incident: 'incident of published',
  item: 'DONE of published',
  service: 'service checkout',
  person: 'person member',
};

/** Where two answers part, if they do. */
function difference(here: string, there: string): string | undefined {
  if (here === there) return undefined;
  let at = 0;
  while (here[at] === there[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 300), at + 300);
  return `with them …${around(here)}… without them …${around(there)}…`;
}

describe('twin worlds, one with restricted cases and one without', () => {
  it('answer somebody who may not know of them alike, whatever they ask and do', async () => {
    for (const twin of twins) {
      for (const [kind, label] of Object.entries(FIRST)) {
        twin.ids.set(`recent ${kind}`, idOf(twin, label));
      }
    }
    const property = fc.asyncProperty(scripts(queries()), async (steps) => {
      for (const step of steps) {
        // Time passes, so that nothing is made at the same moment as something else.
        for (const { clock } of twins) clock.pass(1 / 3_600);
        if (step.isInside) {
          await take(twins[0], step);
          continue;
        }
        const [here, there] = [await take(twins[0], step), await take(twins[1], step)];
        requests += 1;
        expect([step.caller, step.request.name, difference(here, there)]).toEqual([
          ...[step.caller, step.request.name, undefined],
        ]);
      }
    });
    // What a script has made stays for those after it, in both worlds.
    await fc.assert(property, { numRuns: SCRIPTS, seed: SEED });
  }, 1_800_000);
});
