import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { RenderingModule } from '../rendering/rendering.module.js';
import { InternalWordList } from './internal-words.service.js';
import { PublicEditionMutations } from './public-edition-mutations.resolver.js';
import { PublicEditionPages } from './public-edition-pages.service.js';
import { CasePublicEditionResolver, PublicEditionResolver } from './public-edition.resolver.js';
import { PublicEditions } from './public-edition.service.js';

@Module({
  imports: [PostmortemModule, RenderingModule],
  providers: [
    CasePublicEditionResolver,
    InternalWordList,
    PublicEditionMutations,
    PublicEditionPages,
    PublicEditionResolver,
    PublicEditions,
  ],
})
export class PublicEditionModule {}
