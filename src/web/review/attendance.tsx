import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { PersonPicker } from '../catalog/person-picker.js';
import {
  MeetingAttendanceSetDocument,
  type MeetingAttendeeFragment,
  type MeetingFactsFragment,
} from '../gql/documents.js';
import css from './review.module.css';

interface Group {
  readonly name: string;
  readonly attendees: readonly MeetingAttendeeFragment[];
}

/** Who is invited and what they answered, by team; who is there, once the meeting has begun. */
export function Attendance({
  meeting,
  mayWrite,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  const { id, state, attendance } = meeting;
  const { mutate, isPending } = useChange(MeetingAttendanceSetDocument, {
    onFailed: (error) => {
      say({ text: failureText(error, frame) });
    },
  });
  const hasBegun = state === 'RUNNING' || state === 'ENDED';
  const mayNote = mayWrite && hasBegun;
  const present = attendance.filter(({ presence }) => presence === 'PRESENT').length;
  const coming = attendance.filter(({ answer }) => answer === 'ACCEPTED').length;
  const groups = groupsOf(meeting, { byName: t('byName'), notInvited: t('notInvited') });
  return (
    <section className={css['section']} aria-labelledby="attendance">
      <h2 id="attendance" className={css['heading']}>
        {t('attendance')}
      </h2>
      <p className={css['soft']}>
        {hasBegun
          ? t('present', { count: present, of: attendance.length })
          : t('coming', { count: coming, of: attendance.length })}
      </p>
      {attendance.length === 0 && <p className={css['none']}>{t('nobodyInvited')}</p>}
      {groups.map(({ name, attendees }) => (
        <div key={name} className={css['group']}>
          <h3 dir="auto">{name}</h3>
          <ul>
            {attendees.map(({ person, answer, presence, isInvited }) => (
              <li key={person.id}>
                {mayNote ? (
                  <Presence {...{ meetingId: id, person, presence, isInvited }} />
                ) : (
                  <span dir="auto">{person.name}</span>
                )}
                <span className={css['said']}>
                  {presence !== null && !(mayNote && presence === 'PRESENT')
                    ? t(`presence${presence}`)
                    : answer !== null && t(`comes${answer}`)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {mayNote && (
        <PersonPicker
          label={t('addPresent')}
          value={null}
          disabled={isPending}
          onChange={(person) => {
            if (person) mutate({ id, input: { personId: person.id, presence: 'PRESENT' } });
          }}
        />
      )}
    </section>
  );
}

/** Whether somebody is there, as it is ticked: the server's answer only follows. */
function Presence({
  meetingId,
  person,
  presence,
  isInvited,
}: { readonly meetingId: string } & Pick<
  MeetingAttendeeFragment,
  'person' | 'presence' | 'isInvited'
>) {
  const { t } = useTranslation();
  /** It holds until the server tells something else than it was ticked over. */
  const [tick, setTick] = useState<{ readonly over: typeof presence; readonly isThere: boolean }>();
  const { mutate } = useChange(MeetingAttendanceSetDocument, {
    onFailed: (error) => {
      setTick(undefined);
      say({ text: failureText(error, t) });
    },
  });
  return (
    <label>
      <input
        type="checkbox"
        checked={tick?.over === presence ? tick.isThere : presence === 'PRESENT'}
        onChange={({ currentTarget: { checked } }) => {
          setTick({ over: presence, isThere: checked });
          // Whoever was not invited and is not there has nothing to do with it.
          const absent = isInvited ? ('ABSENT' as const) : null;
          const input = { personId: person.id, presence: checked ? ('PRESENT' as const) : absent };
          mutate({ id: meetingId, input });
        }}
      />
      <span dir="auto">{person.name}</span>
    </label>
  );
}

/** Each person once: with the first of the invited teams that they belong to, by name, or as a guest. */
function groupsOf(
  { teams, attendance }: MeetingFactsFragment,
  names: { readonly byName: string; readonly notInvited: string },
): readonly Group[] {
  const teamOf = ({ person, isInvited }: MeetingAttendeeFragment): string | undefined =>
    isInvited
      ? teams.find(({ id }) => person.teams.some(({ team }) => team.id === id))?.id
      : undefined;
  return [
    ...teams.map(({ id, name }) => ({
      name,
      attendees: attendance.filter((each) => teamOf(each) === id),
    })),
    {
      name: names.byName,
      attendees: attendance.filter((each) => each.isInvited && teamOf(each) === undefined),
    },
    { name: names.notInvited, attendees: attendance.filter(({ isInvited }) => !isInvited) },
  ].filter(({ attendees }) => attendees.length > 0);
}
