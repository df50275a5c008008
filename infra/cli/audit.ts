/**
 * `npm run audit`: compares the running system's numbers with its facts. `-- --repair` corrects
 * them; `-- --round 2026-04` checks that round alone, however old it is, and `-- --round all` every
 * round with all its ideas.
 */
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import type { PhotoFault } from '../../functions/reconciliation/stored-photos.ts';
import { askFor } from '../local/address.ts';

const FAULT_WORDS = {
  leftover: '多余的照片文件 pictures without a record',
  unneeded: '已移除金点子不再使用的照片 photos removed that no idea needs',
  'not-arrived': '已标为没有传到的照片 photos given up that never arrived',
  expiring: '已保留金点子仍在使用的照片 photos kept that an idea names',
  missing: '照片文件缺失 missing pictures',
} as const satisfies Record<PhotoFault, string>;

const { values } = parseArgs({
  options: { repair: { type: 'boolean', default: false }, round: { type: 'string' } },
});
const only = values.round === undefined ? '' : `?round=${encodeURIComponent(values.round)}`;
const { reports } = await askFor(
  `/local/audit${only}`,
  z.object({
    reports: z.array(
      z.object({
        organization: z.string(),
        part: z.string(),
        repaired: z.boolean(),
        open: z.boolean(),
        unsearched: z.number(),
        photos: z.record(z.string(), z.number()),
        drift: z.array(z.object({ number: z.string(), is: z.number(), missing: z.number() })),
      }),
    ),
  }),
  { method: 'POST', body: values.repair ? 'repair' : '' },
);
for (const { organization, part, drift, repaired, open, unsearched, photos } of reports) {
  const found = [
    ...(drift.length === 0 ? [] : [repaired ? '已改正 put right' : '有误 wrong']),
    ...(unsearched > 0 ? [`已重建 ${unsearched} 条的搜索 searched anew: ${unsearched}`] : []),
    ...Object.entries(FAULT_WORDS).flatMap(([fault, words]) =>
      photos[fault] === undefined ? [] : [`${words}: ${photos[fault]}`],
    ),
    ...(open ? ['仍有变动在途，稍后再查 more may be on its way, ask again later'] : []),
  ];
  console.log(`${organization}  ${part}  ${found.join('; ')}`);
  for (const { number, is, missing } of drift)
    console.log(`  ${number}: ${is}, 应为 should be ${is + missing}`);
}
if (reports.length === 0) console.log('无误差 No drift');
else if (
  reports.some(
    ({ drift, repaired, open, photos }) =>
      ((drift.length > 0 || Object.keys(photos).length > 0) && !repaired) || open,
  )
)
  process.exit(1);
