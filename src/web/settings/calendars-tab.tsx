import { CalendarPlus, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  CalendarDeleteDocument,
  CalendarsDocument,
  OrganizationSaveDocument,
  type CalendarFactsFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Choice } from '../ui/field.js';
import { listed } from '../ui/listed.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { zoneName } from '../ui/zone.js';
import list from './settings.module.css';

const CalendarForm = lazy(() =>
  import('./calendar-form.js').then((m) => ({ default: m.CalendarForm })),
);

/** Which days are worked: the calendars, and the one that holds where a team has chosen none. */
export function CalendarsTab() {
  const { t } = useTranslation('admin');
  const [edited, setEdited] = useState<CalendarFactsFragment | 'new'>();
  const { data, error, refetch } = useAsk(CalendarsDocument, {});
  const save = useChange(OrganizationSaveDocument, {
    onDone: () => {
      say({ text: t('calendarUsualSaved') });
    },
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const { workCalendars: calendars, organization } = data;
  return (
    <>
      <p className={list['lead']}>{t('calendarsLead')}</p>
      <div className={list['form']}>
        <Choice
          label={t('calendarUsual')}
          value={organization.calendar?.id ?? ''}
          disabled={save.isPending}
          options={[
            { value: '', label: t('calendarNone') },
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => {
            const calendarId = id === '' ? null : id;
            save.mutate({ input: { calendarId, expectedVersion: organization.version } });
          }}
        />
      </div>
      {save.error && <Failure error={save.error} />}
      {calendars.length === 0 ? (
        <Empty>{t('noCalendars')}</Empty>
      ) : (
        <ul className={list['list']}>
          {calendars.map((calendar) => (
            <CalendarLine
              key={calendar.id}
              of={calendar}
              onEdit={() => {
                setEdited(calendar);
              }}
            />
          ))}
        </ul>
      )}
      <Button
        kind="main"
        icon={<CalendarPlus />}
        onClick={() => {
          setEdited('new');
        }}
      >
        {t('newCalendar')}
      </Button>
      {edited !== undefined && (
        <Suspense>
          <CalendarForm
            calendar={edited === 'new' ? null : edited}
            onClose={() => {
              setEdited(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function CalendarLine({
  of: calendar,
  onEdit,
}: {
  readonly of: CalendarFactsFragment;
  readonly onEdit: () => void;
}) {
  const { t, i18n } = useTranslation(['admin', 'frame']);
  const { id, name, zone, specialDays, teams } = calendar;
  const remove = useChange(CalendarDeleteDocument, {
    onDone: () => {
      say({ text: t('admin:calendarGone', { name }) });
    },
  });
  const worked = specialDays.filter(({ isWorked }) => isWorked).length;
  return (
    <li>
      <div className={list['what']}>
        <p className={list['name']} dir="auto">
          {name}
        </p>
        <p className={list['facts']}>
          <span>{zoneName(zone, new Date().toISOString())}</span>
          <span>{t('admin:holidays', { count: specialDays.length - worked })}</span>
          {worked > 0 && <span>{t('admin:workedInstead', { count: worked })}</span>}
          {teams.length > 0 && (
            <span dir="auto">
              {listed(
                teams.map((team) => team.name),
                i18n.language,
              )}
            </span>
          )}
        </p>
        {remove.error && <Failure error={remove.error} />}
      </div>
      <div className={list['row']}>
        <Button size="small" icon={<Pencil />} onClick={onEdit}>
          {t('frame:edit')}
        </Button>
        <Button
          size="small"
          kind="quiet"
          icon={<Trash2 />}
          aria-label={t('frame:removeNamed', { name })}
          disabled={remove.isPending}
          onClick={() => {
            remove.mutate({ id });
          }}
        />
      </div>
    </li>
  );
}
