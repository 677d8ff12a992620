import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import {
  InitiativeAddActionsDocument,
  PickActionsToGatherDocument,
  type InitiativeFactsFragment,
  type PickActionsToGatherQuery,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Notice } from '../ui/notice.js';
import { Picker, type PickerSource } from '../ui/picker.js';

type Found = PickActionsToGatherQuery['actionItems']['nodes'][number];

/** Actions that an initiative can gather: each tells which one it belongs to already. */
const actions: PickerSource<Found> = {
  name: 'actions to gather',
  search: async (query, signal) =>
    (await send(PickActionsToGatherDocument, { query: query.slice(0, 200) }, signal)).actionItems
      .nodes,
  idOf: ({ id }) => id,
  textOf: ({ key, title }) => `${key} ${title}`,
  render: ({ key, title, postmortem, initiative }) => (
    <span lang={tagOf(postmortem.language)}>
      <code>{key}</code> {title}{' '}
      <small>{[postmortem.key, initiative?.key].filter(Boolean).join(' · ')}</small>
    </span>
  ),
};

/** Asks which actions an initiative is to gather. */
export function AddActions({
  initiative: { id: initiativeId, key },
  onClose,
}: {
  readonly initiative: InitiativeFactsFragment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['initiatives', 'frame']);
  const id = useId();
  const [chosen, setChosen] = useState<readonly Found[]>([]);
  const [isMissing, setMissing] = useState(false);
  const { mutate, error, isPending } = useChange(InitiativeAddActionsDocument, {
    onDone: () => {
      say({ text: t('initiatives:added', { count: chosen.length, key }) });
      onClose();
    },
  });
  const { rest, faultOf } = complaintsOf(error, ['actionItemIds']);
  const elsewhere = chosen.filter(({ initiative }) => initiative && initiative.id !== initiativeId);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('initiatives:addTitle', { key })}
      foot={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button kind="main" type="submit" form={id} disabled={isPending}>
            {elsewhere.length > 0 ? t('initiatives:doMove') : t('initiatives:doAdd')}
          </Button>
        </>
      }
    >
      {rest && <Failure error={rest} />}
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setMissing(chosen.length === 0);
          if (chosen.length === 0) return;
          const actionItemIds = chosen.map((item) => item.id);
          mutate({ id: initiativeId, input: { actionItemIds, move: elsewhere.length > 0 } });
        }}
      >
        <Picker<Found>
          source={actions}
          multiple
          label={t('initiatives:actions')}
          hint={t('initiatives:addHint')}
          value={chosen}
          fault={
            isMissing && chosen.length === 0
              ? t('initiatives:actionsMissing')
              : faultOf('actionItemIds')
          }
          onChange={(items) => {
            setChosen(items);
          }}
        />
        {elsewhere.length > 0 && (
          <Notice kind="warn">
            {t('initiatives:moves')}
            <ul>
              {elsewhere.map((item) => (
                <li key={item.id}>
                  {t('initiatives:movesFrom', { key: item.key, from: item.initiative?.key ?? '' })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
