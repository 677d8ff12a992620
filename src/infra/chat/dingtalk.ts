import { faultByNumber, hmac, type ChatFormat } from './chat-format.js';
import { literal, markdownOf } from './plain-markdown.js';

/** Markdown for a custom robot, after https://open.dingtalk.com/document/robots/custom-robot-access. */
export const DINGTALK: ChatFormat = {
  maxBytes: 20_000,
  body: (message) => ({
    msgtype: 'markdown',
    markdown: {
      // What a notification shows; a text of its own beside the title in the message.
      title: literal(message.title),
      text: `### ${literal(message.title)}\n\n${markdownOf(message)}`,
    },
    at: { isAtAll: false },
  }),
  sign: ({ url, secret }, body, now) => {
    const timestamp = `${now.getTime()}`;
    const signed = new URL(url);
    signed.searchParams.set('timestamp', timestamp);
    signed.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`));
    return { url: signed.href, body };
  },
  faultOf: (answer) => faultByNumber(answer, 'errcode', 'errmsg'),
};
