import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  WelcomeTeamDocument,
  WelcomeTeamLeadDocument,
  type WelcomeQuery,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import list from './settings.module.css';
import css from './welcome.module.css';

/** A key as the server takes it, made of a name. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** The first team; whoever makes it leads it until somebody else does. */
export function TeamStep({
  teams,
  me,
}: {
  readonly teams: WelcomeQuery['teams']['nodes'];
  /** The id of whoever sets up. */
  readonly me: string;
}) {
  const { t } = useTranslation(['settings', 'frame']);
  const form = useForm({ defaultValues: { name: '', key: '' } });
  const lead = useChange(WelcomeTeamLeadDocument);
  const create = useChange(WelcomeTeamDocument, {
    onDone: ({ team }) => {
      if (!team) return;
      lead.mutate({ id: team.id, input: { personId: me, role: 'LEAD' } });
      form.reset();
      say({ text: t('settings:teamMade', { name: team.name }) });
    },
  });
  const { faultOf, rest } = complaintsOf(create.error, ['name', 'key']);
  const { errors, dirtyFields } = form.formState;
  const name = form.register('name', { required: t('settings:teamNameMissing') });
  return (
    <>
      {teams.length > 0 && (
        <ul className={css['teams']}>
          {teams.map((team) => (
            <li key={team.id}>
              <span dir="auto">{team.name}</span> <code>{team.key}</code>
            </li>
          ))}
        </ul>
      )}
      <form
        className={list['form']}
        noValidate
        onSubmit={(event) =>
          void form.handleSubmit((input) => {
            create.mutate({ input });
          })(event)
        }
      >
        <TextField
          label={t('settings:teamName')}
          fault={errors.name?.message ?? faultOf('name')}
          autoComplete="off"
          dir="auto"
          maxLength={200}
          {...name}
          onChange={(event) => {
            void name.onChange(event);
            // As long as nobody has chosen another.
            if (!dirtyFields.key) form.setValue('key', keyOf(event.currentTarget.value));
          }}
        />
        <TextField
          label={t('settings:teamKey')}
          hint={t('settings:teamKeyHint')}
          fault={errors.key?.message ?? faultOf('key')}
          autoComplete="off"
          maxLength={200}
          {...form.register('key', { required: t('settings:teamKeyMissing') })}
        />
        {(rest ?? lead.error) && <Failure error={rest ?? lead.error} />}
        <Button kind="main" type="submit" disabled={create.isPending}>
          {create.isPending ? t('frame:saving') : t('settings:makeTeam')}
        </Button>
      </form>
    </>
  );
}
