import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import type { ActionOnPageFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { ActionFields } from './action-fields.js';
import css from './action-page.module.css';
import type { ActionField, ActionValues } from './action-values.js';
import { useActionEdit } from './edit-action.js';

/** What the API calls the fields, for what it complains about. */
const FIELDS = [
  'title',
  'type',
  'priority',
  'ownerId',
  'teamId',
  'dueOn',
  'trackerUrl',
  'detail',
  'doneWhen',
] as const;

/** Changes what is written of an action. */
export function ActionForm({
  item,
  onDone,
}: {
  readonly item: ActionOnPageFragment;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['action', 'frame']);
  const id = useId();
  const { values, set, save, isPending, error, clash } = useActionEdit(item, onDone);
  const { faultOf, rest } = complaintsOf(clash ? null : error, FIELDS);
  return (
    <form
      id={id}
      className={css['form']}
      aria-label={t('action:editTitle', { key: item.key })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      <ActionFields values={values} set={set} faultOf={faultOf} lang={item.postmortem.language} />
      {rest && <Failure error={rest} />}
      {clash && <Clash fields={clash.fields} theirs={clash.theirs} />}
      <div className={css['foot']}>
        <Button onClick={onDone}>{t('frame:cancel')}</Button>
        <Button kind="main" type="submit" disabled={isPending}>
          {clash ? t('action:saveMine') : t('frame:save')}
        </Button>
      </div>
    </form>
  );
}

/** Says what somebody else has made of the fields that were also changed here. */
function Clash({
  fields,
  theirs,
}: {
  readonly fields: readonly ActionField[];
  readonly theirs: ActionValues;
}) {
  const { t, i18n } = useTranslation(['action', 'frame', 'vocabulary']);
  const shown = (field: ActionField): string => {
    const value = theirs[field];
    if (value === null || value === '') return t('frame:none');
    if (typeof value !== 'string') return value.name;
    return field === 'type' && theirs.type !== '' ? t(`vocabulary:type${theirs.type}`) : value;
  };
  const names = fields.map((field) => t(`action:${field}`));
  return (
    <Notice kind="warn">
      {t('action:conflict', { fields: new Intl.ListFormat(i18n.language).format(names) })}
      <ul className={css['theirs']}>
        {fields.map((field) => (
          <li key={field} dir="auto">
            {t('action:nowIs', { field: t(`action:${field}`), value: shown(field) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
