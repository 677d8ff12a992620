import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronDown, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useUnfoldedPrint } from '../case/use-unfolded-print.js';
import { teams } from '../catalog/team-picker.js';
import { ActionTrendsDocument } from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import { PickerMenu } from '../ui/picker-menu.js';
import { Tabs } from '../ui/tabs.js';
import { AgeingChart } from './ageing-chart.js';
import { BurnUpChart } from './burn-up-chart.js';
import css from './trend.module.css';
import { SPANS } from './trends-address.js';

const route = getRouteApi('/trends');
const USUAL_SPAN = '26';

/** How the actions of a team, or of all, have come on over the weeks. */
export function TrendsPage() {
  const { team: key, weeks = USUAL_SPAN } = route.useSearch();
  const { t } = useTranslation('trend');
  useUnfoldedPrint();
  const { data, error, refetch } = useAsk(
    ActionTrendsDocument,
    { team: key ?? null, weeks: Number(weeks) },
    { keep: true },
  );
  const trends = data?.actionTrends;
  useTitle(trends?.team ? `${t('title')} · ${trends.team.name}` : t('title'));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!trends) return <NothingHere />;
  return (
    <article className={css['page']}>
      <Head team={trends.team} />
      <AgeingChart ageing={trends.ageing} />
      <BurnUpChart trends={trends} />
    </article>
  );
}

function Head({ team }: { readonly team: { readonly key: string; readonly name: string } | null }) {
  const address = route.useSearch();
  const { weeks = USUAL_SPAN } = address;
  const navigate = route.useNavigate();
  const { t } = useTranslation('trend');
  return (
    <header className={css['head']}>
      <div>
        <h1>{t('title')}</h1>
        <p className={css['whose']}>
          {team ? (
            <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
              {team.name}
            </Link>
          ) : (
            t('everybody')
          )}
        </p>
      </div>
      <div className={css['tools']}>
        <Tabs label={t('span')}>
          {SPANS.map((span) => (
            <Link
              key={span}
              to="/trends"
              search={{ ...address, weeks: span === USUAL_SPAN ? undefined : span }}
              activeOptions={{ exact: true }}
              {...(span === weeks ? { inactiveProps: { 'aria-current': 'page' as const } } : {})}
              replace
            >
              {t('weeks', { count: Number(span) })}
            </Link>
          ))}
        </Tabs>
        <PickerMenu
          label={t('ofTeam')}
          source={teams}
          value={null}
          onChange={(picked) => {
            if (picked) void navigate({ search: { ...address, team: picked.key } });
          }}
          trigger={
            <Button>
              {t('ofTeam')}
              <ChevronDown aria-hidden />
            </Button>
          }
        />
        {team && (
          <Link to="/trends" search={{ ...address, team: undefined }} className={buttonClass()}>
            <X aria-hidden />
            {t('ofAll')}
          </Link>
        )}
      </div>
    </header>
  );
}
