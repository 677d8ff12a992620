import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ConflictError, ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { LANGUAGES, type Language } from '../../core/vocabulary.js';
import { refuseTaken } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { updateSingleRow } from '../../infra/database/single-row.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { OwnTemplateEntity, TemplateRulesEntity } from './own-template.entity.js';
import { mayKeepTemplates, mayLookAfterTemplates } from './template.policy.js';
import { readRules } from './template-rules.js';
import { RULES_ID, TemplateService, type RulesInForce } from './template.service.js';
import { readTemplateText, type PostmortemTemplate, type Read } from './template-text.js';

const templateText = text.prose.pipe(z.string().max(LIMITS.template));
const createSchema = z.object({ language: z.enum(LANGUAGES), text: templateText });
const updateSchema = z.object({ text: templateText, expectedVersion: z.number().int().nullish() });
const rulesSchema = z.object({
  text: templateText.nullable(),
  expectedVersion: z.number().int().nullish(),
});

export type OwnTemplateCreate = z.input<typeof createSchema>;
export type OwnTemplateUpdate = z.input<typeof updateSchema>;
export type TemplateRulesUpdate = z.input<typeof rulesSchema>;

const TEXT = ['input', 'text'] as const;

/** Keeps the templates that the organization writes itself, and the rules of its own. */
@Injectable()
export class OwnTemplates {
  constructor(private readonly templates: TemplateService) {}

  /** All of them by name, also those that are archived; at most 200. Administrators only. */
  async list(ctx: Ctx): Promise<OwnTemplateEntity[]> {
    if (!mayLookAfterTemplates(ctx.actor)) throw new ForbiddenError();
    const order = { name: 'ASC', language: 'ASC', id: 'ASC' } as const;
    return ctx.db.find(OwnTemplateEntity, { order, take: LIMITS.shortList });
  }

  /** Reads a text as it would be when fupan starts. @throws FupanError VALIDATION only if it is too long */
  check(input: OwnTemplateCreate): Read<PostmortemTemplate> {
    const values = checked(createSchema, input, []);
    return readTemplateText(values.text, values.language);
  }

  /** @throws FupanError FORBIDDEN, VALIDATION with the first line at fault, ALREADY_EXISTS */
  async create(tx: TxCtx, input: OwnTemplateCreate): Promise<OwnTemplateEntity> {
    if (!mayKeepTemplates(tx.actor)) throw new ForbiddenError();
    const { language, text: written } = checked(createSchema, input);
    const { name } = soundTemplate(written, language);
    if ((await tx.db.countBy(OwnTemplateEntity, {})) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
    }
    const now = tx.clock.now();
    const row: OwnTemplateEntity = {
      ...{ id: newId(), version: 1, name, language, text: written },
      ...{ createdAt: now, updatedAt: now, archivedAt: null },
    };
    await refuseTaken(() => insertRows(tx, OwnTemplateEntity, [row]), name, TEXT);
    return row;
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION with the first line at fault, CONFLICT, ALREADY_EXISTS */
  async update(tx: TxCtx, id: string, input: OwnTemplateUpdate): Promise<OwnTemplateEntity> {
    const row = await this.#require(tx, id);
    const { text: written, expectedVersion } = checked(updateSchema, input);
    const { name } = soundTemplate(written, row.language);
    const changes = { text: written, name, updatedAt: tx.clock.now() };
    return refuseTaken(
      () => updateVersioned(tx, OwnTemplateEntity, row, expectedVersion, changes),
      name,
      TEXT,
    );
  }

  /** No longer offers it; a file of its name is offered again. @throws FupanError NOT_FOUND, FORBIDDEN */
  async archive(tx: TxCtx, id: string): Promise<OwnTemplateEntity> {
    const row = await this.#require(tx, id);
    if (row.archivedAt) return row;
    const archivedAt = tx.clock.now();
    return updateVersioned(tx, OwnTemplateEntity, row, undefined, { archivedAt });
  }

  /** Offers it again. @throws FupanError NOT_FOUND, FORBIDDEN */
  async restore(tx: TxCtx, id: string): Promise<OwnTemplateEntity> {
    const row = await this.#require(tx, id);
    if (!row.archivedAt) return row;
    return updateVersioned(tx, OwnTemplateEntity, row, undefined, { archivedAt: null });
  }

  /** Reads rules as they would be read when they are saved. */
  async checkRules(ctx: Ctx, written: string): Promise<Read<unknown>> {
    const { text: rules } = checked(z.object({ text: templateText }), { text: written }, []);
    return readRules(rules, await this.#names(ctx));
  }

  /**
   * Writes the rules of the organization, or goes back to those of the file with null.
   * @throws FupanError FORBIDDEN, VALIDATION with the first line at fault, CONFLICT
   */
  async updateRules(tx: TxCtx, input: TemplateRulesUpdate): Promise<RulesInForce> {
    if (!mayKeepTemplates(tx.actor)) throw new ForbiddenError();
    const { text: written, expectedVersion } = checked(rulesSchema, input);
    if (written !== null) sound(readRules(written, await this.#names(tx)));
    const row = (await tx.db.findOneBy(TemplateRulesEntity, { id: RULES_ID })) ?? {
      ...{ id: RULES_ID, version: 0, text: null },
    };
    try {
      await updateSingleRow(tx, TemplateRulesEntity, row, expectedVersion, { text: written });
    } catch (error) {
      throw error instanceof ConflictError
        ? new ConflictError(await this.templates.rules(tx))
        : error;
    }
    return this.templates.rules(tx);
  }

  async #names(ctx: Ctx): Promise<string[]> {
    const all = await Promise.all(LANGUAGES.map((each) => this.templates.list(ctx, each)));
    return [...new Set(all.flat().map(({ name }) => name))];
  }

  async #require(tx: TxCtx, id: string): Promise<OwnTemplateEntity> {
    if (!mayKeepTemplates(tx.actor)) throw new ForbiddenError();
    const row = await tx.db.findOneBy(OwnTemplateEntity, { id });
    if (!row) throw new NotFoundError('template', ['id']);
    return row;
  }
}

const soundTemplate = (written: string, language: Language): PostmortemTemplate =>
  sound(readTemplateText(written, language));

function sound<Value>(read: Read<Value>): Value {
  if (read.value !== null) return read.value;
  const [{ line, message } = { line: 1, message: '' }] = read.faults;
  throw new FupanError('VALIDATION', 'templateFault', { line, fault: message }, TEXT);
}
