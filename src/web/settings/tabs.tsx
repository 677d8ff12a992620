import { Link } from '@tanstack/react-router';

import type { AdminTab, SettingsTab } from './settings-address.js';
import css from './settings.module.css';

/** The parts of a screen, each with an address of its own. */
export function Tabs<Tab extends SettingsTab | AdminTab>({
  to,
  tabs,
  tab,
  label,
}: {
  readonly to: '/settings' | '/admin';
  readonly tabs: readonly { readonly tab: Tab; readonly label: string }[];
  readonly tab: Tab;
  readonly label: string;
}) {
  return (
    <nav className={css['tabs']} aria-label={label}>
      {tabs.map((each) => (
        <Link
          key={each.tab}
          to={to}
          search={{ tab: each.tab }}
          resetScroll={false}
          activeOptions={{ includeSearch: true }}
          aria-current={each.tab === tab ? 'page' : undefined}
        >
          {each.label}
        </Link>
      ))}
    </nav>
  );
}
