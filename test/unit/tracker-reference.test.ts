import { describe, expect, it } from '@jest/globals';

import { trackerReference, trackerReferencesIn } from '../../src/core/tracker-reference.js';

const read = (address: string): string | null => {
  const found = trackerReference(address);
  return found && `${found.provider} ${found.label} ${found.url}`;
};

describe('the address of an issue', () => {
  it.each([
    ['https://github.com/acme/shop/issues/12', 'GITHUB acme/shop#12'],
    ['https://github.com/acme/shop/issues/12#issuecomment-7', 'GITHUB acme/shop#12'],
    ['https://github.com/acme/shop/pull/12/files?w=1', 'GITHUB acme/shop#12'],
    ['https://git.example.com/acme/shop.js/issues/12', 'GITHUB acme/shop.js#12'],
    ['https://gitlab.com/acme/shop/-/issues/3', 'GITLAB acme/shop#3'],
    ['https://git.example.com/a/b/c/d/shop/-/issues/3', 'GITLAB a/b/c/d/shop#3'],
    ['https://git.example.com/a/b/shop/-/work_items/3', 'GITLAB a/b/shop#3'],
    ['https://git.example.com/a/shop/-/merge_requests/4/diffs', 'GITLAB a/shop!4'],
    ['https://git.example.com/a/shop/merge_requests/4', 'GITLAB a/shop!4'],
    ['https://gitlab.example.com/a/shop/issues/4', 'GITLAB a/shop#4'],
    ['https://acme.atlassian.net/browse/OPS-7', 'JIRA OPS-7'],
    ['https://acme.atlassian.net/browse/ops-7?focusedId=1', 'JIRA OPS-7'],
    ['https://jira.example.com:8443/jira/browse/OPS_2-7', 'JIRA OPS_2-7'],
    ['https://jira.example.com/jira/secure/RapidBoard.jspa?selectedIssue=OPS-7', 'JIRA OPS-7'],
    [
      'https://acme.atlassian.net/jira/software/projects/OPS/boards/1?selectedIssue=OPS-7',
      'JIRA OPS-7',
    ],
    ['https://acme.atlassian.net/jira/software/c/projects/OPS/issues/OPS-7', 'JIRA OPS-7'],
  ])('%s is %s', (address, expected) => {
    expect(read(address)).toContain(`${expected} http`);
  });

  it.each([
    'https://github.com/acme/shop',
    'https://github.com/acme/shop/issues',
    'https://github.com/acme/shop/issues/new',
    'https://github.com/acme/shop/issues/12a',
    'https://bitbucket.org/acme/shop/issues/12/slow',
    'https://example.com/issues/12',
    'https://linear.app/acme/issue/OPS-7/slow',
    'https://example.com/?selectedIssue=OPS-7',
    'ftp://github.com/acme/shop/issues/12',
    'javascript:alert(1)//github.com/acme/shop/issues/12',
    'acme/shop#12',
    '',
    `https://github.com/${'a'.repeat(300)}/shop/issues/12`,
  ])('%s is none', (address) => {
    expect(trackerReference(address)).toBeNull();
  });

  it('is the shortest that leads there, and holds no password', () => {
    expect(trackerReference('https://ada:secret@GitHub.com/Acme/Shop/pull/12/files#r1')).toEqual({
      provider: 'GITHUB',
      host: 'github.com',
      label: 'Acme/Shop#12',
      url: 'https://github.com/Acme/Shop/pull/12',
      identity: 'github.com/acme/shop/issues/12',
    });
    expect(trackerReference('https://git.example.com/a/shop/merge_requests/4')?.url).toBe(
      'https://git.example.com/a/shop/-/merge_requests/4',
    );
  });

  it('is found in any text, once, with nothing of what stands around it', () => {
    const text = `見 https://github.com/acme/shop/issues/12，已關閉。See
      (https://github.com/ACME/shop/pull/12). [x](https://acme.atlassian.net/browse/OPS-7),
      **https://gitlab.com/a/b/-/issues/3** and https://example.com/issues/1`;
    expect(trackerReferencesIn(text).map(({ label }) => label)).toEqual([
      'acme/shop#12',
      'OPS-7',
      'a/b#3',
    ]);
  });

  it('is looked for in time that grows with the text', () => {
    const nasty = [
      `https://x.example/${'a/'.repeat(900)}`,
      `https://x.example/${'-/'.repeat(900)}issues`,
      `https://x.example/jira/${'projects/'.repeat(200)}`,
    ];
    for (const address of nasty) expect(trackerReference(address)).toBeNull();
  });
});
