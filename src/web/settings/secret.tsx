import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useCopy } from '../app/copy.js';
import { Button } from '../ui/button.js';
import css from './settings.module.css';

/** Something to be copied and kept: a token, a link. */
export function Secret({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation();
  const copy = useCopy();
  return (
    <div className={css['secret']}>
      <input
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <Button
        icon={<Copy />}
        onClick={() => {
          copy(text);
        }}
      >
        {t('copy')}
      </Button>
    </div>
  );
}
