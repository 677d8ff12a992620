import {
  Unsubscribe,
  UNSUBSCRIBE_PATH,
  type Leaving,
} from '../../features/mail-preference/unsubscribe.service.js';
import { deadUnsubscribePage, leftPage, unsubscribePage } from './unsubscribe.pages.js';
import type { Door } from './door.js';
import { FORM_BYTES } from './form.js';
import type { Frame } from './page.js';
import type { Visit } from './visit.js';

/**
 * Where people leave a kind of mail. To open the link changes nothing; the button of the page does,
 * and so does whoever shows the mail, by a form of their own (RFC 8058).
 */
export function addUnsubscribe({ http, on, service }: Door): void {
  const unsubscribe = service(Unsubscribe);

  http.get(
    UNSUBSCRIBE_PATH,
    on(async (visit) => {
      const token = visit.asked('token');
      const leaving = await unsubscribe.find(visit.ctx, token);
      if (leaving === null) return visit.show(deadUnsubscribePage(visit.frame), 404);
      const frame = frameOf(visit, leaving);
      return visit.show(
        leaving.hasLeft ? leftPage(frame, leaving) : unsubscribePage(frame, token, leaving),
      );
    }),
  );

  void http.register((forms, _options, ready) => {
    forms.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      // What it says is known: the address tells the rest.
      (_request, _body, done) => {
        done(null, '');
      },
    );
    forms.post(
      UNSUBSCRIBE_PATH,
      on(async (visit) => {
        const leaving = await unsubscribe.find(visit.ctx, visit.asked('token'));
        if (leaving === null) return visit.show(deadUnsubscribePage(visit.frame), 404);
        await unsubscribe.leave(visit.ctx, leaving);
        return visit.show(leftPage(frameOf(visit, leaving), leaving));
      }),
    );
    ready();
  });
}

const frameOf = (visit: Visit, { person }: Leaving): Frame => visit.frameFor(person.locale);
