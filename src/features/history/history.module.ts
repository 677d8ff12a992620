import { Module } from '@nestjs/common';

import { CaseReader } from '../library/case-reader.service.js';
import { CaseHistory } from './case-history.service.js';

@Module({ providers: [CaseHistory, CaseReader], exports: [CaseHistory, CaseReader] })
export class HistoryModule {}
