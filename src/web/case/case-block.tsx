import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { PartComments } from '../comments/part-comments.js';
import { buttonClass } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import css from './case-block.module.css';
import { useCase } from './case-context.js';
import { Editor } from './editors.js';
import type { Part } from './parts-of.js';

/** A part of the case under its heading; its editor stands in its place while it is written. */
export function CaseBlock({
  part: { id, name, lang, block },
  aside,
  isEmpty = false,
  children,
}: {
  readonly part: Part;
  /** What stands beside the heading. */
  readonly aside?: ReactNode;
  /** Nothing has been written here yet. */
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['case', 'frame']);
  const { mayEdit, editing, isClosed } = useCase();
  const isEdited = block !== undefined && editing === block;
  if (isClosed && !isEdited) return null;
  return (
    <section id={id} className={css['block']} aria-labelledby={`${id}-heading`}>
      <div className={css['head']}>
        <h2 id={`${id}-heading`} lang={lang} dir="auto">
          {name}
        </h2>
        {!isEdited && <PartComments part={id} name={name} />}
        {!isEdited && aside && <div className="no-print">{aside}</div>}
        {mayEdit && block !== undefined && !isEdited && (
          <Link
            to="."
            search={(search) => ({ ...search, edit: block })}
            replace
            resetScroll={false}
            data-edits={block}
            aria-label={t('case:editPart', { name })}
            className={`${buttonClass('quiet', 'small')} ${css['edit']} no-print`}
          >
            <Pencil aria-hidden />
            {t('frame:edit')}
          </Link>
        )}
      </div>
      {isEdited ? (
        <div className={css['editor']}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Editor block={block} />
          </Suspense>
        </div>
      ) : isEmpty ? (
        <p className={`${css['empty']} no-print`}>{t('case:nothingYet')}</p>
      ) : (
        children
      )}
    </section>
  );
}
