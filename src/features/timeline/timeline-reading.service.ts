import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx } from '../../core/ctx.js';
import { checked, text } from '../../core/validation.js';
import { zoneSchema } from '../../core/zone.js';
import { readPasted, type PastedEntry } from './pasted-timeline.js';

const readSchema = z.object({
  text: text.prose,
  date: z.iso.date().nullish(),
  zone: zoneSchema.nullish(),
});
export type TimelineReadValues = z.input<typeof readSchema>;

/** Reads pasted lines for whoever is about to make events of them. */
@Injectable()
export class TimelineReading {
  /** @throws FupanError VALIDATION */
  read(ctx: Ctx, input: TimelineReadValues): PastedEntry[] {
    const { text, date, zone } = checked(readSchema, input, []);
    // What CST and 3/11 mean depends on who writes; of one who writes no Chinese, on who reads.
    const isChinese = /\p{Script=Han}/u.test(text) || ctx.locale !== 'en';
    return readPasted(text, {
      language: isChinese ? 'zh-Hans' : 'en',
      date: dayOf(date),
      zone: zone ?? 'UTC',
    });
  }
}

function dayOf(date: string | null | undefined) {
  if (!date) return undefined;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}
