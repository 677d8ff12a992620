import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { MAIL_LISTS } from '../../src/features/mail-preference/mail-choices.js';
import { Unsubscribe } from '../../src/features/mail-preference/unsubscribe.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { anAccount, signedIn } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { entriesBy } from '../support/audit.js';
import { TestBrowser } from '../support/browser.js';
import { actingAs } from '../support/factory.js';
import { send } from '../support/raw-http.js';

let app: TestApp;
let person: PersonEntity;
let count = 0;
beforeAll(async () => {
  app = await startApp({ as: 'door' });
});
beforeEach(async () => {
  person = await anAccount(app, `Reader${++count}`);
});
afterAll(async () => {
  await app.close();
});

interface Preferences {
  version: number;
  digest: boolean;
  reminders: boolean;
  comments: boolean;
  meetings: boolean;
  quietFrom: string;
  quietUntil: string;
}
const CHOICES = 'version digest reminders comments meetings quietFrom quietUntil';

async function preferences(as = person, of = person): Promise<Preferences | null> {
  const role = as.role === 'ADMIN' ? 'ADMIN' : 'MEMBER';
  const query = `query ($id: ID!) { person(id: $id) { mailPreferences { ${CHOICES} } } }`;
  const { person: found } = await askAs<{ person: { mailPreferences: Preferences | null } }>(
    app,
    actingAs(as, role),
    query,
    { id: of.id },
  );
  return found.mailPreferences;
}

const UPDATE = `mutation ($input: MailPreferencesUpdateInput!) { mailPreferencesUpdate(input: $input) {
  mailPreferences { ${CHOICES} } userErrors { code field } } }`;

interface Updated {
  mailPreferences: Preferences | null;
  userErrors: { code: string; field: string[] | null }[];
}

async function update(input: object): Promise<Updated> {
  const browser = await signedIn(app, person);
  const { data, errors } = await browser.graphql<{ mailPreferencesUpdate: Updated }>(UPDATE, {
    input,
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.mailPreferencesUpdate;
}

describe('which mail somebody gets', () => {
  it('is all of it, not by night, until they say otherwise', async () => {
    expect(await preferences()).toEqual({
      version: 0,
      digest: true,
      reminders: true,
      comments: true,
      meetings: true,
      quietFrom: '20:00',
      quietUntil: '08:00',
    });
    const { mailPreferences } = await update({ reminders: false, quietFrom: '18:30' });
    expect(mailPreferences).toMatchObject({ version: 1, digest: true, reminders: false });
    expect(await preferences()).toEqual(mailPreferences);
  });

  it('is refused where it makes no sense, or somebody else was first', async () => {
    for (const quietFrom of ['24:00', '8:00', '08:00:00', '']) {
      const { userErrors } = await update({ quietFrom });
      expect(userErrors).toEqual([{ code: 'VALIDATION', field: ['input', 'quietFrom'] }]);
    }
    await update({ digest: false });
    const { userErrors } = await update({ expectedVersion: 0, digest: true });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await preferences()).toMatchObject({ version: 1, digest: false });
  });

  it('is for themselves and administrators to see', async () => {
    const other = await anAccount(app, `Other${count}`);
    const admin = await anAccount(app, `Admin${count}`, 'ADMIN');
    expect(await preferences(other)).toBeNull();
    expect(await preferences(admin)).toMatchObject({ digest: true });
  });
});

const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '');

describe('leaving a kind of mail', () => {
  it.each(MAIL_LISTS)('of %s takes one click, and opening the link does nothing', async (list) => {
    const path = pathOf(app.get(Unsubscribe).urlFor(person.id, list));
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await send(app, path, { method })).status).toBe(200);
    }
    expect((await preferences())?.[list]).toBe(true);
    const audited = await entriesBy(app, async () => {
      // As mail programs send it: a form of their own, from a server that knows no cookies.
      const { status } = await send(app, path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(status).toBe(200);
    });
    expect(audited).toMatchObject([{ act: 'mailPreferencesUpdate', personId: person.id }]);
    expect((await preferences())?.[list]).toBe(false);
    const others = MAIL_LISTS.filter((each) => each !== list);
    for (const each of others) expect((await preferences())?.[each]).toBe(true);
    // Once more changes nothing, and is no error.
    const again = await entriesBy(app, () => new TestBrowser(app).post(path));
    expect(again).toEqual([]);
  });

  it('speaks their language', async () => {
    await app.write((tx) => app.get(PersonService).update(tx, person.id, { locale: 'zh-Hant' }));
    const path = pathOf(app.get(Unsubscribe).urlFor(person.id, 'digest'));
    expect((await new TestBrowser(app).get(path)).html).toContain('lang="zh-Hant"');
  });

  it('is not possible by a link that was changed, or for somebody who is gone', async () => {
    const path = pathOf(app.get(Unsubscribe).urlFor(person.id, 'digest'));
    const browser = new TestBrowser(app);
    for (let at = path.indexOf('=') + 1; at < path.length; at++) {
      const other = path[at] === 'A' ? 'B' : 'A';
      const forged = path.slice(0, at) + other + path.slice(at + 1);
      if (Buffer.from(forged.split('=')[1] ?? '', 'base64url').equals(tokenBytes(path))) continue;
      expect((await browser.post(forged)).status).toBe(404);
    }
    expect(await preferences()).toMatchObject({ version: 0 });
    await app.write((tx) => app.get(PersonService).archive(tx, person.id));
    expect((await browser.post(path)).status).toBe(404);
  });
});

const tokenBytes = (path: string): Buffer => Buffer.from(path.split('=')[1] ?? '', 'base64url');
