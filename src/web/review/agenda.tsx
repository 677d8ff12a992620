import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  MeetingAddCaseDocument,
  MeetingMoveCaseDocument,
  MeetingRemoveCaseDocument,
  PickedCaseDocument,
  type MeetingFactsFragment,
} from '../gql/documents.js';
import { CasePicker, type PickedCase } from '../writing/links/case-picker.js';
import { AgendaCase } from './agenda-case.js';
import css from './review.module.css';

/** What the meeting talks about, in order. */
export function Agenda({
  meeting,
  mayWrite,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation('meetings');
  const { state, agenda } = meeting;
  const isOpen = state === 'PLANNED' || state === 'RUNNING';
  const { move, remove, isPending } = useArranging(meeting);
  const planned = agenda.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
  const isTooMuch = planned > meeting.durationMinutes;
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" className={css['heading']}>
        {t('agenda')} {agenda.length > 0 && <span>{agenda.length}</span>}
      </h2>
      {planned > 0 && (
        <p className={isTooMuch && isOpen ? css['over'] : css['soft']}>
          {t(isTooMuch ? 'plannedTooMuch' : 'plannedOf', {
            count: planned,
            of: meeting.durationMinutes,
          })}
        </p>
      )}
      {agenda.length === 0 && (
        <p className={css['none']}>{t(isOpen ? 'agendaEmpty' : 'agendaWasEmpty')}</p>
      )}
      <ol className={css['agenda']}>
        {agenda.map((entry, place) => (
          <li key={entry.id}>
            <AgendaCase
              meeting={meeting}
              entry={entry}
              place={place}
              isBusy={isPending}
              onMove={
                isOpen
                  ? (to) => {
                      move(entry, to);
                    }
                  : undefined
              }
              onRemove={
                isOpen
                  ? () => {
                      remove(entry, place);
                    }
                  : undefined
              }
            />
          </li>
        ))}
      </ol>
      {isOpen && mayWrite && <AddCase meeting={meeting} />}
    </section>
  );
}

type Entry = MeetingFactsFragment['agenda'][number];

function useArranging({ id, agenda }: MeetingFactsFragment) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  /** What had the focus when its case was moved: the page may lose it on the way. */
  const held = useRef<HTMLElement>(null);
  const order = agenda.map((entry) => entry.id).join();
  useEffect(() => {
    held.current?.focus();
    held.current = null;
  }, [order]);
  const onFailed = (error: unknown): void => {
    say({ text: failureText(error, frame) });
  };
  const moving = useChange(MeetingMoveCaseDocument, { onFailed });
  const removing = useChange(MeetingRemoveCaseDocument, { onFailed });
  const adding = useChange(MeetingAddCaseDocument, { onFailed });
  return {
    isPending: moving.isPending || removing.isPending,
    move: ({ postmortem }: Entry, place: number): void => {
      if (!postmortem || place < 0 || place >= agenda.length || moving.isPending) return;
      if (document.activeElement instanceof HTMLElement) held.current = document.activeElement;
      moving.mutate(
        { id, postmortemId: postmortem.id, input: { place } },
        {
          onSuccess: () => {
            const { key } = postmortem;
            say({ text: t('movedSaid', { key, place: place + 1, of: agenda.length }) });
          },
        },
      );
    },
    remove: ({ postmortem, plannedMinutes }: Entry, place: number): void => {
      if (!postmortem) return;
      const { id: postmortemId, key } = postmortem;
      const undo = (): void => {
        adding.mutate({ id, input: { postmortemId, plannedMinutes, place } });
      };
      const onSuccess = (): void => {
        say({ text: t('removedSaid', { key }), undo });
      };
      removing.mutate({ id, postmortemId }, { onSuccess });
    },
  };
}

/** Finds a case and puts it at the end of the agenda. */
function AddCase({ meeting: { id, key: meeting } }: { readonly meeting: MeetingFactsFragment }) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  const [fault, setFault] = useState<string>();
  const { mutateAsync, isPending } = useChange(MeetingAddCaseDocument);
  const add = async ({ key }: PickedCase): Promise<void> => {
    const { postmortem } = await send(PickedCaseDocument, { key });
    if (!postmortem) return;
    await mutateAsync({ id, input: { postmortemId: postmortem.id } });
    say({ text: t('isOnAgenda', { key, meeting }) });
  };
  return (
    <CasePicker
      label={t('addCase')}
      hint={t('addCaseHint')}
      fault={fault}
      disabled={isPending}
      value={null}
      onChange={(picked) => {
        setFault(undefined);
        if (!picked) return;
        add(picked).catch((error: unknown) => {
          setFault(failureText(error, frame));
        });
      }}
    />
  );
}
