import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { hasScope } from '../core/actor.js';
import type { Ctx } from '../core/ctx.js';
import { FupanError, NotFoundError, UnauthenticatedError } from '../core/errors.js';
import { LIMITS } from '../core/limits.js';
import type { TokenScope } from '../core/vocabulary.js';
import type { AttachmentEntity } from '../features/attachment/attachment.entity.js';
import {
  ATTACHMENT_CREATE,
  AttachmentService,
  attachmentTooLarge,
  attachmentUrl,
  isImage,
  percentEncoded,
} from '../features/attachment/attachment.service.js';
import { AuditLog } from '../features/audit/audit-log.service.js';
import { restrictedAmong } from '../features/audit/confidential-reads.policy.js';
import { postmortemById } from '../features/postmortem/postmortem.loaders.js';
import { spend } from './admission.js';
import { answerFlat } from './answer-flat.js';
import { bytesOf, takeBodiesAsTheyAre } from './body-bytes.js';
import { signInPath } from './door/local-path.js';
import { hasTag } from './etag.js';
import { answerError } from './http-error.filter.js';
import type { Platform } from './platform.js';
import { requestCtx } from './request-ctx.js';
import { ATTACHMENTS_PATH, queryOf, wantsPage } from './route.js';

/** A slow line needs its time; the server cuts off what takes longer. */
const PATIENCE_MS = 45_000;
/** Files that are held in memory at a time while they arrive. */
const AT_ONCE = 16;
const RETRY_AFTER_S = 10;
/** Bytes that a point pays for, in either direction. */
const BYTES_PER_POINT = 2_048;

/** What a file may do that somebody opens: nothing. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; sandbox";

/** Takes the files of cases, and serves them to whoever may read the case at that moment. */
export function addAttachments(
  root: FastifyInstance,
  app: NestFastifyApplication,
  platform: Platform,
): void {
  const files = app.get(AttachmentService, { strict: false });
  const audit = app.get(AuditLog, { strict: false });
  let arriving = 0;

  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ctx = requestCtx(platform);
    refuseStrangers(ctx);
    const query = queryOf(request);
    const [postmortemId, name] = [query.get('postmortem'), query.get('name')];
    if (!postmortemId || !name) throw new FupanError('VALIDATION', 'attachmentWhere');
    try {
      refuseWithout(ctx, 'write');
      const told = Number(request.headers['content-length'] ?? LIMITS.attachmentBytes);
      if (told > LIMITS.attachmentBytes) throw attachmentTooLarge();
      if (!ID.test(postmortemId)) throw new NotFoundError('postmortem', ['postmortem']);
      await files.requireRoom(ctx, postmortemId, 0);
      await spend(reply, Math.ceil(told / BYTES_PER_POINT));
      if (arriving >= AT_ONCE) {
        void reply.header('retry-after', String(RETRY_AFTER_S));
        throw new FupanError('BUSY', 'overloaded', { seconds: RETRY_AFTER_S });
      }
      arriving += 1;
      const content = await bytesOf(request, LIMITS.attachmentBytes, attachmentTooLarge).finally(
        () => {
          arriving -= 1;
        },
      );
      const file = { name, declaredType: typeOf(request), content };
      const row = await platform.database.transaction(ctx, (tx) =>
        files.add(tx, postmortemId, file),
      );
      const url = attachmentUrl(row);
      const { id, mediaType, bytes } = row;
      return await reply
        .status(201)
        .header('location', url)
        .send({ id, name: row.name, url, mediaType, bytes, isImage: isImage(row) });
    } catch (error) {
      await noteRefusal(ctx, audit, postmortemId, error);
      throw error;
    }
  };

  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ctx = requestCtx(platform);
    if (ctx.actor.kind === 'anonymous' && wantsPage(request)) {
      return reply.redirect(signInPath(request.url), 303);
    }
    refuseStrangers(ctx);
    refuseWithout(ctx, 'read');
    const { id } = request.params as { id: string };
    if (!ID.test(id)) throw new NotFoundError('attachment', ['id']);
    const row = await files.require(ctx, id);
    await noteRead(ctx, audit, row);
    const tag = `"${row.digest}"`;
    void reply.headers({
      'cache-control': 'private, no-cache',
      'content-disposition': dispositionOf(row),
      'content-security-policy': CONTENT_SECURITY_POLICY,
      etag: tag,
    });
    if (hasTag(request, tag)) return reply.status(304).send();
    await spend(reply, Math.ceil(row.bytes / BYTES_PER_POINT));
    const { mediaType } = row;
    const type = mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
    return reply.type(type).send(await files.contentOf(ctx, row));
  };

  // A scope of its own: nothing but these routes takes a body as it is.
  void root.register((http, _options, ready) => {
    takeBodiesAsTheyAre(http);
    http.setErrorHandler((error, request, reply) =>
      request.method === 'POST'
        ? answerFlat(error, request, reply, platform)
        : answerError(error, request, reply, platform),
    );
    http.post(ATTACHMENTS_PATH, { handlerTimeout: PATIENCE_MS }, take);
    // A parameter may not be as long as a name.
    http.get(`${ATTACHMENTS_PATH}/:id/*`, serve);
    ready();
  });
}

function refuseStrangers({ actor }: Ctx): void {
  if (actor.kind === 'anonymous') throw new UnauthenticatedError();
}

function refuseWithout({ actor }: Ctx, scope: TokenScope): void {
  if (!hasScope(actor, scope)) throw new FupanError('FORBIDDEN', 'scopeMissing', { scope });
}

const typeOf = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** Images to be shown, everything else to be saved, under its name in every script. */
function dispositionOf(row: AttachmentEntity): string {
  const plain = row.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const kind = isImage(row) ? 'inline' : 'attachment';
  return `${kind}; filename="${plain}"; filename*=UTF-8''${percentEncoded(row.name)}`;
}

/** Who reads a restricted case is remembered, whichever part of it they read. */
async function noteRead(
  ctx: Ctx,
  audit: AuditLog,
  { id, postmortemId }: AttachmentEntity,
): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  for (const { id: caseId, key } of await restrictedAmong(ctx, [postmortemId], [])) {
    await audit.record(ctx, {
      act: 'read',
      subject: { type: 'Postmortem', id: caseId, key },
      detail: { attachment: id },
    });
  }
}

/** What a caller sends may be anything; nothing else is an id. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** As of a mutation that is refused; a case that the caller may not read counts as not there. */
async function noteRefusal(
  ctx: Ctx,
  audit: AuditLog,
  postmortemId: string,
  error: unknown,
): Promise<void> {
  if (!(error instanceof FupanError) || ['BUSY', 'RATE_LIMITED'].includes(error.code)) return;
  const isId = ID.test(postmortemId);
  const isThere = isId && (await postmortemById(ctx).load(postmortemId)) !== null;
  await audit.record(ctx, {
    act: ATTACHMENT_CREATE,
    subject: isId ? { type: 'Postmortem', id: postmortemId } : undefined,
    about: isThere ? { caseId: postmortemId } : {},
    code: error.code,
  });
}
