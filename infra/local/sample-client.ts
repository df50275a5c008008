/**
 * Calls the running system as a sample account, through the contract's own client with a token of
 * the local sign-in. Commands and tests use it; it can do nothing that an outside client cannot.
 */
import { type Call, createCall } from '../../shared/contract/client.ts';
import { accessToken } from './token.ts';

export async function sampleClient(address: string, account: string): Promise<Call> {
  const token = await accessToken(address, account);
  return createCall({
    fetch: (path, init) => fetch(new URL(path, address), init),
    accessToken: async () => token,
    language: () => 'zh',
  });
}
