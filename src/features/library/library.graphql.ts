import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

import { payloadType } from '../../infra/graphql/payload.js';

@InputType({ description: 'A file to import.' })
export class ImportFileInput {
  @Field({
    description:
      'Its path within the folder that is imported, with forward slashes; `catalog.yaml` is the catalogue, `improvement.yaml` what was learnt across cases. A case without an id of its own is known again by it.',
  })
  name!: string;

  @Field({ description: 'All of its text; at most 8 MiB.' })
  content!: string;
}

@InputType({ description: 'What a key that files of an import name stands for.' })
export class ImportKeyInput {
  @Field({ description: 'As the files write it: PM-12.' })
  inFiles!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The case of the library that it became in an earlier request; null: a later request brings it, and links to it wait.',
  })
  inLibrary?: string | null;
}

@InputType({
  description:
    'Files to import: cases in any shape, the catalogue, and what was learnt across cases.',
})
export class LibraryImportInput {
  @Field(() => [ImportFileInput], {
    description:
      'The files; the catalogue first, and what was learnt across cases with the last of them.',
  })
  files!: ImportFileInput[];

  @Field(() => [ImportKeyInput], {
    defaultValue: [],
    description:
      'For an import that is larger than one request may be: where links to cases of its other requests lead.',
  })
  keys!: ImportKeyInput[];

  @Field({ defaultValue: false, description: 'Says what would happen, and writes nothing.' })
  dryRun!: boolean;
}

@ObjectType({ description: 'A file that was not imported.' })
export class ImportFailure {
  @Field({ description: 'Its name.' })
  file!: string;

  @Field(() => Int, { description: 'The line at fault, from 1.' })
  line!: number;

  @Field({ description: 'What is wrong and what to do.' })
  message!: string;
}

@ObjectType({ description: 'Something about a file that a person may want to know.' })
export class ImportNote {
  @Field({ description: 'Its name.' })
  file!: string;

  @Field({ description: 'A guess that was made, or a link that leads nowhere yet.' })
  message!: string;
}

@ObjectType({ description: 'What a key that the files write stands for.' })
export class ImportKey {
  @Field({ description: 'As the files write it.' })
  inFiles!: string;

  @Field({ description: 'What the case is called in the library.' })
  inLibrary!: string;
}

@ObjectType({ description: 'What became of the files.' })
export class LibraryImportResult {
  @Field(() => Int, { description: 'Cases that are new.' })
  created!: number;

  @Field(() => Int, { description: 'Cases that have changed.' })
  updated!: number;

  @Field(() => Int, { description: 'Cases that were so already.' })
  unchanged!: number;

  @Field(() => [ImportFailure], { description: 'Files that were not imported; the others were.' })
  failed!: readonly ImportFailure[];

  @Field(() => [ImportNote], { description: 'What a person may want to check.' })
  notes!: readonly ImportNote[];

  @Field(() => [ImportKey], { description: 'For the later requests of the same import.' })
  keys!: readonly ImportKey[];

  @Field(() => [String], {
    description:
      'Files with links to cases that are still to come: send them once more when all have come.',
  })
  waiting!: readonly string[];
}

export const LibraryImportPayload = payloadType(
  'LibraryImportPayload',
  'result',
  () => LibraryImportResult,
);
