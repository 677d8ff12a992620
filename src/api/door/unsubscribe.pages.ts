import type { Leaving } from '../../features/mail-preference/unsubscribe.service.js';
import { html } from './html.js';
import { page, type Frame } from './page.js';

/** Where somebody leaves a kind of mail. */
export function unsubscribePage(frame: Frame, token: string, { list, person }: Leaving): string {
  const { text } = frame;
  const action = `/unsubscribe?token=${encodeURIComponent(token)}`;
  return page(
    frame,
    text('leaveTitle'),
    html`<p>${text(`leave_${list}`, { email: person.email ?? person.name })}</p>
      <form method="post" action="${action}">
        <button>${text('leave')}</button>
      </form>`,
  );
}

/** That no more of it will come. */
export function leftPage(frame: Frame, { list }: Leaving): string {
  const { text } = frame;
  return page(
    frame,
    text('leftTitle'),
    html`<p class="lead">${text(`left_${list}`)}</p>
      <a class="button second" href="/settings?tab=mail" rel="noreferrer"
        >${text('toSettings')}</a
      >`,
  );
}

/** What a link leads to that is none of ours. */
export function deadUnsubscribePage(frame: Frame): string {
  const { text } = frame;
  return page(
    frame,
    text('deadTitle'),
    html`<p>${text('leaveUnknown')}</p>
      <a class="button second" href="/settings?tab=mail">${text('toSettings')}</a>`,
  );
}
