import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

import { ERROR_CODES, type ErrorCode } from '../../core/errors.js';
import { enumOf } from './enums.js';

export const UserErrorCode = enumOf(ERROR_CODES);
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'What was wrong, for programs.',
  valuesMap: {
    VALIDATION: { description: 'A value is missing, too long or malformed.' },
    NOT_FOUND: { description: 'It does not exist, or the caller may not see it.' },
    UNAUTHENTICATED: {
      description: 'Nobody has signed in, or the session or token is no longer valid.',
    },
    FORBIDDEN: { description: 'The caller may see it but not do this to it.' },
    CONFLICT: { description: 'Somebody else changed it since the version that was read.' },
    ALREADY_EXISTS: { description: 'Something with this name, key or address exists.' },
    IN_USE: { description: 'Something else still refers to it.' },
    WRONG_STATE: { description: 'Its present state does not allow this.' },
    TOO_LARGE: { description: 'More than one request may bring.' },
    BUSY: { description: 'The database is held by somebody else; try again.' },
    RATE_LIMITED: { description: 'Too much in too short a time; wait and try again.' },
    TIMEOUT: { description: 'It took longer than one request may.' },
    QUERY_REFUSED: { description: 'The GraphQL document is over a limit.' },
    INTERNAL: { description: 'A fault of the program; the request id finds it in the log.' },
  },
});

@ObjectType({ description: 'Why a mutation was refused, for the person who asked for it.' })
export class UserError {
  @Field(() => UserErrorCode, { description: 'For programs.' })
  code!: ErrorCode;

  @Field(() => [String], {
    nullable: true,
    description: 'Path of the input field at fault, outermost first; null when it is no one field.',
  })
  field!: string[] | null;

  @Field({ description: 'One sentence in the language of the caller that says what to do.' })
  message!: string;
}
