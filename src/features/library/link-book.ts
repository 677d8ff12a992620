import { z } from 'zod';

import type { Actor } from '../../core/actor.js';
import type { ReadManager } from '../../core/ctx.js';
import { caseDocumentSchema, type CaseDocument } from '../case-file/case-document.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { withoutBlanks } from './case-parts.js';

export type LinkDocument = CaseDocument['links'][number];

/** A case that links can lead to. */
export interface LinkTarget {
  readonly id: string;
  readonly key: string;
}

/** Under this key of `extra` a case keeps the links that lead to no case of the library. */
const UNRESOLVED = 'unresolvedLinks';
const unresolvedSchema = z.array(caseDocumentSchema.shape.links.unwrap().element);

/**
 * Where the links of one import lead. A file names another case by its key; here that case may have
 * got another one, or may come only later, so links are settled when all files have been read.
 */
export class LinkBook {
  readonly #targets = new Map<string, LinkTarget>();
  readonly #later: ReadonlySet<string>;

  /**
   * @param actor who imports; no link leads to a case that they may not read
   * @param later keys of cases that a later request of the same import brings
   */
  constructor(
    private readonly actor: Actor,
    later: Iterable<string> = [],
  ) {
    this.#later = new Set(later);
  }

  /** The same before anything was noted. */
  withoutTargets(): LinkBook {
    return new LinkBook(this.actor, this.#later);
  }

  /** Whether the case that the files call so is still to come. */
  comesLater(fileKey: string): boolean {
    return this.#later.has(fileKey) && !this.#targets.has(fileKey);
  }

  /** What has been noted. */
  noted(): [string, LinkTarget][] {
    return [...this.#targets];
  }

  /** Notes which case of the library a key in the files means. */
  note(fileKey: string, target: LinkTarget): void {
    this.#targets.set(fileKey, target);
  }

  /** The case of this import that the files call so. */
  target(fileKey: string): LinkTarget | undefined {
    return this.#targets.get(fileKey);
  }

  /** Where the keys lead: to the cases of this import, else to those that were there before, as far as the actor may read them. */
  async resolve(db: ReadManager, fileKeys: readonly string[]): Promise<Map<string, LinkTarget>> {
    const targets = new Map<string, LinkTarget>();
    const others = new Set<string>();
    for (const key of fileKeys) {
      const target = this.#targets.get(key);
      if (target) targets.set(key, target);
      else if (!this.#later.has(key)) others.add(key);
    }
    if (others.size > 0) {
      const query = db.createQueryBuilder(PostmortemEntity, 'p').select(['p.id', 'p.key']);
      const rows = await onlyReadable(query, this.actor, 'p')
        .andWhere('p.key IN (:...keys)', { keys: [...others] })
        .getMany();
      for (const { id, key } of rows) targets.set(key, { id, key });
    }
    return targets;
  }
}

/** All links that a document speaks of, also those that an earlier import could not resolve. */
export function linksOf(document: CaseDocument): LinkDocument[] {
  const kept = unresolvedSchema.safeParse(document.extra?.[UNRESOLVED]);
  return [...document.links, ...(kept.success ? kept.data : [])];
}

/** Links as the library has them: each kind of link to a case once, and none to the case itself. */
export interface SettledLinks {
  readonly links: LinkDocument[];
  /** Those that lead nowhere. */
  readonly unresolved: LinkDocument[];
}

export function settleLinks(
  wanted: readonly LinkDocument[],
  targets: ReadonlyMap<string, LinkTarget>,
  fromId: string,
): SettledLinks {
  const links = new Map<string, LinkDocument>();
  const unresolved: LinkDocument[] = [];
  for (const link of wanted) {
    const target = targets.get(link.to);
    if (!target || target.id === fromId) {
      unresolved.push(withoutBlanks(link));
      continue;
    }
    const mark = `${link.kind} ${target.id}`;
    const notes = [links.get(mark)?.note, link.note].filter((note) => note !== undefined);
    links.set(
      mark,
      withoutBlanks({
        to: target.key,
        kind: link.kind,
        note: notes.length > 0 ? [...new Set(notes)].join('\n\n') : undefined,
      }),
    );
  }
  return { links: [...links.values()], unresolved };
}

/** The document with these links, and the unresolved ones kept where the next export writes them. */
export function withLinks(document: CaseDocument, settled: SettledLinks): CaseDocument {
  const { [UNRESOLVED]: _before, ...others } = document.extra ?? {};
  const extra: NonNullable<CaseDocument['extra']> = {
    ...others,
    ...(settled.unresolved.length > 0
      ? {
          [UNRESOLVED]: settled.unresolved.map(({ to, kind, note }) => ({
            to,
            kind,
            ...(note === undefined ? {} : { note }),
          })),
        }
      : {}),
  };
  const { extra: _old, ...rest } = document;
  return {
    ...rest,
    links: settled.links,
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
}
