import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { renderedMarkdown } from '../../src/infra/markdown/markdown.js';
import { walkHtml } from '../support/html-walk.js';
import { MARKDOWN_PLACES, XSS_STRINGS } from '../support/xss-strings.js';

const FILE = '/attachments/0192f0c1-0000-7000-8000-000000000000/a.png';
const html = (text: string, place = 'x'): string => renderedMarkdown(text, place).trim();

describe('what a text looks like', () => {
  test('headings nest under those of the page', () => {
    expect(html('# a\n\n## b\n\n### c\n\n###### d')).toBe(
      '<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>',
    );
  });

  test('cells are aligned by a class, and a wide table can be scrolled by keyboard', () => {
    const table = html('| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |');
    expect(table).toContain('<div class="table" tabindex="0"><table>');
    expect(table).toContain('<th>a</th>\n<th class="align-center">b</th>');
    expect(table).toContain('<td class="align-right">3</td>');
    expect(table).not.toContain('style');
  });

  test('tasks have a box that their text names', () => {
    expect(
      html('- [ ] **page** the owner\n- [x] done\n- [y] no task\n- [link](/x) [ ] nor this'),
    ).toBe(
      [
        '<ul>',
        '<li class="task"><label><input type="checkbox" disabled=""> <strong>page</strong> the owner</label></li>',
        '<li class="task"><label><input type="checkbox" disabled="" checked=""> done</label></li>',
        '<li>[y] no task</li>',
        '<li><a href="/x">link</a> [ ] nor this</li>',
        '</ul>',
      ].join('\n'),
    );
  });

  test('code is coloured in languages that are known, and left as it is in others', () => {
    const known = html('```SQL\nselect 1\n```');
    expect(known).toContain('<pre dir="ltr" tabindex="0"><code class="language-sql">');
    expect(known).toContain('<span class="hljs-keyword">select</span>');
    const plain = '<pre dir="ltr" tabindex="0"><code>select &lt;1&gt;\n</code></pre>';
    expect(html('```nonsense\nselect <1>\n```')).toBe(plain);
    expect(html('    select <1>')).toBe(plain);
    expect(html('```\nselect <1>\n```')).toBe(plain);
    expect(html('```constructor\nselect <1>\n```')).toBe(plain);
  });

  test('code that is too long to be read by colour stays plain', () => {
    expect(html(`\`\`\`js\n${'let a = 1;\n'.repeat(6_000)}\`\`\``)).not.toContain('hljs');
    const many = html(`\`\`\`js\n${'let a = 1;\n'.repeat(4_000)}\`\`\`\n\n`.repeat(10));
    expect(many.match(/class="language-javascript"|class="language-js"/g)).toHaveLength(4);
  });

  test('a footnote within a footnote is one of its own', () => {
    const rendered = html('One[^1], two[^2].\n\n[^1]: > quoted\n    >\n    > [^2]: within\n');
    expect(rendered).toContain('quoted');
    expect(rendered).toContain('within');
    for (const text of [rendered, html('[^1]: >[^1]: '), html('[^1]\n\n[^1]: >[^1]: x')]) {
      expect(() => {
        walkHtml(text);
      }).not.toThrow();
    }
  });

  test('footnotes of two texts on one page do not meet', () => {
    const text = 'a[^n] b[^n] c^[in line]\n\n[^n]: the note';
    expect(html(text, 'one')).toContain('<a href="#fn-one-1" id="fnref-one-1">[1]</a>');
    const both = walkHtml(html(text, 'one') + html(text, 'two'));
    const ids = both.map(({ attributes }) => attributes.get('id')).filter(Boolean);
    expect(ids).toHaveLength(10);
    const targets = both.map(({ attributes }) => attributes.get('href')?.slice(1)).filter(Boolean);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('strike-through, quotes, lists and line breaks are there; HTML is text', () => {
    expect(html('~~a~~  \nb <b>c</b> &amp; &copy;')).toBe(
      '<p><s>a</s><br>\nb &lt;b&gt;c&lt;/b&gt; &amp; ©</p>',
    );
    expect(html('> a\n\n3. b')).toBe(
      '<blockquote>\n<p>a</p>\n</blockquote>\n<ol start="3">\n<li>b</li>\n</ol>',
    );
  });
});

describe('links', () => {
  test.each(['https://a.example/b?c=d#e', 'HTTP://a.example', 'mailto:a@b.example', '/x', '#x'])(
    'to %s are links',
    (url) => {
      expect(html(`[x](${url})`)).toContain(`<a href="${url}"`);
    },
  );

  test.each([
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://a.example',
    '//a.example',
    'https:a.example',
    'runbook.md',
    'tel:112',
  ])('to %s stay text', (url) => {
    expect(html(`[x](${url})`)).toBe(`<p>[x](${url})</p>`);
    expect(html(`![x](${url})`)).not.toContain('<a');
  });

  test.each([
    ['[x]()', 'x'],
    ['[**x** y]( )', '<strong>x</strong> y'],
    ['![]()', ''],
    ['![x]()', 'x'],
    ['[![x]()]() [y](/y)', 'x <a href="/y">y</a>'],
    ['[![x](/z)]()', '<a href="/z">x</a>'],
  ])('to nowhere are what they say: %s', (text, shown) => {
    expect(html(text)).toBe(`<p>${shown}</p>`);
  });

  test('out of here carry no trace of where somebody came from', () => {
    expect(html('[x](https://a.example)')).toBe(
      '<p><a href="https://a.example" rel="noopener noreferrer">x</a></p>',
    );
    expect(html('[x](/incidents/INC-1)')).toBe('<p><a href="/incidents/INC-1">x</a></p>');
  });

  test('are made of addresses in running text, in Chinese too', () => {
    expect(html('看 https://a.example/b，然後（https://c.example）。')).toBe(
      '<p>看 <a href="https://a.example/b" rel="noopener noreferrer">https://a.example/b</a>，然後（<a href="https://c.example" rel="noopener noreferrer">https://c.example</a>）。</p>',
    );
    expect(html('a.example, www.a.example, a@b.example, ftp://a.example')).not.toContain('<a');
  });

  test('keys become links wherever they stand in text, whether there is such a thing or not', () => {
    expect(html('See PM-12, (INC-7) and 見AI-99。')).toBe(
      '<p>See <a href="/postmortems/PM-12">PM-12</a>, (<a href="/incidents/INC-7">INC-7</a>) and 見<a href="/actions/AI-99">AI-99</a>。</p>',
    );
    expect(html('**PM-1**\n\n| INC-2 |\n|-|\n| PM-3 |').match(/<a /g)).toHaveLength(3);
    for (const text of [
      ...[
        '`PM-12`',
        '```\nPM-12\n```',
        '[PM-12](https://a.example)',
        'XPM-12',
        'PM-12-a',
        'PM-012',
      ],
      ...['https://a.example/PM-12', 'pm-12', 'PM-1234567890', 'a/PM-12', 'RPM-12'],
    ]) {
      expect(html(text)).not.toContain('href="/postmortems');
    }
  });
});

describe('images', () => {
  test('that the server keeps are shown', () => {
    expect(html(`![a *b*](${FILE} "t")`)).toBe(
      `<p><img src="${FILE}" alt="a b" title="t" loading="lazy"></p>`,
    );
    expect(html(`[![a](${FILE})](/x)`)).toContain(`<a href="/x"><img src="${FILE}"`);
  });

  test('of others become links', () => {
    expect(html('![a](https://a.example/b.png)')).toBe(
      '<p><a href="https://a.example/b.png" rel="noopener noreferrer">a</a></p>',
    );
    expect(html('![](https://a.example/b.png)')).toContain('>https://a.example/b.png</a>');
    expect(html('[![a](https://a.example/b.png)](https://c.example)')).toBe(
      '<p><a href="https://c.example" rel="noopener noreferrer">a</a></p>',
    );
    expect(html('![a](/attachments/x.png)')).toBe('<p><a href="/attachments/x.png">a</a></p>');
  });
});

describe('whatever is written', () => {
  test.each(XSS_STRINGS)('%j runs nowhere', (text) => {
    for (const place of MARKDOWN_PLACES) {
      for (const { attributes } of walkHtml(html(place(text)))) {
        const address = attributes.get('href') ?? attributes.get('src') ?? '#';
        const url = new URL(address, 'https://fupan.example/');
        expect(['https:', 'http:', 'mailto:']).toContain(url.protocol);
        if (address.startsWith('/')) expect(url.origin).toBe('https://fupan.example');
      }
    }
  });

  test('only what is allowed comes out', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'[]()<>!*_~`^#|:-=+\\&;"\'/ \n\t'),
      fc.constantFrom(
        '[^1]',
        '[^1]: ',
        '^[',
        '![',
        '](',
        '- [ ] ',
        '```',
        '~~~js\n',
        '|-|',
        'PM-1',
        '\n\n',
      ),
      fc.constantFrom('https://a.example', 'javascript:', '&#x3a;', '&lt;', FILE, '復盤', '\u202e'),
      fc.constantFrom(...XSS_STRINGS),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        walkHtml(html(text));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a text of a million characters', () => {
  const filled = (piece: string): string =>
    piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000);

  test.each([
    'The *quick* brown fox, `code`, [a link](https://a.example) and PM-12.\n\n',
    ...['[', '![[', '[a](', '*a ', '**a *b ', '~~a ', '`a', '^[', '^[a]', '[^a]: b\n\n[^a]'],
    ...['> ', '- ', '1. a\n', '|a', '|a|\n|-|\n', '<a', '&', '\\', 'PM-1 ', 'https://a.example/('],
    ...['```js\nlet a\n```\n', '[a]: b\n', '# a\n', '- [ ] a\n', '*[_[`^[', '\0'],
  ])('of %j is rendered', (piece) => {
    const before = performance.now();
    html(filled(piece));
    // Far more than it takes; what grows with the square would take minutes.
    expect(performance.now() - before).toBeLessThan(15_000);
  });

  test('that nests deeper than anybody writes loses nothing', () => {
    expect(html(`${'> '.repeat(200)}deep`)).toContain('deep');
    expect(html(`${'- '.repeat(200)}deep\n\nbelow`)).toMatch(/deep[^]*below/);
    expect(html(`${'[^a]: '.repeat(200)}deep[^a]\n\n[^a]`)).toContain('deep');
    expect(html(`${'['.repeat(200)}deep${']'.repeat(200)}`)).toContain('deep');
  });
});
