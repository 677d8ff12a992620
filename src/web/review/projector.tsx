import { Dialog } from '@base-ui/react/dialog';
import { useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { isWriting } from '../app/shortcuts.js';
import {
  ShownCaseDocument,
  type AgendaCaseFragment,
  type MeetingFactsFragment,
} from '../gql/documents.js';
import { Severity } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { ProjectorSide } from './projector-side.js';
import { ProjectorStory } from './projector-story.js';
import { ProjectorTimer } from './projector-timer.js';
import css from './projector.module.css';

/** One case of the agenda for a whole room: large, and nothing of the frame. */
export function Projector({
  meeting,
  shown,
}: {
  readonly meeting: MeetingFactsFragment;
  /** The key of the case. */
  readonly shown: string;
}) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate({ from: '/meetings/$key' });
  const popup = useRef<HTMLDivElement>(null);
  const { agenda } = meeting;
  const place = agenda.findIndex(({ postmortem }) => postmortem?.key === shown);
  const entry = agenda[place];
  const show = (key: string | undefined): void => {
    void navigate({
      search: ({ tab }) => ({ tab, show: key }),
      replace: true,
      resetScroll: false,
    });
  };
  const keyAt = (at: number): string | undefined => agenda[at]?.postmortem?.key;
  const [before, after] = [keyAt(place - 1), keyAt(place + 1)];
  useTurning({
    before: () => {
      if (before !== undefined) show(before);
    },
    after: () => {
      if (after !== undefined) show(after);
    },
  });
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) show(undefined);
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup ref={popup} className={css['wall']} initialFocus={popup}>
          <header className={css['head']}>
            <p className={css['place']}>
              {meeting.title} · {t('caseOf', { place: place + 1, of: agenda.length })}
            </p>
            <p className={css['keys']} aria-hidden>
              {t('projectorKeys')}
            </p>
            {entry && (
              <ProjectorTimer key={entry.id} id={entry.id} plannedMinutes={entry.plannedMinutes} />
            )}
            <nav className={css['turn']} aria-label={t('turn')}>
              <Button
                icon={<ChevronLeft />}
                aria-label={t('previousCase')}
                aria-keyshortcuts="ArrowLeft PageUp"
                disabled={before === undefined}
                onClick={() => {
                  show(before);
                }}
              />
              <Button
                icon={<ChevronRight />}
                aria-label={t('nextCase')}
                aria-keyshortcuts="ArrowRight PageDown"
                disabled={after === undefined}
                onClick={() => {
                  show(after);
                }}
              />
              <Dialog.Close render={<Button icon={<X />} aria-label={t('leaveProjector')} />} />
            </nav>
          </header>
          {entry ? (
            <Shown key={entry.id} meeting={meeting} entry={entry} />
          ) : (
            <>
              <Dialog.Title className="visually-hidden">{shown}</Dialog.Title>
              <Empty>{t('notOnAgenda', { key: shown })}</Empty>
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Shown({
  meeting,
  entry,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly entry: AgendaCaseFragment;
}) {
  const { t } = useTranslation('meetings');
  const key = entry.postmortem?.key ?? '';
  const { data, error, refetch } = useAsk(ShownCaseDocument, { key });
  const postmortem = data?.postmortem;
  if (!entry.postmortem) return null;
  const { title, language, incidents } = entry.postmortem;
  const [worst] = incidents.map(({ severity }) => severity).sort();
  return (
    <>
      <Dialog.Title className={css['title']} lang={tagOf(language)} dir="auto">
        <span className={css['key']}>{key}</span> {title} <Severity of={worst ?? null} />
      </Dialog.Title>
      <div className={css['columns']}>
        {/* It scrolls, so that it has to be reached by the keyboard. */}
        <div className={css['story']} role="region" aria-label={t('timeline')} tabIndex={0}>
          {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton lines={12} />}
          {postmortem && <ProjectorStory postmortem={postmortem} />}
        </div>
        <ProjectorSide meeting={meeting} entry={entry} />
      </div>
    </>
  );
}

/** The arrows, and the keys that a presenter in the hand sends, turn to another case. */
function useTurning(turn: { readonly before: () => void; readonly after: () => void }): void {
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (ctrlKey || metaKey || altKey || isWriting(target)) return;
      if (key === 'ArrowLeft' || key === 'PageUp') latest.current.before();
      else if (key === 'ArrowRight' || key === 'PageDown') latest.current.after();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
