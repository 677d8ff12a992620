import type { FastifyReply } from 'fastify';

import { FupanError } from '../../core/errors.js';
import { ANSWER_PATH } from '../../features/answer/answer-links.service.js';
import {
  AnswerService,
  type DeadLink,
  type Question,
} from '../../features/answer/answer.service.js';
import { answerPage, deadAnswerPage, standingPage } from './answer.pages.js';
import type { Door } from './door.js';
import { complaintOf } from './form.js';
import type { Frame } from './page.js';
import type { Visit } from './visit.js';

const STATUS: Readonly<Record<DeadLink, number>> = { UNKNOWN: 404, EXPIRED: 410, GONE: 404 };

/**
 * Where people answer by the links of their mail, whoever is signed in at their browser. To open a
 * link changes nothing, because scanners of mail do that; the answer is a form, and begins no session.
 */
export function addAnswer({ http, on, service }: Door): void {
  const answers = service(AnswerService);

  http.get(
    ANSWER_PATH,
    on(async (visit) => {
      const token = visit.asked('token');
      const question = await answers.ask(visit.ctx, token);
      return typeof question === 'string'
        ? showDead(visit, question)
        : showQuestion(visit, token, question);
    }),
  );

  http.post(
    ANSWER_PATH,
    on(async (visit) => {
      const token = visit.sent('token');
      const said = {
        evidence: visit.sent('evidence'),
        dueOn: visit.sent('dueOn'),
        reason: visit.sent('reason'),
      };
      try {
        const question = await answers.give(visit.ctx, token, said);
        if (typeof question === 'string') return await showDead(visit, question);
        return await visit.show(standingPage(frameOf(visit, question), question));
      } catch (error) {
        if (!(error instanceof FupanError) || error.code !== 'VALIDATION') throw error;
        const question = await answers.ask(visit.ctx, token);
        if (typeof question === 'string') return showDead(visit, question);
        const frame = frameOf(visit, question);
        const complaint = complaintOf(error, frame.locale);
        return visit.show(answerPage(frame, token, question, { ...said, complaint }), 422);
      }
    }),
  );
}

function showQuestion(visit: Visit, token: string, question: Question): FastifyReply {
  const frame = frameOf(visit, question);
  return visit.show(
    question.standing === 'OPEN'
      ? answerPage(frame, token, question)
      : standingPage(frame, question),
  );
}

const showDead = (visit: Visit, why: DeadLink): FastifyReply =>
  visit.show(deadAnswerPage(visit.frame, why), STATUS[why]);

const frameOf = (visit: Visit, { person }: Question): Frame => visit.frameFor(person.locale);
