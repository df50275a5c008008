/**
 * The drill of a restore, with a sample of two ideas in place of the usual one: a round that is
 * published, and a present one.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Checked, ERASURES, restoreDrill } from '../../infra/local/restore-drill.ts';
import { sampleClient } from '../../infra/local/sample-client.ts';
import { secretHeaders } from '../../infra/local/secret.ts';
import { castVote, decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import { freshDatabase } from '../fresh-table.ts';
import * as names from '../sample/names.ts';

const organization = names.organization('huatai');

it('loses nothing, leaves the erased erased, and finds who was erased afterwards', async () => {
  const checked: Checked[] = [];
  await restoreDrill(new AbortController().signal, one => checked.push(one), {
    database: freshDatabase(),
    async fill({ address, secret, settled }) {
      const as = (account: string) => sampleClient(address, account);
      const moveClock = async (to: string) => {
        const headers = secretHeaders(secret);
        const url = `${address}/local/clock`;
        expect((await fetch(url, { method: 'POST', body: to, headers })).ok).toBe(true);
      };
      const handIn = async (title: string, idempotencyKey: string) =>
        (await as('HT0132'))(submitIdea, {
          path: { organization },
          idempotencyKey,
          body: {
            title,
            category: names.category('安全'),
            problem: '没有。',
            proposal: '装一个。',
          },
        });
      const { id: idea } = await handIn('上期的一条', 'finished');
      await (await as('HT0087'))(supportIdea, { path: { organization, idea } });
      await moveClock('2026-09-15T09:30+08:00');
      for (const account of ['HT0011', 'HT0022', 'HT0033', 'HT0044'])
        await (await as(account))(castVote, {
          path: { organization, idea },
          body: { choice: 'approve' },
        });
      await (await as('HT0011'))(decideIdea, {
        path: { organization, idea },
        body: { outcome: 'adopted' },
      });
      await moveClock('2026-09-19T18:30+08:00');
      await handIn('本期的一条', 'present');
      await moveClock('2026-10-12T09:00+08:00');
      await settled();
    },
  });
  expect(checked.filter(({ holds }) => !holds)).toEqual([]);
  expect(checked.length).toBeGreaterThan(12);
});

it('asks the old table as docs/erasure.md says', () => {
  const page = readFileSync('docs/erasure.md', 'utf8');
  expect(page).toContain(`'${ERASURES.KeyConditionExpression}'`);
  expect(page).toContain(`'${ERASURES.FilterExpression}'`);
  expect(page).toContain(`'${JSON.stringify(ERASURES.ExpressionAttributeNames)}'`);
});
