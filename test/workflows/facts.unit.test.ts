import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLines } from '../../tools/fixture/lines.ts';
import { NO_FACTS } from '../../workflows/facts.ts';
import type { CaseState } from '../../workflows/step.ts';

const KEPT = join(import.meta.dirname, '../fixtures/histories/stories.ndjson.zst');

test('a case begins with no fact that a case of an earlier release lacks', async () => {
  const lines = await readLines(KEPT);
  const kept = lines.find((line) => line.startsWith('{"table":"cases",'))!;
  const { facts } = (JSON.parse(kept) as { row: { snapshot: CaseState } }).row.snapshot;
  expect(
    Object.keys(NO_FACTS).filter((fact) => !(fact in facts)),
    'Cases of earlier releases are stored without these facts, and would differ from their history. Make each optional in workflows/facts.ts, absent until it happens, and take it out of NO_FACTS.',
  ).toEqual([]);
});
