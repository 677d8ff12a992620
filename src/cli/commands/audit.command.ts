import { setImmediate as breathe } from 'node:timers/promises';

import type { AuditEntryEntity } from '../../features/audit/audit-entry.entity.js';
import { AuditList } from '../../features/audit/audit.read.js';
import { personById } from '../../features/people/people.loaders.js';
import { EXIT, type Command } from '../command-app.js';
import { personByEmail } from '../person-by-email.js';
import { printEntry, type AuditArguments, type ShownPerson } from './audit.output.js';

/** Prints the audit log as lines of JSON, oldest first. */
export function auditCommand({ since, until, act, person }: AuditArguments): Command {
  return async (io, app) => {
    const list = await app.get(AuditList);
    const ctx = await app.ctx(io);
    const filter = {
      ...(since ? { after: since } : {}),
      ...(until ? { before: until } : {}),
      ...(act ? { act } : {}),
      ...(person === undefined ? {} : { personId: (await personByEmail(ctx, person)).id }),
    };
    for await (const entries of list.all(ctx, filter)) {
      if (io.signal.aborted) return EXIT.interrupted;
      const people = await Promise.all(
        entries.map(async ({ personId }) =>
          personId === null ? null : personById(ctx).load(personId),
        ),
      );
      entries.forEach((entry, index) => {
        printEntry(io, lineOf(entry, people[index] ?? null));
      });
      // What was written goes out before more is read.
      await breathe();
    }
    return EXIT.success;
  };
}

/** The row as it is, but for the name of whoever did it. */
function lineOf(entry: AuditEntryEntity, person: ShownPerson | null): object {
  const { seq, at, actor, personId, ...rest } = entry;
  const who = person && { name: person.name, email: person.email };
  return { seq, at, actor, personId, person: who, ...rest };
}
