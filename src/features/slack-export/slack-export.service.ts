import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { checked, text } from '../../core/validation.js';
import type { TimelineMarker } from '../../core/vocabulary.js';
import { markerOf } from '../case-file/prose-marker.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { channelsOf, messagesOf, type SlackChannel, type SlackMessage } from './slack-export.js';
import { SlackZip, ZIP_LIMITS } from './slack-zip.js';

const choice = z
  .object({ channel: text.name, from: z.coerce.date(), to: z.coerce.date() })
  .refine(({ from, to }) => from <= to, { error: 'daysTurnedRound', path: ['to'] });

/** A message as an entry that somebody looks through before it is added. */
export type SlackLine = SlackMessage & { readonly marker: TimelineMarker; readonly line: number };

/** Bytes that an export may have. */
export const SLACK_EXPORT_BYTES = ZIP_LIMITS.bytes;

export const slackExportTooLarge = (): FupanError =>
  new FupanError('TOO_LARGE', 'slackExportTooLarge', { max: ZIP_LIMITS.bytes / 1024 ** 2 });

/** Reads exports of Slack for whoever writes a timeline. Nothing is kept: neither the file nor what is in it. */
@Injectable()
export class SlackExports {
  constructor(private readonly access: CaseAccess) {}

  /** So that nobody sends a file in vain. @throws FupanError NOT_FOUND, FORBIDDEN */
  async requireWriter(ctx: Ctx, postmortemId: string): Promise<void> {
    await this.access.require(ctx, 'edit', postmortemId, ['postmortem']);
  }

  /** @throws FupanError VALIDATION for what is no export, TOO_LARGE for what unpacks to too much */
  async channels(content: Buffer): Promise<SlackChannel[]> {
    return channelsOf(await SlackZip.open(content));
  }

  /**
   * What was written in a channel between two instants, both included.
   * @throws FupanError VALIDATION, also for a channel that is not there; TOO_LARGE
   */
  async lines(
    content: Buffer,
    given: { readonly channel: string; readonly from: string; readonly to: string },
  ): Promise<SlackLine[]> {
    const { channel, from, to } = checked(choice, given, []);
    const zip = await SlackZip.open(content);
    if (!channelsOf(zip).some(({ folder }) => folder === channel)) {
      throw new FupanError('VALIDATION', 'slackNoChannel', {}, ['channel']);
    }
    const messages = await messagesOf(zip, channel, { from, to });
    return messages.map((each, at) => ({ ...each, line: at + 1, marker: markerOf(each.text) }));
  }
}
