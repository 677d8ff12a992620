import { Suspense, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Prose } from '../ui/prose.js';
import { Skeleton } from '../ui/notice.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import { cutLongText } from './cut-long-text.js';
import { Editor } from './editors.js';
import type { Part } from './parts-of.js';
import css from './prose-blocks.module.css';

/** Characters of HTML from which a section is laid out only where one looks. */
const LONG = 50_000;

/** What the authors wrote: the summary, then the sections in their order. */
export function ProseBlocks({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation('case');
  const { postmortem, editing, isClosed } = useCase();
  const { summaryHtml, sections } = postmortem;
  const summary = parts.find(({ id }) => id === 'summary');
  return (
    <>
      {summary && (
        <CaseBlock part={summary} isEmpty={summaryHtml === ''}>
          <Text html={summaryHtml} isLead />
        </CaseBlock>
      )}
      {editing === 'sections' ? (
        <section id="sections" aria-label={t('arrangeSections')} className={css['sections']}>
          <h2>{t('arrangeSections')}</h2>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Editor block="sections" />
          </Suspense>
        </section>
      ) : (
        sections.map(({ position, bodyHtml }) => {
          const part = parts.find(({ id }) => id === `section-${position}`);
          return (
            part && (
              <CaseBlock key={position} part={part} isEmpty={bodyHtml === ''}>
                {!isClosed && <Text html={bodyHtml} />}
              </CaseBlock>
            )
          );
        })
      )}
    </>
  );
}

function Text({ html, isLead = false }: { readonly html: string; readonly isLead?: boolean }) {
  const { lang } = useCase();
  const isLong = html.length > LONG;
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isLong && text.current) cutLongText(text.current, css['piece'] ?? '');
  }, [html, isLong]);
  return (
    <div ref={text} className={isLead ? css['lead'] : isLong ? css['long'] : undefined}>
      <Prose html={html} lang={lang} />
    </div>
  );
}
