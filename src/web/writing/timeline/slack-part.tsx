import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.js';
import { Choice, TextField } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { instantOf, wallOf } from '../../ui/zone.js';
import css from './paste.module.css';
import {
  slackChannels,
  SlackExportError,
  slackLines,
  type SlackChannel,
  type SlackLine,
} from './slack-export.js';

/** When an incident went on, as far as that is known. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** Bytes that the server takes; it cuts off what is larger before it could say why. */
const MOST_BYTES = 50 * 1024 ** 2;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Chooses an export of Slack, a channel of it and a range of time. */
export function SlackPart({
  postmortemId,
  zone,
  span,
  onLines,
}: {
  readonly postmortemId: string;
  readonly zone: string;
  readonly span: Span;
  readonly onLines: (lines: readonly SlackLine[]) => void;
}) {
  const { t } = useTranslation('parts');
  const [file, setFile] = useState<File>();
  const [channels, setChannels] = useState<readonly SlackChannel[]>([]);
  const [channel, setChannel] = useState('');
  const [range, setRange] = useState({ from: '', to: '' });
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [count, setCount] = useState<number>();
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SlackExportError)) throw error;
      setFault(error.message || t('slackNotReached'));
    } finally {
      setBusy(false);
    }
  };
  const typed = (at: string): string => {
    const { day, time } = wallOf(at, zone);
    return `${day}T${time.slice(0, 5)}`;
  };
  const choose = (name: string, all: readonly SlackChannel[]): void => {
    setChannel(name);
    setCount(undefined);
    const days = all.find(({ folder }) => folder === name);
    const from = span.from ?? `${days?.from ?? ''}T00:00:00Z`;
    const end = span.to ?? (span.from ? null : `${days?.to ?? ''}T23:59:00Z`);
    const last = end === null ? Date.parse(from) + 24 * HOUR_MS : Date.parse(end) + MINUTE_MS;
    setRange({ from: typed(from), to: typed(new Date(last).toISOString()) });
  };
  const open = (chosen: File): Promise<void> =>
    run(async () => {
      setFile(chosen);
      setChannels([]);
      if (chosen.size > MOST_BYTES) throw new SlackExportError(t('slackTooLarge'));
      const all = await slackChannels(postmortemId, chosen);
      setChannels(all);
      choose(all[0]?.folder ?? '', all);
    });
  const instant = (text: string): string => instantOf(text, zone) ?? '';
  const canRead = file !== undefined && channel !== '' && range.from !== '' && range.to !== '';
  return (
    <div className={css['slack']}>
      <TextField
        type="file"
        accept=".zip,application/zip"
        label={t('slackFile')}
        hint={t('slackHint')}
        onChange={({ currentTarget: { files } }) => {
          const [chosen] = files ?? [];
          if (chosen) void open(chosen);
        }}
      />
      {fault !== undefined && <Notice kind="fault">{fault}</Notice>}
      {channels.length > 0 && (
        <>
          <Choice
            label={t('slackChannel')}
            value={channel}
            options={channels.map(({ folder, from, to }) => ({
              value: folder,
              label: from === to ? `#${folder} (${from})` : `#${folder} (${from} – ${to})`,
            }))}
            onChange={(name) => {
              choose(name, channels);
            }}
          />
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              type="datetime-local"
              label={t(end === 'from' ? 'slackFrom' : 'slackTo')}
              value={range[end]}
              onChange={({ currentTarget: { value } }) => {
                setRange({ ...range, [end]: value });
              }}
            />
          ))}
          <Button
            kind="main"
            disabled={!canRead || isBusy}
            onClick={() => {
              if (!file) return;
              void run(async () => {
                const [from, to] = [instant(range.from), instant(range.to)];
                const lines = await slackLines(postmortemId, file, { channel, from, to });
                setCount(lines.length);
                onLines(lines);
              });
            }}
          >
            {t('slackRead')}
          </Button>
          {count !== undefined && <p role="status">{t('slackCount', { count })}</p>}
        </>
      )}
    </div>
  );
}
