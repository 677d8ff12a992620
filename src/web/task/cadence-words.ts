import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { listed } from '../ui/listed.js';
import { rhythmOf, WEEKDAYS, type Place, type Rhythm, type Weekday } from './rhythm.js';

/** A weekday by its name. */
export function weekdayName(weekday: Weekday, language: string, width: 'long' | 'short' = 'long') {
  // 2024 began with a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(weekday)));
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(day);
}

const placeKey = (place: Place) => (place === -1 ? 'placeLast' : (`place${place}` as const));

/** Says in a sentence when a task is due. */
export function useCadenceWords(): (rule: string, startsOn: string) => string {
  const { t, i18n } = useTranslation('tasks');
  const { language } = i18n;
  return useCallback(
    (rule, startsOn) => {
      const rhythm: Rhythm = rhythmOf(rule, startsOn);
      switch (rhythm.kind) {
        case 'rule':
          return t('byRule', { rule });
        case 'days':
          return rhythm.every === 1 ? t('everyDay') : t('everyDays', { every: rhythm.every });
        case 'weeks': {
          const { every, weekdays } = rhythm;
          const days = listed(
            weekdays.map((day) => weekdayName(day, language)),
            language,
          );
          return every === 1 ? t('everyWeek', { days }) : t('everyWeeks', { every, days });
        }
        case 'monthDay': {
          const { every, day } = rhythm;
          const which = day === -1 ? t('lastDay') : t('dayOfMonth', { day });
          return every === 1
            ? t('everyMonth', { day: which })
            : t('everyMonths', { every, day: which });
        }
        case 'monthWeekday': {
          const { every, place, weekday } = rhythm;
          const name = weekdayName(weekday, language);
          const which = t('weekdayOfMonth', { place: t(placeKey(place)), weekday: name });
          return every === 1
            ? t('everyMonth', { day: which })
            : t('everyMonths', { every, day: which });
        }
        case 'years': {
          const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
            day: 'numeric',
            month: 'long',
            timeZone: 'UTC',
          }).format(new Date(`${startsOn}T00:00:00Z`));
          const { every } = rhythm;
          return every === 1 ? t('everyYear', { date }) : t('everyYears', { every, date });
        }
      }
    },
    [t, language],
  );
}
