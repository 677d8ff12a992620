import type { ActionMove } from '../action-item/action-item.states.js';
import type { Signer } from '../../infra/signer.js';

/** What a link in a mail can answer about an action. */
export const ANSWERS = ['done', 'newDate', 'notDoing'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What each of them does to the action. */
export const MOVE_OF = {
  done: 'complete',
  newDate: 'extend',
  notDoing: 'reject',
} as const satisfies Record<Answer, ActionMove>;

/** What a link stands for. */
export interface AnswerToken {
  readonly answer: Answer;
  readonly personId: string;
  readonly actionItemId: string;
  /** How the action stood when the link was made; see `markOf`. */
  readonly mark: string;
  /** To the second. */
  readonly expiresAt: Date;
}

const PURPOSE = 'answer';
const VERSION = 1;
/** Version, answer, expiry, two ids, mark. */
const BYTES = 1 + 1 + 4 + 16 + 16 + 8;
export const MARK_BYTES = 8;

/** A token as it stands in a link: 83 characters of base64url. */
export function written(signer: Signer, token: AnswerToken): string {
  const head = Buffer.alloc(6);
  head.writeUInt8(VERSION, 0);
  head.writeUInt8(ANSWERS.indexOf(token.answer), 1);
  head.writeUInt32BE(Math.floor(token.expiresAt.getTime() / 1_000), 2);
  const content = [bytesOf(token.personId), bytesOf(token.actionItemId), token.mark].map((part) =>
    Buffer.from(part, 'hex'),
  );
  return signer.sign(PURPOSE, Buffer.concat([head, ...content]));
}

/** The token of a link; null for one that did not come from here. */
export function read(signer: Signer, text: string): AnswerToken | null {
  const content = signer.open(PURPOSE, text);
  if (content?.length !== BYTES || content.readUInt8(0) !== VERSION) return null;
  const answer = ANSWERS[content.readUInt8(1)];
  if (answer === undefined) return null;
  return {
    answer,
    expiresAt: new Date(content.readUInt32BE(2) * 1_000),
    personId: idOf(content.subarray(6, 22)),
    actionItemId: idOf(content.subarray(22, 38)),
    mark: content.subarray(38).toString('hex'),
  };
}

const bytesOf = (id: string): string => id.replaceAll('-', '');

const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
