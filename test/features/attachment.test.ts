import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { LIMITS } from '../../src/core/limits.js';
import {
  AttachmentContentEntity,
  AttachmentEntity,
} from '../../src/features/attachment/attachment.entity.js';
import { AttachmentService } from '../../src/features/attachment/attachment.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { download, PICTURES, PNG, upload, uploaded } from '../support/attachments.js';
import { anAsker, entriesBy, type Asker } from '../support/audit.js';
import { graphql } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { send } from '../support/raw-http.js';

let app: TestApp;
let author: Asker;
let member: Asker;
let viewer: Asker;
let stranger: Asker;
let admin: Asker;
const ids = { open: '', secret: '', nothing: '0192f0c1-0000-7000-8000-00000000abcd' };

beforeAll(async () => {
  app = await startApp({
    as: 'door',
    env: { FUPAN_OPEN_DRAFTS: 'on', FUPAN_POINTS_PER_MINUTE: '1000000000' },
  });
  author = await anAsker(app, 'MEMBER');
  member = await anAsker(app, 'MEMBER');
  viewer = await anAsker(app, 'VIEWER');
  stranger = await anAsker(app, 'ADMIN');
  admin = await anAsker(app, 'ADMIN');
  ids.open = (await aCase(app, { authorIds: [author.id] })).id;
  const visibility = 'RESTRICTED';
  ids.secret = (await aCase(app, { visibility, authorIds: [author.id] })).id;
});
afterAll(async () => {
  await app.close();
});

const by = ({ headers }: Asker) => ({ headers });
const rows = (postmortemId: string): Promise<number> =>
  app.platform.database.read.countBy(AttachmentEntity, { postmortemId });
const contents = (): Promise<number> =>
  app.platform.database.read.countBy(AttachmentContentEntity, {});

