import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';

import { demoFiles } from '../../src/cli/demo-files.js';
import { readReviewsFile } from '../../src/cli/demo-reviews-file.js';
import { readCaseFile } from '../../src/features/case-file/case-file.read.js';
import { readImprovementFile } from '../../src/features/case-file/improvement-file.js';

const FOLDER = fileURLToPath(new URL('../../templates/demo', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);

function filesOn(day: string) {
  const content = new Map(demoFiles(FOLDER, day).map((file) => [file.name, file.content]));
  return {
    caseOf: (key: string) =>
      readCaseFile(bytes(content.get(`${key}.md`) ?? ''), { path: key }).document,
    improvement: readImprovementFile(bytes(content.get('improvement.yaml') ?? '')).data,
    catalog: content.get('catalog.yaml'),
    reviews: readReviewsFile(content.get('reviews.yaml') ?? '').data,
  };
}

describe('the files of the demo', () => {
  const written = filesOn('2026-11-30');
  const later = filesOn('2027-01-01');

  it('bring what is under way forward by whole weeks', () => {
    const action = (files: typeof written) =>
      files.caseOf('PM-28').actions.find(({ key }) => key === 'AI-99');
    expect(action(written)).toMatchObject({ dueOn: '2026-11-30' });
    expect(action(later)).toMatchObject({ dueOn: '2027-01-04' });
    expect(action(later)?.history?.at(-1)).toMatchObject({
      at: '2026-12-01T07:40:00.000Z',
      dueOn: '2027-01-04',
    });
    expect(written.improvement.tasks[2]?.runs.at(-1)?.dueOn).toBe('2026-08-12');
    expect(later.improvement.tasks[2]?.runs.at(-1)?.dueOn).toBe('2026-09-16');
    expect(written.improvement.initiatives[0]?.targetOn).toBe('2026-12-18');
    expect(later.improvement.initiatives[0]).toMatchObject({
      targetOn: '2027-01-22',
      history: expect.arrayContaining([
        expect.objectContaining({ act: 'REOPEN', at: '2026-11-03T06:15:00.000Z' }),
      ]),
    });
    expect(written.reviews.series[0]?.meetings[0]?.startsAt).toEqual(new Date('2026-11-19T06:00Z'));
    expect(later.reviews.series[0]).toMatchObject({
      cadence: { startsOn: '2026-12-24' },
      meetings: [{ startsAt: new Date('2026-12-24T06:00Z') }, {}],
    });
    expect(written.caseOf('PM-33').createdAt).toBe('2026-11-12T07:00:00.000Z');
    expect(later.caseOf('PM-33').createdAt).toBe('2026-12-17T07:00:00.000Z');
  });

  it('leave what published cases tell, prose and holidays as they are', () => {
    const { actions: _before, ...before } = written.caseOf('PM-28');
    const { actions: _after, ...after } = later.caseOf('PM-28');
    expect(after).toEqual(before);
    expect(later.caseOf('PM-33').sections).toEqual(written.caseOf('PM-33').sections);
    expect(later.catalog).toBe(written.catalog);
    expect(filesOn('2020-01-01')).toMatchObject({ improvement: written.improvement });
  });
});
