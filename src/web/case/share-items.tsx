import { Link } from '@tanstack/react-router';
import { Download, History, Link2, Printer, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import { useCopy } from '../app/copy.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { CaseMarkdownDocument } from '../gql/documents.js';
import { citation, linkTo } from '../library/citation.js';
import { MenuItem, MenuLink, MenuRule } from '../ui/menu-popup.js';
import { useCase } from './case-context.js';

/** A link, a citation, a file, or paper. */
export function ShareItems() {
  const { t } = useTranslation(['case', 'library']);
  const { t: frame } = useTranslation();
  const { postmortem } = useCase();
  const { key } = postmortem;
  const copy = useCopy();
  const download = (): void => {
    send(CaseMarkdownDocument, { key }).then(
      ({ postmortem: found }) => {
        if (found) save(`${key}.md`, found.markdown);
        else say({ text: t('case:noLongerOpen') });
      },
      (error: unknown) => {
        say({ text: failureText(error, frame) });
      },
    );
  };
  return (
    <>
      <MenuItem
        onClick={() => {
          copy(linkTo(key));
        }}
      >
        <Link2 aria-hidden />
        {t('library:copyLink')}
      </MenuItem>
      <MenuItem
        onClick={() => {
          copy(citation(postmortem));
        }}
      >
        <Quote aria-hidden />
        {t('case:copyCitation')}
      </MenuItem>
      <MenuRule />
      <MenuItem onClick={download}>
        <Download aria-hidden />
        {t('case:download')}
      </MenuItem>
      <MenuItem
        onClick={() => {
          // After the menu has gone, as it would be printed too.
          setTimeout(() => {
            window.print();
          }, 200);
        }}
      >
        <Printer aria-hidden />
        {t('case:print')}
      </MenuItem>
      <MenuRule />
      <MenuLink
        render={
          <Link to="/postmortems/$key/history" params={{ key }}>
            <History aria-hidden />
            {t('case:history')}
          </Link>
        }
      />
    </>
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
