import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { OwnTransactions, Reading } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { ExportService } from './export.service.js';
import { ImportService, type FileKey, type HandOverResult } from './import.service.js';
import { LibraryImportInput, LibraryImportPayload } from './library.graphql.js';

@Resolver(() => Postmortem)
export class LibraryResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly exports: ExportService,
  ) {}

  @ResolveField(() => String, {
    description:
      'The whole case as its export file: Markdown with front matter, which an import takes as it is.',
  })
  markdown(@Reading() ctx: Ctx, @Parent() { id }: PostmortemEntity): Promise<string> {
    return this.exports.fileOf(ctx, id);
  }

  @Requires('read')
  @Query(() => String, {
    description:
      'The people, teams, services and calendars, what is asked of improvements, and the incidents without a case, as `catalog.yaml` of an export.',
  })
  catalog(@Reading() ctx: Ctx): Promise<string> {
    return this.exports.catalog(ctx);
  }

  @Requires('read')
  @Query(() => String, {
    description:
      'Recurring tasks with their runs, initiatives with their history, links between action items, and what was answered of them, as `improvement.yaml` of an export.',
  })
  improvement(@Reading() ctx: Ctx): Promise<string> {
    return this.exports.improvement(ctx);
  }

  @Requires('admin')
  @OwnTransactions()
  @Mutation(() => LibraryImportPayload, {
    description:
      'Imports files, as `fupan import` does: what can be read is imported, some files in each transaction, and what cannot is told. Administrators only.',
  })
  async libraryImport(
    @Reading() ctx: Ctx,
    @Args('input', { description: 'The files.' }) input: LibraryImportInput,
  ): Promise<Payload<'result', HandOverResult>> {
    const keys = input.keys.map(({ inFiles, inLibrary = null }): FileKey => ({
      inFiles,
      inLibrary,
    }));
    return { result: await this.imports.handOver(ctx, { ...input, keys }) };
  }
}
