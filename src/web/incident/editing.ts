import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKept } from '../app/kept.js';
import { say } from '../app/said.js';
import { useIncidentEdit, type Incident, type IncidentEdit } from './incident-edit.js';

/** What the editor of one part is given. */
export interface EditorProps {
  readonly incident: Incident;
  /** In which times are shown. */
  readonly zone: string;
  /** Puts what is shown back in the place of the editor. */
  readonly onDone: () => void;
  readonly onReopen: () => void;
}

export interface Editing<Form> extends IncidentEdit {
  readonly form: Form;
  readonly setForm: (form: Form) => void;
  /** The incident as it was when the editing began. */
  readonly base: Incident;
  /** It goes on from what was typed earlier and not saved. */
  readonly isResumed: boolean;
  readonly startOver: () => void;
  /** Gives up what was typed, with a way back. */
  readonly cancel: () => void;
}

/** The editing of one part: what is typed is kept until it is saved or given up. */
export function useEditing<Form>(
  { incident, onDone, onReopen }: EditorProps,
  name: string,
  fill: (incident: Incident) => Form,
): Editing<Form> {
  const { t } = useTranslation('incident');
  const kept = useKept(`${incident.id}/${name}`, () => ({
    base: incident,
    form: fill(incident),
  }));
  const [isResumed, setResumed] = useState(kept.wasKept);
  const { base, form } = kept.value;
  const edit = useIncidentEdit(base, () => {
    kept.forget();
    onDone();
  });
  return {
    ...edit,
    form,
    base,
    isResumed,
    setForm: (next) => {
      kept.set({ base, form: next });
    },
    startOver: () => {
      kept.set({ base: incident, form: fill(incident) });
      kept.forget();
      setResumed(false);
    },
    cancel: () => {
      kept.forget();
      onDone();
      if (JSON.stringify(form) === JSON.stringify(fill(base))) return;
      say({
        text: t('discarded'),
        undo: () => {
          kept.set({ base, form });
          onReopen();
        },
      });
    },
  };
}
