import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { RefusedError, RequestError } from '../app/api.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { PersonPicker, type PickedPerson } from '../catalog/person-picker.js';
import { TeamPicker, type PickedTeam } from '../catalog/team-picker.js';
import type { ActionToMoveFragment } from '../gql/documents.js';
import { OpenAlternatives } from '../ties/open-alternatives.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextArea, TextField } from '../ui/field.js';
import css from './action-moves.module.css';
import type { Move, MoveName } from './moves.js';

interface Values {
  readonly text: string;
  readonly day: string;
  readonly person: PickedPerson | null;
  readonly team: PickedTeam | null;
}

/** What the API may complain about, beside what is asked for it. */
const FIELDS = [
  'ownerId',
  'teamId',
  'dueOn',
  'doneWhen',
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
  day,
  isPending,
  error,
  onMove,
  onClose,
}: {
  readonly item: ActionToMoveFragment;
  readonly name: MoveName;
  /** A day that was chosen already. */
  readonly day?: string;
  readonly isPending: boolean;
  readonly error: RefusedError | RequestError | null;
  readonly onMove: (move: Move) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['action', 'frame']);
  const id = useId();
  const [values, setValues] = useState<Values>(() => begin(item, name, day));
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
      {name === 'COMMIT' && <OpenAlternatives id={item.id} />}
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
  const day = (label: string, field: string, required = true, hint?: string) => (
    <TextField
      type="date"
      label={label}
      hint={hint}
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
          {words(t('action:doneWhen'), 'doneWhen', t('action:doneWhenHint'), false)}
        </>
      );
    case 'EXTEND':
      return (
        <>
          {day(t('action:dueOn'), 'dueOn')}
          {words(t('action:reason'), 'reason', t('action:extendHint'))}
        </>
      );
    case 'COMPLETE':
      return words(t('action:evidence'), 'evidence', t('action:evidenceHint'));
    case 'VERIFY':
      return (
        <>
          {person(t('action:verifier'), 'verifierId', t('action:verifierHint'))}
          {day(t('action:effectCheckOn'), 'effectCheckOn', false, t('action:effectCheckHint'))}
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

function begin(item: ActionToMoveFragment, name: MoveName, day?: string): Values {
  const empty = { text: '', day: day ?? '', person: null, team: null };
  const { dueOn, doneWhen, owner, team } = item;
  if (name === 'COMMIT') {
    return { day: dueOn ?? '', text: doneWhen ?? '', person: owner, team };
  }
  return name === 'EXTEND' ? { ...empty, day: day ?? dueOn ?? '' } : empty;
}

function moveOf(name: MoveName, { text, day, person, team }: Values): Move {
  const on = day === '' ? null : day;
  switch (name) {
    case 'COMMIT':
      return {
        name,
        input: {
          ownerId: person?.id,
          teamId: team?.id,
          dueOn: on,
          doneWhen: text.trim() === '' ? null : text,
        },
      };
    case 'EXTEND':
      return { name, input: { dueOn: day, reason: text } };
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
