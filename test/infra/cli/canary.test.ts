/** The account of the canary, made by an operator against a pool as strict as Cognito. */
import { expect, it } from 'vitest';
import { canaryAccount } from '../../../infra/cli/canary-on-aws.ts';
import { FakeAccount } from './fake-account.ts';

const wait = async (): Promise<void> => undefined;

it('is made with the secret’s password, which serves at once', async () => {
  const account = new FakeAccount([]);
  expect(await canaryAccount('GoldenIdeas', account.aws, wait)).toBe('created');
  expect(account.user('canary')).toMatchObject({
    password: account.canaryPassword,
    status: 'CONFIRMED',
  });
  // Every process may read a command line.
  expect(account.calls.join('\n')).not.toContain(account.canaryPassword);
});

it('gets the secret’s new password when the command is repeated, and nobody else does', async () => {
  const account = new FakeAccount([]);
  await canaryAccount('GoldenIdeas', account.aws, wait);
  account.canaryPassword = 'another-generated-password-of-this-kind';
  expect(await canaryAccount('GoldenIdeas', account.aws, wait)).toBe('renewed');
  expect(account.user('canary').password).toBe(account.canaryPassword);
  expect(account.users.size).toBe(1);
});

it('is finished when the first run ended between its two steps', async () => {
  const account = new FakeAccount([]);
  account.before = call => {
    if (call.includes('admin-set-user-password')) throw new Error('cut off');
  };
  await expect(canaryAccount('GoldenIdeas', account.aws, wait)).rejects.toThrow('cut off');
  account.before = () => undefined;
  await canaryAccount('GoldenIdeas', account.aws, wait);
  expect(account.user('canary').status).toBe('CONFIRMED');
});

it('needs no account where the firm has an issuer of its own', async () => {
  const account = new FakeAccount([]);
  account.issuer = 'https://login.example';
  await expect(canaryAccount('GoldenIdeas', account.aws, wait)).rejects.toThrow(/needs no account/);
});
