import { Copy, Download, Printer, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { useCopy } from '../app/copy.js';
import { Failure } from '../app/failure.js';
import { LANGUAGES, pageLanguage, tagOf } from '../app/language.js';
import { saveFile } from '../app/save-file.js';
import {
  MeetingMinutesDocument,
  type Language,
  type MeetingFactsFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Choice } from '../ui/field.js';
import { Skeleton } from '../ui/notice.js';
import { Prose } from '../ui/prose.js';
import { ClosingWords } from './closing-words.js';
import css from './minutes.module.css';
import { SendMinutes } from './send-minutes.js';

/** What was said and decided in a meeting, to be read, taken along and sent. */
export function MeetingMinutes({ meeting }: { readonly meeting: MeetingFactsFragment }) {
  const { t } = useTranslation(['meetings', 'vocabulary', 'case']);
  const { key, allowedActs } = meeting;
  const [language, setLanguage] = useState<Language>(LANGUAGES[pageLanguage()]);
  const [isSending, setSending] = useState(false);
  const copy = useCopy();
  const { data, error, refetch } = useAsk(
    MeetingMinutesDocument,
    { key, language },
    { keep: true },
  );
  const minutes = data?.reviewMeeting?.minutes;
  return (
    <section id="minutes" aria-labelledby="minutes-name">
      <h2 id="minutes-name" className="visually-hidden">
        {t('meetings:tabminutes')}
      </h2>
      <div className={`${css['tools']} no-print`}>
        <Choice
          label={t('meetings:minutesLanguage')}
          hidesLabel
          value={language}
          options={Object.values(LANGUAGES).map((each) => ({
            value: each,
            label: t(`vocabulary:language${each}`),
          }))}
          onChange={setLanguage}
        />
        <Button
          icon={<Copy />}
          disabled={!minutes}
          onClick={() => {
            if (minutes) copy(minutes.text);
          }}
        >
          {t('meetings:copyMarkdown')}
        </Button>
        <Button
          icon={<Download />}
          disabled={!minutes}
          onClick={() => {
            if (minutes) saveFile(`${key}-minutes.md`, minutes.text, 'text/markdown');
          }}
        >
          {t('case:download')}
        </Button>
        <Button
          icon={<Printer />}
          onClick={() => {
            window.print();
          }}
        >
          {t('case:print')}
        </Button>
        {allowedActs.includes('SEND_MINUTES') && (
          <Button
            icon={<Send />}
            onClick={() => {
              setSending(true);
            }}
          >
            {t('meetings:sendAgain')}
          </Button>
        )}
      </div>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {minutes && (
        <div className={css['paper']}>
          {/* The headings within begin below a third one. */}
          <h3 className="visually-hidden">{t(`vocabulary:language${language}`)}</h3>
          <Prose html={minutes.html} lang={tagOf(language)} />
        </div>
      )}
      <p className={`${css['soft']} no-print`}>{t('meetings:minutesMean')}</p>
      <ClosingWords meeting={meeting} />
      {isSending && (
        <SendMinutes
          meeting={meeting}
          onClose={() => {
            setSending(false);
          }}
        />
      )}
    </section>
  );
}
