import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { median, type Figure } from './figures.js';
import { ask, type ServerAddress } from './server.js';

const CASES = 200;
const ACTIONS_EACH = 50;
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-01-05T09:00:00Z');

/** Cases with 10,000 actions of one team, each with a history spread over a year. */
export async function generateActionHistories(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let each = 0; each < CASES; each++) {
    const actions = Array.from({ length: ACTIONS_EACH }, (_, place) =>
      actionText(each * ACTIONS_EACH + place),
    );
    const head = `title: Case ${each} of actions with a history\nstatus: PUBLISHED\nlanguage: en`;
    const text = `---\nfupan: 1\nkey: PM-${20_000 + each}\n${head}\nactions:\n${actions.join('')}---\n`;
    await writeFile(join(folder, `PM-${20_000 + each}.md`), text);
  }
}

/** One action: a third are still open, the others are done or verified. */
function actionText(number: number): string {
  const at = (days: number): string =>
    new Date(BEGIN + ((number * 7) % 300) * DAY_MS + days * DAY_MS).toISOString();
  const dueOn = at(40).slice(0, 10);
  const status = ['IN_PROGRESS', 'DONE', 'VERIFIED'][number % 3] ?? '';
  const later = [
    { days: 30, act: 'COMPLETE', status: 'DONE' },
    { days: 33, act: 'VERIFY', status: 'VERIFIED' },
  ].slice(0, number % 3);
  const events = [
    { days: 0, act: 'CREATE', status: 'PROPOSED', more: ', team: orders' },
    { days: 2, act: 'COMMIT', status: 'COMMITTED', more: `, dueOn: ${dueOn}` },
    { days: 9, act: 'START', status: 'IN_PROGRESS', more: '' },
    ...later.map((event) => ({ ...event, more: '' })),
  ];
  const history = events
    .map(
      ({ days, act, status: now, more }) =>
        `      - { at: ${at(days)}, act: ${act}, status: ${now}${more} }\n`,
    )
    .join('');
  return `  - title: Alert on the wait for a connection, part ${number}
    status: ${status}
    team: orders
    dueOn: ${dueOn}
    history:
${history}`;
}

const QUERY = `query ($week: String!) { digest(teamKey: "orders", week: $week) {
  numbers { open { now before } overdue { now before } done { now before } }
  sections { kind count entries { title day daysLate actionItem { key } owner { name } } } } }`;

const TRENDS = `{ actionTrends(teamKey: "orders", weeks: 52) { ageing { count medianDays bands { overdue } }
  burnUp { week proposed done verified effective } } }`;

/** How long the digest of a week takes whose team has 10,000 actions, and how long a year of their trends. */
export async function measureDigest(server: ServerAddress): Promise<Figure[]> {
  const weeks = Array.from({ length: 20 }, (_, index) => `2026-W${20 + index}`);
  const figure = async (name: string, query: string): Promise<Figure> => {
    const took: number[] = [];
    for (const week of weeks) {
      const began = performance.now();
      await ask(server, query, query === QUERY ? { week } : {});
      took.push(performance.now() - began);
    }
    return { name, value: median(took), unit: 'ms', target: { at: 'most', value: 300 } };
  };
  const actions = `${CASES * ACTIONS_EACH} actions`;
  return [
    await figure(`digest of a week over ${actions}`, QUERY),
    await figure(`trends of 52 weeks over ${actions}`, TRENDS),
  ];
}
