import { PasswordService } from '../../src/features/identity/password.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import type { TestApp } from './app.js';
import { TestBrowser } from './browser.js';

/** A password that nobody guesses. */
export const PASSWORD = 'lantern örbit 清晨 39 gravel';

/** Somebody who can sign in by `PASSWORD`, at their name in lower case. */
export function anAccount(
  app: TestApp,
  name: string,
  role: PersonEntity['role'] = 'MEMBER',
): Promise<PersonEntity> {
  const email = `${name.toLowerCase()}@example.com`;
  return app.write(async (tx) => {
    const person = await app.get(PersonService).create(tx, { name, email, role });
    await app.get(PasswordService).set(tx, person.id, PASSWORD);
    return person;
  });
}

/** A browser in which this person has signed in. */
export async function signedIn(
  app: TestApp,
  { email }: Pick<PersonEntity, 'email'>,
): Promise<TestBrowser> {
  const browser = new TestBrowser(app);
  const { status, html } = await browser.post('/sign-in', {
    email: email ?? '',
    password: PASSWORD,
  });
  if (status !== 303) throw new Error(`could not sign in: ${html}`);
  return browser;
}
