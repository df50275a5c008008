/** Founding on AWS: the file is handed to the stack's own function, with the rights of whoever runs the command to invoke it. */
import type { FoundingOrder } from '../../functions/founding/order.ts';
import { type FoundingReport, foundingReport } from '../../functions/founding/report.ts';
import { type Aws, invoke, outputsOf } from './aws-cli.ts';

/** Throws where the stack is another, and where the function failed; what was begun then is made good by doing it again. */
export async function foundOnAws(stack: string, order: FoundingOrder, aws: Aws): Promise<FoundingReport> {
  const lambda = (await outputsOf(stack, aws))('FoundingFunction');
  const report = await invoke(lambda, order, aws);
  if (report === undefined)
    throw new Error(
      `${lambda} 出错，原因见其日志；改正后可重新执行 failed; its log says why. Do it again then`,
    );
  return foundingReport.parse(report);
}
