import { Check, CloudOff, CircleAlert, PencilLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ago, span } from '../ui/time.js';
import type { DraftState } from './draft-keeper.js';
import css from './prose-desk.module.css';

/** Milliseconds after which "2 s ago" is told anew. */
const TICK_MS = 1_000;

/** Says where what was written is: nowhere but here, in this browser, or with fupan. */
export function SaveLine({ id, state }: { readonly id: string; readonly state: DraftState }) {
  const words = useWords(state);
  const Icon = ICONS[state.kind];
  return (
    <p id={id} className={css['state']} data-state={state.kind}>
      {Icon && <Icon aria-hidden />}
      <span>{words}</span>
      {/* Read out only what changes, and not every second. */}
      <span className="visually-hidden" role="status">
        {state.kind === 'saved' || state.kind === 'kept' ? '' : words}
      </span>
    </p>
  );
}

const ICONS = {
  untouched: null,
  kept: PencilLine,
  'no-room': CircleAlert,
  saved: Check,
  waiting: CloudOff,
  refused: CircleAlert,
  gone: CircleAlert,
} as const;

function useWords(state: DraftState): string {
  const { t, i18n } = useTranslation('prose');
  const [now, setNow] = useState(Date.now);
  const isSaved = state.kind === 'saved';
  useEffect(() => {
    if (!isSaved) return;
    const tick = (): void => {
      setNow(Date.now());
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isSaved, state]);
  switch (state.kind) {
    case 'untouched':
      return t('untouched');
    case 'kept':
      return t('beingKept');
    case 'no-room':
      return t('noRoom');
    case 'saved': {
      const seconds = Math.max(0, Math.round((now - state.at) / 1_000));
      if (seconds < 60) return t('draftSavedAgo', { span: span(seconds, i18n.language) });
      return t('draftSavedLongAgo', { ago: ago(new Date(state.at).toISOString(), i18n.language) });
    }
    case 'waiting':
      return t(state.why === 'signed-out' ? 'keptUntilSignedIn' : 'keptUntilBack');
    case 'refused':
      return t('draftRefused', { message: state.message });
    case 'gone':
      return t('keptHereOnly');
  }
}
