/** Settings that cannot be used are refused when templates are made, with a sentence. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App } from 'aws-cdk-lib/core';
import type { Node } from 'constructs';
import { expect, it } from 'vitest';
import { settingsOf } from '../../infra/aws/settings.ts';
import { ROOT } from './template.ts';

const run = promisify(execFile);
const settings = (context: Readonly<Record<string, unknown>>) =>
  settingsOf(new App({ context }).node);

const CERTIFICATE =
  'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const VAULT = 'arn:aws:backup:eu-west-1:210987654321:backup-vault:golden-ideas';
const ISSUER = { issuer: 'https://login.example', audience: 'a', clientId: 'b' };
const OWN = { site: 'none', webOrigin: 'https://ideas.example' };

it('none are needed', () => {
  expect(settings({})).toMatchObject({
    site: {
      by: 'cloudfront',
      domain: undefined,
      priceClass: '200',
      originSecret: 1,
      waf: undefined,
      pages: undefined,
    },
    signIn: { by: 'pool', plan: 'essentials' },
    alarmEmail: undefined,
    watched: [],
    table: undefined,
    copyTo: undefined,
  });
});

it.for([
  [{ domain: 'ideas.example.com', certificateArn: CERTIFICATE }],
  [{ waf: '20000', priceClass: 'all', originSecret: '12' }],
  // As `cdk.json` may have them.
  [{ waf: 20000, priceClass: 100, originSecret: 12 }],
  [OWN],
  [{ ...OWN, webOrigin: 'http://localhost:8080' }],
  [{ site: 'none', ...ISSUER }],
  [{ copyTo: VAULT }],
  [{ copyTo: VAULT.replace('arn:aws:backup:eu-west-1', 'arn:aws-cn:backup:cn-north-1') }],
  [{ ...ISSUER, signInOrigins: 'https://oauth2.example,https://keys.example:8443' }],
  [{ ...ISSUER, offlineAccess: 'true' }],
  [{ signInPlan: 'lite', mailFrom: 'ideas@mail.example.com', mailRegion: 'us-gov-west-1' }],
] as const)('accepts %o', ([context]) => {
  expect(() => settings(context)).not.toThrow();
});

it.for([
  [{ issuer: 'https://login.example' }, /needs an audience/],
  [{ ...ISSUER, issuer: 'http://login.example' }, /issuer: an https address/],
  [{ issuer: 'https://login.example', audience: 'a' }, /needs a client/],
  [{ ...ISSUER, resource: 'x' }, /resource: an absolute address/],
  [{ ...ISSUER, signInDomain: 'ideas' }, /signInDomain means nothing with an issuer/],
  [{ ...ISSUER, signInOrigins: 'https://a.example/path' }, /signInOrigins: origins/],
  [{ scope: 'ideas.use' }, /scope means nothing without an issuer/],
  [{ audience: 'golden-ideas' }, /audience means nothing without an issuer/],
  [{ signInOrigins: 'https://a.example' }, /signInOrigins means nothing without an issuer/],
  [{ offlineAccess: 'true' }, /offlineAccess means nothing without an issuer/],
  [{ ...ISSUER, offlineAccess: 'yes' }, /offlineAccess: true or false/],
  [{ ...ISSUER, signInPlan: 'lite' }, /signInPlan means nothing with an issuer/],
  [{ ...ISSUER, mailFrom: 'ideas@example.com' }, /mailFrom means nothing with an issuer/],
  [{ signInPlan: 'plus' }, /signInPlan: essentials or lite/],
  [{ mailFrom: '金点子 <ideas@example.com>' }, /mailFrom: one address/],
  [{ mailFrom: 'ideas@localhost' }, /mailFrom: one address/],
  [{ mailRegion: 'eu-west-1' }, /mailRegion means nothing without mailFrom/],
  [{ mailFrom: 'ideas@example.com', mailRegion: 'Dublin' }, /mailRegion: a region/],

  [{ site: 'nginx' }, /site: cloudfront, or none/],
  [{ webOrigin: 'https://ideas.example' }, /webOrigin is for site=none/],
  [{ site: 'none' }, /needs the pages’ origin/],
  [{ ...OWN, webOrigin: 'http://ideas.example' }, /webOrigin: an origin/],
  [{ ...OWN, webOrigin: 'https://ideas.example/' }, /webOrigin: an origin/],
  [{ ...OWN, waf: '20000' }, /waf means nothing with site=none/],
  [{ ...OWN, domain: 'ideas.example.com' }, /domain means nothing with site=none/],
  [{ ...OWN, certificateArn: CERTIFICATE }, /certificateArn means nothing with site=none/],
  [{ ...OWN, originSecret: '2' }, /originSecret means nothing with site=none/],

  [{ domain: 'ideas.example.com' }, /domain needs a certificate/],
  [{ certificateArn: CERTIFICATE }, /certificateArn means nothing without a domain/],
  [{ domain: 'https://ideas.example.com', certificateArn: CERTIFICATE }, /domain: a host name/],
  [{ domain: 'ideas', certificateArn: CERTIFICATE }, /domain: a host name/],
  ...['eu-west-1', 'cn-north-1'].map(
    region =>
      [
        { domain: 'ideas.example.com', certificateArn: CERTIFICATE.replace('us-east-1', region) },
        /certificateArn: .*us-east-1 alone/,
      ] as const,
  ),
  [{ domain: 'ideas.example.com', certificateArn: 'ideas' }, /certificateArn: /],
  [{ priceClass: '300' }, /priceClass: 100/],
  [{ originSecret: '0' }, /originSecret: a number/],
  [{ waf: '9' }, /waf: the requests/],
  [{ waf: 'on' }, /waf: the requests/],
  [{ signInDomain: 'Ideas' }, /signInDomain: the first part/],
  ...[
    'golden-ideas',
    'arn:aws:s3:::golden-ideas',
    VAULT.replace(':backup:', ':dynamodb:'),
    VAULT.replace('210987654321', '2109'),
    VAULT.replace('backup-vault', 'backup-plan'),
    VAULT.replace('golden-ideas', 'Default'),
    `${VAULT}/point`,
    ` ${VAULT}`,
  ].map(copyTo => [{ copyTo }, /copyTo: the ARN of a backup vault/] as const),
  [{ pages: '' }, /pages: a folder/],
  [{ ...ISSUER, audience: '' }, /audience: the audience/],
] as const)('refuses %o', ([context, why]) => {
  expect(() => settings(context)).toThrow(why);
  // A sentence, and not how a library writes its findings.
  expect(() => settings(context)).not.toThrow(/[{}[\]"]|Invalid input/);
});

it('says the sentence alone, also in a terminal, of the account that the CDK’s command knows', async () => {
  const program = join(ROOT, 'infra', 'aws', 'app.ts');
  const failed = await run(process.execPath, [program], {
    env: {
      ...process.env,
      CDK_CONTEXT_JSON: JSON.stringify({ copyTo: VAULT }),
      CDK_DEFAULT_ACCOUNT: '210987654321',
    },
  }).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 1,
    stderr: 'copyTo: a backup vault in another account; 210987654321 is the service’s own\n',
  });
});

it('each is in the table of docs/deploy.md', () => {
  const asked = new Set<string>();
  for (const context of [{}, OWN, ISSUER, { domain: 'ideas.example.com', mailFrom: 'a@b.example' }])
    try {
      settingsOf({
        tryGetContext: (key: string) => {
          asked.add(key);
          return Object.entries(context).find(([name]) => name === key)?.[1];
        },
      } as Node);
    } catch {
      // Refused, once they have been read.
    }
  expect(asked.size).toBeGreaterThan(20);
  const documented = readFileSync(`${ROOT}docs/deploy.md`, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('|'))
    .join();
  expect([...asked].filter(name => !documented.includes(`\`${name}`))).toEqual([]);
});
