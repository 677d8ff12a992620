import { Module } from '@nestjs/common';

import { ActionClockResolver } from './action-clock.resolver.js';

@Module({ providers: [ActionClockResolver] })
export class TargetModule {}
