import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { html } from '../../src/api/door/html.js';
import { localPath } from '../../src/api/door/local-path.js';
import { PublicUrl } from '../../src/core/public-url.js';
import { fold } from '../../src/core/text/fold.js';
import { PAGE_TEXTS, pageText } from '../../src/locales/pages.js';

describe('a page', () => {
  it('shows what is put in letter by letter, but for what is HTML already', () => {
    const name = `<b title='x' class="y">&</b>`;
    const inner = html`<i>${name}</i>`;
    expect(html`<p title="${name}">${inner}${[1, inner]}${null}${undefined}${false}</p>`.text).toBe(
      `<p title="${escaped}"><i>${escaped}</i>1<i>${escaped}</i></p>`,
    );
  });

  const escaped = '&#60;b title=&#39;x&#39; class=&#34;y&#34;&#62;&#38;&#60;/b&#62;';
});

describe('where to go after sign-in', () => {
  it.each(['/', '/cases/PM-12', '/search?q=%E9%80%A3&x=1', '/a//b'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '',
    'cases',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /cases',
    '/案例',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nset-cookie: x=1',
  ])('is not %j', (path) => {
    expect(localPath(path)).toBeNull();
  });

  it('stays here, whatever it is', () => {
    const piece = fc.constantFrom('/', '\\', '.', '..', ':', '@', '?', '#', '%2f', '\t', 'a.b');
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const path = localPath(`/${text}`);
          const there = new URL(path ?? '/', 'https://fupan.example.org');
          expect(there.origin).toBe('https://fupan.example.org');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the public address', () => {
  it('is the configured one, or where the server listens', () => {
    const configured = new PublicUrl('https://fupan.example.org');
    configured.listensAt('http://127.0.0.1:3000');
    expect(configured.origin).toBe('https://fupan.example.org');
    const listening = new PublicUrl(null);
    listening.listensAt('http://127.0.0.1:3000');
    expect(listening.origin).toBe('http://127.0.0.1:3000');
  });

  it.each([
    ['https://fupan.example.org', true, false],
    ['http://fupan.lan', false, true],
    ['http://127.0.0.1:3000', false, false],
    ['http://[::1]:3000', false, false],
    ['http://localhost', false, false],
  ])('%s: https %s, readable on the way %s', (origin, isHttps, isReadable) => {
    const url = new PublicUrl(origin);
    expect([url.isHttps, url.isReadable]).toEqual([isHttps, isReadable]);
  });
});

describe('the texts of pages', () => {
  it('ask for the same values in every language', () => {
    const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const texts of Object.values(PAGE_TEXTS)) {
      for (const [key, text] of Object.entries(texts)) {
        expect(placeholders(text)).toEqual(
          placeholders(PAGE_TEXTS.en[key as keyof typeof PAGE_TEXTS.en]),
        );
      }
    }
    expect(pageText('zh-Hant')('signInWith', { label: 'ID' })).toBe('以 ID 登入');
  });

  it('in simplified script hold no traditional character', () => {
    for (const text of Object.values(PAGE_TEXTS['zh-Hans'])) {
      const characters = text.replace(/[\P{Script=Han}么]/gu, '');
      expect(characters).toBe(fold(characters));
    }
  });
});
