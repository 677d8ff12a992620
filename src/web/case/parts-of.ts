import type { TFunction } from 'i18next';

import { tagOf, type LanguageTag } from '../app/language.js';
import type { Block } from './case-address.js';
import type { CaseOnPage } from './case-on-page.js';

/** A part of a case that has a heading of its own, as the rail names it. */
export interface Part {
  /** Where it stands in the page, and what it is called in the address. */
  readonly id: string;
  readonly name: string;
  /** How much there is in it; undefined where that says nothing. */
  readonly count?: string | undefined;
  /** The language of its name, where the author gave it. */
  readonly lang?: LanguageTag;
  /** What it is called when it is written; undefined for what nobody writes. */
  readonly block?: Block;
}

/** The practices that were looked at, of sixteen. */
const PRACTICES = 16;

/**
 * The parts of a case in the order they are read in. What is empty is left out, except for whoever
 * may write it.
 */
export function partsOf(
  postmortem: CaseOnPage,
  mayEdit: boolean,
  t: TFunction<['case']>,
): readonly Part[] {
  const lang = tagOf(postmortem.language);
  const { timeline, allFactors, findings, practices, links, attachments } = postmortem;
  const { count, finished } = postmortem.actionProgress;
  const part = (block: Block, name: string, amount: number, count = `${amount}`): Part[] =>
    amount > 0 || mayEdit
      ? [{ id: block, name, block, count: amount > 0 ? count : undefined }]
      : [];
  return [
    ...(postmortem.summary !== '' || mayEdit
      ? [{ id: 'summary', name: t('case:summary'), block: 'summary' } as const]
      : []),
    ...postmortem.sections.map(({ position, heading }): Part => {
      const block: Block = `section-${position}`;
      return { id: block, name: heading, lang, block };
    }),
    ...part('timeline', t('case:timeline'), timeline.length),
    ...part('factors', t('case:factors'), allFactors.length),
    ...part('findings', t('case:findings'), findings.length),
    ...part('practices', t('case:practices'), practices.length, `${practices.length}/${PRACTICES}`),
    ...part('actions', t('case:actions'), count, `${finished}/${count}`),
    { id: 'links', name: t('case:related'), block: 'links', count: countOf(links.length) },
    ...(attachments.length > 0
      ? [{ id: 'attachments', name: t('case:attachments'), count: countOf(attachments.length) }]
      : []),
    { id: 'history', name: t('case:history'), count: `v${postmortem.revision}` },
  ];
}

const countOf = (amount: number): string | undefined => (amount === 0 ? undefined : `${amount}`);
