import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotFoundException } from '@nestjs/common';
import fastifyStatic from '@fastify/static';

import { personIdOf } from '../../core/actor.js';
import { PersonService } from '../../features/people/person.service.js';
import { ASSETS_PATH, wantsPage } from '../route.js';
import type { Door } from './door.js';
import { signInPath } from './local-path.js';
import type { Visit } from './visit.js';

/** Where `npm run build` puts the web client, seen from the built program. */
export const CLIENT_ROOT = fileURLToPath(new URL('../../../web/', import.meta.url));

/**
 * Serves the web client: its files, and for every address that nothing else answers its one page,
 * which then shows the right screen. Whoever has not signed in is sent to do so, and comes back.
 * @param root the folder of the built client
 */
export function addClient({ http, platform, on, service }: Door, root: string): void {
  const people = service(PersonService);
  const assets = join(root, 'assets');
  const file = join(root, 'index.html');
  const page = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (page === null) {
    platform.log.warn({ root }, 'the web client has not been built: run npm run build');
  } else {
    void http.register(fastifyStatic, {
      root: assets,
      prefix: ASSETS_PATH,
      index: false,
      // Their names change with what is in them.
      immutable: true,
      maxAge: '1y',
      preCompressed: true,
      decorateReply: false,
    });
  }

  const show = async (visit: Visit) => {
    if (personIdOf(visit.ctx.actor) === null) return visit.goTo(signInPath(visit.here));
    if (page === null) throw new NotFoundException();
    const person = await people.viewer(visit.ctx);
    const { locale, isReadable } = visit.frameFor(person?.locale ?? null);
    // Whose page it is, before anything has been asked: what they have typed is kept for them alone.
    const whose = person ? ` data-person="${person.id}"` : '';
    const attributes = `lang="${locale}"${whose}${isReadable ? ' data-insecure' : ''}`;
    return visit.show(page.replace('lang="en"', attributes));
  };
  http.get('/', on(show));
  http.get('/*', async (request, reply) => {
    if (!wantsPage(request)) throw new NotFoundException();
    return on(show)(request, reply);
  });
}
