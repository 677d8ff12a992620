import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ClockWords } from '../action/clock-words.js';
import { Tag } from '../ui/badge.js';
import { Day } from '../ui/instant.js';
import { useCase } from './case-context.js';
import css from './case-facts.module.css';

/** The facts about the case, each under its name; what is not known is left out. */
export function CaseFacts() {
  const { t } = useTranslation('case');
  const { postmortem } = useCase();
  const { authors, reviewers, facilitator, incidents, publishedAt, tags, source, clocks } =
    postmortem;
  const services = [
    ...new Set(incidents.flatMap((each) => each.services.map(({ service }) => service.name))),
  ];
  return (
    <dl className={css['facts']}>
      {services.length > 0 && (
        <Fact name={t('services')}>
          <Listed
            all={services.map((name) => (
              <Link key={name} to="/services/$name" params={{ name }} dir="auto">
                {name}
              </Link>
            ))}
          />
        </Fact>
      )}
      <Fact name={t('authors')}>{authors.length > 0 ? <Names of={authors} /> : <Nobody />}</Fact>
      {reviewers.length > 0 && (
        <Fact name={t('reviewers')}>
          <Names of={reviewers} />
        </Fact>
      )}
      {facilitator && (
        <Fact name={t('facilitator')}>
          <Names of={[facilitator]} />
        </Fact>
      )}
      {publishedAt !== null && (
        <Fact name={t('published')}>
          <Day at={publishedAt} />
        </Fact>
      )}
      {(['writing', 'reviewing'] as const).map((what) => {
        const clock = clocks[what];
        if (typeof clock?.targetDays !== 'number' || clock.state === 'STOPPED') return null;
        return (
          <Fact key={what} name={t(`${what}Time`)}>
            <ClockWords of={clock} />
          </Fact>
        );
      })}
      <Fact name={t('visibleTo')}>
        <VisibleTo />
      </Fact>
      {source && (
        <Fact name={t('source')}>
          <Source />
        </Fact>
      )}
      {tags.length > 0 && (
        <Fact name={t('tags')} isWide>
          <span className={css['tags']}>
            {tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({
  name,
  isWide = false,
  children,
}: {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={isWide ? css['wide'] : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Nobody() {
  const { t } = useTranslation();
  return <span className={css['soft']}>{t('nobody')}</span>;
}

/** One after another, with the comma of the language between. */
function Listed({ all }: { readonly all: readonly ReactNode[] }) {
  const { t } = useTranslation('case');
  return all.map((each, place) => (
    <Fragment key={place}>
      {place > 0 && t('comma')}
      {each}
    </Fragment>
  ));
}

const Names = ({
  of,
}: {
  readonly of: readonly { readonly id: string; readonly name: string }[];
}) => (
  <Listed
    all={of.map(({ id, name }) => (
      <span key={id} dir="auto">
        {name}
      </span>
    ))}
  />
);

/** Whom the case is open to, in words. A draft is not open to the organization yet. */
function VisibleTo() {
  const { t } = useTranslation(['case', 'vocabulary']);
  const { visibility, status, readers } = useCase().postmortem;
  if (visibility === 'ORGANIZATION') {
    return status === 'DRAFT' ? t('case:visibleDraft') : t('vocabulary:visibilityORGANIZATION');
  }
  return (
    <>
      {t(readers.length > 0 ? 'case:visibleRestrictedAnd' : 'case:visibleRestricted')}
      {readers.length > 0 && (
        <Listed
          all={readers.map(({ person, team }) => (
            <span key={person?.id ?? team?.id} dir="auto">
              {person?.name ?? team?.name}
            </span>
          ))}
        />
      )}
    </>
  );
}

/** Where an imported case comes from. */
function Source() {
  const { t } = useTranslation('case');
  const { source } = useCase().postmortem;
  if (!source) return null;
  const { company, product, url, archiveUrl } = source;
  const whose = [company, product].filter((each) => each !== null).join(' · ');
  return (
    <>
      {whose !== '' && <span dir="auto">{whose}</span>}{' '}
      {isWebAddress(url) && (
        <a href={url} rel="noreferrer noopener">
          {t('originalPage')}
        </a>
      )}{' '}
      {isWebAddress(archiveUrl) && (
        <a href={archiveUrl} rel="noreferrer noopener">
          {t('archivedCopy')}
        </a>
      )}
    </>
  );
}

/** An address that a browser opens as a page; files may say anything. */
const isWebAddress = (url: string | null): url is string =>
  url !== null && /^https?:\/\//i.test(url);
