import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { calendarOfTeam } from '../../src/features/work-calendar/work-calendar.loaders.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask } from '../support/client.js';
import { actingAs, aPerson, aTeam } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

interface Refusal {
  readonly code: string;
  readonly field: string[] | null;
}
interface Calendar {
  readonly id: string;
  readonly version: number;
}
interface Answer {
  readonly it: { readonly workCalendar: Calendar | null; readonly userErrors: Refusal[] };
}

let app: TestApp;
let admin: Actor;
let member: Actor;
let lead: Actor;
let leadId: string;
beforeAll(async () => {
  app = await startApp();
  admin = actingAs(await aPerson(app, 'Root'), 'ADMIN');
  member = actingAs(await aPerson(app, 'Ada'));
  ({ id: leadId } = await aPerson(app, '林怡君'));
  lead = actingAs({ id: leadId });
});
afterAll(async () => {
  await app.close();
});

const FIELDS = 'id version name zone weekdays specialDays { from to name isWorked }';

async function keep(
  act: 'Create' | 'Update' | 'Delete',
  variables: { id?: string; input?: object },
  actor = admin,
): Promise<Answer['it']> {
  const takes = [
    ...(variables.id ? [['id', 'ID!']] : []),
    ...(variables.input ? [['input', `WorkCalendar${act}Input!`]] : []),
  ];
  const head = takes.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const call = takes.map(([name]) => `${name}: $${name}`).join(', ');
  const document = `mutation (${head}) { it: workCalendar${act}(${call}) {
    workCalendar { ${FIELDS} } userErrors { code field } } }`;
  return (await askAs<Answer>(app, actor, document, { ...variables })).it;
}

async function calendar(input: object): Promise<Calendar> {
  const { workCalendar, userErrors } = await keep('Create', { input });
  if (!workCalendar) throw new Error(JSON.stringify(userErrors));
  return workCalendar;
}

async function choose(
  actor: Actor,
  what: 'team' | 'organization',
  calendarId: string | null,
  id?: string,
): Promise<unknown> {
  const isTeam = what === 'team';
  const document = isTeam
    ? `mutation ($id: ID!, $input: TeamUpdateInput!) {
        it: teamUpdate(id: $id, input: $input) { it: team { calendar { name } } userErrors { code field } } }`
    : `mutation ($input: OrganizationUpdateInput!) {
        it: organizationUpdate(input: $input) { it: organization { calendar { name } } userErrors { code field } } }`;
  const variables = { ...(isTeam ? { id } : {}), input: { calendarId } };
  const { it: answer } = await askAs<{ it: { it: unknown; userErrors: unknown[] } }>(
    app,
    actor,
    document,
    variables,
  );
  return answer.userErrors[0] ?? answer.it;
}

const SPRING = {
  from: '2026-02-16',
  to: '2026-02-20',
  name: '春節',
  isWorked: false,
};
const MADE_UP = { from: '2026-02-14', to: '2026-02-14', name: '補班', isWorked: true };
const FIRST_TO = ['input', 'specialDays', '0', 'to'];

