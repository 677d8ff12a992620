import type { CaseLineFragment } from '../gql/documents.js';

/** The address of a case, for others. */
export const linkTo = (key: string): string => `${window.location.origin}/postmortems/${key}`;

/** A link to a case as Markdown: `[PM-42: title](https://…)`. */
export const citation = ({ key, title }: Pick<CaseLineFragment, 'key' | 'title'>): string =>
  `[${key}: ${title.replaceAll(/[[\]\\]/g, String.raw`\$&`)}](${linkTo(key)})`;
