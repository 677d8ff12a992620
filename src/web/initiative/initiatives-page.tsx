import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronDown, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { usePages } from '../app/pages.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { CatalogList } from '../catalog/catalog-list.js';
import css from '../catalog/catalog.module.css';
import { teams } from '../catalog/team-picker.js';
import { InitiativeListDocument, type InitiativeLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { FilterChips } from '../ui/filter-chips.js';
import { FilterMenu } from '../ui/filter-menu.js';
import { PickerMenu } from '../ui/picker-menu.js';
import { InitiativeProgress } from './initiative-progress.js';
import { InitiativeState } from './initiative-state.js';
import {
  chosenStates,
  filterOf,
  STATES,
  toggled,
  type InitiativesAddress,
} from './initiatives-address.js';
import { TargetDay } from './target-day.js';

const InitiativeForm = lazy(() =>
  import('./initiative-form.js').then((m) => ({ default: m.InitiativeForm })),
);

const route = getRouteApi('/initiatives');

/** What gathers actions across cases; what goes on comes first. */
export function InitiativesPage() {
  const { t } = useTranslation(['initiatives', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  useTitle(t('frame:initiatives'));
  const filter = filterOf(address, viewer?.id);
  const pages = usePages(InitiativeListDocument, { filter }, ({ initiatives }) => initiatives);
  const show = (next: InitiativesAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <>
      <CatalogList
        title={t('frame:initiatives')}
        findLabel={t('initiatives:find')}
        address={address}
        onAddress={show}
        count={pages.data?.pages[0]?.initiatives.totalCount}
        none={t('initiatives:noInitiatives')}
        pages={pages}
        narrowing={{
          controls: <Filters address={address} onAddress={show} />,
          isOn: Object.keys(filter).length > 0,
          without: { edit: address.edit },
        }}
        create={
          mayWrite && (
            <Button
              icon={<Plus />}
              onClick={() => {
                show({ ...address, edit: 'new' });
              }}
            >
              {t('initiatives:newInitiative')}
            </Button>
          )
        }
      >
        {pages.data?.pages.flatMap(({ initiatives }) =>
          initiatives.nodes.map((initiative) => (
            <li key={initiative.id}>
              <InitiativeLine of={initiative} />
            </li>
          )),
        )}
      </CatalogList>
      {mayWrite && address.edit === 'new' && (
        <Suspense>
          <InitiativeForm
            initiative={null}
            onClose={() => {
              show({ ...address, edit: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** What the list can be narrowed by, besides a text. */
function Filters({
  address,
  onAddress,
}: {
  readonly address: InitiativesAddress;
  readonly onAddress: (address: InitiativesAddress) => void;
}) {
  const { t } = useTranslation('initiatives');
  const check = (name: 'mine' | 'late', label: string) => (
    <label className={css['toggle']}>
      <input
        type="checkbox"
        checked={address[name] !== undefined}
        onChange={({ currentTarget: { checked } }) => {
          onAddress({ ...address, [name]: checked ? 'yes' : undefined });
        }}
      />
      {label}
    </label>
  );
  return (
    <>
      <FilterMenu
        label={t('state')}
        chosen={chosenStates(address)}
        options={STATES.map((value) => ({ value, label: t(`state${value}`) }))}
        onToggle={(value) => {
          onAddress(toggled(address, 'status', value));
        }}
      />
      <PickerMenu
        label={t('team')}
        source={teams}
        value={null}
        onChange={(team) => {
          if (team && address.team?.includes(team.key) !== true) {
            onAddress(toggled(address, 'team', team.key));
          }
        }}
        trigger={
          <Button>
            {t('team')}
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      {(address.team ?? []).length > 0 && (
        <FilterChips
          label={t('narrowedTo')}
          chips={(address.team ?? []).map((key) => ({
            id: key,
            label: key,
            onRemove: () => {
              onAddress(toggled(address, 'team', key));
            },
          }))}
        />
      )}
      {check('mine', t('mineOnly'))}
      {check('late', t('lateOnly'))}
    </>
  );
}

function InitiativeLine({ of: initiative }: { readonly of: InitiativeLineFragment }) {
  const { key, title, status, team, owner, progress } = initiative;
  return (
    <>
      <div className={css['line']}>
        <span className={css['key']}>{key}</span>
        <Link to="/initiatives/$key" params={{ key }} className={css['name']} dir="auto">
          {title}
        </Link>
        <span className={css['end']}>
          <InitiativeState of={status} />
        </span>
      </div>
      <div className={css['facts']}>
        <TargetDay of={initiative} />
        {owner && <span dir="auto">{owner.name}</span>}
        {team && <span dir="auto">{team.name}</span>}
      </div>
      <InitiativeProgress of={progress} />
    </>
  );
}
