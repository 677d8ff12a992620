import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  TeamMemberRemoveDocument,
  TeamMemberSetDocument,
  type TeamFactsFragment,
  type TeamRole,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { PickerMenu } from '../ui/picker-menu.js';
import css from './catalog.module.css';
import { people } from './person-picker.js';

type Member = TeamFactsFragment['members'][number];

const ROLES = ['LEAD', 'MEMBER'] as const satisfies readonly TeamRole[];

/** Who belongs to a team, the leads first; whoever may changes it in place. */
export function TeamMembers({
  team,
  mayEdit,
}: {
  readonly team: TeamFactsFragment;
  readonly mayEdit: boolean;
}) {
  const { t, i18n } = useTranslation(['catalog', 'vocabulary']);
  const { set, remove, isPending } = useMembers(team);
  const order = new Intl.Collator(i18n.language);
  const members = [...team.members].sort(
    (a, b) => a.role.localeCompare(b.role) || order.compare(a.person.name, b.person.name),
  );
  return (
    <section className={css['section']}>
      <h2>
        {t('catalog:members')}
        <span>{members.length}</span>
      </h2>
      {members.length === 0 && <p className={css['none']}>{t('catalog:noMembers')}</p>}
      <ul className={css['list']}>
        {members.map((member) => (
          <li key={member.person.id} className={css['memberLine']}>
            <MemberLine
              member={member}
              mayEdit={mayEdit}
              disabled={isPending}
              onRole={(role) => {
                set(member.person, role);
              }}
              onRemove={() => {
                remove(member);
              }}
            />
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div className={css['adder']}>
          <PickerMenu
            source={people}
            label={t('catalog:findMember')}
            value={null}
            onChange={(person) => {
              const isMember = members.some((member) => member.person.id === person?.id);
              if (person && !isMember) set(person, 'MEMBER');
            }}
            trigger={
              <Button size="small" icon={<Plus />}>
                {t('catalog:addMember')}
              </Button>
            }
          />
        </div>
      )}
    </section>
  );
}

function MemberLine({
  member: { person, role },
  mayEdit,
  disabled,
  onRole,
  onRemove,
}: {
  readonly member: Member;
  readonly mayEdit: boolean;
  readonly disabled: boolean;
  readonly onRole: (role: TeamRole) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation(['catalog', 'vocabulary']);
  const { name } = person;
  return (
    <div className={css['member']}>
      <span dir="auto">
        {name}{' '}
        {person.archivedAt !== null && (
          <span className={css['archived']}>{t('catalog:archived')}</span>
        )}
      </span>
      {mayEdit ? (
        <>
          <select
            value={role}
            disabled={disabled}
            aria-label={t('catalog:roleOf', { name })}
            onChange={({ currentTarget: { value } }) => {
              onRole(value === 'LEAD' ? 'LEAD' : 'MEMBER');
            }}
          >
            {ROLES.map((value) => (
              <option key={value} value={value}>
                {t(`vocabulary:teamRole${value}`)}
              </option>
            ))}
          </select>
          <Button
            kind="quiet"
            size="small"
            icon={<X />}
            disabled={disabled}
            aria-label={t('catalog:takeOut', { name })}
            onClick={onRemove}
          />
        </>
      ) : (
        role === 'LEAD' && <span className={css['role']}>{t('vocabulary:teamRoleLEAD')}</span>
      )}
    </div>
  );
}

function useMembers({ id, members }: TeamFactsFragment) {
  const { t } = useTranslation(['catalog', 'vocabulary']);
  const { t: tFrame } = useTranslation();
  const onFailed = (error: unknown): void => {
    say({ text: failureText(error, tFrame) });
  };
  const setting = useChange(TeamMemberSetDocument, { onFailed });
  const removal = useChange(TeamMemberRemoveDocument, { onFailed });
  const put = (personId: string, role: TeamRole, onSuccess?: () => void): void => {
    setting.mutate({ id, input: { personId, role } }, onSuccess && { onSuccess });
  };
  return {
    isPending: setting.isPending || removal.isPending,
    set: (person: { readonly id: string; readonly name: string }, role: TeamRole): void => {
      const { name } = person;
      const before = members.find((member) => member.person.id === person.id);
      const undo = (): void => {
        if (before) put(person.id, before.role);
        else removal.mutate({ id, personId: person.id });
      };
      put(person.id, role, () => {
        const text = before
          ? t('catalog:memberRole', { name, role: t(`vocabulary:teamRole${role}`) })
          : t('catalog:memberAdded', { name });
        say({ text, undo });
      });
    },
    remove: ({ person, role }: Member): void => {
      const undo = (): void => {
        put(person.id, role);
      };
      removal.mutate(
        { id, personId: person.id },
        {
          onSuccess: () => {
            say({ text: t('catalog:memberRemoved', { name: person.name }), undo });
          },
        },
      );
    },
  };
}
