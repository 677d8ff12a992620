import type { OutgoingMessage } from '../../core/outgoing-message.js';
import type { ChannelKind } from '../../core/vocabulary.js';
import { OutboundError, type OutboundHttp } from '../outbound/outbound-http.js';
import type { ChatTarget } from './chat-format.js';
import { CHAT_FORMATS, chatRequest } from './chat-request.js';

/** A message that a chat did not take. The message says why in words for an administrator. */
export class ChatError extends Error {
  constructor(
    why: string,
    /** Sending it again is of no use. */
    readonly isFinal: boolean,
    options?: ErrorOptions,
  ) {
    super(why, options);
    this.name = 'ChatError';
  }
}

/** By these a chat says that the message or the address is wrong, not that the moment is. */
const FINAL_STATUSES: readonly number[] = [400, 401, 403, 404, 405, 410, 413];

/** Writes a message in a chat. @throws ChatError */
export async function sendToChat(
  outbound: OutboundHttp,
  kind: ChannelKind,
  target: ChatTarget,
  message: OutgoingMessage,
  now: Date,
): Promise<void> {
  const { url, body } = chatRequest(kind, target, message, now);
  try {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const answer = await outbound.send({ method: 'POST', url, headers, body });
    const fault = CHAT_FORMATS[kind].faultOf(answer);
    if (fault === null) return;
    throw new ChatError(
      `the chat did not take it: ${fault}`,
      FINAL_STATUSES.includes(answer.status),
    );
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const isFinal = error.fault === 'BLOCKED' || error.fault === 'TOO_LARGE';
    throw new ChatError(error.message, isFinal, { cause: error });
  }
}
