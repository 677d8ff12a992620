import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { MailTestDocument, type ChannelsQuery } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import css from './settings.module.css';

/** Whether mail leaves, and a mail to see whether it arrives. */
export function MailPart({ status }: { readonly status: ChannelsQuery['mailStatus'] }) {
  const { t } = useTranslation('channel');
  const test = useChange(MailTestDocument, {
    touchesNothing: true,
    onDone: () => {
      say({ text: t('mailSent') });
    },
  });
  return (
    <section className={css['part']}>
      <h2>{t('mail')}</h2>
      {status.from === null ? (
        <Notice>
          <p>{t('mailIsOff')}</p>
        </Notice>
      ) : (
        <>
          <p className={css['lead']}>{t('mailIsOn', { from: status.from })}</p>
          {test.error && <Failure error={test.error} />}
          <Button
            disabled={test.isPending}
            onClick={() => {
              test.mutate({});
            }}
          >
            {t(test.isPending ? 'sending' : 'sendTestMail')}
          </Button>
        </>
      )}
    </section>
  );
}
