import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor, PersonActor } from '../../src/core/actor.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { CaseLinkService } from '../../src/features/case-link/case-link.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { ExportService } from '../../src/features/library/export.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aCase, aPerson } from '../support/factory.js';
import { contentsOf, scratchFolder } from '../support/files.js';

/** A word that stands in every part of the draft and nowhere else. */
const WORD = 'potoroodraft';

let app: TestApp;
let author: PersonEntity;
let reviewer: PersonEntity;
let facilitator: PersonEntity;
let stranger: PersonEntity;
let draft: PostmortemEntity;
let open: PostmortemEntity;
let incidentKey = '';
let itemKey = '';

beforeAll(async () => {
  app = await startApp();
  [author, reviewer, facilitator, stranger] = [
    await aPerson(app, 'Author'),
    await aPerson(app, 'Reviewer'),
    await aPerson(app, 'Facilitator'),
    await aPerson(app, 'Stranger'),
  ];
  const service = await app.write((tx) => app.get(ServiceCatalog).create(tx, { name: 'checkout' }));
  const incident = await app.write((tx) =>
    app.get(IncidentService).create(tx, {
      title: 'Everybody knows that it happened',
      severity: 'SEV2',
      services: [{ serviceId: service.id }],
    }),
  );
  incidentKey = incident.key;
  open = await aCase(app, { title: 'Ready' });
  draft = await aCase(app, {
    title: WORD,
    tags: [WORD],
    authorIds: [author.id],
    reviewerIds: [reviewer.id],
    facilitatorId: facilitator.id,
    readers: [{ personId: stranger.id }],
    incidentIds: [incident.id],
    sections: [{ heading: '', body: WORD }],
  });
  await app.write(async (tx) => {
    await app.get(PostmortemLifecycle).submit(tx, open.id);
    const link = { toId: draft.id, kind: 'RELATED', note: WORD } as const;
    await app.get(CaseLinkService).link(tx, open.id, link);
    const item = await app
      .get(ActionItemService)
      .create(tx, { postmortemId: draft.id, title: WORD, ownerId: stranger.id });
    itemKey = item.key;
  });
  await app.platform.outbox.drained();
});
afterAll(async () => {
  await app.close();
});

const as = (person: { id: string }, role: PersonActor['role'] = 'MEMBER'): PersonActor => ({
  kind: 'person',
  personId: person.id,
  role,
});

/** Every road to a case that a reader has, and how many cases each shows. */
const roads = (): string => `{
  postmortems { totalCount nodes { title links { note postmortem { title } } revisions { nodes { markdown } } } }
  tagged: postmortems(filter: { tag: "${WORD}" }) { totalCount }
  drafts: postmortems(filter: { status: DRAFT }) { totalCount }
  about: postmortems(filter: { service: "checkout" }) { totalCount }
  incidents { totalCount nodes { title postmortems { title } } }
  written: incidents(filter: { hasPostmortem: true }) { totalCount }
  unwritten: incidents(filter: { hasPostmortem: false }) { totalCount }
  actionItems(filter: { ownerId: "${stranger.id}" }) { totalCount nodes { title } }
  byWord: search(query: "${WORD.slice(0, 9)}") { totalCount didYouMean nodes { postmortem { title } } }
  everything: search(query: "") { totalCount facets { values { value } } }
  similarCases(postmortemId: "${open.id}") { postmortem { title } sharedTerms }
  services { nodes { incidentCount } }
  byKey: postmortem(key: "${draft.key}") { title }
  incident(key: "${incidentKey}") { title postmortems { title } }
  actionItem(key: "${itemKey}") { title }
  revision(postmortemId: "${draft.id}", number: 1) { markdown }
  node(id: "${draft.id}") { id }
}`;

const UNSEEN = {
  ...{ tagged: 0, drafts: 0, about: 0, incidents: 1, written: 0, unwritten: 1 },
  ...{ postmortems: 1, actionItems: 0, byWord: 0, everything: 1 },
};
const SEEN = {
  ...{ tagged: 1, drafts: 1, about: 1, incidents: 1, written: 1, unwritten: 0 },
  ...{ postmortems: 2, actionItems: 1, byWord: 1, everything: 2 },
};

