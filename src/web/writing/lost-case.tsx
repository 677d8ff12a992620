import { useTranslation } from 'react-i18next';

import { useCopy } from '../app/copy.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import css from './prose-desk.module.css';

/** The case is not there any more, or not for us: what was written can still be taken along. */
export function LostCase({ text }: { readonly text: string }) {
  return (
    <>
      <LostCaseNotice read={() => text} />
      {text !== '' && <pre className={css['lost']}>{text}</pre>}
    </>
  );
}

export function LostCaseNotice({ read }: { readonly read: () => string }) {
  const { t } = useTranslation('prose');
  const copy = useCopy();
  return (
    <Notice
      kind="fault"
      action={
        <Button
          size="small"
          onClick={() => {
            copy(read());
          }}
        >
          {t('copyMyText')}
        </Button>
      }
    >
      {t('caseLost')}
    </Notice>
  );
}
