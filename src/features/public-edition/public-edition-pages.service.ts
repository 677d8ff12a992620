import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../../core/config.js';
import type { Ctx } from '../../core/ctx.js';
import { PublicUrl } from '../../core/public-url.js';
import type { Language } from '../../core/vocabulary.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { RenderingService } from '../rendering/rendering.service.js';
import { editionPage } from './edition-page.js';
import { wholeText } from './edition-text.js';
import { PublicEditionEntity, type PublicEditionVersionEntity } from './public-edition.entity.js';
import { publicVersionOf } from './public-edition.loaders.js';
import { isStillOpen } from './public-edition.policy.js';

/** Below it are the pages that everybody may read. */
export const PUBLIC_PATH = '/public';

/** 256 random bits. */
const TOKEN = /^[\w-]{43}$/;

/** A version of an edition that is out, for whoever asks. */
export interface PublicDocument {
  readonly language: Language;
  readonly isListed: boolean;
  readonly html: string;
  readonly markdown: string;
}

/** Shows editions as pages: to everybody what is out, and to those who make them what they have. */
@Injectable()
export class PublicEditionPages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly publicUrl: PublicUrl,
    private readonly rendering: RenderingService,
  ) {}

  /**
   * What everybody with this token may read; null if there is none, if it was withdrawn, if its case
   * was closed since, and while public editions are switched off.
   */
  async find(ctx: Ctx, token: string): Promise<PublicDocument | null> {
    if (!this.config.servesEditions || !TOKEN.test(token)) return null;
    const edition = await ctx.db.findOneBy(PublicEditionEntity, { token });
    if (typeof edition?.publicNumber !== 'number') return null;
    const postmortem = await ctx.db.findOneBy(PostmortemEntity, { id: edition.postmortemId });
    const version = await publicVersionOf(ctx).load(edition);
    if (!postmortem || !version || !isStillOpen(postmortem)) return null;
    return {
      language: version.language,
      isListed: edition.isListed === 1,
      html: await this.#page(ctx, edition, version),
      markdown: wholeText(version),
    };
  }

  /** An edition that the caller has, as it stands, as a page of its own. */
  html(ctx: Ctx, edition: PublicEditionEntity): Promise<string> {
    return this.#page(ctx, edition, null);
  }

  /** Where everybody reads what is out; null while nobody can. */
  urlOf({ token, publicNumber }: PublicEditionEntity): string | null {
    const isOut = this.config.servesEditions && publicNumber !== null;
    return isOut ? `${this.publicUrl.origin}${PUBLIC_PATH}/${token}` : null;
  }

  /** Whether public editions are switched on. */
  get areServed(): boolean {
    return this.config.servesEditions;
  }

  async #page(
    ctx: Ctx,
    { id, title, text, language, isListed }: PublicEditionEntity,
    version: PublicEditionVersionEntity | null,
  ): Promise<string> {
    const shown = version ?? { title, text, language };
    return editionPage({
      language: shown.language,
      title: shown.title,
      body: await this.rendering.html({ ...ctx, locale: shown.language }, shown.text, id),
      isListed: isListed === 1,
      version,
    });
  }
}
