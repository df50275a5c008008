/** A lost table, restored into a new one with the facts alone. */
import { expect, it } from 'vitest';
import { type Checked, restoreDrill } from '../../infra/local/restore-drill.ts';

it('loses nothing that a person or a number knows', { timeout: 240_000 }, async () => {
  const checked: Checked[] = [];
  await restoreDrill(new AbortController().signal, one => checked.push(one));
  expect(checked.filter(({ holds }) => !holds)).toEqual([]);
  expect(checked.length).toBeGreaterThan(10);
});
