import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { PersonPicker } from '../catalog/person-picker.js';
import type { ResponderRole } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Choice } from '../ui/field.js';
import { EditBlock } from './edit-block.js';
import { useEditing, type EditorProps } from './editing.js';
import css from './rows.module.css';

const ROLES = [
  'INCIDENT_COMMANDER',
  'OPERATIONS',
  'COMMUNICATIONS',
  'SUBJECT_EXPERT',
  'SCRIBE',
  'OTHER',
] as const satisfies ResponderRole[];

interface Row {
  readonly person: { readonly id: string; readonly name: string };
  readonly role: ResponderRole;
}

/** Who took part in the response, and as what. */
export function RespondersEditor(props: EditorProps) {
  const { t } = useTranslation(['incident', 'vocabulary']);
  const editing = useEditing(props, 'responders', ({ responders }): readonly Row[] => responders);
  const { form: rows, setForm: set, save } = editing;
  return (
    <EditBlock
      title={t('incident:field_responders')}
      editing={editing}
      zone={props.zone}
      onSave={() => {
        const value = rows.map(({ person, role }) => ({ personId: person.id, role }));
        const shown = rows
          .map(({ person, role }) => `${person.name} · ${t(`vocabulary:responder${role}`)}`)
          .join('\n');
        save([{ field: 'responders', value, shown }]);
      }}
    >
      <div className={css['rows']}>
        {rows.map(({ person, role }, index) => (
          <div
            key={`${person.id} ${index}`}
            className={`${css['row'] ?? ''} ${css['responder'] ?? ''}`}
          >
            <p className={css['name']} dir="auto">
              {person.name}
            </p>
            <Choice<ResponderRole>
              label={t('incident:roleOf', { name: person.name })}
              hidesLabel
              value={role}
              options={ROLES.map((value) => ({ value, label: t(`vocabulary:responder${value}`) }))}
              onChange={(next) => {
                set(rows.map((row, place) => (place === index ? { ...row, role: next } : row)));
              }}
            />
            <Button
              kind="quiet"
              size="small"
              icon={<X />}
              aria-label={t('incident:removeNamed', { name: person.name })}
              onClick={() => {
                set(rows.filter((_, place) => place !== index));
              }}
            />
          </div>
        ))}
      </div>
      <PersonPicker
        // Anew after each choice, so that the box is empty again.
        key={rows.length}
        label={t('incident:addResponder')}
        value={null}
        onChange={(person) => {
          if (person) {
            const { id, name } = person;
            set([...rows, { person: { id, name }, role: 'OTHER' }]);
          }
        }}
      />
    </EditBlock>
  );
}
