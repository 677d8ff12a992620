import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { useKept } from '../app/kept.js';
import {
  MeetingClosingSetDocument,
  type MeetingClosingSetMutation,
  type MeetingFactsFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/field.js';
import { onFormKey } from '../ui/form-keys.js';
import { Notice } from '../ui/notice.js';
import css from './review.module.css';

const MOST = 20_000;

/** What the form began from, or what somebody else has made of it meanwhile. */
type Base = Pick<MeetingFactsFragment, 'version' | 'closing'>;

interface Begun {
  readonly base: Base;
  readonly text: string;
}

/** Writes the closing words: Ctrl-Enter saves them, Escape leaves them. What is not saved is still there later. */
export function ClosingForm({
  meeting: { id, version, closing },
  onDone,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { value, set, forget } = useKept<Begun>(`closing/${id}`, () => ({
    base: { version, closing },
    text: closing ?? '',
  }));
  const { save, isPending, error, theirs } = useSaving(id, value, () => {
    forget();
    onDone();
  });
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);
  const leave = (): void => {
    if (value.text === (value.base.closing ?? '')) forget();
    onDone();
  };
  return (
    <form
      ref={form}
      className={css['notesForm']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        onFormKey(event, save, leave);
      }}
    >
      {theirs && (
        <Notice kind="warn">
          {t('closingClash')}
          <pre className={css['theirs']} dir="auto">
            {theirs.closing ?? frame('none')}
          </pre>
        </Notice>
      )}
      <TextArea
        label={t('closing')}
        hidesLabel
        hint={t('closingHint')}
        fault={error && !theirs ? failureText(error, frame) : undefined}
        value={value.text}
        rows={4}
        maxLength={MOST}
        dir="auto"
        onChange={({ currentTarget }) => {
          set({ ...value, text: currentTarget.value });
        }}
      />
      <div className={css['foot']}>
        <Button kind="main" size="small" type="submit" disabled={isPending}>
          {theirs ? t('saveMine') : frame('save')}
        </Button>
        <Button kind="quiet" size="small" onClick={leave}>
          {frame('cancel')}
        </Button>
        <span className={css['soft']}>{t('notesKeys')}</span>
      </div>
    </form>
  );
}

function useSaving(id: string, { base: begun, text }: Begun, onDone: () => void) {
  const [base, setBase] = useState(begun);
  const [theirs, setTheirs] = useState<Base>();
  const { mutate, isPending, error } = useChange(MeetingClosingSetDocument);
  const sendFrom = (from: Base): void => {
    const closing = text.trim() === '' ? null : text;
    mutate(
      { id, input: { closing, expectedVersion: from.version } },
      {
        onSuccess: onDone,
        onError: (failure) => {
          if (!(failure instanceof RefusedError) || failure.code !== 'CONFLICT') return;
          const { reviewMeeting: now } =
            failure.payload as MeetingClosingSetMutation['reviewMeetingClosingSet'];
          if (!now) return;
          setBase(now);
          // Something else about the meeting was changed: there is nothing to ask.
          if (now.closing === from.closing) sendFrom(now);
          else setTheirs(now);
        },
      },
    );
  };
  return {
    isPending,
    error,
    theirs,
    save: () => {
      if (isPending) return;
      setTheirs(undefined);
      sendFrom(base);
    },
  };
}
