import type { OutgoingMessage } from '../core/outgoing-message.js';
import type { Language } from '../core/vocabulary.js';

interface TestTexts {
  readonly title: string;
  readonly intro: string;
  readonly open: string;
  readonly footer: string;
}

const TEST: Readonly<Record<Language, TestTexts>> = {
  en: {
    title: 'A test message of fupan',
    intro: 'It works: what fupan sends here arrives.',
    open: 'Open fupan',
    footer: 'Somebody has asked for this message in fupan.',
  },
  'zh-Hant': {
    title: 'fupan 的測試訊息',
    intro: '設定成功：fupan 送到這裡的內容收得到。',
    open: '開啟 fupan',
    footer: '有人在 fupan 要求寄出這則訊息。',
  },
  'zh-Hans': {
    title: 'fupan 的测试消息',
    intro: '设置成功：fupan 发到这里的内容能够收到。',
    open: '打开 fupan',
    footer: '有人在 fupan 要求发送这条消息。',
  },
};

/** What is sent to see whether it arrives. @param origin where people find fupan */
export function testMessage(locale: Language, origin: string): OutgoingMessage {
  const { title, intro, open, footer } = TEST[locale];
  return {
    locale,
    title,
    intro,
    sections: [],
    links: [{ label: open, url: `${origin}/` }],
    footer,
  };
}
