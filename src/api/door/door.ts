import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { answerError } from '../http-error.filter.js';
import type { Platform } from '../platform.js';
import { addAnswer } from './answer.routes.js';
import { addClient } from './client.routes.js';
import { FORM_BYTES } from './form.js';
import { addInvitation, addSetup } from './invitation.routes.js';
import { addLanguage } from './language.routes.js';
import { addOidc } from './oidc.routes.js';
import { STYLE_PATH } from './page.js';
import type { Methods } from './pages.js';
import { addSignIn } from './sign-in.routes.js';
import { STYLE } from './style.js';
import { addUnsubscribe } from './unsubscribe.routes.js';
import { Visit } from './visit.js';

/** What routes of pages are added to. */
export interface Door {
  readonly http: FastifyInstance;
  readonly platform: Platform;
  readonly methods: Methods;
  readonly service: <Service>(type: abstract new (...args: never[]) => Service) => Service;
  /** Makes a handler of a route. */
  readonly on: (
    answer: (visit: Visit) => FastifyReply | Promise<FastifyReply>,
  ) => (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;
}

/**
 * Adds what browsers are shown: the pages by which people come in, plain HTML that needs no script,
 * and the web client behind them.
 */
export function addDoor(
  root: FastifyInstance,
  app: NestFastifyApplication,
  platform: Platform,
  clientRoot: string,
): void {
  const { password, oidc } = platform.config.signIn;
  const doorAt = (http: FastifyInstance): Door => ({
    http,
    platform,
    methods: { password, provider: oidc?.label ?? null },
    service: (type) => app.get(type, { strict: false }),
    on: (answer) => (request, reply) => answer(new Visit(request, reply, platform)),
  });
  addClient(doorAt(root), clientRoot);
  // A scope of its own: forms are read nowhere else, and what goes wrong is shown as a page.
  void root.register((http, _options, ready) => {
    const door = doorAt(http);
    readForms(http);
    http.setErrorHandler((error, request, reply) =>
      answerError(error, request, reply, platform, true),
    );
    http.get(STYLE_PATH, (_request, reply) => {
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
      return reply.type('text/css; charset=utf-8').send(STYLE);
    });
    addLanguage(door);
    addSignIn(door);
    addSetup(door);
    addInvitation(door);
    addOidc(door);
    addAnswer(door);
    addUnsubscribe(door);
    ready();
  });
}

function readForms(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => {
      done(null, body);
    },
  );
}
