import { setChosenZone } from '../ui/time.js';
import { isZone } from '../ui/zone.js';
import { readSetting, writeSetting } from './theme.js';

const KEY = 'fupan.zone';

/** Shows times as they were shown here before, until the server has said who this is. */
export function applyLastZone(): void {
  const zone = readSetting(KEY);
  setChosenZone(zone !== null && isZone(zone) ? zone : null);
}

/** Shows times in the zone that somebody has chosen, and remembers it in this browser. */
export function applyZone(zone: string | null): void {
  setChosenZone(zone);
  writeSetting(KEY, zone);
}
