import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { writeSearch } from '../app/address.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { useViewer } from '../app/viewer.js';
import { SavedSearchCreateDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/field.js';
import css from './save-search-dialog.module.css';
import type { SearchAddress } from './search-address.js';

/** The name of a search, and whether others see it. */
export function SaveSearchDialog({
  address,
  onClose,
}: {
  readonly address: SearchAddress;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['library', 'frame']);
  const viewer = useViewer();
  const form = useForm({ defaultValues: { name: address.q ?? '', shared: false } });
  const save = useChange(SavedSearchCreateDocument, {
    onDone: () => {
      say({ text: t('library:searchSaved') });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(save.error, ['name']);
  const id = 'save-search';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('library:saveSearch')}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('frame:cancel')}
          </Button>
          <Button kind="main" type="submit" form={id} disabled={save.isPending}>
            {save.isPending ? t('frame:saving') : t('frame:save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) =>
          void form.handleSubmit(({ name, shared }) => {
            save.mutate({ input: { name, shared, address: writeSearch({ ...address }) } });
          })(event)
        }
      >
        <TextField
          label={t('library:searchName')}
          hint={t('library:searchNameHint')}
          fault={form.formState.errors.name?.message ?? faultOf('name')}
          autoComplete="off"
          dir="auto"
          maxLength={200}
          {...form.register('name', { required: t('library:searchNameMissing') })}
        />
        {viewer && viewer.role !== 'VIEWER' && (
          <label className={css['choice']}>
            <input type="checkbox" {...form.register('shared')} />
            <span>{t('library:shareWithAll')}</span>
          </label>
        )}
        {rest && <Failure error={rest} />}
      </form>
    </Dialog>
  );
}
