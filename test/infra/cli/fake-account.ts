/**
 * An AWS account behind a fake CLI: a Cognito user pool as strict as the real one, and the stack's
 * function with a list of people. It refuses what Cognito refuses, in the CLI's words: an unknown
 * parameter, a user name or an e-mail address that is taken (without regard to case), a password
 * below the policy, and more requests than it has room for.
 */
import { readFile as readBytes, stat, writeFile } from 'node:fs/promises';
import { readFile } from '../../../functions/founding/file.ts';
import type { FoundingOrder } from '../../../functions/founding/order.ts';
import { type ListedPerson, peopleOrder } from '../../../functions/founding/people.ts';
import type { Aws } from '../../../infra/cli/aws-cli.ts';
import { LEAST_PASSWORD_LENGTH } from '../../../infra/sign-in/passwords.ts';

export interface PoolUser {
  readonly username: string;
  readonly subject: string;
  readonly email: string | undefined;
  password: string;
  status: 'FORCE_CHANGE_PASSWORD' | 'CONFIRMED';
  sessions: number;
}

const POOL = 'cn-north-9_AbCdEf123';

/** The parameters that each command takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  'admin-create-user': [
    'UserPoolId',
    'Username',
    'TemporaryPassword',
    'MessageAction',
    'UserAttributes',
  ],
  'admin-get-user': ['UserPoolId', 'Username'],
  'admin-set-user-password': ['UserPoolId', 'Username', 'Password', 'Permanent'],
  'admin-user-global-sign-out': ['UserPoolId', 'Username'],
};

interface Input {
  readonly Username: string;
  readonly TemporaryPassword?: string;
  readonly Password?: string;
  readonly Permanent?: boolean;
  readonly MessageAction?: string;
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[];
}

export class FakeAccount {
  readonly users = new Map<string, PoolUser>();
  readonly people = new Map<string, ListedPerson>();
  /** Every call, with its parameters as a process list would show them. */
  readonly calls: string[] = [];
  /** Runs before a call, and may throw. */
  before: (call: string) => void = () => undefined;
  /** Runs after a call took effect, and may throw: its answer is lost. */
  after: (call: string) => void = () => undefined;
  canaryPassword = 'a-generated-password-of-forty-characters';
  issuer = `https://cognito-idp.cn-north-9.amazonaws.com/${POOL}`;
  #made = 0;

  constructor(people: readonly ListedPerson[]) {
    for (const person of people) this.people.set(person.id, person);
  }

  readonly aws: Aws = async (service, command, ...parameters) => {
    const call = [service, command, ...parameters].join(' ');
    this.calls.push(call);
    this.before(call);
    const answer = await this.#answer(service ?? '', command ?? '', parameters);
    this.after(call);
    return answer;
  };

  user(username: string): PoolUser {
    const user = this.users.get(username.toLowerCase());
    if (!user) throw new Error(`no user ${username}`);
    return user;
  }

  /** The person signs in for the first time, and chooses a password. */
  signIn(username: string, password: string): void {
    const user = this.user(username);
    if (user.password !== password) throw new Error('NotAuthorizedException');
    Object.assign(user, { status: 'CONFIRMED', sessions: user.sessions + 1 });
  }

  async #answer(service: string, command: string, parameters: readonly string[]): Promise<string> {
    const after = (name: string): string => parameters[parameters.indexOf(name) + 1] ?? '';
    switch (`${service} ${command}`) {
      case 'cloudformation describe-stacks':
        return JSON.stringify([
          { OutputKey: 'FoundingFunction', OutputValue: 'the-function' },
          { OutputKey: 'Issuer', OutputValue: this.issuer },
          { OutputKey: 'CanaryPassword', OutputValue: 'the-secret' },
          { OutputKey: 'Address', OutputValue: 'https://ideas.example.com' },
        ]);
      case 'secretsmanager get-secret-value':
        if (after('--secret-id') !== 'the-secret') throw failure('ResourceNotFound', command);
        return `${this.canaryPassword}\n`;
      case 'lambda invoke': {
        const event = JSON.parse(
          await readBytes(after('--payload').replace('file://', ''), 'utf8'),
        );
        await writeFile(parameters.at(-1) ?? '', JSON.stringify(this.#invoked(event)));
        return JSON.stringify({ StatusCode: 200 });
      }
      case 'cognito-idp list-users':
        if (after('--user-pool-id') !== POOL) throw failure('ResourceNotFound', command);
        return JSON.stringify({ Users: this.#filtered(after('--filter')).map(listed) });
      default:
        return this.#changed(service, command, after('--cli-input-json').replace('file://', ''));
    }
  }

  /** A page of two people at a time. */
  #invoked(event: unknown): object {
    const order = peopleOrder.safeParse(event);
    if (order.success) {
      if (this.people.size === 0) return { outcome: 'unknown' };
      const { after } = order.data;
      const all = [...this.people.values()];
      const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      const people = all.slice(start, start + 2);
      const last = people.at(-1)?.id;
      const more = start + 2 < all.length && last !== undefined;
      return { outcome: 'people', name: '宏达铸锻', people, ...(more && { next: last }) };
    }
    const { file, preview } = event as FoundingOrder;
    const read = readFile(file);
    if (!read.ok) return { outcome: 'invalid', errors: read.errors };
    if (!('accounts' in read.declared)) throw new Error('only accounts are expected');
    const rows = read.declared.accounts.map(({ id: member, subject }) => {
      const person = this.people.get(member);
      const holder = [...this.people.values()].find(one => one.subject === subject);
      if (!person || (holder && holder !== person))
        return { member, act: 'refused', words: { zh: '已属于别人', en: 'It belongs to another' } };
      if (person.subject === subject) return { member, act: 'unchanged' };
      if (!preview) this.people.set(member, { ...person, subject });
      return { member, act: 'filled' };
    });
    return { outcome: 'accounts', preview, rows };
  }

  #filtered(filter: string): PoolUser[] {
    const [, attribute, operator, value = ''] = /^(\w+) (\^?=) "([^"\\]*)"$/.exec(filter) ?? [];
    const text = ({ username, subject }: PoolUser): string =>
      attribute === 'sub' ? subject : username;
    if (!['sub', 'username'].includes(attribute ?? ''))
      throw failure('InvalidParameterException', 'ListUsers');
    return [...this.users.values()].filter(user =>
      operator === '=' ? text(user) === value : text(user).startsWith(value),
    );
  }

  async #changed(service: string, command: string, path: string): Promise<string> {
    const takes = service === 'cognito-idp' ? TAKES[command] : undefined;
    if (!takes) throw new Error(`not expected: ${service} ${command}`);
    if (((await stat(path)).mode & 0o077) !== 0) throw new Error('others may read the input');
    const input = JSON.parse(await readBytes(path, 'utf8'));
    const unknown = Object.keys(input).filter(key => !takes.includes(key));
    if (unknown.length > 0) throw new Error(`Parameter validation failed: ${unknown.join()}`);
    if (input.UserPoolId !== POOL) throw failure('ResourceNotFoundException', command);
    return command === 'admin-create-user' ? this.#create(input) : this.#act(command, input);
  }

  #create({ Username, TemporaryPassword = '', MessageAction, UserAttributes = [] }: Input): string {
    if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(Username) || Username.includes('@'))
      throw failure('InvalidParameterException', 'AdminCreateUser');
    const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value;
    // A message would go out to somebody without an address.
    if (MessageAction !== 'SUPPRESS') throw failure('InvalidParameterException', 'AdminCreateUser');
    if (this.users.has(Username.toLowerCase()))
      throw failure('UsernameExistsException', 'AdminCreateUser');
    const same = (user: PoolUser): boolean => user.email?.toLowerCase() === email?.toLowerCase();
    if (email !== undefined && [...this.users.values()].some(same))
      throw failure('UsernameExistsException', 'AdminCreateUser');
    keepsPolicy(TemporaryPassword, 'AdminCreateUser');
    this.#made += 1;
    const user: PoolUser = {
      username: Username,
      subject: `3f2a9c4e-0000-4000-8000-${String(this.#made).padStart(12, '0')}`,
      email,
      password: TemporaryPassword,
      status: 'FORCE_CHANGE_PASSWORD',
      sessions: 0,
    };
    this.users.set(Username.toLowerCase(), user);
    return JSON.stringify({ User: listed(user) });
  }

  #act(command: string, { Username, Password = '', Permanent }: Input): string {
    const user = this.users.get(Username.toLowerCase());
    if (!user) throw failure('UserNotFoundException', command);
    switch (command) {
      case 'admin-get-user': {
        const { Attributes: UserAttributes, ...others } = listed(user);
        return JSON.stringify({ ...others, UserAttributes });
      }
      case 'admin-set-user-password':
        keepsPolicy(Password, command);
        user.password = Password;
        user.status = Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
        return '';
      default:
        user.sessions = 0;
        return '';
    }
  }
}

/** An error of the service, as the CLI reports it. */
export function failure(code: string, operation: string): Error {
  return new Error(
    `Command failed: aws cognito-idp\n\nAn error occurred (${code}) when calling the ${operation} operation: no`,
  );
}

function keepsPolicy(password: string, operation: string): void {
  if (password.length < LEAST_PASSWORD_LENGTH || /\s/.test(password))
    throw failure('InvalidPasswordException', operation);
}

function listed({ username, subject, status }: PoolUser) {
  return {
    Username: username,
    Enabled: true,
    UserStatus: status,
    Attributes: [{ Name: 'sub', Value: subject }],
  };
}
