import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

const ADVICE = 'advice { kind actionItems { title } }';

interface Advised {
  advice: { kind: string; actionItems: { title: string }[] }[];
}

async function anIncidentCase(kind: 'INCIDENT' | 'DRILL' = 'INCIDENT'): Promise<string> {
  const { id } = await app.write((tx) =>
    app.get(IncidentService).create(tx, { kind, title: 'Checkout down' }),
  );
  return (await aCase(app, { incidentIds: [id] })).id;
}

const propose = (postmortemId: string, title: string, more: object = {}) =>
  app.write((tx) => app.get(ActionItemService).create(tx, { postmortemId, title, ...more }));

async function adviceOf(id: string): Promise<unknown[]> {
  const query = `query ($id: ID!) { postmortem(id: $id) { ${ADVICE} } }`;
  const { postmortem } = await ask<{ postmortem: Advised }>(app, query, { id });
  return postmortem.advice.map(({ kind, actionItems }) => [
    kind,
    ...actionItems.map(({ title }) => title),
  ]);
}

describe('the advice of a case', () => {
  it('follows its incidents and its actions', async () => {
    const id = await anIncidentCase();
    expect(await adviceOf(id)).toEqual([['NO_URGENT_ACTION']]);
    await propose(id, 'Improve monitoring', { priority: 'P2', type: 'INVESTIGATE' });
    expect(await adviceOf(id)).toEqual([
      ['NO_URGENT_ACTION'],
      ['ONLY_INVESTIGATIONS'],
      ['WITHOUT_END', 'Improve monitoring'],
    ]);
    await propose(id, 'Alert at 1,000 entries', { priority: 'P1', type: 'DETECT_FUTURE' });
    expect(await adviceOf(id)).toEqual([['WITHOUT_END', 'Improve monitoring']]);
  });

  it('is milder on a drill', async () => {
    expect(await adviceOf(await anIncidentCase('DRILL'))).toEqual([]);
  });

  it('takes as many statements for one case as for twenty', async () => {
    for (let index = 0; index < 20; index++) {
      await propose(await anIncidentCase(), 'Improve monitoring');
    }
    const list = `query ($first: Int!) { postmortems(first: $first) { nodes { ${ADVICE} } } }`;
    const of = (first: number) => statementsOf(app, () => ask(app, list, { first }));
    const [one, twenty] = [await of(1), await of(20)];
    expect(one.length).toBeGreaterThan(0);
    expect(twenty).toHaveLength(one.length);
  });
});
