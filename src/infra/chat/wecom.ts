import { faultByNumber, type ChatFormat } from './chat-format.js';
import { literal, markdownOf } from './plain-markdown.js';

/** What the content alone may have; the JSON around it does not count. */
const MAX_CONTENT_BYTES = 4_096;

/** Markdown for a message push of a group, after https://developer.work.weixin.qq.com/document/path/91770. */
export const WECOM: ChatFormat = {
  maxBytes: MAX_CONTENT_BYTES,
  body: (message) => ({
    msgtype: 'markdown',
    markdown: { content: `## ${literal(message.title)}\n\n${markdownOf(message)}` },
  }),
  faultOf: (answer) => faultByNumber(answer, 'errcode', 'errmsg'),
};
