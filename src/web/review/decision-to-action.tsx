import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionFields } from '../action/action-fields.js';
import type { ActionValues } from '../action/action-values.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import catalog from '../catalog/catalog.module.css';
import { FormDialog } from '../catalog/form-dialog.js';
import { firstLine } from '../comments/first-line.js';
import {
  DecisionToActionDocument,
  type AgendaDecisionFragment,
  type Language,
} from '../gql/documents.js';

const FIELDS = [
  ...['title', 'type', 'priority', 'ownerId', 'teamId', 'dueOn', 'detail', 'doneWhen'],
];

/** Makes an action of a decision: what it says is the title, the rest is asked for. */
export function DecisionToAction({
  decision: { id, text },
  language,
  onClose,
}: {
  readonly decision: AgendaDecisionFragment;
  readonly language: Language;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('meetings');
  const [values, setValues] = useState<ActionValues>(() => valuesOf(text));
  const [commits, setCommits] = useState(false);
  const { mutate, isPending, error } = useChange(DecisionToActionDocument, {
    onDone: ({ decision }) => {
      say({ text: t('becameSaid', { key: decision?.actionItem?.key ?? '' }) });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  return (
    <FormDialog
      title={t('makeAction')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={() => {
        mutate({ id, input: { ...inputOf(values), commit: commits } });
      }}
      onClose={onClose}
    >
      <ActionFields
        values={values}
        set={(changed) => {
          setValues((before) => ({ ...before, ...changed }));
        }}
        faultOf={faultOf}
        lang={language}
        hasTracker={false}
      />
      <label className={catalog['toggle']}>
        <input
          type="checkbox"
          checked={commits}
          onChange={({ currentTarget: { checked } }) => {
            setCommits(checked);
          }}
        />
        {t('commitNow')}
      </label>
    </FormDialog>
  );
}

const valuesOf = (text: string): ActionValues => {
  const title = firstLine(text);
  return {
    title,
    type: '',
    priority: '',
    owner: null,
    team: null,
    dueOn: '',
    trackerUrl: '',
    // Whatever the title leaves out is not lost.
    detail: title === text.trim() ? '' : text,
    doneWhen: '',
  };
};

function inputOf({ title, type, priority, owner, team, dueOn, detail, doneWhen }: ActionValues) {
  const given = (text: string): string | null => (text.trim() === '' ? null : text);
  return {
    title,
    type: type === '' ? null : type,
    priority: priority === '' ? null : priority,
    ownerId: owner?.id ?? null,
    teamId: team?.id ?? null,
    dueOn: given(dueOn),
    detail: given(detail),
    doneWhen: given(doneWhen),
  };
}
