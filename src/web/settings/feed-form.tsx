import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { TokenCreateDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Field, TextField } from '../ui/field.js';
import field from '../ui/field.module.css';
import { feedUrl, isOfTeam } from './feed-url.js';
import type { NewFeed } from './feeds-tab.js';
import { FEEDS, type Feed } from './settings-address.js';
import css from './settings.module.css';

const DAYS = ['30', '90', '366'] as const;

interface Values {
  readonly feed: Feed;
  readonly team: string;
  readonly name: string;
  readonly days: string;
}

/** Makes an address for a calendar or a feed reader. */
export function FeedForm({
  feed,
  team,
  teams,
  onMade,
}: {
  readonly feed: Feed | undefined;
  readonly team: string | undefined;
  readonly teams: readonly { readonly key: string; readonly name: string }[];
  readonly onMade: (made: NewFeed | undefined) => void;
}) {
  const { t } = useTranslation(['settings', 'frame']);
  const form = useForm<Values>({
    defaultValues: {
      feed: feed ?? 'ownDays',
      team: (teams.find(({ key }) => key === team) ?? teams[0])?.key ?? '',
      name: '',
      days: '366',
    },
  });
  const create = useChange(TokenCreateDocument, {
    onDone: ({ token }) => {
      const { feed: of, team: key } = form.getValues();
      onMade(
        token === null
          ? undefined
          : { feed: of, url: feedUrl(window.location.origin, of, key, token) },
      );
      form.resetField('name');
    },
  });
  const { faultOf, rest } = complaintsOf(create.error, ['name', 'days']);
  const of = useWatch({ control: form.control, name: 'feed' });
  const offered = teams.length === 0 ? FEEDS.filter((each) => !isOfTeam(each)) : FEEDS;
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit(({ name, days }) => {
          onMade(undefined);
          const input = { name, days: Number(days), scopes: ['READ' as const] };
          create.mutate({ input: { ...input, kind: 'FEED' } });
        })(event)
      }
    >
      <Field label={t('settings:feedOf')}>
        {(attributes) => (
          <select className={field['control']} {...attributes} {...form.register('feed')}>
            {offered.map((each) => (
              <option key={each} value={each}>
                {t(`settings:feed_${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isOfTeam(of) && (
        <Field label={t('settings:feedTeam')}>
          {(attributes) => (
            <select className={field['control']} {...attributes} {...form.register('team')}>
              {teams.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TextField
        label={t('settings:tokenName')}
        hint={t('settings:feedNameHint')}
        fault={form.formState.errors.name?.message ?? faultOf('name')}
        autoComplete="off"
        dir="auto"
        maxLength={200}
        {...form.register('name', { required: t('settings:feedNameMissing') })}
      />
      <Field label={t('settings:tokenDays')} fault={faultOf('days')}>
        {(attributes) => (
          <select className={field['control']} {...attributes} {...form.register('days')}>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t('settings:days', { count: Number(days) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {rest && <Failure error={rest} />}
      <Button type="submit" kind="main" disabled={create.isPending}>
        {create.isPending ? t('frame:saving') : t('settings:makeFeed')}
      </Button>
    </form>
  );
}
