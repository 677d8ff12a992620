import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { RefusedError, RequestError } from '../app/api.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { PersonPicker, type PickedPerson } from '../catalog/person-picker.js';
import { TeamPicker, type PickedTeam } from '../catalog/team-picker.js';
import type { ActionToMoveFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextArea, TextField } from '../ui/field.js';
import css from './action-moves.module.css';
import { dayAfter, today } from './due.js';
import type { Move, MoveName } from './moves.js';

interface Values {
  readonly text: string;
  readonly day: string;
  readonly person: PickedPerson | null;
  readonly team: PickedTeam | null;
}

/** Days after its verification until somebody looks whether it worked. */
const EFFECT_DAYS = 28;

/** What the API may complain about, beside what is asked for it. */
const FIELDS = [
  'ownerId',
  'teamId',
  'dueOn',
  'evidence',
  'verifierId',
  'effectCheckOn',
  'note',
  'reason',
  'approverId',
  'until',
];

/** Asks for what a move needs. */
export function MoveDialog({
  item,
  name,
  isPending,
  error,
  onMove,
  onClose,
}: {
  readonly item: ActionToMoveFragment;
  readonly name: MoveName;
  readonly isPending: boolean;
  readonly error: RefusedError | RequestError | null;
  readonly onMove: (move: Move) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['action', 'frame']);
  const id = useId();
  const [values, setValues] = useState<Values>(() => begin(item, name));
  const [lacksApprover, setLacksApprover] = useState(false);
  const set = (changed: Partial<Values>): void => {
    setValues((present) => ({ ...present, ...changed }));
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const lacks = name === 'PAUSE' && values.person === null;
    setLacksApprover(lacks);
    if (!lacks) onMove(moveOf(name, values));
  };
  const { rest, faultOf } = complaintsOf(error, FIELDS);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`action:title${name}`, { key: item.key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button kind="main" type="submit" form={id} disabled={isPending}>
            {t(`action:do${name}`)}
          </Button>
        </>
      }
    >
      <p className={css['what']} dir="auto">
        {item.title}
      </p>
      {rest && <Failure error={rest} />}
      <form id={id} className={css['form']} onSubmit={submit}>
        <MoveFields
          name={name}
          values={values}
          set={set}
          faultOf={(field) =>
            field === 'approverId' && lacksApprover && values.person === null
              ? t('action:approverMissing')
              : faultOf(field)
          }
        />
      </form>
    </Dialog>
  );
}

function MoveFields({
  name,
  values,
  set,
  faultOf,
}: {
  readonly name: MoveName;
  readonly values: Values;
  readonly set: (changed: Partial<Values>) => void;
  readonly faultOf: (field: string) => string | undefined;
}) {
  const { t } = useTranslation(['action', 'frame']);
  const person = (label: string, field: string, hint?: string) => (
    <PersonPicker
      label={label}
      hint={hint}
      value={values.person}
      fault={faultOf(field)}
      onChange={(chosen) => {
        set({ person: chosen });
      }}
    />
  );
  const day = (label: string, field: string, required = true) => (
    <TextField
      type="date"
      label={label}
      required={required}
      value={values.day}
      fault={faultOf(field)}
      onChange={({ currentTarget: { value } }) => {
        set({ day: value });
      }}
    />
  );
  const words = (label: string, field: string, hint?: string, required = true) => (
    <TextArea
      label={label}
      hint={hint}
      required={required}
      value={values.text}
      fault={faultOf(field)}
      dir="auto"
      onChange={({ currentTarget: { value } }) => {
        set({ text: value });
      }}
    />
  );
  switch (name) {
    case 'COMMIT':
      return (
        <>
          {person(t('action:owner'), 'ownerId')}
          <TeamPicker
            label={t('action:team')}
            value={values.team}
            fault={faultOf('teamId')}
            onChange={(team) => {
              set({ team });
            }}
          />
          {day(t('action:dueOn'), 'dueOn')}
        </>
      );
    case 'COMPLETE':
      return words(t('action:evidence'), 'evidence', t('action:evidenceHint'));
    case 'VERIFY':
      return (
        <>
          {person(t('action:verifier'), 'verifierId', t('action:verifierHint'))}
          {day(t('action:effectCheckOn'), 'effectCheckOn', false)}
        </>
      );
    case 'CONFIRM_EFFECT':
      return words(t('action:effectNote'), 'note', t('action:effectNoteHint'), false);
    case 'PAUSE':
      return (
        <>
          {words(t('action:reason'), 'reason', t('action:pauseHint'))}
          {person(t('action:pauseApprover'), 'approverId')}
          {day(t('action:pausedUntil'), 'until')}
        </>
      );
    case 'REJECT':
      return words(t('action:reason'), 'reason', t('action:rejectHint'));
    case 'REOPEN':
      return words(t('action:reason'), 'reason', t('action:reopenHint'));
    case 'START':
    case 'RESUME':
      return null;
  }
}

function begin(item: ActionToMoveFragment, name: MoveName): Values {
  const empty = { text: '', day: '', person: null, team: null };
  if (name === 'COMMIT') {
    return { ...empty, day: item.dueOn ?? '', person: item.owner, team: item.team };
  }
  return name === 'VERIFY' ? { ...empty, day: dayAfter(today(), EFFECT_DAYS) } : empty;
}

function moveOf(name: MoveName, { text, day, person, team }: Values): Move {
  const on = day === '' ? null : day;
  switch (name) {
    case 'COMMIT':
      return { name, input: { ownerId: person?.id, teamId: team?.id, dueOn: on } };
    case 'COMPLETE':
      return { name, input: { evidence: text } };
    case 'VERIFY':
      return { name, input: { verifierId: person?.id, effectCheckOn: on } };
    case 'CONFIRM_EFFECT':
      return { name, input: { note: text.trim() === '' ? null : text } };
    case 'PAUSE':
      return { name, input: { reason: text, approverId: person?.id ?? '', until: day } };
    case 'REJECT':
    case 'REOPEN':
      return { name, input: { reason: text } };
    case 'START':
    case 'RESUME':
      return { name };
  }
}
