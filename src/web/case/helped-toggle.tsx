import { ThumbsUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { HelpfulVoteGiveDocument, HelpfulVoteWithdrawDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { useCase } from './case-context.js';
import css from './helped-toggle.module.css';

/** Says that the case helped the reader, or takes it back, and how many people it helped. */
export function HelpedToggle() {
  const { t } = useTranslation('case');
  const { t: tFrame } = useTranslation();
  const { postmortem, isClosed } = useCase();
  const { id: postmortemId, status, helpedCount, viewerWasHelped } = postmortem;
  const onFailed = (error: unknown): void => {
    say({ text: failureText(error, tFrame) });
  };
  const give = useChange(HelpfulVoteGiveDocument, { onFailed });
  const withdraw = useChange(HelpfulVoteWithdrawDocument, { onFailed });
  if (isClosed || status === 'DRAFT') return null;
  // Not disabled meanwhile, which would take the keyboard away from it.
  const toggle = (): void => {
    if (give.isPending || withdraw.isPending) return;
    (viewerWasHelped ? withdraw : give).mutate({ postmortemId });
  };
  return (
    <p className={css['helped']}>
      <Button
        size="small"
        className={css['toggle'] ?? ''}
        icon={<ThumbsUp aria-hidden />}
        aria-pressed={viewerWasHelped}
        onClick={toggle}
      >
        {t('helpedMe')}
      </Button>
      {helpedCount > 0 && <span role="status">{t('helped', { count: helpedCount })}</span>}
    </p>
  );
}
