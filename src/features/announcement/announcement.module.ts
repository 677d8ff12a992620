import { Module } from '@nestjs/common';

import { DeliveryModule } from '../delivery/delivery.module.js';
import { Announcements } from './announcement.service.js';

@Module({ imports: [DeliveryModule], providers: [Announcements] })
export class AnnouncementModule {}
