import type { OutgoingLine, OutgoingMessage } from '../../core/outgoing-message.js';
import { faultByNumber, hmac, type ChatFormat } from './chat-format.js';

/**
 * An interactive card for a custom bot of Feishu or Lark, after
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot.
 */
export const FEISHU: ChatFormat = {
  maxBytes: 20_000,
  body: ({ title, intro, sections, links = [], footer }: OutgoingMessage) => ({
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: { title: plain(title), template: 'blue' },
      elements: [
        ...(intro === undefined ? [] : [{ tag: 'div', text: plain(intro) }]),
        ...sections.map(({ heading, lines }) => ({
          tag: 'markdown',
          content: [`**${literal(heading)}**`, ...lines.map(lineOf)].join('\n'),
        })),
        ...(links.length === 0
          ? []
          : [
              {
                tag: 'action',
                actions: links.map(({ label, url }) => ({
                  tag: 'button',
                  text: plain(label),
                  type: 'default',
                  url,
                })),
              },
            ]),
        ...(footer === undefined ? [] : [{ tag: 'note', elements: [plain(footer)] }]),
      ],
    },
  }),
  sign: ({ url, secret }, body, now) => {
    const timestamp = `${Math.floor(now.getTime() / 1_000)}`;
    // Here the text that is signed is the key, and what is signed is empty.
    return { url, body: { timestamp, sign: hmac(`${timestamp}\n${secret}`, ''), ...body } };
  },
  faultOf: (answer) => faultByNumber(answer, 'code', 'msg'),
};

const plain = (content: string) => ({ tag: 'plain_text', content });

/** The characters that mean something in mark-up, as the documentation has them written. */
const literal = (text: string): string =>
  text.replace(/[&<>*~\-![\]()#:+"'`$_\\|]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function lineOf({ text, url, note }: OutgoingLine): string {
  const what = url === undefined ? literal(text) : `[${literal(text)}](${linkable(url)})`;
  return `- ${what}${note === undefined ? '' : ` – ${literal(note)}`}`;
}

const linkable = (url: string): string => url.replaceAll('(', '%28').replaceAll(')', '%29');
