/**
 * Founding on AWS, with a fake AWS CLI: the stack's own function gets the file, and its answer is
 * printed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { FoundingReport } from '../../../functions/founding/report.ts';
import type { Aws } from '../../../infra/cli/aws-cli.ts';
import { foundOnAws } from '../../../infra/cli/found-on-aws.ts';
import { told } from '../../../infra/cli/founding-words.ts';
import { organization } from '../../store/sample-facts.ts';

const ALREADY: FoundingReport = {
  outcome: 'founded-otherwise',
  organization: organization('hongda'),
  differences: [{ field: 'name', before: '宏达', after: '宏达铸锻' }],
};

/** An account in which one function answers like this, or fails. */
function account(reply: unknown) {
  const events: unknown[] = [];
  const aws: Aws = async (service, command, ...parameters) => {
    const after = (name: string): string => parameters[parameters.indexOf(name) + 1] ?? '';
    switch (`${service} ${command}`) {
      case 'cloudformation describe-stacks':
        return JSON.stringify(
          after('--stack-name') === 'GoldenIdeas'
            ? [{ OutputKey: 'FoundingFunction', OutputValue: 'the-function' }]
            : [{ OutputKey: 'ApiUrl', OutputValue: 'https://other' }],
        );
      case 'lambda invoke':
        expect(after('--function-name')).toBe('the-function');
        events.push(JSON.parse(await readFile(after('--payload').replace('file://', ''), 'utf8')));
        await writeFile(
          parameters.at(-1) ?? '',
          JSON.stringify(reply ?? { errorMessage: 'Error' }),
        );
        return JSON.stringify({
          StatusCode: 200,
          ...(reply === undefined && { FunctionError: 'Unhandled' }),
        });
      default:
        throw new Error(`not expected: ${service} ${command}`);
    }
  };
  return { aws, events };
}

it('passes the file to the function and prints its answer, with differences by name', async () => {
  const { aws, events } = account(ALREADY);
  const order = { file: { kind: 'organization', id: 'hongda' }, preview: true };
  const report = await foundOnAws('GoldenIdeas', order, aws);
  expect(report).toEqual(ALREADY);
  expect(events).toEqual([order]);
  const { done, lines } = told(report);
  expect(done).toBe(false);
  expect(lines.at(-1)).toBe('  name: 开通时 founded with "宏达", 文件 file "宏达铸锻"');
});

it('reports a stack that is another one, and a failed function', async () => {
  const order = { file: {}, preview: false };
  await expect(foundOnAws('Other', order, account(ALREADY).aws)).rejects.toThrow('Other');
  await expect(foundOnAws('GoldenIdeas', order, account(undefined).aws)).rejects.toThrow(
    'the-function',
  );
});
