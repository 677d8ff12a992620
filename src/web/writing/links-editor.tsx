import { Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import type { CaseLinkKind } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Choice, TextField } from '../ui/field.js';
import { EditorFrame } from './entries/editor-frame.js';
import { freshKey } from './entries/fresh-key.js';
import { putBack } from './entries/list.js';
import { TroubleNote } from './entries/trouble-note.js';
import { useEntries } from './entries/use-entries.js';
import { CasePicker, type PickedCase } from './links/case-picker.js';
import { LINK_KINDS, linkMaker, linkRules, presentLink } from './links/link-values.js';
import css from './links/links.module.css';

/** Other cases that have to do with it. */
export function LinksEditor({
  postmortem,
  onDone,
}: {
  readonly postmortem: CaseOnPage;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const { id, key: ownKey, links } = postmortem;
  const present = useMemo(() => links.map(presentLink), [links]);
  const edited = useEntries(`${id}/links`, present, linkRules, () => linkMaker(id));
  const { entries, store, troubles } = edited;
  const unlink = (key: string): void => {
    const before = store.get().entries;
    const other = before.find((each) => each.key === key)?.values.to.key ?? '';
    store.edit((all) => all.filter((each) => each.key !== key));
    say({
      text: t('linkRemoved', { key: other }),
      undo: () => {
        store.edit((all) => putBack(all, before, key));
      },
    });
  };
  return (
    <EditorFrame label={t('links')} help={t('linksHelp')} entries={edited} onDone={onDone}>
      <ul className={css['list']}>
        {entries.map(({ key, values: { to, kind, note, isOwn } }) => (
          <li key={key}>
            <div className={css['line']}>
              <span className={css['kind']}>{t(`vocabulary:link${kind}`)}</span>
              <span
                className={css['title']}
                lang={to.language ? tagOf(to.language) : undefined}
                dir="auto"
              >
                <code>{to.key}</code> {to.title}
                {note !== '' && <small>{note}</small>}
                {!isOwn && <small>{t('linkFromThere', { key: to.key })}</small>}
              </span>
              <Button
                kind="quiet"
                size="small"
                icon={<X aria-hidden />}
                aria-label={t('linkRemove', { key: to.key })}
                onClick={() => {
                  unlink(key);
                }}
              />
            </div>
            <TroubleNote trouble={troubles.get(key)} textOf={() => ''} onSettle={() => undefined} />
          </li>
        ))}
      </ul>
      <NewLink
        ownKey={ownKey}
        onLink={(to, kind, note) => {
          const values = { to, kind, note, isOwn: true };
          store.edit((all) => [...all, { key: freshKey(), parent: null, values }]);
        }}
      />
    </EditorFrame>
  );
}

function NewLink({
  ownKey,
  onLink,
}: {
  readonly ownKey: string;
  readonly onLink: (to: PickedCase, kind: CaseLinkKind, note: string) => void;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const [to, setTo] = useState<PickedCase | null>(null);
  const [kind, setKind] = useState<CaseLinkKind>('RELATED');
  const [note, setNote] = useState('');
  const isOwn = to?.key === ownKey;
  return (
    <form
      className={css['new']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!to || isOwn) return;
        onLink(to, kind, note.trim());
        setTo(null);
        setNote('');
      }}
    >
      <CasePicker
        label={t('linkTo')}
        placeholder={t('linkToPlaceholder')}
        value={to}
        onChange={setTo}
        {...(isOwn ? { fault: t('linkToSelf') } : {})}
      />
      <Choice
        label={t('linkKind')}
        value={kind}
        options={LINK_KINDS.map((each) => ({ value: each, label: t(`vocabulary:link${each}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('linkNote')}
        value={note}
        maxLength={20_000}
        dir="auto"
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
      />
      <Button type="submit" icon={<Plus aria-hidden />} disabled={!to || isOwn}>
        {t('linkAdd')}
      </Button>
    </form>
  );
}
