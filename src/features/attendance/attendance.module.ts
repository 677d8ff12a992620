import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { AttendanceResolver } from './attendance.resolver.js';
import { AttendanceService } from './attendance.service.js';

@Module({ imports: [PostmortemModule], providers: [AttendanceResolver, AttendanceService] })
export class AttendanceModule {}
