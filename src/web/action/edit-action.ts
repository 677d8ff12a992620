import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError, type RequestError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { say } from '../app/said.js';
import {
  ActionEditDocument,
  type ActionEditMutation,
  type ActionOnPageFragment,
} from '../gql/documents.js';
import {
  ACTION_FIELDS,
  changedIn,
  inputOf,
  valuesOf,
  type ActionField,
  type ActionValues,
} from './action-values.js';

/** Fields that were changed here and, meanwhile, by somebody else. */
interface ClashOfTwo {
  readonly fields: readonly ActionField[];
  readonly theirs: ActionValues;
}

interface ActionEdit {
  readonly values: ActionValues;
  readonly set: (changed: Partial<ActionValues>) => void;
  readonly save: () => void;
  readonly isPending: boolean;
  readonly error: RefusedError | RequestError | null;
  readonly clash: ClashOfTwo | null;
}

/** What is typed into the form of an action, and how it is saved without running over others. */
export function useActionEdit(item: ActionOnPageFragment, onDone: () => void): ActionEdit {
  const { t } = useTranslation('action');
  // The state that the typing began from; what is asked for anew meanwhile does not touch it.
  const [base, setBase] = useState({ values: valuesOf(item), version: item.version });
  const [values, setValues] = useState(base.values);
  const [clash, setClash] = useState<ClashOfTwo | null>(null);
  const { mutate, isPending, error } = useChange(ActionEditDocument);
  const send = (from: typeof base, mine: readonly ActionField[]): void => {
    const input = { ...inputOf(values, mine), expectedVersion: from.version };
    mutate(
      { id: item.id, input },
      {
        onSuccess: () => {
          say({ text: t('savedChanges', { key: item.key }) });
          onDone();
        },
        onError: (failure) => {
          const present = presentIn(failure);
          if (!present) return;
          const theirs = valuesOf(present);
          const fields = changedIn(from.values, theirs).filter((field) => mine.includes(field));
          const next = { values: theirs, version: present.version };
          setBase(next);
          // What was not touched here follows theirs, or saving would take it back.
          setValues({ ...values, ...otherThan(theirs, mine) });
          // Where both changed different things there is nothing to ask.
          if (fields.length === 0) send(next, mine);
          else setClash({ fields, theirs });
        },
      },
    );
  };
  const save = (): void => {
    const mine = changedIn(base.values, values);
    setClash(null);
    if (mine.length === 0) onDone();
    else send(base, mine);
  };
  return {
    values,
    set: (changed) => {
      setValues((before) => ({ ...before, ...changed }));
    },
    save,
    isPending,
    error,
    clash,
  };
}

/** The values of all fields but these. */
const otherThan = (values: ActionValues, without: readonly ActionField[]): Partial<ActionValues> =>
  Object.fromEntries(
    ACTION_FIELDS.filter((field) => !without.includes(field)).map((field) => [
      field,
      values[field],
    ]),
  );

/** The item as it is now, if that is why the change was not made. */
function presentIn(failure: RefusedError | RequestError): ActionOnPageFragment | null {
  if (!(failure instanceof RefusedError) || failure.code !== 'CONFLICT') return null;
  return (failure.payload as ActionEditMutation['actionItemUpdate']).actionItem;
}
