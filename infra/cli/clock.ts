/**
 * `npm run clock`: prints the running system's time, or moves it forward and runs every step that
 * falls due on the way.
 */
import * as z from 'zod/mini';
import { ask } from '../local/address.ts';

const [instant] = process.argv.slice(2);
const reply = await ask(
  '/local/clock',
  instant === undefined ? {} : { method: 'POST', body: instant },
);
const body: unknown = await reply.json();

if (reply.ok) {
  const { now, steps } = z
    .object({
      now: z.string(),
      steps: z._default(
        z.array(z.object({ organization: z.string(), round: z.string(), step: z.string() })),
        [],
      ),
    })
    .parse(body);
  for (const { organization, round, step } of steps)
    console.log(`  ${organization}  ${round}  ${step}`);
  console.log(now);
} else {
  console.error(z.object({ error: z.string() }).parse(body).error);
  process.exit(1);
}