describe('a calendar', () => {
  it('holds a week, holidays and the days worked in their place, in order', async () => {
    const made = await calendar({
      name: '台北',
      zone: 'Asia/Taipei',
      weekdays: ['FRIDAY', 'MONDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'],
      specialDays: [SPRING, { from: '2026-02-14', name: '補班', isWorked: true }],
    });
    expect(made).toEqual({
      id: made.id,
      version: 1,
      name: '台北',
      zone: 'Asia/Taipei',
      weekdays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
      specialDays: [MADE_UP, SPRING],
    });
    const six = { weekdays: ['SATURDAY'], expectedVersion: 1 };
    const { workCalendar } = await keep('Update', { id: made.id, input: six });
    expect(workCalendar).toMatchObject({ version: 2, weekdays: ['SATURDAY'], zone: 'Asia/Taipei' });
    const late = await keep('Update', { id: made.id, input: { ...six, name: 'late' } });
    expect(late.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it.each([
    ['a zone that is none', { zone: 'Mars/Base' }, ['input', 'zone']],
    ['a week of rest', { weekdays: [] }, ['input', 'weekdays']],
    ['an end before its beginning', { specialDays: [{ ...SPRING, to: '2026-02-15' }] }, FIRST_TO],
    ['a holiday of years', { specialDays: [{ ...SPRING, to: '2027-02-20' }] }, FIRST_TO],
    ['too many', { specialDays: Array(501).fill(SPRING) }, ['input', 'specialDays']],
    ['a long name', { name: 'x'.repeat(201) }, ['input', 'name']],
  ])('is refused with %s', async (_, input, field) => {
    const { userErrors } = await keep('Create', {
      input: { name: 'Odd', zone: 'UTC', ...input },
    });
    expect(userErrors).toEqual([{ code: 'VALIDATION', field }]);
    const { workCalendars } = await askAs<{ workCalendars: { name: string }[] }>(
      app,
      member,
      '{ workCalendars { name } }',
    );
    expect(workCalendars.map(({ name }) => name)).not.toContain('Odd');
  });

  it('is written by administrators only, and its name is taken once', async () => {
    const input = { name: 'Berlin', zone: 'Europe/Berlin' };
    const refused = await keep('Create', { input }, member);
    expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { id } = await calendar(input);
    const again = await keep('Create', { input });
    expect(again.userErrors).toMatchObject([{ code: 'ALREADY_EXISTS' }]);
    expect((await keep('Delete', { id }, lead)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await keep('Delete', { id })).userErrors).toEqual([]);
  });
});

describe('the calendar of a team', () => {
  it('is its own, else that of the organization, else Monday to Friday', async () => {
    const team = await aTeam(app);
    const other = await aTeam(app);
    await app.write((tx) =>
      app.get(TeamService).setMember(tx, team.id, { personId: leadId, role: 'LEAD' }),
    );
    const taipei = await calendar({ name: 'Spring', zone: 'Asia/Taipei', specialDays: [SPRING] });
    const saturdays = await calendar({ name: 'Sat', zone: 'UTC', weekdays: ['SATURDAY'] });
    const next = async (...ids: string[]): Promise<string[]> => {
      const ctx = app.ctx();
      const all = await Promise.all(ids.map((id) => calendarOfTeam(ctx).load(id)));
      return all.map((days) => days.addWorkingDays('2026-02-13', 1));
    };
    expect(await next(team.id, '')).toEqual(['2026-02-16', '2026-02-16']);
    expect(await choose(lead, 'team', taipei.id, other.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await choose(lead, 'team', taipei.id, team.id)).toEqual({
      calendar: { name: 'Spring' },
    });
    expect(await choose(lead, 'organization', saturdays.id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await choose(admin, 'organization', saturdays.id)).toEqual({
      calendar: { name: 'Sat' },
    });
    expect(await next(team.id, other.id, '')).toEqual(['2026-02-23', '2026-02-14', '2026-02-14']);
    const gone = await keep('Delete', { id: taipei.id });
    expect(gone.userErrors).toMatchObject([{ code: 'IN_USE' }]);
    expect(await choose(lead, 'team', null, team.id)).toEqual({ calendar: null });
    expect(await next(team.id)).toEqual(['2026-02-14']);
    expect(await choose(admin, 'organization', null)).toEqual({ calendar: null });
    expect((await keep('Delete', { id: taipei.id })).userErrors).toEqual([]);
    expect(await choose(lead, 'team', taipei.id, team.id)).toEqual({
      code: 'NOT_FOUND',
      field: ['input', 'calendarId'],
    });
  });

  it('takes the same number of statements for one team and for many', async () => {
    const { id } = await calendar({ name: 'Many', zone: 'UTC' });
    for (const team of [await aTeam(app), await aTeam(app), await aTeam(app)]) {
      await choose(admin, 'team', id, team.id);
    }
    const page = (first: number): Promise<unknown> =>
      ask(
        app,
        `{ teams(first: ${first}, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { calendar { name teams { name } } } } }`,
      );
    const one = await statementsOf(app, () => page(1));
    const many = await statementsOf(app, () => page(3));
    expect(many).toHaveLength(one.length);
  });
});
