import { personIdOf } from '../../core/actor.js';
import { SessionService } from '../../features/identity/session.service.js';
import { SignIn } from '../../features/identity/sign-in.service.js';
import type { Door } from './door.js';
import { localPath } from './local-path.js';
import { signInPage } from './pages.js';

/** Signing in by password, and out. */
export function addSignIn({ http, platform, methods, on, service }: Door): void {
  const signIn = service(SignIn);
  const sessions = service(SessionService);

  http.get(
    '/sign-in',
    on((visit) => {
      const next = localPath(visit.asked('next'));
      if (personIdOf(visit.ctx.actor) !== null) return visit.goTo(next ?? '/');
      return visit.show(signInPage(visit.frame, methods, next, { complaint: visit.refused }));
    }),
  );

  http.post(
    '/sign-in',
    on((visit) => {
      const next = localPath(visit.sent('next'));
      const email = visit.sent('email');
      const input = { email, password: visit.sent('password') };
      return visit.enter({
        begin: () => signIn.withPassword(visit.ctx, input, visit.userAgent),
        then: next ?? '/',
        again: (complaint) => signInPage(visit.frame, methods, next, { email, complaint }),
      });
    }),
  );

  http.post(
    '/sign-out',
    on(async (visit) => {
      if (visit.ctx.origin.sessionId !== undefined) {
        await platform.database.transaction(visit.ctx, (tx) => sessions.end(tx));
      }
      return visit.letOut('/sign-in');
    }),
  );
}
