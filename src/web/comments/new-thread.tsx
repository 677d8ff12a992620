import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { useCase } from '../case/case-context.js';
import { CommentThreadCreateDocument, type ThreadKind } from '../gql/documents.js';
import { useComments } from './comments-context.js';
import css from './comments.module.css';
import { keyOf, takesPerspectives, type Place } from './place.js';
import { useTellUnseen } from './use-tell-unseen.js';
import { WordsForm } from './words-form.js';

const KINDS = ['COMMENT', 'QUESTION', 'PERSPECTIVE'] as const satisfies ThreadKind[];

/** Says or asks something about a part of the case. */
export function NewThread({
  place,
  quote,
  onDone,
}: {
  readonly place: Place;
  readonly quote: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['frame', 'comments']);
  const { lang } = useCase();
  const comments = useComments();
  const [kind, setKind] = useState<ThreadKind>('COMMENT');
  const [isForMeeting, setForMeeting] = useState(false);
  const tellUnseen = useTellUnseen();
  const { mutate, error, isPending } = useChange(CommentThreadCreateDocument, {
    onDone: ({ cannotSee }) => {
      tellUnseen(cannotSee);
    },
  });
  const kinds = KINDS.filter((each) => each !== 'PERSPECTIVE' || takesPerspectives(place));
  return (
    <WordsForm
      unsentKey={`new ${keyOf(place)}`}
      label={t(`comments:write${kind}`)}
      action={t(`comments:send${kind}`)}
      isPending={isPending}
      fault={error ? failureText(error, t) : undefined}
      onLeave={onDone}
      send={(text, forget) => {
        const input = {
          ...{ kind, text, part: place.part, partId: place.partId, heading: place.heading },
          ...(quote === '' ? {} : { quote }),
          ...(kind === 'QUESTION' ? { forMeeting: isForMeeting } : {}),
        };
        const onSuccess = (): void => {
          forget();
          onDone();
        };
        mutate({ postmortemId: comments?.caseId ?? '', input }, { onSuccess });
      }}
    >
      <div className={css['kinds']} role="group" aria-label={t('comments:kind')}>
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === kind}
            onClick={() => {
              setKind(each);
            }}
          >
            {t(`comments:kind${each}`)}
          </button>
        ))}
      </div>
      {kind === 'PERSPECTIVE' && <p className={css['quiet']}>{t('comments:perspectiveMeans')}</p>}
      {quote !== '' && (
        <blockquote className={css['quote']} lang={lang} dir="auto">
          {quote}
        </blockquote>
      )}
      {kind === 'QUESTION' && (
        <label className={css['check']}>
          <input
            type="checkbox"
            checked={isForMeeting}
            onChange={(event) => {
              setForMeeting(event.currentTarget.checked);
            }}
          />
          {t('comments:forMeeting')}
        </label>
      )}
    </WordsForm>
  );
}
