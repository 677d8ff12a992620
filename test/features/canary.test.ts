import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';

import { isNobody, mayRead } from '../support/authorization-matrix.js';
import {
  allCanaries,
  canariesIn,
  plain,
  send,
  visit,
  type Answer,
} from '../support/schema-walk-answers.js';
import { mutationsWith } from '../support/schema-walk-mutations.js';
import { queriesOf, type Request, type Values } from '../support/schema-walk.js';
import { editionToken } from '../support/world-editions.js';
import { makeWorld, type Caller, type CallerName, type World } from '../support/world.js';
import { withoutCommits } from '../support/without-commits.js';
import {
  canary,
  CASE_NAMES,
  CASE_PLANS,
  directoryName,
  SECRET_CASES,
  worldCase,
  type CaseName,
} from '../support/world-cases.js';

/** The larger run: every request by everybody, and deeper. */
const THOROUGH = process.env['FUPAN_TEST_THOROUGH'] === '1';
const DEPTH = THOROUGH ? 5 : 3;
/** Without it each request is sent by every so-manieth of the callers, another one each time. */
const SHARE = THOROUGH ? 1 : 16;
/** On PostgreSQL it is sent by those between, so that both databases together try as many again. */
const FIRST = !THOROUGH && process.env['FUPAN_TEST_DATABASE'] === 'postgres' ? SHARE / 2 : 0;
const AT_ONCE = 8;
/** What was refused for its size, or is not in the schema, proves nothing. */
const REFUSED = /QUERY_REFUSED|GRAPHQL_|BAD_USER_INPUT/;

let world: World;
/** The same without the restricted cases. */
let without: World;
let schema: GraphQLSchema;
let responses = 0;

beforeAll(async () => {
  [world, without] = [await makeWorld(), await makeWorld({ secrets: false })];
  schema = world.app.get(GraphQLSchemaHost).schema;
}, 60_000);
afterAll(async () => {
  await world.close();
  await without.close();
  process.stdout.write(`canary crawl: ${responses} responses looked through\n`);
});

const hiddenFrom = (caller: CallerName): CaseName[] =>
  CASE_NAMES.filter((name) => !mayRead(caller, name));
const isOutsider = (caller: CallerName): boolean =>
  SECRET_CASES.every((name) => !mayRead(caller, name));

/** What every argument of the schema is tried with. */
function values(): Values {
  const tried: readonly CaseName[] = THOROUGH ? CASE_NAMES : ['published', 'draft', 'restricted'];
  const labels = [...world.ids.keys()];
  const of = (label: string): boolean =>
    tried.some((name) => label.endsWith(` of ${name}`)) || !label.includes(' of ');
  const isState = /^(?!PROPOSED)[A-Z_]+ of /;
  return {
    everywhere: THOROUGH,
    ids: labels.filter((label) => of(label) && !label.startsWith('key ') && !isState.test(label)),
    keys: labels.filter((label) => of(label) && /^key [012] /.test(label)),
    names: ['checkout', 'guild', 'payments', ...tried.map(directoryName)],
    texts: tried.flatMap(textsAbout),
  };
}

/** Ways to search for a case by what only it holds, and for what all of them hold. */
function textsAbout(name: CaseName): string[] {
  const { mark, chinese, key } = CASE_PLANS[name];
  const word = canary(name, 'title');
  return [
    ...[word, `${mark}x`, `${word.slice(0, -2)}${word.slice(-1)}`, `${word} pool`, `"${word}"`],
    ...[`pool -${word}`, `tag:${canary(name, 'tag')}`, `team:${directoryName(name)}`],
    ...[`service:${directoryName(name)}`, canary(name, 'body'), canary(name, 'company')],
    ...[chinese, simplified(chinese), chinese.slice(0, 2), key, 'connction pol', 'conn'],
    ...['connection pool exhausted', '連接池', '', 'severity:sev1', 'status:draft pool'],
  ];
}

function simplified(text: string): string {
  const pairs: Record<string, string> = {
    鱷: '鳄',
    龜: '龟',
    潛: '潜',
    淵: '渊',
    鳳: '凤',
    儀: '仪',
  };
  return [...text].map((char) => pairs[char] ?? char).join('');
}

/** Two worlds that have been asked different things have different things to tell of it. */
const isAboutActs = ({ document }: Request): boolean => /\bauditEntries\b/.test(document);

/** Goes through requests several at a time; with a leak in any of them it tells which and what. */
async function crawl(
  requests: readonly Request[],
  look: (request: Request) => Promise<string[]>,
): Promise<void> {
  const faults: string[] = [];
  for (let at = 0; at < requests.length; at += AT_ONCE) {
    const found = await Promise.all(
      requests.slice(at, at + AT_ONCE).map(async (request) => {
        const [leak] = await look(request);
        return leak === undefined ? [] : [`${request.name}: ${leak}`];
      }),
    );
    faults.push(...found.flat());
  }
  expect(faults.slice(0, 10)).toEqual([]);
}

async function ask(of: World, caller: CallerName, request: Request): Promise<Answer> {
  const answer = await send(of, of.callers[caller], request);
  responses += 1;
  if (answer.status === 429 || answer.status >= 500) {
    throw new Error(`${request.name}: ${answer.status} ${answer.body.slice(0, 500)}`);
  }
  return answer;
}

const callerNames = (): CallerName[] => Object.keys(world.callers) as CallerName[];

