import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { WelcomeDocument, type WelcomeQuery } from '../gql/documents.js';
import { buttonClass } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import { ImportStep } from './import-step.js';
import { InviteStep } from './invite-step.js';
import { OrganizationForm } from './organization-form.js';
import { STEPS, type Step } from './settings-address.js';
import { TeamStep } from './team-step.js';
import css from './welcome.module.css';

const route = getRouteApi('/welcome');

/** The first steps of whoever sets fupan up; each can be passed over, and come back to. */
export function WelcomePage() {
  const { t } = useTranslation(['settings', 'frame']);
  const { step = 'organization' } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const isAdmin = viewer?.role === 'ADMIN';
  const { data, error, refetch } = useAsk(WelcomeDocument, {}, { when: isAdmin });
  useTitle(isAdmin ? t('settings:welcome') : undefined);
  if (viewer && !isAdmin) return <NothingHere />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || !viewer) return <Skeleton lines={8} />;
  const place = STEPS.indexOf(step);
  const next = STEPS[place + 1];
  const goOn = (): void => {
    void (next === undefined ? navigate({ to: '/' }) : navigate({ search: { step: next } }));
  };
  return (
    <div className={css['page']}>
      <h1>{t('settings:welcome')}</h1>
      <p className={css['lead']}>{t('settings:welcomeLead')}</p>
      <Steps step={step} data={data} />
      <section className={css['step']} aria-labelledby="step">
        <h2 id="step">{t(`settings:step_${step}`)}</h2>
        <p className={css['lead']}>{t(`settings:stepLead_${step}`)}</p>
        {step === 'organization' && (
          <OrganizationForm
            key={data.organization.version}
            organization={data.organization}
            label={t('settings:saveAndGoOn')}
            onDone={goOn}
          />
        )}
        {step === 'team' && <TeamStep teams={data.teams.nodes} me={viewer.id} />}
        {step === 'import' && <ImportStep />}
        {step === 'people' && <InviteStep />}
      </section>
      <Foot step={step} />
    </div>
  );
}

const isDone: Readonly<Record<Step, (data: WelcomeQuery) => boolean>> = {
  organization: ({ organization }) => organization.name !== null,
  team: ({ teams }) => teams.totalCount > 0,
  import: ({ postmortems }) => postmortems.totalCount > 0,
  people: ({ people }) => people.totalCount > 1,
};

function Steps({ step, data }: { readonly step: Step; readonly data: WelcomeQuery }) {
  const { t } = useTranslation('settings');
  return (
    <ol className={css['steps']}>
      {STEPS.map((each, place) => (
        <li key={each}>
          <Link
            to="/welcome"
            search={{ step: each }}
            resetScroll={false}
            aria-current={each === step ? 'step' : undefined}
          >
            <span className={css['number']} aria-hidden>
              {isDone[each](data) ? '✓' : place + 1}
            </span>
            <span className={css['name']}>{t(`step_${each}`)}</span>
            {isDone[each](data) && <span className="visually-hidden"> {t('stepDone')}</span>}
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** On to the next step, whether this one was done or not. */
function Foot({ step }: { readonly step: Step }) {
  const { t } = useTranslation(['settings', 'frame']);
  const place = STEPS.indexOf(step);
  const [before, next] = [STEPS[place - 1], STEPS[place + 1]];
  return (
    <div className={css['foot']}>
      {before !== undefined && (
        <Link to="/welcome" search={{ step: before }} className={buttonClass('quiet')}>
          {t('frame:back')}
        </Link>
      )}
      {next === undefined ? (
        <Link to="/" className={buttonClass('main')}>
          {t('frame:toLibrary')}
        </Link>
      ) : (
        <>
          <Link to="/" className={buttonClass('quiet')}>
            {t('settings:later')}
          </Link>
          <Link to="/welcome" search={{ step: next }} className={buttonClass()}>
            {t('settings:nextStep', { name: t(`settings:step_${next}`) })}
          </Link>
        </>
      )}
    </div>
  );
}
