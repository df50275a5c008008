/**
 * The accounts of a Cognito user pool, through the AWS CLI with the user's own rights. Passwords
 * travel in a file that only this user can read, because every process may read a command line.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import type { Aws } from './aws-cli.ts';

export interface Account {
  readonly username: string;
  /** What its tokens call the person. */
  readonly subject: string;
  /** Whether the person has signed in and chosen a password of their own. */
  readonly used: boolean;
}

interface NewAccount {
  readonly username: string;
  readonly password: string;
  /** Serves to sign in, too, and to set a forgotten password. */
  readonly email: string | undefined;
}

/** An account of this name, or of this e-mail address, exists. */
type AccountExists = { readonly code: 'account-exists' };

export interface UserPool {
  /** The accounts whose names begin like this. */
  readonly startingWith: (prefix: string) => Promise<Account[]>;
  readonly withSubject: (subject: string) => Promise<Account | undefined>;
  readonly find: (username: string) => Promise<Account | undefined>;
  /** Makes an account; nothing is sent to the person. */
  readonly create: (account: NewAccount) => Promise<Result<Account, AccountExists>>;
  /** Sets a password that the person must change as they sign in. */
  readonly setInitialPassword: (username: string, password: string) => Promise<void>;
  /** Sets a password that serves from now on. */
  readonly setPassword: (username: string, password: string) => Promise<void>;
  /** Ends the account's sessions: no token is renewed any more. */
  readonly signOut: (username: string) => Promise<void>;
}

const attributes = z.array(z.object({ Name: z.string(), Value: z.optional(z.string()) }));
const user = {
  Username: z.string(),
  UserStatus: z.string(),
};
const listedUser = z.object({ ...user, Attributes: attributes });
const users = z.object({ Users: z.array(listedUser) });
const created = z.object({ User: listedUser });
const foundUser = z.object({ ...user, UserAttributes: attributes });

/** As the CLI reports an error of the service. */
const SERVICE_ERROR = /An error occurred \((\w+)\)/;
/** Cognito counts requests of the whole account; the next second may have room again. */
const PASSING: ReadonlySet<string> = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'LimitExceededException',
  'InternalErrorException',
]);
const MOST_TRIES = 8;

/** The pool of an issuer's address; undefined if it is none of Cognito. */
export function poolOf(issuer: string): string | undefined {
  return /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/([\w-]+_\w+)$/.exec(
    issuer,
  )?.[1];
}

export function userPool(
  pool: string,
  aws: Aws,
  wait: (millis: number) => Promise<void>,
): UserPool {
  /** Calls until Cognito has room. The CLI has tried several times itself by then. */
  async function patiently(command: string, parameters: readonly string[]): Promise<string> {
    for (let tries = 1; ; tries += 1)
      try {
        return await aws('cognito-idp', command, ...parameters);
      } catch (error) {
        if (tries === MOST_TRIES || !PASSING.has(errorOf(error) ?? '')) throw error;
        // Half of it is chance, so that requests at once do not come back at once.
        await wait(500 * 2 ** tries * (0.5 + Math.random() / 2));
      }
  }

  const list = async (filter: string): Promise<Account[]> => {
    const listed = await patiently('list-users', [
      ...['--user-pool-id', pool, '--filter', filter],
      ...['--attributes-to-get', 'sub', '--output', 'json'],
    ]);
    return users
      .parse(JSON.parse(listed))
      .Users.map(one => accountOf(one.Username, one.UserStatus, one.Attributes));
  };

  /** The input is in a file: it may have a password. */
  async function send(command: string, input: object): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'golden-ideas-account-'));
    try {
      const file = join(folder, 'input.json');
      await writeFile(file, JSON.stringify({ UserPoolId: pool, ...input }), { mode: 0o600 });
      return await patiently(command, ['--cli-input-json', `file://${file}`, '--output', 'json']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    startingWith: prefix => list(`username ^= "${prefix}"`),
    withSubject: async subject => (await list(`sub = "${subject}"`))[0],
    async find(username) {
      try {
        const found = await send('admin-get-user', { Username: username });
        const { Username, UserStatus, UserAttributes } = foundUser.parse(JSON.parse(found));
        return accountOf(Username, UserStatus, UserAttributes);
      } catch (error) {
        if (errorOf(error) === 'UserNotFoundException') return undefined;
        throw error;
      }
    },
    async create({ username, password, email }) {
      const input = {
        Username: username,
        TemporaryPassword: password,
        MessageAction: 'SUPPRESS',
        UserAttributes:
          email === undefined
            ? []
            : [
                { Name: 'email', Value: email },
                { Name: 'email_verified', Value: 'true' },
              ],
      };
      try {
        const { User } = created.parse(JSON.parse(await send('admin-create-user', input)));
        return ok(accountOf(User.Username, User.UserStatus, User.Attributes));
      } catch (error) {
        const code = errorOf(error);
        if (code === 'UsernameExistsException' || code === 'AliasExistsException')
          return err({ code: 'account-exists' });
        throw error;
      }
    },
    async setInitialPassword(username, password) {
      await send('admin-set-user-password', {
        Username: username,
        Password: password,
        Permanent: false,
      });
    },
    async setPassword(username, password) {
      await send('admin-set-user-password', {
        Username: username,
        Password: password,
        Permanent: true,
      });
    },
    async signOut(username) {
      await send('admin-user-global-sign-out', { Username: username });
    },
  };
}

/** The service's code of an error of the CLI. */
function errorOf(error: unknown): string | undefined {
  return error instanceof Error ? SERVICE_ERROR.exec(error.message)?.[1] : undefined;
}

function accountOf(
  username: string,
  status: string,
  attributes: readonly { readonly Name: string; readonly Value?: string | undefined }[],
): Account {
  const subject = attributes.find(({ Name }) => Name === 'sub')?.Value;
  if (subject === undefined) throw new Error(`${username}: an account without a sub`);
  return { username, subject, used: status !== 'FORCE_CHANGE_PASSWORD' };
}
