/** The command for accounts as it is called: its options, and what it does before it does anything. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ACCOUNTS } from '../../../infra/local/sample/accounts.ts';
import { ROOT } from '../template.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-ideas-accounts-'));
  // An account with one person who has no account yet; whatever else is asked for fails.
  const path = join(folder, 'aws');
  const person = { id: 'HD0001', subject: 'HD0001', active: true };
  writeFileSync(
    path,
    `#!/bin/sh
echo "$@" >> ${folder}/calls
for last; do :; done
case "$1 $2" in
  '--version ') echo aws-cli/2.31.4 ;;
  'cloudformation describe-stacks') echo '[{"OutputKey":"FoundingFunction","OutputValue":"f"},{"OutputKey":"Issuer","OutputValue":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A"}]' ;;
  'lambda invoke') echo '${JSON.stringify({ outcome: 'people', people: [person] })}' > $last; echo '{}' ;;
  'cognito-idp list-users') echo '{"Users":[]}' ;;
  *) exit 255 ;;
esac
`,
  );
  chmodSync(path, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function accounts(...parameters: string[]): Promise<{ code: unknown; said: string }> {
  return new Promise(resolve => {
    const command = [join(ROOT, 'infra/cli/accounts.ts'), ...parameters];
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    execFile(process.execPath, command, { env }, (error, out, problems) =>
      resolve({ code: error?.code ?? 0, said: out + problems }),
    );
  });
}

const HONGDA = ['--stack', 'GoldenIdeas', '--organization', 'hongda'];

it('without options it lists the sample accounts', async () => {
  const { code, said } = await accounts();
  expect(code).toBe(0);
  expect(
    said
      .trim()
      .split('\n')
      .map(line => line.split('\t')[0]),
  ).toEqual(ACCOUNTS.map(({ account }) => account));
  expect(existsSync(join(folder, 'calls'))).toBe(false);
});

it('a preview names the account that would be made', async () => {
  const { code, said } = await accounts(...HONGDA, '--preview');
  expect(said).toContain('hongda.hd0001');
  expect(code).toBe(0);
});

it('does nothing without a place for passwords, or without an address for the slips', async () => {
  for (const missing of [[], ['--sheet', join(folder, 'sheet.html')]]) {
    const { code, said } = await accounts(...HONGDA, ...missing);
    expect(code).toBe(1);
    expect(said).toMatch(missing.length === 0 ? /--sheet/ : /--address/);
  }
  expect(readFileSync(join(folder, 'calls'), 'utf8')).not.toContain('admin-');
  expect(existsSync(join(folder, 'sheet.html'))).toBe(false);
});

it.each([
  [['--organization', 'hongda']],
  [['--stack', 'GoldenIdeas']],
  [['--stack', 'GoldenIdeas', '--organization', '宏达']],
  [[...HONGDA, '--zone', 'xuanhua']],
  [[...HONGDA, 'a.csv', 'b.csv']],
  [[...HONGDA, '--reset', 'HD0001', 'a.csv']],
])('says how it is called instead of %j', async parameters => {
  const { code, said } = await accounts(...parameters);
  expect(code).toBe(1);
  expect(said).toContain('--preview');
});
