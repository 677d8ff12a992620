import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { MinutesSendDocument, type MeetingFactsFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { listed } from '../ui/listed.js';

/** Names that are read; of more there is a number. */
const NAMED = 30;

/** Says who gets the minutes, and has them sent. */
export function SendMinutes({
  meeting: { id, key, attendance },
  onClose,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['meetings', 'frame']);
  const { mutate, isPending, error } = useChange(MinutesSendDocument, {
    onDone: () => {
      say({ text: t('meetings:sentSaid', { key }) });
      onClose();
    },
  });
  const names = attendance
    .filter(({ isInvited, presence }) => isInvited || presence === 'PRESENT')
    .map(({ person }) => person.name);
  const more = names.length - NAMED;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('meetings:sendAgainTitle', { key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button
            kind="main"
            disabled={isPending || names.length === 0}
            onClick={() => {
              mutate({ id });
            }}
          >
            {t('meetings:sendAgain')}
          </Button>
        </>
      }
    >
      {error && <Failure error={error} />}
      {names.length === 0 ? (
        <p>{t('meetings:nobodyInvited')}</p>
      ) : (
        <>
          <p>{t('meetings:sendAgainMeans')}</p>
          <p>
            {t('meetings:sendAgainTo', { count: names.length })}{' '}
            <bdi>{listed(names.slice(0, NAMED), i18n.language)}</bdi>
            {more > 0 && <> {t('meetings:andMore', { count: more })}</>}
          </p>
        </>
      )}
    </Dialog>
  );
}
