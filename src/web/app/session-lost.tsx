import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FrameDocument, SignInAgainDocument } from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextField } from '../ui/field.js';
import { Notice } from '../ui/notice.js';
import { change, RefusedError, send } from './api.js';
import { failureText } from './failure.js';
import { leavePage } from './kept.js';
import { personOfPage } from './person-of-page.js';
import { sessionLost } from './session.js';

/** Lets somebody in again where they are, so that nothing they have written has to go away. */
export function SessionLost() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const queries = useQueryClient();

  const goOn = async (personId: string | undefined): Promise<void> => {
    // Nothing of what one person has written is shown to another, or sent as theirs.
    if (personId !== personOfPage()) {
      leavePage();
      return;
    }
    sessionLost.set(false);
    setPassword('');
    setFault(undefined);
    await queries.invalidateQueries();
  };
  const signIn = async (): Promise<void> => {
    try {
      const { person } = await change(SignInAgainDocument, { input: { email, password } });
      await goOn(person?.id);
    } catch (error) {
      setFault(error instanceof RefusedError ? error.message : failureText(error, t));
    }
  };
  const check = async (): Promise<void> => {
    const { viewer } = await send(FrameDocument, {}).catch(() => ({ viewer: null }));
    if (viewer) await goOn(viewer.id);
    else setFault(t('stillSignedOut'));
  };

  return (
    <Dialog isOpen onClose={() => void check()} title={t('sessionLostTitle')}>
      <p>{t('sessionLostText')}</p>
      {fault !== undefined && <Notice kind="fault">{fault}</Notice>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
          }}
        />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
        <Button kind="main" type="submit">
          {t('signIn')}
        </Button>
      </form>
      <p>
        <a className={buttonClass('quiet', 'small')} href="/sign-in" target="_blank">
          {t('signInElsewhere')}
        </a>
        <Button kind="quiet" size="small" onClick={() => void check()}>
          {t('sessionBack')}
        </Button>
      </p>
    </Dialog>
  );
}
