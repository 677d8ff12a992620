import type { Role, TokenScope } from '../../src/core/vocabulary.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import type { TestApp } from './app.js';
import { actingAs } from './factory.js';

/** The header of a program that acts for a new person of this role. */
export async function bearer(
  app: TestApp,
  role: Role,
  ...scopes: TokenScope[]
): Promise<Record<'authorization', string>> {
  const person = await app.write((tx) =>
    app.get(PersonService).create(tx, { name: role, email: `${crypto.randomUUID()}@x.org`, role }),
  );
  const input = { personId: person.id, name: 'test', scopes, days: 30 };
  const { token } = await app.write(
    (tx) => app.get(ApiTokenService).create(tx, input),
    actingAs(person, role),
  );
  return { authorization: `Bearer ${token}` };
}
