/**
 * Founding on AWS: passes the file to the stack's own function, with the user's own right to invoke
 * it.
 */
import type { FoundingOrder } from '../../functions/founding/order.ts';
import { type FoundingReport, foundingReport } from '../../functions/founding/report.ts';
import { type Aws, invoke, outputsOf } from './aws-cli.ts';

/**
 * Throws if the stack is another one, and if the function failed; running it again completes what
 * was begun.
 */
export async function foundOnAws(
  stack: string,
  order: FoundingOrder,
  aws: Aws,
): Promise<FoundingReport> {
  const lambda = (await outputsOf(stack, aws))('FoundingFunction');
  const report = await invoke(lambda, order, aws);
  if (report === undefined)
    throw new Error(
      `${lambda} 出错，原因见其日志；改正后可重新执行 failed; its log says why. Do it again then`,
    );
  return foundingReport.parse(report);
}
