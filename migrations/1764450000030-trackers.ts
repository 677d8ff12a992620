import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('tracker_link', {
    columns: {
      id: column.id,
      action_item_id: column.id,
      position: column.integer,
      provider: column.word,
      host: column.word,
      label: column.word,
      url: column.text,
      identity: column.word,
      title: column.textOrNull,
      state: column.word,
      state_at: column.instantOrNull,
      seen_at: column.instantOrNull,
      proposed_at: column.instantOrNull,
      answer: column.wordOrNull,
      answered_at: column.instantOrNull,
      answered_by_id: column.idOrNull,
      note: column.textOrNull,
    },
    primaryKey: ['id'],
    references: {
      action_item_id: ['action_item', 'CASCADE'],
      answered_by_id: ['person', 'RESTRICT'],
    },
    unique: [['action_item_id', 'identity']],
    indexes: [['identity'], ['answered_by_id']],
  }),
  table('tracker_connection', {
    columns: {
      id: column.id,
      version: column.integer,
      provider: column.word,
      name: column.word,
      base_url: column.text,
      projects: column.textOrNull,
      secret: column.text,
      previous_secret: column.textOrNull,
      previous_until: column.instantOrNull,
      created_at: column.instant,
      last_delivery_at: column.instantOrNull,
      last_error: column.wordOrNull,
      last_error_at: column.instantOrNull,
      archived_at: column.instantOrNull,
    },
    primaryKey: ['id'],
  }),
  table('tracker_delivery', {
    columns: {
      id: column.id,
      connection_id: column.id,
      delivery: column.word,
      digest: column.word,
      received_at: column.instant,
    },
    primaryKey: ['id'],
    references: { connection_id: ['tracker_connection', 'CASCADE'] },
    unique: [
      ['connection_id', 'delivery'],
      ['connection_id', 'digest'],
    ],
    indexes: [['connection_id', 'received_at']],
  }),
];

const AT_ONCE = 500;

/**
 * Issues of trackers that follow action items, and the trackers that tell what becomes of them. The
 * addresses that items have already become links where they are those of issues.
 */
export class Trackers1764450000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
    for (let last = ''; ;) {
      const rows = await runner.manager
        .createQueryBuilder()
        .select('a.id', 'id')
        .addSelect('a.tracker_url', 'address')
        .from('action_item', 'a')
        .where('a.tracker_url IS NOT NULL AND a.id > :last', { last })
        .orderBy('a.id')
        .limit(AT_ONCE)
        .getRawMany<{ id: string; address: string }>();
      const links = rows
        .map(({ id, address }) => linkTo(id, address))
        .filter((link) => link !== null);
      for (const link of links) {
        const columns = Object.keys(link);
        const { driver } = runner.dataSource;
        const places = columns.map((name, at) => driver.createParameter(name, at));
        const into = `INSERT INTO tracker_link (${columns.join(', ')})`;
        await runner.query(`${into} VALUES (${places.join(', ')})`, Object.values(link));
      }
      last = rows.at(-1)?.id ?? '';
      if (rows.length < AT_ONCE) return;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}

/** Each item had one address, so that the link can go by the id of its item. */
function linkTo(id: string, address: string): Record<string, string | number> | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  const issue = issueAt(pathname);
  if (!/^https?:$/.test(protocol) || host === 'bitbucket.org' || !issue) return null;
  const { path, sameAs = path, ...named } = issue;
  const identity = `${host}${sameAs}`.toLowerCase();
  if (identity.length > 255) return null;
  const url = `${protocol}//${host}${path}`;
  return { id, action_item_id: id, position: 0, host, url, identity, state: 'UNKNOWN', ...named };
}

/** The usual addresses, as they were read when this was written. */
function issueAt(
  pathname: string,
): { provider: string; label: string; path: string; sameAs?: string } | null {
  const gitlab = /^\/((?:[\w.~-]+\/)+[\w.~-]+)\/-\/(issues|merge_requests)\/(\d{1,10})(?=\/|$)/;
  const [, project, kind, iid] = gitlab.exec(pathname) ?? [];
  if (project && kind && iid) {
    const label = `${project}${kind === 'issues' ? '#' : '!'}${iid}`;
    return { provider: 'GITLAB', label, path: `/${project}/-/${kind}/${iid}` };
  }
  const github = /^\/([\w.~-]+\/[\w.~-]+)\/(issues|pull)\/(\d{1,10})(?=\/|$)/;
  const [, repository, word, number] = github.exec(pathname) ?? [];
  if (repository && word && number) {
    const path = `/${repository}/${word}/${number}`;
    const sameAs = `/${repository}/issues/${number}`;
    return { provider: 'GITHUB', label: `${repository}#${number}`, path, sameAs };
  }
  const jira = /^((?:\/[\w.~-]+)*?)\/browse\/([A-Za-z]\w{0,60}-\d{1,10})(?=\/|$)/;
  const [, base = '', key] = jira.exec(pathname) ?? [];
  if (!key) return null;
  return {
    provider: 'JIRA',
    label: key.toUpperCase(),
    path: `${base}/browse/${key.toUpperCase()}`,
  };
}
