import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { DigestPreviewDocument, DigestTestDocument, type DigestSubject } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import css from './digest.module.css';

interface Which {
  readonly of: DigestSubject;
  readonly week: string;
  /** Of a team. */
  readonly teamKey?: string | undefined;
}

/** What the mail of a digest says, and a way to have it sent. */
export function DigestMail(which: Which) {
  const { t } = useTranslation('digest');
  const [isOpen, setIsOpen] = useState(false);
  const send = useChange(DigestTestDocument, {
    onDone: () => {
      say({ text: t('testSent') });
    },
  });
  return (
    <section className={`${css['section']} no-print`}>
      <details
        onToggle={({ currentTarget }) => {
          setIsOpen(currentTarget.open);
        }}
      >
        <summary>{t('preview')}</summary>
        {isOpen && <Preview {...which} />}
      </details>
      <p>
        <Button
          disabled={send.isPending}
          onClick={() => {
            const { of, week, teamKey = null } = which;
            send.mutate({ input: { of, week, teamKey } });
          }}
        >
          <Mail aria-hidden />
          {t('sendTest')}
        </Button>
      </p>
      {send.error && <Failure error={send.error} />}
    </section>
  );
}

function Preview({ of, week, teamKey = '' }: Which) {
  const { data, error, refetch } = useAsk(DigestPreviewDocument, {
    week,
    team: teamKey,
    isTeam: of === 'TEAM',
    isMine: of === 'PERSON',
    isAll: of === 'ORGANIZATION',
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const mail = (data.team ?? data.mine ?? data.all)?.mailText;
  return mail ? (
    <pre className={css['mail']} dir="auto">
      {mail.text}
    </pre>
  ) : null;
}
