import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import { useOwnZone } from '../app/viewer.js';
import { MarkerShape } from '../case/marker-shape.js';
import { rowsOf } from '../case/timeline-rows.js';
import type { ShownCaseQuery } from '../gql/documents.js';
import { Line } from '../ui/line.js';
import { listed } from '../ui/listed.js';
import { Prose } from '../ui/prose.js';
import { span } from '../ui/time.js';
import { wallOf, wordsOf, zoneName } from '../ui/zone.js';
import css from './projector.module.css';

type ShownCase = NonNullable<ShownCaseQuery['postmortem']>;

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** What the whole room has to know: the facts, and what happened when. */
export function ProjectorStory({ postmortem }: { readonly postmortem: ShownCase }) {
  const { t } = useTranslation('meetings');
  const { summaryHtml, language } = postmortem;
  return (
    <>
      <KeyFacts of={postmortem} />
      {summaryHtml !== '' && (
        <div className={css['summary']}>
          <Prose html={summaryHtml} lang={tagOf(language)} />
        </div>
      )}
      <h3>{t('timeline')}</h3>
      <Timeline of={postmortem} />
    </>
  );
}

function KeyFacts({ of: { incidents } }: { readonly of: ShownCase }) {
  const { t, i18n } = useTranslation(['meetings', 'vocabulary', 'case']);
  const mine = useOwnZone();
  const { language } = i18n;
  const services = [
    ...new Set(incidents.flatMap((each) => each.services.map(({ service }) => service.name))),
  ];
  const [incident] = incidents;
  return (
    <dl className={css['facts']}>
      {services.length > 0 && (
        <div>
          <dt>{t('case:services')}</dt>
          <dd>{listed(services, language)}</dd>
        </div>
      )}
      {typeof incident?.startedAt === 'string' && (
        <div>
          <dt>{t('vocabulary:milestoneSTARTED_AT')}</dt>
          <dd>
            {wordsOf(incident.startedAt, language, mine, {
              ...DAY,
              hour: '2-digit',
              minute: '2-digit',
            })}
          </dd>
        </div>
      )}
      {incident?.measurements.map(({ name, seconds }) => (
        <div key={name}>
          <dt title={t(`vocabulary:measure${name}`)}>{name}</dt>
          <dd>{span(seconds, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Timeline({ of: { timeline, language } }: { readonly of: ShownCase }) {
  const { t, i18n } = useTranslation(['meetings', 'vocabulary', 'case']);
  const mine = useOwnZone();
  const rows = useMemo(() => rowsOf(timeline, 'mine', mine), [timeline, mine]);
  const [first] = rows;
  if (!first) return <p className={css['none']}>{t('meetings:noTimeline')}</p>;
  return (
    <>
      <p className={css['none']}>{t('case:timesIn', { zone: zoneName(mine, first.event.at) })}</p>
      <ol className={css['timeline']}>
        {rows.map(({ event, zone, newDay, gap }) => (
          <li key={event.id}>
            {gap !== null && (
              <p className={css['gap']}>
                {t('case:nothingRecorded', { span: span(gap, i18n.language) })}
              </p>
            )}
            {newDay !== null && (
              <p className={css['day']}>{wordsOf(event.at, i18n.language, zone, DAY)}</p>
            )}
            <div className={css['entry']}>
              <time dateTime={event.at}>{wallOf(event.at, zone).time}</time>
              <MarkerShape of={event.marker} />
              <span>
                {event.marker !== 'OTHER' && (
                  <b className={css['marker']}>{t(`vocabulary:marker${event.marker}`)}</b>
                )}{' '}
                <Line text={event.text} lang={tagOf(language)} />
              </span>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
