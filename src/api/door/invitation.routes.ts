import { ForbiddenError } from '../../core/errors.js';
import { FirstRun } from '../../features/identity/first-run.service.js';
import { InvitationService } from '../../features/identity/invitation.service.js';
import type { Door } from './door.js';
import { deadLinkPage, invitationPage, setupPage } from './pages.js';

/** No HEAD beside GET: whatever looks at links in passing must not use one up. */
const GET_ONLY = { exposeHeadRoute: false };

/** Where the first administrator makes their account. */
export function addSetup({ http, methods, on, service }: Door): void {
  const firstRun = service(FirstRun);

  http.get(
    '/setup',
    GET_ONLY,
    on(async (visit) => {
      const token = visit.asked('token');
      return (await firstRun.isOpen(visit.ctx, token))
        ? visit.show(setupPage(visit.frame, token, methods))
        : visit.show(deadLinkPage(visit.frame, 'setup'), 404);
    }),
  );

  http.post(
    '/setup',
    on((visit) => {
      const token = visit.sent('token');
      const [name, email] = [visit.sent('name'), visit.sent('email')];
      const input = { name, email, password: visit.sent('password') };
      return visit.enter({
        begin: () => firstRun.setUp(visit.ctx, token, input, visit.userAgent),
        then: '/welcome',
        again: (complaint) => setupPage(visit.frame, token, methods, { name, email, complaint }),
        gone: () => deadLinkPage(visit.frame, 'setup'),
      });
    }),
  );
}

/** Where somebody chooses the password they were invited to; and the door of the demo. */
export function addInvitation({ http, on, service }: Door): void {
  const invitations = service(InvitationService);

  http.get(
    '/invitation',
    GET_ONLY,
    on(async (visit) => {
      const token = visit.asked('token');
      if (await invitations.open(visit.ctx, token, 'SIGN_IN')) {
        if (visit.isPrefetch) throw new ForbiddenError();
        return visit.letIn(await invitations.enter(visit.ctx, token, visit.userAgent), '/');
      }
      const invitation = await invitations.open(visit.ctx, token, 'SET_PASSWORD');
      return invitation
        ? visit.show(invitationPage(visit.frame, token, invitation.person))
        : visit.show(deadLinkPage(visit.frame, 'invitation'), 404);
    }),
  );

  http.post(
    '/invitation',
    on(async (visit) => {
      const token = visit.sent('token');
      const chosen = visit.sent('password');
      const gone = (): string => deadLinkPage(visit.frame, 'invitation');
      const invitation = await invitations.open(visit.ctx, token, 'SET_PASSWORD');
      if (!invitation) return visit.show(gone(), 404);
      return visit.enter({
        begin: () => invitations.accept(visit.ctx, token, chosen, visit.userAgent),
        then: '/',
        again: (complaint) => invitationPage(visit.frame, token, invitation.person, complaint),
        gone,
      });
    }),
  );
}
