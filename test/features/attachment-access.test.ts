import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { HTTP_STATUS } from '../../src/api/http-status.js';
import { PNG } from '../support/attachments.js';
import {
  isNobody,
  mayRead,
  writesCase,
  type Outcome,
  type Rule,
} from '../support/authorization-matrix.js';
import { canariesIn, idOf, plain, visit, type Answer } from '../support/schema-walk-answers.js';
import { withoutCommits } from '../support/without-commits.js';
import { makeWorld, type CallerName, type World } from '../support/world.js';
import { CASE_NAMES, type CaseName } from '../support/world-cases.js';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 60_000);
afterAll(async () => {
  await world.close();
});

const readsFile: Rule = (caller, name) => {
  if (isNobody(caller)) return 'UNAUTHENTICATED';
  return name !== null && mayRead(caller, name) ? 'OK' : 'NOT_FOUND';
};

/** Tries something with the case of everybody, and with none; returns what was not as expected. */
async function faultsOf(
  may: Rule,
  status: (outcome: Outcome) => number,
  attempt: (caller: CallerName, name: CaseName | 'nowhere') => Promise<Answer>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const caller of Object.keys(world.callers) as CallerName[]) {
    const ofNothing = await attempt(caller, 'nowhere');
    for (const name of CASE_NAMES) {
      const answer = await attempt(caller, name);
      const expected = status(may(caller, name));
      const told = canariesIn(answer, { variables: {} }, mayRead(caller, name) ? [] : [name]);
      if (answer.status !== expected || told.length > 0) {
        faults.push(`${name} by ${caller}: ${answer.status}, not ${expected} ${told.join()}`);
      } else if (expected === 404 && plain(world, answer) !== plain(world, ofNothing)) {
        faults.push(`${name} by ${caller}: is not refused as what is not there`);
      }
    }
  }
  return faults;
}

it('a file is served to whoever may read its case, and for others not there', async () => {
  const faults = await faultsOf(
    readsFile,
    (outcome) => (outcome === 'OK' ? 200 : HTTP_STATUS[outcome]),
    (caller, name) => {
      const id = idOf(world, `attachment of ${name}`);
      return visit(world, world.callers[caller], `/attachments/${id}/x`);
    },
  );
  expect(faults).toEqual([]);
}, 120_000);

it('a file is taken from whoever may write the case, and for others it is not there', async () => {
  let faults: string[] = [];
  await withoutCommits(world.app, async () => {
    faults = await faultsOf(
      writesCase,
      (outcome) => (outcome === 'OK' ? 201 : HTTP_STATUS[outcome]),
      (caller, name) => {
        const id = idOf(world, `postmortem of ${name}`);
        const path = `/attachments?postmortem=${id}&name=x`;
        const body = new Uint8Array(PNG);
        return visit(world, world.callers[caller], path, { method: 'POST', body });
      },
    );
  });
  expect(faults).toEqual([]);
}, 120_000);
