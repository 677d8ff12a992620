import type {
  OutgoingLine,
  OutgoingMessage,
  OutgoingSection,
} from '../../core/outgoing-message.js';
import { jsonOf, type ChatFormat } from './chat-format.js';

/** At most this many blocks in a message, and characters in one of them. */
const MAX_BLOCKS = 50;
const MAX_BLOCK_CHARACTERS = 3_000;
/** Heading, intro, buttons and footer. */
const OTHER_BLOCKS = 4;

/**
 * A message of blocks, after https://docs.slack.dev/reference/block-kit. Its texts are in rich text
 * and in plain text, in which no character is mark-up and nobody can be called.
 */
export const SLACK: ChatFormat = {
  maxBytes: 40_000,
  body: ({ title, intro, sections, links = [], footer }: OutgoingMessage) => ({
    // What a notification shows. This one is mark-up.
    text: markup(title),
    blocks: [
      { type: 'header', text: plain(title) },
      ...(intro === undefined ? [] : [richText([{ type: 'text', text: intro }])]),
      ...sections.flatMap(blocksOf).slice(0, MAX_BLOCKS - OTHER_BLOCKS),
      ...(links.length === 0
        ? []
        : [
            {
              type: 'actions',
              elements: links.map(({ label, url }) => ({
                type: 'button',
                text: plain(label),
                url,
              })),
            },
          ]),
      ...(footer === undefined ? [] : [{ type: 'context', elements: [plain(footer)] }]),
    ],
  }),
  faultOf: ({ status, body }) => {
    if (status !== 200) return `status ${status} ${wordIn(body)}`.trim();
    const { ok, success } = jsonOf(body);
    // Programs that take the same messages answer in JSON.
    return body.trim() === 'ok' || ok === true || success === true ? null : `no ok ${wordIn(body)}`;
  },
};

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });

/** The three characters that begin something in mark-up, so that `<!channel>` calls nobody. */
const markup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The short word by which a webhook says what was wrong: `no_service`. */
const wordIn = (body: string): string => /^[\w ]{1,60}$/.exec(body.trim())?.[0] ?? '';

interface RichText {
  readonly type: 'text' | 'link';
  readonly text: string;
  readonly url?: string;
  readonly style?: { readonly bold: true };
}

const richText = (elements: readonly RichText[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

/** One block, or several where there are too many characters for one. */
function blocksOf({ heading, lines }: OutgoingSection): object[] {
  const blocks: { lines: OutgoingLine[]; characters: number }[] = [];
  for (const line of lines) {
    const characters = line.text.length + (line.note?.length ?? 0) + (line.url?.length ?? 0) + 1;
    const last = blocks.at(-1);
    if (last && last.characters + characters <= MAX_BLOCK_CHARACTERS) {
      last.lines.push(line);
      last.characters += characters;
    } else {
      blocks.push({ lines: [line], characters: characters + (last ? 0 : heading.length) });
    }
  }
  return blocks.map((block, each) => ({
    type: 'rich_text',
    elements: [
      ...(each > 0
        ? []
        : [
            {
              type: 'rich_text_section',
              elements: [{ type: 'text', text: heading, style: { bold: true } }],
            },
          ]),
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: block.lines.map((line) => ({
          type: 'rich_text_section',
          elements: elementsOf(line),
        })),
      },
    ],
  }));
}

function elementsOf({ text, url, note }: OutgoingLine): RichText[] {
  return [
    url === undefined ? { type: 'text', text } : { type: 'link', url, text },
    ...(note === undefined ? [] : [{ type: 'text' as const, text: ` – ${note}` }]),
  ];
}
