import type { ApolloServerPlugin } from '@apollo/server';

import { ERROR_CODES, type ErrorCode } from '../core/errors.js';
import type { GraphqlContext } from '../infra/graphql/request.js';
import { HTTP_STATUS } from './http-status.js';

/** What is as true of a whole request as of one field, so that HTTP has a word for it. */
const ABOUT_THE_REQUEST: readonly ErrorCode[] = [
  'VALIDATION',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'BUSY',
  'TIMEOUT',
];

/**
 * Gives an answer that holds nothing but refusals of the same kind the HTTP status of that kind, so
 * that proxies and simple clients understand it as well. One with any data stays 200.
 */
export const wholeStatus: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http } }) => {
        if (body.kind !== 'single' || hasData(body.singleResult.data)) return Promise.resolve();
        const codes = body.singleResult.errors?.map(({ extensions }) => extensions?.['code']) ?? [];
        const [code] = codes;
        const isOneOfOurs = isCode(code) && ABOUT_THE_REQUEST.includes(code);
        if (isOneOfOurs && codes.every((other) => other === code)) http.status = HTTP_STATUS[code];
        return Promise.resolve();
      },
    }),
};

const hasData = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Object.values(data).some((field) => field !== null);

const isCode = (code: unknown): code is ErrorCode =>
  (ERROR_CODES as readonly unknown[]).includes(code);
