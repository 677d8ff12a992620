import { Module } from '@nestjs/common';

import { LinkTargets } from './link-target.read.js';
import { LinkTargetResolver } from './link-target.resolver.js';

@Module({ providers: [LinkTargetResolver, LinkTargets] })
export class LinkTargetModule {}
