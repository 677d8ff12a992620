import { In } from 'typeorm';

import { ApiTokenService } from '../../features/identity/api-token.service.js';
import { PersonEntity } from '../../features/people/person.entity.js';
import { EXIT, type Command } from '../command-app.js';
import { say } from '../io.js';
import { personByEmail } from '../person-by-email.js';
import {
  printNewToken,
  printRevoked,
  printTokens,
  type TokenCreateArguments,
  type TokenListArguments,
  type TokenRevokeArguments,
} from './token.output.js';

export function tokenCreateCommand({
  email,
  scopes,
  days,
  name,
  feed,
  json,
}: TokenCreateArguments): Command {
  return async (io, app) => {
    if (email === undefined) {
      say(io.stderr, 'fupan: say with --email whose token it is to be');
      return EXIT.usage;
    }
    const tokens = await app.get(ApiTokenService);
    const { token, row } = await app.write(io, async (tx) => {
      const { id: personId } = await personByEmail(tx, email);
      const kind = feed ? 'FEED' : 'API';
      return tokens.create(tx, { personId, name, scopes: [...scopes], days, kind });
    });
    printNewToken(io, token, row, json);
    return EXIT.success;
  };
}

export function tokenListCommand({ email, json }: TokenListArguments): Command {
  return async (io, app) => {
    const tokens = await app.get(ApiTokenService);
    const ctx = await app.ctx(io);
    const personId = email === undefined ? undefined : (await personByEmail(ctx, email)).id;
    const rows = await tokens.listOf(ctx, personId);
    const owners = await ctx.db.findBy(PersonEntity, {
      id: In([...new Set(rows.map((row) => row.personId))]),
    });
    const emailOf = new Map(owners.map((owner) => [owner.id, owner.email]));
    printTokens(
      io,
      rows.map((row) => ({ ...row, email: emailOf.get(row.personId) ?? null })),
      json,
    );
    return EXIT.success;
  };
}

export function tokenRevokeCommand({ id, json }: TokenRevokeArguments): Command {
  return async (io, app) => {
    const tokens = await app.get(ApiTokenService);
    printRevoked(io, await app.write(io, (tx) => tokens.revoke(tx, id)), json);
    return EXIT.success;
  };
}
