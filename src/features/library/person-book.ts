import { In, IsNull } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { insertRows } from '../../infra/database/insert.js';
import type { IncidentDocument, PersonRef } from '../case-file/case-document.js';
import { PersonEntity } from '../people/person.entity.js';
import { withoutBlanks } from './case-parts.js';

/** The people that some documents name, as the library knows them. */
export interface PersonBook {
  /** The id of a person that was asked for. */
  idOf(ref: PersonRef): string;
  /** The person as the library writes them. */
  refOf(ref: PersonRef): PersonRef;
}

/**
 * Finds people by e-mail address; those without one by their exact name among people without one.
 * Who is not there is made. At most three statements.
 */
export async function openPersonBook(tx: TxCtx, refs: Iterable<PersonRef>): Promise<PersonBook> {
  const wanted = new Map([...refs].map((ref) => [markOf(ref), ref]));
  const known = new Map<string, PersonEntity>();
  const emails = [...wanted.values()].flatMap(({ email }) => email?.toLowerCase() ?? []);
  const names = [...wanted.values()].flatMap(({ name, email }) => (email ? [] : [name]));
  const found = [
    ...(emails.length > 0 ? await tx.db.findBy(PersonEntity, { email: In(emails) }) : []),
    ...(names.length > 0
      ? await tx.db.find(PersonEntity, {
          where: { name: In(names), email: IsNull() },
          // Of two of the same name the later is overwritten, so that the elder is meant.
          order: { id: 'DESC' },
        })
      : []),
  ];
  for (const row of found) known.set(markOf(row), row);
  const now = tx.clock.now();
  const missing = [...wanted].flatMap(([mark, { name, email }]): PersonEntity[] => {
    if (known.has(mark)) return [];
    return [
      {
        id: newId(),
        version: 1,
        name,
        email: email?.toLowerCase() ?? null,
        locale: null,
        zone: null,
        // What somebody may do is never imported: no file makes an administrator.
        role: 'MEMBER',
        createdAt: now,
        archivedAt: null,
      },
    ];
  });
  await insertRows(tx, PersonEntity, missing);
  for (const row of missing) known.set(markOf(row), row);
  const rowOf = (ref: PersonRef): PersonEntity => {
    const row = known.get(markOf(ref));
    if (!row) throw new Error(`nobody has looked up ${ref.name}`);
    return row;
  };
  return {
    idOf: (ref) => rowOf(ref).id,
    refOf: (ref) => {
      const { name, email } = rowOf(ref);
      return withoutBlanks({ name, email });
    },
  };
}

/** The people whom an incident names. */
export function peopleOfIncident({ reporter, responders }: IncidentDocument): PersonRef[] {
  return [...(reporter ? [reporter] : []), ...responders.map(({ person }) => person)];
}

/** Two refs with the same mark are the same person. */
function markOf({ name, email }: { name: string; email?: string | null | undefined }): string {
  return email ? `@${email.toLowerCase()}` : `=${name}`;
}
