import { newId } from '../../src/core/ids.js';
import type { Actor } from '../../src/core/actor.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import type { TeamEntity } from '../../src/features/people/team.entity.js';
import { TeamService } from '../../src/features/people/team.service.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import {
  PostmortemService,
  type PostmortemCreate,
} from '../../src/features/postmortem/postmortem.service.js';
import type { TestApp } from './app.js';

/** A case as a test needs it: what is not said is filled in. */
export function aCase(
  app: TestApp,
  input: Partial<PostmortemCreate> = {},
  actor?: Actor,
): Promise<PostmortemEntity> {
  const values = { title: 'Checkout returned 503', language: 'en', ...input } as const;
  return app.write((tx) => app.get(PostmortemService).create(tx, values), actor);
}

export function aPerson(app: TestApp, name = '林怡君'): Promise<PersonEntity> {
  return app.write((tx) => app.get(PersonService).create(tx, { name }));
}

export function aTeam(app: TestApp, name = 'Payments'): Promise<TeamEntity> {
  const key = `team-${newId()}`;
  return app.write((tx) => app.get(TeamService).create(tx, { key, name }));
}

/**
 * Somebody who may do what their role allows, in a library whose drafts are open: the cases of a
 * test are drafts, and who reads drafts is for tests of its own.
 */
export function actingAs(
  person: { readonly id: string },
  role: 'ADMIN' | 'MEMBER' | 'VIEWER' = 'MEMBER',
): Actor {
  return { kind: 'person', personId: person.id, role, readsDrafts: true };
}
