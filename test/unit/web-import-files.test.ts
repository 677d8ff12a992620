import { describe, expect, it } from '@jest/globals';

import { addressesIn } from '../../src/web/settings/addresses.js';
import { batchesOf, chosenFiles } from '../../src/web/settings/import-files.js';

const file = (path: string): File => {
  const name = path.split('/').at(-1) ?? '';
  const made = new File(['x'], name);
  Object.defineProperty(made, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
  return made;
};

describe('the files of a folder that was chosen', () => {
  it('are the Markdown files within it, by number, the catalogue first, what ties them together last', () => {
    const chosen = chosenFiles(
      [
        'pm/improvement.yaml',
        'pm/PM-10.md',
        'pm/PM-2.MD',
        'pm/catalog.yaml',
        'pm/a.txt',
        'pm/.git/x.md',
      ].map(file),
    );
    expect(chosen.map(({ name }) => name)).toEqual([
      'catalog.yaml',
      'PM-2.MD',
      'PM-10.md',
      'improvement.yaml',
    ]);
    expect(chosenFiles([file('pm/sub/a.markdown'), file('b.md')])).toMatchObject([
      { name: 'b.md' },
      { name: 'sub/a.markdown' },
    ]);
  });

  it('are sent in portions of so many files and so many bytes', () => {
    const sized = (size: number) => ({ file: { size } });
    expect(batchesOf(Array.from({ length: 60 }, () => sized(1))).map((b) => b.length)).toEqual([
      25, 25, 10,
    ]);
    expect(batchesOf([700_000, 700_000, 5_000_000, 1].map(sized)).map((b) => b.length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(batchesOf([])).toEqual([]);
  });
});

describe('pasted e-mail addresses', () => {
  it('are read one by one, with names where there are some, each once', () => {
    const text =
      'Lin Yuting <lin@example.com>, bo.chen@example.com；\n"Ada" <ada@example.com>\nLIN@example.com';
    expect(addressesIn(text)).toEqual({
      found: [
        { name: 'Lin Yuting', email: 'lin@example.com' },
        { name: 'Bo Chen', email: 'bo.chen@example.com' },
        { name: 'Ada', email: 'ada@example.com' },
      ],
      unclear: [],
    });
  });

  it('tell what is none', () => {
    expect(addressesIn('nobody, a@b').unclear).toEqual(['nobody']);
    expect(addressesIn(' \n ')).toEqual({ found: [], unclear: [] });
  });
});
