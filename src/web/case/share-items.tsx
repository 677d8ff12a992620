import { Link } from '@tanstack/react-router';
import { Download, Globe, History, Link2, Printer, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { send } from '../app/api.js';
import { useCopy } from '../app/copy.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { saveFile } from '../app/save-file.js';
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
        if (found) saveFile(`${key}.md`, found.markdown, 'text/markdown');
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
      <MenuLink
        render={
          <Link to="/postmortems/$key/public-edition" params={{ key }}>
            <Globe aria-hidden />
            {t('case:publicEdition')}
          </Link>
        }
      />
    </>
  );
}
