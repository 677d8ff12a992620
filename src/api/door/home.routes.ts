import { personIdOf } from '../../core/actor.js';
import { AuditLog } from '../../features/audit/audit-log.service.js';
import { sessionsOfPerson } from '../../features/identity/session.loaders.js';
import { SessionService } from '../../features/identity/session.service.js';
import { PersonService } from '../../features/people/person.service.js';
import { GRAPHQL_PATH } from '../route.js';
import type { Door } from './door.js';
import { homePage } from './pages.js';

/** What whoever has signed in finds, as long as there is no web client. */
export function addHome({ http, platform, on, service }: Door): void {
  const people = service(PersonService);
  const sessions = service(SessionService);
  const audit = service(AuditLog);

  http.get(
    '/',
    on(async (visit) => {
      const { ctx } = visit;
      const person = await people.viewer(ctx);
      if (!person) return visit.goTo('/sign-in');
      const others = (await sessionsOfPerson(ctx).load(person.id)).filter(
        (session) => sessions.isLive(ctx, session) && session.id !== ctx.origin.sessionId,
      );
      const api = platform.publicUrl.origin + GRAPHQL_PATH;
      return visit.show(homePage(visit.frameFor(person.locale), person, others.length, api));
    }),
  );

  http.post(
    '/sign-out-elsewhere',
    on(async (visit) => {
      const id = personIdOf(visit.ctx.actor);
      if (id === null) return visit.goTo('/sign-in');
      await platform.database.transaction(visit.ctx, async (tx) => {
        await sessions.revokeOthers(tx);
        audit.note(tx, { act: 'sessionRevokeOthers', subject: { type: 'Person', id } });
      });
      return visit.goTo('/');
    }),
  );
}
