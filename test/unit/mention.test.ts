import { describe, expect, it } from '@jest/globals';

import { mentionedIn } from '../../src/features/comment/mention.wording.js';

const PEOPLE = ['Ann', 'Ann Lee', '王小明', '王小', 'D’Arcy', ''].map((name) => ({ name }));
const namedIn = (text: string): string[] => mentionedIn(text, PEOPLE).map(({ name }) => name);

describe('mentions', () => {
  it('are names after a sign, the longest where one begins with another', () => {
    expect(namedIn('@Ann Lee, look')).toEqual(['Ann Lee']);
    expect(namedIn('@Ann, look; and @D’Arcy.')).toEqual(['Ann', 'D’Arcy']);
    expect(namedIn('請@王小明看一下')).toEqual(['王小明']);
    expect(namedIn('(@王小)')).toEqual(['王小']);
  });

  it('are no addresses, and no beginnings of other words', () => {
    expect(namedIn('ops@Ann.example, @Anna, @ Ann, @')).toEqual([]);
  });

  it('mean all who bear the name', () => {
    const twins = [
      { name: 'Ann', id: 1 },
      { name: 'Ann', id: 2 },
    ];
    expect(mentionedIn('@Ann', twins)).toEqual(twins);
  });
});
