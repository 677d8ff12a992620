import { AlarmClock, Clock } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ActionStatus, ActionToMoveFragment } from '../gql/documents.js';
import { calendarDay } from '../ui/time.js';
import css from './cells.module.css';
import { useInPlace } from './change-action.js';
import { dueState } from './due.js';
import { useMove } from './moves.js';

const MoveDialog = lazy(() => import('./move-dialog.js').then((m) => ({ default: m.MoveDialog })));

/** When an action is due and what that means today: in words and a shape, colour only repeats it. */
export function DueWords({
  of: item,
}: {
  readonly of: { readonly dueOn: string | null; readonly status: ActionStatus };
}) {
  const { t, i18n } = useTranslation('action');
  const { urgency, words } = dueState(item, i18n.language, t);
  const date = item.dueOn === null ? null : calendarDay(item.dueOn, i18n.language);
  return (
    <span className={css['due']}>
      <span className={css[urgency]}>
        {urgency === 'late' && <AlarmClock aria-hidden />}
        {urgency === 'soon' && <Clock aria-hidden />}
        {words}
      </span>
      {date !== null && date !== words && <small>{date}</small>}
    </span>
  );
}

/** The due date; whoever may sets another one from here. */
export function DueCell({ item }: { readonly item: ActionToMoveFragment }) {
  const { t, i18n } = useTranslation('action');
  const { shown, changeTo } = useInPlace(item);
  const [isOpen, setOpen] = useState(false);
  /** The later day that was chosen for what is promised, which has to be explained. */
  const [later, setLater] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (!item.allowedMoves.includes('EDIT')) return <DueWords of={shown} />;
  const label = t('dueOf', { key: item.key });
  const close = (day: string | undefined, returnsFocus: boolean): void => {
    setOpen(false);
    if (returnsFocus) requestAnimationFrame(() => button.current?.focus());
    const dueOn = day === '' ? null : day;
    if (dueOn === undefined || dueOn === shown.dueOn) return;
    if (item.allowedMoves.includes('EXTEND') && dueOn !== null && dueOn > (shown.dueOn ?? dueOn)) {
      setLater(dueOn);
      return;
    }
    changeTo({
      input: { dueOn },
      shown: { dueOn },
      said:
        dueOn === null
          ? t('dueRemoved', { key: item.key })
          : t('dueChanged', { key: item.key, day: calendarDay(dueOn, i18n.language) }),
      back: { dueOn: shown.dueOn },
    });
  };
  if (isOpen) return <DateBox label={label} day={shown.dueOn ?? ''} onClose={close} />;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={css['cell']}
        onClick={() => {
          setOpen(true);
        }}
      >
        <span className="visually-hidden">{label}</span>
        <DueWords of={shown} />
      </button>
      {later !== null && (
        <Suspense>
          <Extend
            item={item}
            day={later}
            onClose={() => {
              setLater(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Asks why what is promised is put off. */
function Extend({
  item,
  day,
  onClose,
}: {
  readonly item: ActionToMoveFragment;
  readonly day: string;
  readonly onClose: () => void;
}) {
  const { mutate, isPending, error } = useMove(item);
  return (
    <MoveDialog
      item={item}
      name="EXTEND"
      day={day}
      isPending={isPending}
      error={error}
      onMove={(move) => {
        mutate(move, { onSuccess: onClose });
      }}
      onClose={onClose}
    />
  );
}

/** The browser's own box for a day. Enter and leaving it keep what is in it, Escape does not. */
function DateBox({
  label,
  day,
  onClose,
}: {
  readonly label: string;
  readonly day: string;
  readonly onClose: (day: string | undefined, returnsFocus: boolean) => void;
}) {
  return (
    <input
      type="date"
      className={css['date']}
      aria-label={label}
      defaultValue={day}
      min="2000-01-01"
      max="2999-12-31"
      ref={(input) => {
        input?.focus();
      }}
      onClick={({ currentTarget }) => {
        currentTarget.showPicker();
      }}
      onBlur={({ currentTarget: { value, validity } }) => {
        onClose(validity.valid ? value : undefined, false);
      }}
      onKeyDown={(event) => {
        const { value, validity } = event.currentTarget;
        if (event.key === 'Enter') onClose(validity.valid ? value : undefined, true);
        else if (event.key === 'Escape') onClose(undefined, true);
      }}
    />
  );
}
