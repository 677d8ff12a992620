import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const BY_FACILITATOR = new TableIndex({
  name: 'ix_postmortem_facilitator_id',
  columnNames: ['facilitator_id'],
});

/** Each search asks which cases that only some may read are a person's own. */
export class CasesByFacilitator1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('postmortem', BY_FACILITATOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('postmortem', BY_FACILITATOR);
  }
}
