import { useTranslation } from 'react-i18next';

import { Dialog } from '../ui/dialog.js';
import css from './keys-dialog.module.css';

const KEYS = [
  [['/'], 'keySearch'],
  [['Ctrl', 'K'], 'keySearch'],
  [['↑', '↓'], 'keyMove'],
  [['Enter'], 'keyOpen'],
  [['c'], 'keyCite'],
  [['g', 'l'], 'library'],
  [['g', 'i'], 'incidents'],
  [['g', 'a'], 'actions'],
  [['g', 'm'], 'meetings'],
  [['g', 's'], 'services'],
  [['g', 't'], 'teams'],
  [['e'], 'keyEdit'],
  [['Ctrl', 'S'], 'keySave'],
  [['Esc'], 'keyEscape'],
  [['?'], 'keys'],
] as const;

/** Every key that does something, and what. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen onClose={onClose} title={t('keys')}>
      <dl className={css['keys']}>
        {KEYS.map(([keys, meaning]) => (
          <div key={keys.join(' ')}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