describe('a file that is added to a case', () => {
  it('is kept byte by byte and listed with the case', async () => {
    const file = await uploaded(app, ids.open, { ...by(author), name: 'graph.png' });
    expect(file).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      name: 'graph.png',
      url: `/attachments/${file.id}/graph.png`,
      mediaType: 'image/png',
      bytes: PNG.length,
      isImage: true,
    });
    const { data } = await graphql(
      app,
      `
        query ($id: ID!) {
          postmortem(id: $id) {
            revision
            attachments {
              id
              name
              url
              mediaType
              bytes
              isImage
              uploadedBy {
                id
              }
              createdAt
            }
          }
        }
      `,
      { id: ids.open },
      author.headers,
    );
    expect(data).toMatchObject({
      // The text has not changed.
      postmortem: { revision: 1, attachments: [{ ...file, uploadedBy: { id: author.id } }] },
    });
    const fetched = await fetch(app.url + file.url, by(member));
    expect(Buffer.from(await fetched.arrayBuffer()).equals(PNG)).toBe(true);
  });

  it('is what its bytes are, whatever it is called', async () => {
    const found = async (content: Buffer | string, type = ''): Promise<string> => {
      const { id, mediaType, isImage } = await uploaded(app, ids.open, {
        ...by(author),
        content,
        type,
        name: 'x.png',
      });
      expect(isImage).toBe(mediaType in PICTURES);
      const { headers } = await download(app, `/attachments/${id}/x`, author.headers);
      expect(headers['content-type']).toMatch(mediaType);
      expect(headers['content-disposition']).toMatch(isImage ? /^inline;/ : /^attachment;/);
      return mediaType;
    };
    for (const [type, content] of Object.entries(PICTURES)) {
      expect(await found(content)).toBe(type);
      expect(await found(content, 'application/octet-stream')).toBe(type);
    }
    expect(await found('%PDF-1.7\n%âãÏÓ')).toBe('application/pdf');
    expect(await found('PK\x03\x04\x14\0')).toBe('application/zip');
    expect(await found(Buffer.from([0x1f, 0x8b, 8, 0]))).toBe('application/gzip');
    expect(await found('14:05 錯誤\n\x1b[31mred\x1b[0m')).toBe('text/plain');
    expect(await found(Buffer.from([0xb5, 0xb5, 0xb5]))).toBe('application/octet-stream');
    // Neither is ever shown, so that nothing in them runs.
    expect(await found('<svg onload="alert(1)"/>', 'image/svg+xml')).toBe('text/plain');
    expect(await found('<!doctype html><script>alert(1)</script>', 'text/html')).toBe('text/plain');
  });

  it('is refused if it was sent as another kind of image', async () => {
    const before = await contents();
    for (const [type, content] of [
      ['image/png', '<script>alert(1)</script>'],
      ['image/jpeg', PNG],
      ['IMAGE/GIF; x=y', PNG],
      ['image/webp', 'RIFF....WAVE'],
    ] as const) {
      const { status, answer } = await upload(app, ids.open, { ...by(author), type, content });
      expect([status, answer.code]).toEqual([400, 'VALIDATION']);
      expect(answer.message).toMatch(/was sent as image\/\w+, but is/);
    }
    expect(await contents()).toBe(before);
  });

  it('goes by a name that hides nothing', async () => {
    const name = async (given: string): Promise<string> =>
      (await uploaded(app, ids.open, { ...by(author), name: given, content: 'x' })).name;
    expect(await name('../../etc/passwd')).toBe('passwd');
    expect(await name('C:\\logs\\a b.txt')).toBe('a b.txt');
    expect(await name('a\r\nSet-Cookie: x=y\0.txt')).toBe('aSet-Cookie: x=y.txt');
    expect(await name('photo\u202egpj.exe')).toBe('photogpj.exe');
    expect(await name('\u2066\u200f..\ufeff')).toBe('file');
    expect(await name('  復盤   紀錄.log  ')).toBe('復盤 紀錄.log');
    expect(await name('.env')).toBe('.env');
    const long = await name(`${'長'.repeat(400)}.png`);
    expect([long.length, long.endsWith('長.png')]).toEqual([200, true]);
    expect(await name(`${'a'.repeat(199)}😀`)).toHaveLength(200);
  });

  it.each([
    ['復盤「圖」.png', '_____.png'],
    ['تقرير.png', '_____.png'],
    ['a"b\\c%d;e\'f.png', "c_d;e'f.png"],
    ['naïve (1).png', 'na_ve (1).png'],
    [`${'長'.repeat(196)}.png`, `${'_'.repeat(196)}.png`],
  ])('%s comes back under its name', async (given, plain) => {
    const { url, name } = await uploaded(app, ids.open, { ...by(author), name: given });
    const { status, headers } = await download(app, url, author.headers);
    expect(status).toBe(200);
    const [, ascii, utf8] =
      /^inline; filename="([^"]*)"; filename\*=UTF-8''([\w.%~-]*)$/.exec(
        headers['content-disposition'] ?? '',
      ) ?? [];
    expect([ascii, decodeURIComponent(utf8 ?? '')]).toEqual([plain, name]);
    // Fit for a link in Markdown.
    expect(url).toMatch(/^\/attachments\/[\da-f-]{36}\/[\w.%~-]+$/);
  });

  it('can do nothing where it is opened, and is asked for anew each time', async () => {
    const { url } = await uploaded(app, ids.open, by(author));
    const { headers } = await download(app, url, author.headers);
    const tag = `"${createHash('sha256').update(PNG).digest('hex')}"`;
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      'content-length': String(PNG.length),
      etag: tag,
    });
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await download(app, url, { ...author.headers, 'if-none-match': known });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', tag]);
    }
    const other = await download(app, url, { ...author.headers, 'if-none-match': '"x"' });
    expect(other.status).toBe(200);
    const head = await send(app, url, { method: 'HEAD', headers: author.headers });
    expect([head.status, head.headers.etag]).toEqual([200, tag]);
  });
});

