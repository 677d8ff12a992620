import type { TypedDocumentString, UserErrorCode } from '../gql/documents.js';

/** Milliseconds after which an answer is no longer waited for. */
const PATIENCE_MS = 20_000;

/** What can go wrong on the way, besides what the server says. */
export type FailureCode = UserErrorCode | 'OFFLINE' | 'GRAPHQL_VALIDATION_FAILED';

/** A request that was not answered, or refused as a whole. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly code: FailureCode,
    message: string,
    /** By which an administrator finds it in the log; null if it never got there. */
    readonly requestId: string | null = null,
  ) {
    super(message);
  }
}

/** What one field of a form, or the whole of it, was refused for. */
export interface Complaint {
  readonly code: UserErrorCode;
  readonly field: readonly string[] | null;
  readonly message: string;
}

/** A change that the server did not make; nothing of it was kept. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly complaints: readonly [Complaint, ...Complaint[]],
    /** The payload, which holds the present state after a conflict. */
    readonly payload: unknown,
  ) {
    super(complaints.map(({ message }) => message).join(' '));
  }

  get code(): UserErrorCode {
    return this.complaints[0].code;
  }
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: FailureCode; readonly requestId?: string };
  }[];
}

/**
 * Sends one operation to the server.
 * @throws RequestError
 */
export async function send<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let answer: Answer<Result>;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': window.document.documentElement.lang,
      },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    answer = (await response.json()) as Answer<Result>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestError(patience.aborted ? 'TIMEOUT' : 'OFFLINE', String(error));
  }
  const [fault] = answer.errors ?? [];
  if (fault || answer.data === undefined || answer.data === null) {
    const requestId = fault?.extensions?.requestId ?? response.headers.get('x-request-id');
    throw new RequestError(
      fault?.extensions?.code ?? 'INTERNAL',
      fault?.message ?? response.statusText,
      requestId,
    );
  }
  return answer.data;
}

/** What every mutation answers with. */
interface Payload {
  readonly userErrors: readonly Complaint[];
}

/** The payload of the one mutation in an operation. */
export type PayloadOf<Result> = Result[keyof Result];

/**
 * Has the server make a change.
 * @throws RefusedError if it says what is wrong with it
 * @throws RequestError
 */
export async function change<Result extends object, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<PayloadOf<Result>> {
  const result = await send(document, variables);
  const [payload] = Object.values(result) as [PayloadOf<Result> & Payload];
  const [first, ...others] = payload.userErrors;
  if (first) throw new RefusedError([first, ...others], payload);
  return payload;
}
