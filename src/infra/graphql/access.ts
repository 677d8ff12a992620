import { SetMetadata } from '@nestjs/common';

import type { TokenScope } from '../../core/vocabulary.js';

/** What a caller must have come with: nothing, or a session or token that allows this. */
export type Requirement = 'nothing' | TokenScope;

/** Where the requirement of an operation is kept. */
export const REQUIREMENT = 'fupan:requirement';

/**
 * Says of a query or mutation what a caller must have come with. Every one of them says so, or the
 * server does not start. What they may do with it is for the policies of the features.
 */
export const Requires = (requirement: Requirement): MethodDecorator =>
  SetMetadata(REQUIREMENT, requirement);
