import { useTranslation } from 'react-i18next';

import type { TrackerConnectionLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Secret } from './secret.js';

/** A secret that was just made, and for which tracker. */
export interface NewSecret {
  readonly connection: TrackerConnectionLineFragment;
  readonly secret: string;
}

/** What is to be done in the tracker so that it tells fupan, with what has to be copied there. */
export function TrackerSteps({
  of: { connection, secret },
  onClose,
}: {
  readonly of: NewSecret;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('tracker');
  const { name, provider, hookUrl } = connection;
  return (
    <Notice kind="good" action={<Button onClick={onClose}>{t('copied')}</Button>}>
      <p>
        <strong dir="auto">{t('connectTitle', { name })}</strong>
      </p>
      <p>{t(`steps${provider}`)}</p>
      <p>{t('hookUrl')}</p>
      <Secret text={hookUrl} label={t('hookUrl')} />
      <p>{t('secret')}</p>
      <Secret text={secret} label={t('secret')} />
      <p>{t('secretOnce')}</p>
    </Notice>
  );
}
