import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import { DueWords } from '../action/due-cell.js';
import {
  KinCasesDocument,
  RecurrenceAnswerDocument,
  RecurrenceAnswerWithdrawDocument,
  type KinCasesQuery,
  type PreventionAnswer,
} from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import css from './kin.module.css';
import { KinReason } from './kin-reason.js';

type KinCase = KinCasesQuery['kinCases'][number];
type KinAction = KinCase['actions'][number];

const ANSWERS = ['YES', 'PARTLY', 'NO'] as const satisfies readonly PreventionAnswer[];

/**
 * What earlier cases like this one asked for and nobody has done, with the question whether it would
 * have prevented this one.
 */
export function KinBlock({
  postmortemId,
  mayAnswer,
}: {
  readonly postmortemId: string;
  readonly mayAnswer: boolean;
}) {
  const { t } = useTranslation('kin');
  const heading = useId();
  const { data } = useAsk(KinCasesDocument, { id: postmortemId }, { keep: true });
  const kin = data?.kinCases ?? [];
  if (kin.length === 0) return null;
  return (
    <section className={css['block']} aria-labelledby={heading}>
      <h3 id={heading}>{t('title')}</h3>
      <p className={css['means']}>{t('means')}</p>
      {kin.map((each) => (
        <Kin
          key={each.postmortem.id}
          kin={each}
          postmortemId={postmortemId}
          mayAnswer={mayAnswer}
        />
      ))}
    </section>
  );
}

function Kin({
  kin,
  postmortemId,
  mayAnswer,
}: {
  readonly kin: KinCase;
  readonly postmortemId: string;
  readonly mayAnswer: boolean;
}) {
  const { t } = useTranslation('kin');
  const { key, title, language } = kin.postmortem;
  const rest = kin.actionCount - kin.actions.length;
  return (
    <article className={css['kin']}>
      <h4>
        <Link to="/postmortems/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          <span lang={tagOf(language)} dir="auto">
            {title}
          </span>
        </Link>
      </h4>
      <KinReason of={kin} />
      <ul className={css['actions']}>
        {kin.actions.map((action) => (
          <li key={action.actionItem.id}>
            <Action of={action} postmortemId={postmortemId} mayAnswer={mayAnswer} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={css['means']}>{t('more', { count: rest })}</p>}
    </article>
  );
}

function Action({
  of: { actionItem, answer },
  postmortemId,
  mayAnswer,
}: {
  readonly of: KinAction;
  readonly postmortemId: string;
  readonly mayAnswer: boolean;
}) {
  const { t } = useTranslation('kin');
  const { id, key, title, status, postmortem, owner } = actionItem;
  return (
    <>
      <div>
        <Link to="/actions/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          <span lang={tagOf(postmortem.language)} dir="auto">
            {title}
          </span>
        </Link>
        <p className={css['how']}>
          <ActionState of={status} />
          {owner && <span dir="auto">{owner.name}</span>}
          <DueWords of={actionItem} />
        </p>
      </div>
      {mayAnswer ? (
        <Answers
          label={t('question', { key })}
          postmortemId={postmortemId}
          actionId={id}
          answer={answer?.answer ?? null}
        />
      ) : (
        answer && <p className={css['how']}>{t(`answer${answer.answer}`)}</p>
      )}
    </>
  );
}

/** Yes, partly, no; the answer that is given is taken back by choosing it again. */
function Answers({
  label,
  postmortemId,
  actionId,
  answer,
}: {
  readonly label: string;
  readonly postmortemId: string;
  readonly actionId: string;
  readonly answer: PreventionAnswer | null;
}) {
  const { t } = useTranslation('kin');
  const { t: tFrame } = useTranslation();
  const onFailed = (error: unknown): void => {
    say({ text: failureText(error, tFrame) });
  };
  const give = useChange(RecurrenceAnswerDocument, { onFailed });
  const withdraw = useChange(RecurrenceAnswerWithdrawDocument, { onFailed });
  const ids = { postmortem: postmortemId, action: actionId };
  return (
    <div className={css['answers']} role="group" aria-label={label}>
      {ANSWERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={answer === each}
          disabled={give.isPending || withdraw.isPending}
          onClick={() => {
            if (answer === each) withdraw.mutate(ids);
            else give.mutate({ ...ids, answer: each });
          }}
        >
          {t(`choose${each}`)}
        </button>
      ))}
    </div>
  );
}
