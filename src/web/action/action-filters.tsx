import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { teams } from '../catalog/team-picker.js';
import { openInitiatives } from '../initiative/open-initiatives.js';
import { Button } from '../ui/button.js';
import { FilterChips, type FilterChip } from '../ui/filter-chips.js';
import { FilterMenu } from '../ui/filter-menu.js';
import { FindBox } from '../ui/find-box.js';
import { PickerMenu } from '../ui/picker-menu.js';
import { QuietChoice } from '../writing/entries/quiet-choice.js';
import css from './actions-page.module.css';
import {
  chosenStates,
  isNarrowed,
  isOpenOnly,
  PRIORITIES,
  STATES,
  toggled,
  TYPES,
  withAnyState,
  withoutFilters,
  type BoardAddress,
  type BoardFacet,
} from './board-address.js';

interface AddressProps {
  readonly address: BoardAddress;
  readonly onAddress: (address: BoardAddress) => void;
}

/** What the list can be narrowed by. */
export function ActionFilters({ address, onAddress }: AddressProps) {
  const { t } = useTranslation(['action', 'initiatives', 'tracker', 'vocabulary']);
  const toggle = (facet: BoardFacet) => (value: string) => {
    onAddress(toggled(address, facet, value));
  };
  return (
    <div className={css['filters']} role="search" aria-label={t('action:narrowedTo')}>
      <FindBox
        label={t('action:find')}
        text={address.q ?? ''}
        onText={(q) => {
          onAddress({ ...address, q: q.trim() === '' ? undefined : q });
        }}
      />
      <FilterMenu
        label={t('action:filterStatus')}
        chosen={chosenStates(address) ?? []}
        options={STATES.map((value) => ({ value, label: t(`vocabulary:action${value}`) }))}
        onToggle={toggle('status')}
      />
      <FilterMenu
        label={t('action:filterPriority')}
        chosen={address.priority ?? []}
        options={PRIORITIES.map((value) => ({ value, label: value }))}
        onToggle={toggle('priority')}
      />
      <FilterMenu
        label={t('action:filterType')}
        chosen={address.type ?? []}
        options={TYPES.map((value) => ({ value, label: t(`vocabulary:type${value}`) }))}
        onToggle={toggle('type')}
      />
      <PickerMenu
        label={t('action:filterTeam')}
        source={teams}
        value={null}
        onChange={(team) => {
          if (team && address.team?.includes(team.key) !== true) toggle('team')(team.key);
        }}
        trigger={
          <Button>
            {t('action:filterTeam')}
            {address.team && <b>{address.team.length}</b>}
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      <PickerMenu
        label={t('initiatives:findInitiative')}
        source={openInitiatives}
        value={null}
        onChange={(initiative) => {
          if (initiative) onAddress({ ...address, initiative: initiative.key });
        }}
        trigger={
          <Button>
            {t('initiatives:initiative')}
            {address.initiative !== undefined && <b>1</b>}
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      <label className={css['toggle']}>
        <input
          type="checkbox"
          checked={address.overdue !== undefined}
          onChange={({ currentTarget: { checked } }) => {
            onAddress({ ...address, overdue: checked ? 'yes' : undefined });
          }}
        />
        {t('action:overdueOnly')}
      </label>
      <label className={css['toggle']}>
        <input
          type="checkbox"
          checked={address.late !== undefined}
          onChange={({ currentTarget: { checked } }) => {
            onAddress({ ...address, late: checked ? 'yes' : undefined });
          }}
        />
        {t('action:lateOnly')}
      </label>
      <label className={css['toggle']}>
        <input
          type="checkbox"
          checked={address.closed !== undefined}
          onChange={({ currentTarget: { checked } }) => {
            onAddress({ ...address, closed: checked ? 'yes' : undefined });
          }}
        />
        {t('tracker:filter')}
      </label>
      <QuietChoice
        label={t('action:order')}
        value={address.order ?? 'urgency'}
        onChange={(order) => {
          onAddress({ ...address, order: order === 'urgency' ? undefined : order });
        }}
      >
        <option value="urgency">{t('action:orderUrgency')}</option>
        <option value="clock">{t('action:orderClock')}</option>
        <option value="weight">{t('action:orderWeight')}</option>
      </QuietChoice>
    </div>
  );
}

/** What narrows the list now, each with a way out, and how many are left. */
export function Narrowed({
  address,
  onAddress,
  count,
}: AddressProps & { readonly count: number | undefined }) {
  const { t } = useTranslation('action');
  const chips = useChips(address, onAddress);
  if (count === undefined && chips.length === 0 && address.view === 'board') return null;
  return (
    <div className={css['said']}>
      <p className={css['count']} role="status">
        {count !== undefined && t('found', { count })}
      </p>
      <FilterChips label={t('narrowedTo')} chips={chips} />
      {isNarrowed(address) && chips.length > 1 && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            onAddress(withoutFilters(address));
          }}
        >
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
}

function useChips(
  address: BoardAddress,
  onAddress: (address: BoardAddress) => void,
): readonly FilterChip[] {
  const { t } = useTranslation(['action', 'tracker', 'vocabulary']);
  const facet = (name: BoardFacet, value: string, label: string): FilterChip => ({
    id: `${name} ${value}`,
    label,
    onRemove: () => {
      onAddress(toggled(address, name, value));
    },
  });
  const chips: FilterChip[] = [
    ...(chosenStates(address) ?? []).map((value) =>
      facet('status', value, t(`vocabulary:action${value}`)),
    ),
    ...(address.priority ?? []).map((value) => facet('priority', value, value)),
    ...TYPES.filter((value) => address.type?.includes(value)).map((value) =>
      facet('type', value, t(`vocabulary:type${value}`)),
    ),
    ...(address.team ?? []).map((value) => facet('team', value, value)),
  ];
  if (isOpenOnly(address) && address.view !== 'board') {
    chips.unshift({
      id: 'open',
      label: t('action:open'),
      onRemove: () => {
        onAddress(withAnyState(address));
      },
    });
  }
  if (address.initiative !== undefined) {
    chips.push({
      id: 'initiative',
      label: address.initiative,
      onRemove: () => {
        onAddress({ ...address, initiative: undefined });
      },
    });
  }
  if (address.overdue) {
    chips.push({
      id: 'overdue',
      label: t('action:overdueOnly'),
      onRemove: () => {
        onAddress({ ...address, overdue: undefined });
      },
    });
  }
  if (address.late) {
    chips.push({
      id: 'late',
      label: t('action:lateOnly'),
      onRemove: () => {
        onAddress({ ...address, late: undefined });
      },
    });
  }
  if (address.closed) {
    chips.push({
      id: 'closed',
      label: t('tracker:filter'),
      onRemove: () => {
        onAddress({ ...address, closed: undefined });
      },
    });
  }
  if (address.q !== undefined) {
    chips.push({
      id: 'q',
      label: t('action:textIs', { text: address.q }),
      onRemove: () => {
        onAddress({ ...address, q: undefined });
      },
    });
  }
  return chips;
}