describe('what is too much', () => {
  it('is refused at once where it is announced, and as soon as it shows where not', async () => {
    const before = await contents();
    const large = Buffer.alloc(LIMITS.attachmentBytes + 1);
    const announced = await upload(app, ids.open, { ...by(author), content: large });
    expect([announced.status, announced.answer.code]).toEqual([413, 'TOO_LARGE']);
    expect(announced.answer.message).toContain('10 MiB');
    const query = `postmortem=${ids.open}&name=x`;
    const inChunks = await send(app, `/attachments?${query}`, {
      method: 'POST',
      headers: author.headers,
      body: Array.from({ length: 11 }, () => Buffer.alloc(1024 * 1024)),
    });
    expect([inChunks.status, JSON.parse(inChunks.body)]).toMatchObject([
      413,
      { code: 'TOO_LARGE' },
    ]);
    expect(await contents()).toBe(before);
    const most = Buffer.alloc(LIMITS.attachmentBytes, 1);
    expect((await uploaded(app, ids.open, { ...by(author), content: most })).bytes).toBe(
      LIMITS.attachmentBytes,
    );
  });

  it('is an empty file, or one that goes nowhere', async () => {
    const empty = await upload(app, ids.open, { ...by(author), content: '' });
    expect([empty.status, empty.answer.message]).toEqual([400, expect.stringMatching(/empty/)]);
    for (const query of ['', '?postmortem=', `?postmortem=${ids.open}`, '?name=x']) {
      const init = { method: 'POST', headers: author.headers };
      const { status, body } = await send(app, `/attachments${query}`, init);
      expect([status, JSON.parse(body)]).toMatchObject([400, { code: 'VALIDATION' }]);
    }
  });

  it('is more than a case may hold', async () => {
    const { id } = await aCase(app);
    const add = (bytes: number) =>
      app.write((tx) =>
        app
          .get(AttachmentService)
          .add(tx, id, { name: 'x', declaredType: '', content: Buffer.alloc(bytes, 1) }),
      );
    for (let count = 0; count < LIMITS.attachmentsPerCase; count++) await add(1);
    const full = await upload(app, id, by(author));
    expect([full.status, full.answer.message]).toEqual([400, expect.stringMatching(/200 files/)]);
    expect(await rows(id)).toBe(200);
    await app.write(async (tx) => {
      await tx.db.delete(AttachmentEntity, { postmortemId: id });
    });
    const { id: one } = await add(1);
    await app.write((tx) =>
      tx.db.update(AttachmentEntity, { id: one }, { bytes: LIMITS.attachmentBytesPerCase - 60 }),
    );
    await expect(add(61)).rejects.toMatchObject({ messageKey: 'attachmentsTooLarge' });
    expect((await add(60)).bytes).toBe(60);
  }, 60_000);

  it('costs points, and more of them the larger it is', async () => {
    const limited = await startApp({
      as: 'door',
      env: { FUPAN_OPEN_DRAFTS: 'on', FUPAN_POINTS_PER_MINUTE: '10000' },
    });
    try {
      const somebody = await anAsker(limited, 'MEMBER');
      const { id } = await aCase(limited);
      const content = Buffer.alloc(LIMITS.attachmentBytes, 1);
      const first = await upload(limited, id, { ...by(somebody), content });
      const second = await upload(limited, id, { ...by(somebody), content });
      expect([first.status, second.status, second.answer.code]).toEqual([201, 429, 'RATE_LIMITED']);
    } finally {
      await limited.close();
    }
  });
});

