import { escapedHtml } from '../mail/mail-page.js';

/** One entry of a feed. */
export interface AtomEntry {
  /** An IRI that never changes, whatever becomes of addresses. */
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  /** The page that it is about. */
  readonly url: string;
  /** HTML; it is escaped here. */
  readonly content: string;
}

/** A feed; the newest entry first. */
export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly language: string;
  readonly author: string;
  /** Its own address, without what opens it. */
  readonly self: string;
  readonly url: string;
  readonly entries: readonly AtomEntry[];
}

/** What XML 1.0 has no way to write. */
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const xml = (text: string): string => escapedHtml(text.replace(UNSPEAKABLE, '\ufffd'));

/** A feed as RFC 4287 has it. */
export function atomDocument({
  id,
  title,
  updated,
  language,
  author,
  self,
  url,
  entries,
}: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${xml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
${entries.map(entryOf).join('')}</feed>
`;
}

const entryOf = ({ id, title, updated, url, content }: AtomEntry): string => `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${updated.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
<content type="html">${xml(content)}</content>
</entry>
`;
