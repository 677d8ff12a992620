import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { change } from '../app/api.js';
import { useCopy } from '../app/copy.js';
import { failureText } from '../app/failure.js';
import { AdminInviteDocument, AdminPersonCreateDocument, type Role } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Choice, TextArea } from '../ui/field.js';
import { addressesIn, type Addressee } from './addresses.js';
import { ROLES } from './person-line.js';
import { Secret } from './secret.js';
import css from './welcome.module.css';

/** What came of inviting one of them. */
interface Invited extends Addressee {
  readonly url?: string;
  readonly fault?: string;
}

/** Several people at once, each with a link that is handed to them. */
export function InviteStep() {
  const { t } = useTranslation(['settings', 'admin', 'vocabulary', 'frame']);
  const { t: tFrame } = useTranslation();
  const copy = useCopy();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>('MEMBER');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [invited, setInvited] = useState<readonly Invited[]>([]);
  const invite = async (): Promise<void> => {
    const { found, unclear } = addressesIn(text);
    if (found.length === 0 || unclear.length > 0) {
      const [first] = unclear;
      setFault(
        first === undefined ? t('settings:noAddress') : t('settings:notAnAddress', { text: first }),
      );
      return;
    }
    setFault(undefined);
    setBusy(true);
    const results: Invited[] = [];
    for (const each of found) {
      try {
        const { person } = await change(AdminPersonCreateDocument, { input: { ...each, role } });
        const input = { personId: person?.id ?? '' };
        const { invitation } = await change(AdminInviteDocument, { input });
        results.push({ ...each, ...(invitation ? { url: invitation.url } : {}) });
      } catch (error) {
        results.push({ ...each, fault: failureText(error, tFrame) });
      }
      setInvited([...results, ...invited]);
    }
    setBusy(false);
    // Who could not be invited stays, to be mended.
    const left = results.filter((each) => each.fault !== undefined);
    setText(left.map(({ name, email }) => `${name} <${email}>`).join('\n'));
    await queries.invalidateQueries();
  };
  const links = invited.flatMap(({ email, url }) => (url === undefined ? [] : `${email} ${url}`));
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <TextArea
          label={t('settings:addresses')}
          hint={t('settings:addressesHint')}
          fault={fault}
          rows={5}
          value={text}
          placeholder={'Ada Thornton <ada@example.com>\nlin@example.com'}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Choice
          label={t('admin:role')}
          hint={t('admin:roleHint')}
          value={role}
          options={ROLES.map((each) => ({ value: each, label: t(`vocabulary:role${each}`) }))}
          onChange={setRole}
        />
        <Button kind="main" type="submit" disabled={isBusy}>
          {isBusy ? t('frame:saving') : t('settings:makeLinks')}
        </Button>
      </form>
      {invited.length > 0 && (
        <section aria-live="polite" className={css['invited']}>
          <h3>{t('settings:links')}</h3>
          <p>{t('admin:linkLead')}</p>
          <ul className={css['links']}>
            {invited.map((each, place) => (
              <li key={place}>
                <b>{each.email}</b>
                {each.url !== undefined && <Secret text={each.url} label={each.email} />}
                {each.fault !== undefined && <p>{each.fault}</p>}
              </li>
            ))}
          </ul>
          {links.length > 1 && (
            <Button
              onClick={() => {
                copy(links.join('\n'));
              }}
            >
              {t('settings:copyAll')}
            </Button>
          )}
        </section>
      )}
    </>
  );
}