describe('whoever may not', () => {
  it('is told so before their file is read, and leaves none', async () => {
    const before = await contents();
    const refusals = [
      await upload(app, ids.open, {}),
      await upload(app, ids.open, by(viewer)),
      await upload(app, ids.open, by(await anAsker(app, 'MEMBER', ['read']))),
      await upload(app, ids.open, {
        headers: { ...author.headers, 'sec-fetch-site': 'cross-site' },
      }),
      await upload(app, ids.open, { headers: { authorization: 'Bearer nonsense' } }),
    ];
    expect(refusals.map(({ status, answer }) => [status, answer.code])).toEqual([
      [401, 'UNAUTHENTICATED'],
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
      [401, 'UNAUTHENTICATED'],
    ]);
    expect(await contents()).toBe(before);
  });

  it('cannot tell a restricted case and its files from nothing', async () => {
    const { url, id } = await uploaded(app, ids.secret, by(author));
    const without = (text: string): string =>
      text.replace(/"requestId":"[^"]+"/, '').replace(/[\da-f-]{36}/g, '');
    const remove = `mutation ($id: ID!) { attachmentDelete(id: $id) {
      attachment { id } userErrors { code field message } } }`;
    for (const { headers } of [stranger, member, viewer, admin]) {
      const there = await upload(app, ids.secret, { headers });
      const nowhere = await upload(app, ids.nothing, { headers });
      expect(there.status).toBe(headers === viewer.headers ? 403 : 404);
      expect([there.status, without(JSON.stringify(there.answer))]).toEqual([
        nowhere.status,
        without(JSON.stringify(nowhere.answer)),
      ]);
      const [found, missing] = [
        await download(app, url, headers),
        await download(app, url.replace(id, ids.nothing), headers),
      ];
      expect(found.status).toBe(404);
      expect(without(found.body)).toBe(without(missing.body));
      expect(Object.keys(found.headers).sort()).toEqual(Object.keys(missing.headers).sort());
      const [kept, none] = [
        await graphql(app, remove, { id }, headers),
        await graphql(app, remove, { id: ids.nothing }, headers),
      ];
      expect(without(JSON.stringify(kept))).toBe(without(JSON.stringify(none)));
    }
    expect(await rows(ids.secret)).toBe(1);
    expect((await download(app, url, author.headers)).status).toBe(200);
    expect((await download(app, url)).status).toBe(401);
  });

  it('is sent to sign in if they open a file in a browser', async () => {
    const { url } = await uploaded(app, ids.open, by(author));
    const { status, headers } = await download(app, url, { accept: 'text/html' });
    expect([status, headers.location]).toEqual([
      303,
      `/sign-in?${new URLSearchParams({ next: url }).toString()}`,
    ]);
  });
});

describe('the audit log', () => {
  it('hears of files that are added, refused, read and removed', async () => {
    let id = '';
    const entries = await entriesBy(app, async () => {
      const file = await uploaded(app, ids.secret, by(author));
      id = file.id;
      await upload(app, ids.secret, { ...by(author), content: '' });
      await upload(app, ids.secret, by(stranger));
      await download(app, file.url, author.headers);
      await download(app, file.url, stranger.headers);
      await graphql(
        app,
        'mutation ($id: ID!) { attachmentDelete(id: $id) { userErrors { code } } }',
        { id },
        author.headers,
      );
    });
    const told = entries.map(({ act, personId, caseId, subjectId, code }) => ({
      ...{ act, personId, caseId, subjectId, code },
    }));
    const caseId = ids.secret;
    expect(told).toEqual([
      { act: 'attachmentCreate', personId: author.id, caseId, subjectId: id, code: null },
      {
        act: 'attachmentCreate',
        personId: author.id,
        caseId,
        subjectId: caseId,
        code: 'VALIDATION',
      },
      {
        act: 'attachmentCreate',
        personId: stranger.id,
        caseId: null,
        subjectId: caseId,
        code: 'NOT_FOUND',
      },
      { act: 'read', personId: author.id, caseId, subjectId: caseId, code: null },
      { act: 'attachmentDelete', personId: author.id, caseId, subjectId: id, code: null },
    ]);
  });
});

describe('a file that is removed', () => {
  it('is gone, and so are those of a case that is removed', async () => {
    const { id: caseId } = await aCase(app);
    const [first, second] = [
      await uploaded(app, caseId, by(member)),
      await uploaded(app, caseId, by(member)),
    ];
    const { data } = await graphql(
      app,
      'mutation ($id: ID!) { attachmentDelete(id: $id) { attachment { name } userErrors { code } } }',
      { id: first.id },
      member.headers,
    );
    expect(data).toEqual({ attachmentDelete: { attachment: { name: 'a.png' }, userErrors: [] } });
    expect((await download(app, first.url, member.headers)).status).toBe(404);
    const before = await contents();
    await app.write((tx) => app.get(PostmortemService).delete(tx, caseId));
    expect((await download(app, second.url, member.headers)).status).toBe(404);
    expect(await contents()).toBe(before - 1);
  });
});
