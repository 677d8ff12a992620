import { useMemo } from 'react';

import type { LanguageTag } from '../app/language.js';
import css from './prose.module.css';
import { trusted } from './trusted.js';

/** Text that the server has rendered from Markdown; nothing else is ever put into the page as HTML. */
export function Prose({ html, lang }: { readonly html: string; readonly lang: LanguageTag }) {
  const inner = useMemo(() => ({ __html: trusted(html) }), [html]);
  return <div className={css['prose']} lang={lang} dir="auto" dangerouslySetInnerHTML={inner} />;
}
