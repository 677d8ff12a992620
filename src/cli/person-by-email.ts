import type { Ctx } from '../core/ctx.js';
import { PersonEntity } from '../features/people/person.entity.js';
import { nobodyHas } from './commands/person.output.js';

/** The person with this e-mail address, in any case. @throws Error in words */
export async function personByEmail(ctx: Ctx, email: string): Promise<PersonEntity> {
  const person = await ctx.db.findOneBy(PersonEntity, { email: email.trim().toLowerCase() });
  if (!person) throw nobodyHas(email);
  return person;
}
