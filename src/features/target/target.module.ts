import { Module } from '@nestjs/common';

import { ActionClockResolver } from './action-clock.resolver.js';
import { CaseClockResolver } from './case-clock.resolver.js';

@Module({ providers: [ActionClockResolver, CaseClockResolver] })
export class TargetModule {}
