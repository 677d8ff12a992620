import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import { TeamPicker, type PickedTeam } from '../catalog/team-picker.js';
import {
  ChannelCreateDocument,
  ChannelUpdateDocument,
  type ChannelKind,
  type ChannelLineFragment,
  type ChannelTopic,
  type Language,
} from '../gql/documents.js';
import { Choice, TextField } from '../ui/field.js';
import css from './settings.module.css';

const FIELDS = ['kind', 'name', 'locale', 'topics', 'webhook', 'secret', 'teamId'] as const;
const KINDS: readonly ChannelKind[] = ['SLACK', 'TEAMS', 'FEISHU', 'DINGTALK', 'WECOM'];
const TOPICS: readonly ChannelTopic[] = ['DIGEST', 'PUBLICATIONS'];
const LANGUAGES = [
  { value: 'EN', label: 'English' },
  { value: 'ZH_HANT', label: '繁體中文' },
  { value: 'ZH_HANS', label: '简体中文' },
] as const;
/** Those that can have messages signed. */
const SIGNED: readonly ChannelKind[] = ['FEISHU', 'DINGTALK'];

interface Values {
  readonly kind: ChannelKind;
  readonly name: string;
  readonly locale: Language;
  readonly topics: readonly ChannelTopic[];
  readonly webhook: string;
  readonly secret: string;
  readonly team: PickedTeam | null;
}

/** Sets a channel up, or changes one; its address is given anew or stays as it is. */
export function ChannelForm({
  channel,
  ofTeam,
  onClose,
}: {
  /** Null for a new one. */
  readonly channel: ChannelLineFragment | null;
  /** Whose a new one is; left out: to be chosen. */
  readonly ofTeam?: PickedTeam;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('channel');
  const [values, setValues] = useState<Values>({
    kind: channel?.kind ?? 'SLACK',
    name: channel?.name ?? '',
    locale: channel?.locale ?? 'EN',
    topics: channel?.topics ?? TOPICS,
    webhook: '',
    secret: '',
    team: channel?.team ?? ofTeam ?? null,
  });
  const { save, isPending, error } = useSaving(channel, values, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  const set = (changes: Partial<Values>): void => {
    setValues({ ...values, ...changes });
  };
  return (
    <FormDialog
      title={channel ? t('editNamed', { name: channel.name }) : t('addChannel')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      {!channel && (
        <Choice
          label={t('chat')}
          hint={t(`hint${values.kind}`)}
          fault={faultOf('kind')}
          value={values.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind${kind}`) }))}
          onChange={(kind) => {
            set({ kind });
          }}
        />
      )}
      <TextField
        label={t('name')}
        fault={faultOf('name')}
        value={values.name}
        required
        dir="auto"
        maxLength={200}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => {
          set({ name: value });
        }}
      />
      <TextField
        label={t('webhook')}
        hint={channel ? t('webhookStays', { address: channel.address }) : t('webhookHint')}
        fault={faultOf('webhook')}
        type="url"
        value={values.webhook}
        required={!channel}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => {
          set({ webhook: value });
        }}
      />
      {SIGNED.includes(values.kind) && (
        <TextField
          label={t('secret')}
          hint={t(channel?.isSigned === true ? 'secretStays' : 'secretHint')}
          fault={faultOf('secret')}
          value={values.secret}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => {
            set({ secret: value });
          }}
        />
      )}
      <Choice
        label={t('language')}
        fault={faultOf('locale')}
        value={values.locale}
        options={LANGUAGES}
        onChange={(locale) => {
          set({ locale });
        }}
      />
      <fieldset className={css['choices']}>
        <legend>{t('topics')}</legend>
        {TOPICS.map((topic) => (
          <label key={topic}>
            <input
              type="checkbox"
              checked={values.topics.includes(topic)}
              onChange={({ currentTarget: { checked } }) => {
                const others = values.topics.filter((each) => each !== topic);
                set({ topics: checked ? [...others, topic] : others });
              }}
            />
            <span>
              {t(`topic${topic}`)}
              <small>{t(`topicMeans${topic}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {!channel && !ofTeam && (
        <TeamPicker
          label={t('team')}
          hint={t('teamHint')}
          fault={faultOf('teamId')}
          value={values.team}
          onChange={(team) => {
            set({ team });
          }}
        />
      )}
    </FormDialog>
  );
}

function useSaving(channel: ChannelLineFragment | null, values: Values, onClose: () => void) {
  const { t } = useTranslation('channel');
  const onDone = (): void => {
    say({ text: t('saved', { name: values.name }) });
    onClose();
  };
  const create = useChange(ChannelCreateDocument, { onDone });
  const update = useChange(ChannelUpdateDocument, { onDone });
  const { kind, name, locale, webhook, secret, team } = values;
  const topics = [...values.topics];
  const signing = SIGNED.includes(kind) && secret !== '' ? { secret } : {};
  const used = channel ? update : create;
  return {
    isPending: used.isPending,
    error: used.error,
    save: () => {
      if (channel) {
        const address = webhook === '' ? {} : { webhook };
        const input = {
          name,
          locale,
          topics,
          ...address,
          ...signing,
          expectedVersion: channel.version,
        };
        update.mutate({ id: channel.id, input });
      } else {
        const teamId = team?.id ?? null;
        create.mutate({ input: { kind, name, locale, topics, webhook, ...signing, teamId } });
      }
    },
  };
}
