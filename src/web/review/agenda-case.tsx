import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Presentation, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import {
  AgendaCaseUpdateDocument,
  type AgendaCaseFragment,
  type MeetingFactsFragment,
  type ReviewOutcome,
} from '../gql/documents.js';
import { CaseStatus, Severity } from '../ui/badge.js';
import { Button, buttonClass } from '../ui/button.js';
import { AgendaDecisions } from './agenda-decisions.js';
import { AgendaNotes } from './agenda-notes.js';
import { OpenPoints } from './open-points.js';
import css from './review.module.css';

interface AgendaCaseProps {
  readonly meeting: MeetingFactsFragment;
  readonly entry: AgendaCaseFragment;
  /** From 0. */
  readonly place: number;
  readonly isBusy: boolean;
  /** Undefined once the meeting is over. */
  readonly onMove: ((place: number) => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

/** One case on the agenda: what to ask about it, what was said, and what was decided. */
export function AgendaCase({ meeting, entry, place, isBusy, onMove, onRemove }: AgendaCaseProps) {
  const { t } = useTranslation('meetings');
  const { postmortem, notes, decisions, plannedMinutes } = entry;
  if (!postmortem) return null;
  const { key, title, language, status, incidents, allowedActs } = postmortem;
  const mayEdit = allowedActs.includes('EDIT') && meeting.state !== 'CANCELED';
  const hasBegun = meeting.state === 'RUNNING' || meeting.state === 'ENDED';
  const [worst] = incidents.map(({ severity }) => severity).sort();
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined || !mayEdit || !onMove) return;
    event.preventDefault();
    onMove(place + step);
  };
  return (
    <article className={css['case']} aria-label={`${key} ${title}`} onKeyDown={onKeyDown}>
      <header className={css['caseHead']}>
        <h3 className={css['caseName']}>
          <Severity of={worst ?? null} />{' '}
          <Link to="/postmortems/$key" params={{ key }}>
            <span className={css['key']}>{key}</span>{' '}
            <span lang={tagOf(language)} dir="auto">
              {title}
            </span>
          </Link>
        </h3>
        <div className={`${css['caseTools']} no-print`}>
          <Link
            from="/meetings/$key"
            to="/meetings/$key"
            params={{ key: meeting.key }}
            search={({ tab }) => ({ tab, show: key })}
            className={buttonClass('quiet', 'small')}
            aria-label={t('projectorOf', { key })}
          >
            <Presentation aria-hidden />
          </Link>
          {mayEdit && onMove && (
            <>
              <Button
                kind="quiet"
                size="small"
                icon={<ArrowUp />}
                aria-label={t('moveUp', { key })}
                aria-keyshortcuts="Alt+ArrowUp"
                aria-disabled={place === 0 || isBusy}
                onClick={() => {
                  onMove(place - 1);
                }}
              />
              <Button
                kind="quiet"
                size="small"
                icon={<ArrowDown />}
                aria-label={t('moveDown', { key })}
                aria-keyshortcuts="Alt+ArrowDown"
                aria-disabled={place === meeting.agenda.length - 1 || isBusy}
                onClick={() => {
                  onMove(place + 1);
                }}
              />
            </>
          )}
          {mayEdit && onRemove && notes === '' && decisions.length === 0 && (
            <Button
              kind="quiet"
              size="small"
              icon={<X />}
              aria-label={t('takeOff', { key })}
              disabled={isBusy}
              onClick={onRemove}
            />
          )}
        </div>
      </header>
      <div className={css['facts']}>
        <CaseStatus of={status} />
        {mayEdit && meeting.state !== 'ENDED' ? (
          <PlannedMinutes key={plannedMinutes} entry={entry} name={key} />
        ) : (
          plannedMinutes !== null && <span>{t('minutes', { count: plannedMinutes })}</span>
        )}
        {hasBegun && <Outcome entry={entry} mayEdit={mayEdit} />}
      </div>
      <OpenPoints entry={entry} />
      <AgendaNotes entry={entry} mayEdit={mayEdit} />
      <AgendaDecisions meetingId={meeting.id} entry={entry} mayEdit={mayEdit && hasBegun} />
    </article>
  );
}

function useUpdate() {
  const { t } = useTranslation();
  return useChange(AgendaCaseUpdateDocument, {
    onFailed: (error) => {
      say({ text: failureText(error, t) });
    },
  });
}

/** How long the case is to take; leaving the box or Enter keeps what is in it. */
function PlannedMinutes({
  entry: { id, plannedMinutes },
  name,
}: {
  readonly entry: AgendaCaseFragment;
  readonly name: string;
}) {
  const { t } = useTranslation('meetings');
  const fieldId = useId();
  const [text, setText] = useState(plannedMinutes?.toString() ?? '');
  const { mutate } = useUpdate();
  return (
    <form
      className={css['minutes']}
      onSubmit={(event) => {
        event.preventDefault();
        event.currentTarget.querySelector('input')?.blur();
      }}
    >
      <label htmlFor={fieldId} className="visually-hidden">
        {t('plannedMinutesOf', { key: name })}
      </label>
      <input
        id={fieldId}
        type="number"
        min={1}
        max={480}
        placeholder="–"
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
        }}
        onBlur={({ currentTarget: { value, validity } }) => {
          const minutes = value === '' ? null : Number(value);
          if (!validity.valid) setText(plannedMinutes?.toString() ?? '');
          else if (minutes !== plannedMinutes) mutate({ id, input: { plannedMinutes: minutes } });
        }}
      />
      <span aria-hidden>{t('min')}</span>
    </form>
  );
}

const OUTCOMES = ['DISCUSSED', 'CARRIED_OVER'] as const satisfies readonly ReviewOutcome[];

/** What became of it; the same again takes it back. */
function Outcome({
  entry: { id, outcome },
  mayEdit,
}: {
  readonly entry: AgendaCaseFragment;
  readonly mayEdit: boolean;
}) {
  const { t } = useTranslation('meetings');
  const { mutate, isPending } = useUpdate();
  if (!mayEdit) return outcome && <span>{t(`outcome${outcome}`)}</span>;
  return (
    <span className={css['outcome']} role="group" aria-label={t('outcome')}>
      {OUTCOMES.map((each) => (
        <Button
          key={each}
          size="small"
          aria-pressed={outcome === each}
          className={css['pressable'] ?? ''}
          disabled={isPending}
          onClick={() => {
            mutate({ id, input: { outcome: outcome === each ? null : each } });
          }}
        >
          {t(`outcome${each}`)}
        </Button>
      ))}
    </span>
  );
}
