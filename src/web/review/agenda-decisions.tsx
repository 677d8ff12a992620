import { Link } from '@tanstack/react-router';
import { ListPlus, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import {
  DecisionCreateDocument,
  DecisionDeleteDocument,
  type AgendaCaseFragment,
  type AgendaDecisionFragment,
  type Language,
} from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Prose } from '../ui/prose.js';
import { DecisionForm } from './decision-form.js';
import { NewDecision } from './new-decision.js';
import css from './review.module.css';

const DecisionToAction = lazy(() =>
  import('./decision-to-action.js').then((m) => ({ default: m.DecisionToAction })),
);

/** What was decided about a case, and what became of it. */
export function AgendaDecisions({
  meetingId,
  entry,
  mayEdit,
}: {
  readonly meetingId: string;
  readonly entry: AgendaCaseFragment;
  readonly mayEdit: boolean;
}) {
  const { t } = useTranslation('meetings');
  const [acted, setActed] = useState<AgendaDecisionFragment>();
  const { postmortem, decisions } = entry;
  if (!postmortem || (decisions.length === 0 && !mayEdit)) return null;
  const { id: postmortemId, key, language } = postmortem;
  return (
    <section className={css['part']} aria-label={t('decisionsOf', { key })}>
      <h4>{t('decisions')}</h4>
      {decisions.length > 0 && (
        <ol className={css['decisions']}>
          {decisions.map((decision, place) => (
            <li key={decision.id}>
              <Decision
                of={decision}
                {...{ place, meetingId, postmortemId, language, mayEdit }}
                onAct={setActed}
              />
            </li>
          ))}
        </ol>
      )}
      {mayEdit && <NewDecision meetingId={meetingId} postmortem={postmortem} />}
      {acted && (
        <Suspense>
          <DecisionToAction
            decision={acted}
            language={language}
            onClose={() => {
              setActed(undefined);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function Decision({
  of: decision,
  place,
  meetingId,
  postmortemId,
  language,
  mayEdit,
  onAct,
}: {
  readonly of: AgendaDecisionFragment;
  readonly place: number;
  readonly meetingId: string;
  readonly postmortemId: string;
  readonly language: Language;
  readonly mayEdit: boolean;
  readonly onAct: (decision: AgendaDecisionFragment) => void;
}) {
  const { t } = useTranslation(['meetings', 'frame']);
  const { t: frame } = useTranslation();
  const [isEdited, setEdited] = useState(false);
  const { id, text, textHtml, createdAt, createdBy, actionItem } = decision;
  const onFailed = (error: unknown): void => {
    say({ text: failureText(error, frame) });
  };
  const again = useChange(DecisionCreateDocument, { onFailed });
  const remove = useChange(DecisionDeleteDocument, {
    onFailed,
    onDone: () => {
      const undo = (): void => {
        again.mutate({ input: { reviewMeetingId: meetingId, postmortemId, text, place } });
      };
      // The action that was made of it stays, and could not be tied to it again.
      const back = actionItem ? {} : { undo };
      say({ text: t('meetings:decisionDeleted'), ...back });
    },
  });
  if (isEdited) {
    return (
      <DecisionForm
        decision={decision}
        lang={tagOf(language)}
        onDone={() => {
          setEdited(false);
        }}
      />
    );
  }
  return (
    <>
      <Prose html={textHtml} lang={tagOf(language)} />
      <div className={css['facts']}>
        {createdBy && <span dir="auto">{createdBy.name}</span>}
        <Ago at={createdAt} />
        {actionItem && (
          <span className={css['became']}>
            →{' '}
            <Link to="/actions/$key" params={{ key: actionItem.key }}>
              {actionItem.key}
            </Link>{' '}
            <ActionState of={actionItem.status} />
          </span>
        )}
        {mayEdit && (
          <div className={`${css['caseTools']} no-print`}>
            {!actionItem && (
              <Button
                kind="quiet"
                size="small"
                icon={<ListPlus />}
                onClick={() => {
                  onAct(decision);
                }}
              >
                {t('meetings:makeAction')}
              </Button>
            )}
            <Button
              kind="quiet"
              size="small"
              icon={<Pencil />}
              aria-label={t('meetings:editDecision', { place: place + 1 })}
              onClick={() => {
                setEdited(true);
              }}
            />
            <Button
              kind="quiet"
              size="small"
              icon={<Trash2 />}
              aria-label={t('meetings:deleteDecision', { place: place + 1 })}
              disabled={remove.isPending}
              onClick={() => {
                remove.mutate({ id });
              }}
            />
          </div>
        )}
      </div>
    </>
  );
}
