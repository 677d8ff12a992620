import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { OutgoingMessage } from '../../src/core/outgoing-message.js';
import { CHANNEL_KINDS, LANGUAGES, type ChannelKind } from '../../src/core/vocabulary.js';
import { CHAT_FORMATS, chatRequest } from '../../src/infra/chat/chat-request.js';
import { CHAT_BYTES, CHAT_REFUSED, CHAT_SHAPES, CHAT_TAKEN } from '../support/chat-shapes.js';

const NOW = new Date('2026-03-02T09:00:00.500Z');
const URL_OF = 'https://chat.example.org/hook?key=k';

const MESSAGE: OutgoingMessage = {
  locale: 'zh-Hant',
  title: '支付團隊：第 9 週',
  intro: '3 項逾期，1 項完成。',
  sections: [
    {
      heading: '逾期',
      lines: [
        {
          text: 'AI-7 Limit the pool',
          url: 'https://fupan.example.org/actions/AI-7',
          note: '9 天',
        },
        { text: 'AI-9 演練' },
      ],
    },
  ],
  links: [{ label: '開啟', url: 'https://fupan.example.org/' }],
  footer: '每週一寄出。',
};

function sent(kind: ChannelKind, message: OutgoingMessage, secret: string | null = null) {
  const { url, body } = chatRequest(kind, { url: URL_OF, secret }, message, NOW);
  return { url, body, json: JSON.parse(body) as unknown };
}

const saying = (text: string): OutgoingMessage => ({
  locale: 'en',
  title: text,
  intro: text,
  sections: [{ heading: text, lines: [{ text, note: text, url: 'https://e.example/' }, { text }] }],
  links: [{ label: text, url: 'https://e.example/' }],
  footer: text,
});

/** Texts as they stand in the places where a chat reads mark-up. */
function markupOf(kind: ChannelKind, json: unknown): string {
  const whole = JSON.stringify(json);
  const read = (path: RegExp): string =>
    [...whole.matchAll(path)].map(([, text]) => text).join(' ');
  switch (kind) {
    case 'SLACK':
      return read(/^\{"text":"((?:[^"\\]|\\.)*)"/g);
    case 'TEAMS':
      return '';
    case 'FEISHU':
      return read(/"tag":"markdown","content":"((?:[^"\\]|\\.)*)"/g);
    case 'DINGTALK':
    case 'WECOM':
      return read(/"(?:title|text|content)":"((?:[^"\\]|\\.)*)"/g);
  }
}

