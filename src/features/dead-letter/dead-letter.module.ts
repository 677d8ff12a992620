import { Module } from '@nestjs/common';

import { DeadLetterResolver } from './dead-letter.resolver.js';
import { DeadLetters } from './dead-letter.service.js';

@Module({ providers: [DeadLetterResolver, DeadLetters] })
export class DeadLetterModule {}
