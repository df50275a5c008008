/** `npm run audit`: holds the running system's numbers against its facts; with `-- --repair` puts right what is wrong. */
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { ask } from './address.ts';

const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
const reply = await ask('/local/audit', { method: 'POST', body: values.repair ? 'repair' : '' });
const body: unknown = await reply.json();

if (!reply.ok) {
  console.error(z.object({ error: z.string() }).parse(body).error);
  process.exit(1);
}

const { rounds } = z
  .object({
    rounds: z.array(
      z.object({
        organization: z.string(),
        round: z.string(),
        repaired: z.boolean(),
        drift: z.array(
          z.object({ scope: z.string(), number: z.string(), is: z.number(), missing: z.number() }),
        ),
      }),
    ),
  })
  .parse(body);
for (const { organization, round, drift, repaired } of rounds) {
  console.log(`${organization}  ${round}  ${repaired ? '已改正 put right' : '有误 wrong'}`);
  for (const { scope, number, is, missing } of drift)
    console.log(`  ${scope}  ${number}: ${is}, 应为 should be ${is + missing}`);
}
if (rounds.length === 0) console.log('无误差 No drift');
else if (rounds.some(({ repaired }) => !repaired)) process.exit(1);
