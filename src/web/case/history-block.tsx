import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Ago, Day } from '../ui/instant.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import css from './history-block.module.css';
import type { Part } from './parts-of.js';

/** How it came to be, in a line, and the way to all of it. */
export function HistoryBlock({ part }: { readonly part: Part }) {
  const { t } = useTranslation('case');
  const { key, revision, createdAt, publishedAt, updatedAt } = useCase().postmortem;
  return (
    <CaseBlock part={part}>
      <dl className={css['facts']}>
        <div>
          <dt>{t('begun')}</dt>
          <dd>
            <Day at={createdAt} />
          </dd>
        </div>
        {publishedAt !== null && (
          <div>
            <dt>{t('published')}</dt>
            <dd>
              <Day at={publishedAt} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('lastChanged')}</dt>
          <dd>
            <Ago at={updatedAt} />
          </dd>
        </div>
      </dl>
      <Link to="/postmortems/$key/history" params={{ key }} className="no-print">
        {t('allRevisions', { count: revision })}
      </Link>
    </CaseBlock>
  );
}
