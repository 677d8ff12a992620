import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';

import { CredentialEntity } from '../../src/features/identity/credential.entity.js';
import { anAccount, PASSWORD, signedIn } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Refusal } from '../support/client.js';
import { TestBrowser } from '../support/browser.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ as: 'door' });
});
afterAll(async () => {
  await app.close();
});

/** The status of the page where somebody tries to sign in: 303 lets them in. */
async function signIn(email: string | null, password: string): Promise<number> {
  const form = { email: email ?? '', password };
  return (await new TestBrowser(app).post('/sign-in', form)).status;
}

describe('passwords', () => {
  it('are kept as argon2id; one made with less effort is made anew at sign-in', async () => {
    const { id, email } = await anAccount(app, 'Weak');
    const kept = () =>
      app.platform.database.read.findOneByOrFail(CredentialEntity, { personId: id });
    const strong = /^\$argon2id\$v=19\$m=47104,t=1,p=1\$/;
    expect((await kept()).passwordHash).toMatch(strong);
    const weak = await hash(PASSWORD, { memoryCost: 4_096, timeCost: 1, parallelism: 1 });
    await app.write((tx) =>
      tx.db.update(CredentialEntity, { personId: id }, { passwordHash: weak }),
    );
    expect(await signIn(email, 'wrong')).toBe(401);
    expect((await kept()).passwordHash).toBe(weak);
    await signedIn(app, { email });
    expect((await kept()).passwordHash).toMatch(strong);
    await signedIn(app, { email });
  });

  it('are changed by whoever knows the present one, and that ends all other sessions', async () => {
    const person = await anAccount(app, 'Changer');
    const [here, there] = [await signedIn(app, person), await signedIn(app, person)];
    const change = async (currentPassword: string, newPassword: string) => {
      const { data } = await here.graphql<{ passwordChange: { userErrors: Refusal[] } }>(
        `mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) {
          person { name } userErrors { code field message } } }`,
        { input: { currentPassword, newPassword } },
      );
      return data?.passwordChange.userErrors[0];
    };
    const fresh = 'another 石橋 of seven words';
    expect(await change('wrong', fresh)).toMatchObject({
      code: 'UNAUTHENTICATED',
      field: ['input', 'currentPassword'],
    });
    expect(await change(PASSWORD, 'Password1234!')).toMatchObject({
      code: 'VALIDATION',
      field: ['input', 'newPassword'],
      message: expect.stringContaining('first that anybody tries'),
    });
    expect(await there.viewer()).toBe('Changer');
    expect(await change(PASSWORD, fresh)).toBeUndefined();
    expect(await there.viewer()).toBeNull();
    expect(await here.viewer()).toBe('Changer');
    expect(await signIn(person.email, PASSWORD)).toBe(401);
    expect(await signIn(person.email, fresh)).toBe(303);
  });

  it('are the same however the keyboard writes them', async () => {
    const { email } = await anAccount(app, 'Unicode');
    expect(await signIn(email, PASSWORD.normalize('NFD'))).toBe(303);
    expect(await signIn(email, `${PASSWORD} and more`)).toBe(401);
  });
});
