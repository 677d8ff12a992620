import type { OutgoingLine, OutgoingMessage } from '../../core/outgoing-message.js';
import type { ChatFormat } from './chat-format.js';

/**
 * A message with an Adaptive Card, as the webhooks of Workflows take it: https://adaptivecards.io.
 * Its texts are runs of rich text, in which no character is mark-up and nobody can be called.
 */
export const TEAMS: ChatFormat = {
  maxBytes: 28_000,
  body: ({ title, intro, sections, links = [], footer }: OutgoingMessage) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            block([run(title, { size: 'large', weight: 'bolder' })]),
            ...(intro === undefined ? [] : [block([run(intro)])]),
            ...sections.flatMap(({ heading, lines }) => [
              block([run(heading, { weight: 'bolder' })], { spacing: 'medium' }),
              ...lines.map((line) => block(runsOf(line), { spacing: 'small' })),
            ]),
            ...(footer === undefined
              ? []
              : [block([run(footer, { size: 'small', isSubtle: true })], { spacing: 'medium' })]),
          ],
          ...(links.length === 0
            ? {}
            : { actions: links.map(({ label, url }) => openUrl(url, literal(label))) }),
          msteams: { width: 'Full' },
        },
      },
    ],
  }),
  // An older kind of webhook reports what went wrong under the status 200.
  faultOf: ({ status, body }) => {
    if (status < 200 || status > 299) return `status ${status}`;
    return /failed|error/i.test(body)
      ? `refused: ${/\b[45]\d\d\b/.exec(body)?.[0] ?? 'error'}`
      : null;
  },
};

interface Run {
  readonly type: 'TextRun';
  readonly text: string;
}

const block = (inlines: readonly Run[], look: object = {}) => ({
  type: 'RichTextBlock',
  inlines,
  ...look,
});

const run = (text: string, look: object = {}): Run => ({
  type: 'TextRun',
  text: literal(text),
  ...look,
});

const openUrl = (url: string, title?: string) => ({
  type: 'Action.OpenUrl',
  ...(title === undefined ? {} : { title }),
  url,
});

function runsOf({ text, url, note }: OutgoingLine): Run[] {
  return [
    run('• '),
    run(text, url === undefined ? {} : { selectAction: openUrl(url) }),
    ...(note === undefined ? [] : [run(` – ${note}`, { isSubtle: true })]),
  ];
}

/** Cards put dates where a text says `{{DATE(…)}}`, and people where it says `<at>…</at>`. */
const literal = (text: string): string =>
  text.replaceAll('{{', '{\u200b{').replace(/<(?=\/?at\b)/gi, '<\u200b');