describe('what nobody may know of who is not named', () => {
  it('shows in no list of what has been done', async () => {
    const requests = queriesOf(schema, values(), DEPTH).filter(isAboutActs);
    const callers = callerNames().filter((name) => isOutsider(name) && /admin/i.test(name));
    // One after the other, as each is an act itself.
    for (const request of requests) {
      for (const caller of callers) {
        const answer = await ask(world, caller, request);
        const leaks = canariesIn(answer, request, hiddenFrom(caller));
        const other = await ask(without, caller, request);
        expect([request.name, ...leaks]).toEqual([request.name]);
        expect(differences(plain(world, answer), plain(without, other))).toEqual([]);
      }
    }
  }, 600_000);

  it('shows in no answer to any query, and every answer is as if it were not there', async () => {
    const requests = queriesOf(schema, values(), DEPTH);
    const names = callerNames();
    const tasks = requests.flatMap((request, at) =>
      names
        .filter((_, place) => (at + place) % SHARE === FIRST)
        .map((caller) => ({ ...request, name: `${caller}: ${request.name}`, caller })),
    );
    await crawl(tasks, async (request) => {
      const { caller } = request as Request & { caller: CallerName };
      const answer = await ask(world, caller, request);
      if (!isNobody(caller) && REFUSED.test(answer.body)) return [answer.body.slice(0, 300)];
      const leaks = canariesIn(answer, request, hiddenFrom(caller));
      if (leaks.length > 0 || !isOutsider(caller) || isAboutActs(request)) return leaks;
      const other = await ask(without, caller, request);
      return differences(plain(world, answer), plain(without, other));
    });
  }, 1_800_000);

  it('shows in no refusal of a mutation that names it', async () => {
    const tried: readonly CaseName[] = THOROUGH
      ? [...SECRET_CASES, 'draft']
      : ['restricted', 'draft'];
    const labels = [...world.ids.keys()].filter(
      (label) => tried.some((name) => label.endsWith(` of ${name}`)) && !label.startsWith('key '),
    );
    const kinds = labels.filter(
      (label) => THOROUGH || !/^[A-Z_]+ of /.test(label) || /^(PROPOSED|DONE)/.test(label),
    );
    const callers = callerNames().filter(isOutsider);
    const tasks = mutationsWith(schema, kinds, THOROUGH).map((request, at) => ({
      ...request,
      caller: callers[at % callers.length] ?? 'member',
    }));
    await withoutCommits(world.app, () =>
      crawl(tasks, async (request) => {
        const { caller } = request as Request & { caller: CallerName };
        const answer = await ask(world, caller, request);
        return canariesIn(answer, request, hiddenFrom(caller));
      }),
    );
  }, 600_000);

  it('shows on no page', async () => {
    for (const caller of Object.values(world.callers)) {
      for (const path of pages()) {
        const answer = await look(world, caller, path);
        expect([path, canariesIn(answer, { variables: {} }, hiddenFrom(caller.name))]).toEqual([
          path,
          [],
        ]);
      }
    }
  });
});

describe('the crawl', () => {
  it('finds every canary there is, for somebody who may see it', async () => {
    const cast = {
      author: { name: 'author' },
      reviewer: { name: 'reviewer' },
      facilitator: { name: 'facilitator' },
    };
    const everything = CASE_NAMES.flatMap((name) => [
      ...['reason', 'draft', 'draftbase', 'dismissal', 'reviewnotes', 'decision'].map((place) =>
        canary(name, place),
      ),
      ...['edition', 'editiontitle', 'editionheading', 'outeditiontitle'].map((place) =>
        canary(name, place),
      ),
      ...allCanaries(
        JSON.stringify(
          worldCase(
            name,
            cast,
            CASE_NAMES.filter((other) => other !== name).map((to) => ({
              to,
              place: `linkto${to.toLowerCase()}`,
            })),
          ),
        ),
      ),
    ]);
    const seen = new Set<string>();
    const all = {
      ...values(),
      ids: [...world.ids.keys()].filter((label) => !label.startsWith('key ')),
    };
    const requests = queriesOf(schema, all, 2).filter(({ name }) =>
      /^(postmortem|node) /.test(name),
    );
    await crawl(requests, async (request) => {
      for (const word of allCanaries((await ask(world, 'author', request)).body)) seen.add(word);
      return [];
    });
    expect(everything.filter((word) => !seen.has(word))).toEqual([]);
  }, 600_000);
});

async function look(of: World, caller: Caller, path: string): Promise<Answer> {
  responses += 1;
  return visit(of, caller, path);
}

/** Every route of the server, with keys and ids where it takes something. */
function pages(): string[] {
  const printed = world.app.server
    .getHttpAdapter()
    .getInstance()
    .printRoutes({ commonPrefix: false });
  const routes = [...printed.matchAll(/(\/\S*) \(/g)].map(([, path = '']) => path);
  const key = CASE_PLANS.restricted.key;
  return [
    ...routes.map((path) => path.replace(/:\w+|\*/g, key)),
    ...[...SECRET_CASES, 'draft' as const].map((name) => `/public/${editionToken(name)}`),
    ...SECRET_CASES.map((name) => `/attachments/${world.cases[name]?.attachment ?? ''}/x`),
    ...['/', '/nowhere', `/postmortems/${key}`, `/graphql?query={postmortem(key:"${key}"){title}}`],
  ];
}

function differences(here: string, there: string): string[] {
  if (here === there) return [];
  let at = 0;
  while (here[at] === there[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 120);
  return [`with it …${around(here)}… without it …${around(there)}…`];
}
