import { useTranslation } from 'react-i18next';

import type { TaskOccurrenceState, TaskState as State } from '../gql/documents.js';
import { Hint } from '../ui/hint.js';
import { calendarDay } from '../ui/time.js';
import css from './task.module.css';

/** How a task or one of its times stands; the mark says it as well as the colour. */
export function TaskState({ of }: { readonly of: State | TaskOccurrenceState }) {
  const { t } = useTranslation('tasks');
  return <span className={`${css['state']} ${css[of] ?? ''}`}>{t(`state${of}`)}</span>;
}

/** The last times and the next one, a mark for each. */
export function Strip({
  of: occurrences,
}: {
  readonly of: readonly { readonly dueOn: string; readonly state: TaskOccurrenceState }[];
}) {
  const { t, i18n } = useTranslation('tasks');
  if (occurrences.length === 0) return null;
  return (
    <ol className={css['strip']} aria-label={t('strip')}>
      {occurrences.map(({ dueOn, state }) => {
        const said = t('onDay', {
          day: calendarDay(dueOn, i18n.language),
          state: t(`state${state}`),
        });
        return (
          <li key={dueOn}>
            <Hint text={said}>
              <span className={`${css['mark']} ${css[state] ?? ''}`}>
                <span className="visually-hidden">{said}</span>
              </span>
            </Hint>
          </li>
        );
      })}
    </ol>
  );
}
