import { Link2, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useCopy } from '../app/copy.js';
import type { CaseLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { citation, linkTo } from './citation.js';
import css from './result-actions.module.css';

/** Takes a case elsewhere: its address, or a citation in Markdown. */
export function ResultActions({ of: postmortem }: { readonly of: CaseLineFragment }) {
  const { t } = useTranslation('library');
  const copy = useCopy();
  return (
    <p className={css['actions']}>
      <Button
        kind="quiet"
        size="small"
        icon={<Link2 />}
        onClick={() => {
          copy(linkTo(postmortem.key));
        }}
      >
        {t('copyLink')}
      </Button>
      <Button
        kind="quiet"
        size="small"
        icon={<Quote />}
        onClick={() => {
          copy(citation(postmortem));
        }}
      >
        {t('copyCitation')}
      </Button>
    </p>
  );
}
