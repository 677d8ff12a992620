import { Module } from '@nestjs/common';

import { LastAdmin } from '../people/last-admin.service.js';
import { ApiTokenResolver } from './api-token.resolver.js';
import { ApiTokenService } from './api-token.service.js';
import { Authenticator } from './authenticator.service.js';
import { FirstRun } from './first-run.service.js';
import { InvitationResolver } from './invitation.resolver.js';
import { InvitationService } from './invitation.service.js';
import { OidcAccounts } from './oidc-account.service.js';
import { OidcProvider } from './oidc-provider.service.js';
import { OidcService } from './oidc.service.js';
import { PasswordService } from './password.service.js';
import { SessionFieldsResolver, SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SignInLimits } from './sign-in-limits.service.js';
import { SignIn } from './sign-in.service.js';

/** Signing in: accounts, sessions, tokens. */
@Module({
  providers: [
    ApiTokenResolver,
    ApiTokenService,
    Authenticator,
    FirstRun,
    InvitationResolver,
    InvitationService,
    LastAdmin,
    OidcAccounts,
    OidcProvider,
    OidcService,
    PasswordService,
    SessionFieldsResolver,
    SessionResolver,
    SessionService,
    SignIn,
    SignInLimits,
  ],
  exports: [ApiTokenService, Authenticator, PasswordService, SessionService],
})
export class IdentityModule {}
