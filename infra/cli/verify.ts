/**
 * `npm run verify [-- organization [round]]`: has the running system recompute its published
 * bulletins from the facts, and prints every difference.
 */
import * as z from 'zod/mini';
import { askFor } from '../local/address.ts';

const [organization, round] = process.argv.slice(2);
const asked = new URLSearchParams({
  ...(organization !== undefined && { organization }),
  ...(round !== undefined && { round }),
});
const { bulletins } = await askFor(
  `/local/verify?${asked}`,
  z.object({
    bulletins: z.array(
      z.object({
        organization: z.string(),
        round: z.string(),
        ideas: z.number(),
        discrepancies: z.array(
          z.object({ where: z.string(), published: z.string(), recomputed: z.string() }),
        ),
      }),
    ),
  }),
);
for (const { organization, round, ideas, discrepancies } of bulletins) {
  const verdict =
    discrepancies.length === 0 ? '一致 agrees' : `不一致 differs: ${discrepancies.length}`;
  console.log(`${organization}  ${round}  ${ideas} 条 ideas  ${verdict}`);
  for (const { where, published, recomputed } of discrepancies)
    console.log(
      `  ${where}: 公示 published ${published || '—'}, 重新计算 recomputed ${recomputed || '—'}`,
    );
}
if (bulletins.length === 0) console.log('还没有公示 Nothing has been published yet');
if (bulletins.some(({ discrepancies }) => discrepancies.length > 0)) process.exit(1);