describe.each(CHANNEL_KINDS)('a message for %s', (kind) => {
  it('has the shape that is documented, and says all of it', () => {
    const { json, body, url } = sent(kind, MESSAGE);
    expect(CHAT_SHAPES[kind].parse(json)).toEqual(json);
    expect(url).toBe(URL_OF);
    for (const part of [
      '支付團隊',
      '3 項逾期',
      '逾期',
      'Limit the pool',
      '演練',
      '9 天',
      '每週一',
    ]) {
      expect(body).toContain(part);
    }
    expect(body).toContain('https://fupan.example.org/actions/AI');
  });

  it('has it also with nothing but a title', () => {
    const { json } = sent(kind, { locale: 'en', title: 'x', sections: [] });
    CHAT_SHAPES[kind].parse(json);
  });

  it('is as long as may be, and tells how much is left out', () => {
    const lines = Array.from({ length: 3_000 }, (_, each) => ({
      text: `AI-${each} ${'很長的標題 '.repeat(8)}`,
      url: `https://fupan.example.org/actions/AI-${each}`,
      note: `${each} days late`,
    }));
    const sections = [1, 2, 3].map((each) => ({ heading: `Part ${each}`, lines }));
    for (const locale of LANGUAGES) {
      const { json, body } = sent(kind, { ...MESSAGE, locale, sections }, 'secret');
      CHAT_SHAPES[kind].parse(json);
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(CHAT_BYTES[kind]);
      expect(body).toMatch(/AI(-|&#45;)3 /);
      expect(body).toMatch(/8\d\d\d more in fupan|另有 8\d\d\d 項|另有 8\d\d\d 项/);
    }
  });

  it('calls nobody, and grows no mark-up out of what people have written', () => {
    const evil = [
      ...['<!channel>', '<!here|x>', '<@U123>', '@all', '@channel', '<at user_id="all">x</at>'],
      ...[
        '<at id=all></at>',
        '<at>everyone</at>',
        '<@all>',
        '[x](https://evil.example)',
        '@13800000000',
      ],
      ...[
        '<https://evil.example|click>',
        '![x](https://evil.example/p.png)',
        '{{DATE(2026-01-01)}}',
      ],
      ...['<font color="warning">x</font>', 'x\n# heading\n> quote\n* item', '**bold**', '`code`'],
    ];
    for (const text of evil) {
      const { json } = sent(kind, saying(text));
      CHAT_SHAPES[kind].parse(json);
      const markup = markupOf(kind, json);
      // Where an at sign alone can call somebody.
      const calls = kind === 'DINGTALK' || kind === 'WECOM' ? ['@all', '@1380', '@channel'] : [];
      const links = kind === 'SLACK' ? ['<https'] : ['](https://evil'];
      const signs = ['<!', '<@', '<at', '<font', ...links, ...calls];
      for (const sign of signs) {
        expect({ text, sign, is: markup.includes(sign) }).toEqual({ text, sign, is: false });
      }
      if (kind === 'TEAMS') {
        expect(JSON.stringify(json)).not.toMatch(/<at|\{\{|"entities"/);
      }
    }
  });

  it('fits whatever it says', () => {
    const line = fc.record({
      text: fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }),
      note: fc.string({ minLength: 1, maxLength: 300, unit: 'binary' }),
    });
    const message = fc.record({
      locale: fc.constantFrom(...LANGUAGES),
      title: fc.string({ maxLength: 600, unit: 'grapheme' }).map((text) => `t ${text}`),
      intro: fc.string({ maxLength: 3_000, unit: 'grapheme' }).map((text) => `i ${text}`),
      sections: fc.array(
        fc.record({ heading: fc.constant('h'), lines: fc.array(line, { maxLength: 60 }) }),
        { maxLength: 30 },
      ),
    });
    fc.assert(
      fc.property(message, (each) => {
        const { body, json } = sent(kind, each, 'secret');
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(CHAT_BYTES[kind]);
        if (
          each.sections.every(({ lines }) =>
            lines.every(({ text, note }) => /\S/.test(text) && /\S/.test(note)),
          )
        ) {
          CHAT_SHAPES[kind].parse(json);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('that was taken is told from one that was not, whatever the status says', () => {
    const { faultOf } = CHAT_FORMATS[kind];
    const [status, body] = CHAT_TAKEN[kind];
    expect(faultOf({ status, headers: {}, body })).toBeNull();
    for (const [code, answer] of CHAT_REFUSED[kind]) {
      const fault = faultOf({ status: code, headers: {}, body: answer });
      expect({ answer, fault }).toEqual({ answer, fault: expect.any(String) });
    }
  });
});

describe('a signature', () => {
  const base64 = (key: string, text: string) =>
    createHmac('sha256', key).update(text).digest('base64');

  it('stands in the body for Feishu', () => {
    const timestamp = '1772442000';
    expect(sent('FEISHU', MESSAGE, 'abc').json).toMatchObject({
      timestamp,
      sign: base64(`${timestamp}\nabc`, ''),
    });
    expect(sent('FEISHU', MESSAGE).body).not.toContain('timestamp');
  });

  it('stands in the address for DingTalk', () => {
    const { searchParams } = new URL(sent('DINGTALK', MESSAGE, 'SECabc').url);
    expect(Object.fromEntries(searchParams)).toEqual({
      key: 'k',
      timestamp: '1772442000500',
      sign: base64('SECabc', '1772442000500\nSECabc'),
    });
  });
});
