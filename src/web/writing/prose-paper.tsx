import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import type { LanguageTag } from '../app/language.js';
import { MentionsDocument } from '../gql/documents.js';
import { useLanguageCheck } from '../guidance/use-language-check.js';
import { WrittenLanguage } from '../guidance/written-language.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import type { CodeHandle } from './code-area.js';
import { Preview } from './preview.js';
import css from './prose-desk.module.css';
import { Toolbar } from './toolbar.js';
import { usePreviewText } from './use-preview-text.js';
import { useUpload } from './use-upload.js';
import { useWide } from './use-wide.js';

// A reader never needs it.
const CodeArea = lazy(() => import('./code-area.js').then((m) => ({ default: m.CodeArea })));

/** Pixels from which text and preview stand side by side. */
const WIDE_PX = 700;

interface ProsePaperProps {
  readonly ref: RefObject<CodeHandle | null>;
  readonly caseId: string;
  readonly label: string;
  readonly describedBy: string;
  readonly lang: LanguageTag;
  readonly initial: string;
  readonly onWritten: (read: () => string) => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

/** The text with its tools, and beside it (or in its place) what will become of it. */
export function ProsePaper({ ref, caseId, lang, onWritten, ...rest }: ProsePaperProps) {
  const { t } = useTranslation('prose');
  const desk = useRef<HTMLDivElement>(null);
  const isWide = useWide(desk, WIDE_PX);
  const [isPreviewed, setPreviewed] = useState(false);
  const preview = usePreviewText(isPreviewed);
  const language = useLanguageCheck(rest.initial);
  useEffect(() => {
    ref.current?.show(language.found);
  }, [ref, language.found]);
  const keep = useUpload(caseId);
  return (
    <div ref={desk}>
      <div className={css['bar']}>
        <Toolbar
          onEdit={(make) => ref.current?.edit(make)}
          onFiles={(files) => ref.current?.insertFiles(files)}
        />
        <Button
          kind="quiet"
          size="small"
          aria-pressed={isPreviewed}
          onClick={() => {
            preview.show(ref.current?.text() ?? rest.initial);
            setPreviewed(!isPreviewed);
          }}
        >
          {isPreviewed && !isWide ? t('write') : t('preview')}
        </Button>
      </div>
      <div className={isPreviewed && isWide ? css['both'] : undefined}>
        <div className={css['paper']} hidden={isPreviewed && !isWide}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <CodeArea
              {...rest}
              ref={ref}
              lang={lang}
              placeholder={t('placeholder')}
              linkLabel={t('linkLabel')}
              onChange={(read) => {
                onWritten(read);
                preview.changed(read);
                language.changed(read);
              }}
              search={async (query, signal) =>
                (await send(MentionsDocument, { query }, signal)).linkTargets
              }
              uploading={(name) => t('uploading', { name })}
              upload={keep}
            />
          </Suspense>
        </div>
        {isPreviewed && (
          <div className={css['preview']} role="region" aria-label={t('preview')} tabIndex={0}>
            <Preview text={preview.text} lang={lang} />
          </div>
        )}
      </div>
      <WrittenLanguage found={language.found} onGo={(place) => ref.current?.select(place)} />
    </div>
  );
}