/** What somebody is shown: the counts, and the whole answer as text. */
async function shown(actor: Actor) {
  const answer = await askAs<Record<string, { totalCount?: number } | null>>(app, actor, roads());
  const counts = Object.fromEntries(
    Object.entries(answer).flatMap(([road, value]) =>
      value?.totalCount === undefined ? [] : [[road, value.totalCount]],
    ),
  );
  const single = ['byKey', 'actionItem', 'revision', 'node'].filter((road) => answer[road]);
  return { counts, single, text: JSON.stringify(answer) };
}

describe('a draft', () => {
  it('is for those who write and review it', async () => {
    for (const person of [author, reviewer, facilitator]) {
      const { counts, single } = await shown(as(person, 'VIEWER'));
      expect({ counts, single: single.length }).toEqual({ counts: SEEN, single: 4 });
    }
  });

  it('shows to nobody else: not to administrators, nor to its readers and owners of its actions', async () => {
    for (const actor of [as(stranger), as(stranger, 'ADMIN'), as(stranger, 'VIEWER')]) {
      const { counts, single, text } = await shown(actor);
      expect({ counts, single }).toEqual({ counts: UNSEEN, single: [] });
      expect(text).not.toContain(WORD);
      expect(text).toContain('Everybody knows that it happened');
    }
    const folder = scratchFolder();
    await app.get(ExportService).run(app.ctx(as(stranger)), { folder: folder.path });
    expect(JSON.stringify(contentsOf(folder.path))).not.toContain(WORD);
    folder.remove();
  });

  it('is open to everybody where the library says so', async () => {
    const { counts, single } = await shown({ ...as(stranger), readsDrafts: true });
    expect({ counts, single: single.length }).toEqual({ counts: SEEN, single: 4 });
  });

  it('answers those who do not see it as if it were not there', async () => {
    for (const mutation of [
      `postmortemUpdate(id: "${draft.id}", input: { title: "x" })`,
      `postmortemSubmit(id: "${draft.id}")`,
      `postmortemDelete(id: "${draft.id}")`,
      `findingCreate(postmortemId: "${draft.id}", input: { kind: LUCKY, text: "x" })`,
      `caseLink(postmortemId: "${open.id}", input: { toId: "${draft.id}", kind: DUPLICATE })`,
    ]) {
      const answer = await askAs<Record<string, { userErrors: Refusal[] }>>(
        app,
        as(stranger, 'ADMIN'),
        `mutation { ${mutation} { userErrors { code } } }`,
      );
      const [payload] = Object.values(answer);
      expect(payload?.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    }
  });

  it('is there for everybody once it is handed in, and gone at once when it is reopened', async () => {
    const lifecycle = app.get(PostmortemLifecycle);
    const submitted = await app.write((tx) => lifecycle.submit(tx, draft.id), as(author));
    await app.platform.outbox.drained();
    const all = { ...SEEN, drafts: 0 };
    expect((await shown(as(stranger))).counts).toEqual(all);
    // Before the index has heard.
    await app.platform.outbox.stop();
    await app.write((tx) => lifecycle.reopen(tx, submitted.id), as(reviewer));
    const { counts, single, text } = await shown(as(stranger, 'ADMIN'));
    expect({ counts, single }).toEqual({ counts: UNSEEN, single: [] });
    expect(text).not.toContain(WORD);
    expect((await shown(as(author))).counts).toEqual(SEEN);
    app.platform.outbox.start();
    await app.platform.outbox.drained();
    expect((await shown(as(stranger))).counts).toEqual(UNSEEN);
  });

  it('is made of a case only by those who would still see it', async () => {
    const lifecycle = app.get(PostmortemLifecycle);
    const { id } = await aCase(app, { authorIds: [author.id] });
    await app.write((tx) => lifecycle.submit(tx, id));
    for (const role of ['MEMBER', 'ADMIN'] as const) {
      await expect(
        app.write((tx) => lifecycle.reopen(tx, id), as(stranger, role)),
      ).rejects.toMatchObject({ code: 'VALIDATION', messageKey: 'lockedOut', field: ['id'] });
    }
    const found = await app.get(PostmortemService).find(app.ctx(as(stranger)), { id });
    expect(found?.status).toBe('IN_REVIEW');
    await app.write((tx) => lifecycle.reopen(tx, id), { ...as(stranger), readsDrafts: true });
  });
});
