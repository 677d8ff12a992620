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
import { sessionLost } from './session.js';

/** Lets somebody in again where they are, so that nothing they have written has to go away. */
export function SessionLost() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const queries = useQueryClient();

  const goOn = async (): Promise<void> => {
    sessionLost.set(false);
    setPassword('');
    setFault(undefined);
    await queries.invalidateQueries();
  };
  const signIn = async (): Promise<void> => {
    try {
      await change(SignInAgainDocument, { input: { email, password } });
      await goOn();
    } catch (error) {
      setFault(error instanceof RefusedError ? error.message : failureText(error, t));
    }
  };
  const check = async (): Promise<void> => {
    const { viewer } = await send(FrameDocument, {}).catch(() => ({ viewer: null }));
    if (viewer) await goOn();
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
