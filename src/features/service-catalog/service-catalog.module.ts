import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { ServiceList } from './service.read.js';
import { ServiceResolver } from './service.resolver.js';
import { ServiceCatalog } from './service.service.js';

@Module({
  imports: [HistoryModule],
  providers: [ServiceCatalog, ServiceList, ServiceResolver],
  exports: [ServiceCatalog],
})
export class ServiceCatalogModule {}
