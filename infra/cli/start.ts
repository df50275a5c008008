/**
 * `npm start`: the whole system on this machine, until Ctrl-C. It prints what has started, the
 * address and the sample accounts; if it cannot start, it prints the reason in one message.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Instant, instantOf, parseInstant } from '../../shared/domain/kernel/instant.ts';
import type { Role, ZoneRole } from '../../shared/domain/organization/organization.ts';
import { FOLDER, RUNNING } from '../local/address.ts';
import { openGateway } from '../local/gateway.ts';
import { buildPages } from '../local/pages.ts';
import {
  forget,
  isFounded,
  isHalfFilled,
  markFilled,
  markHalfFilled,
} from '../local/persisted-state.ts';
import { ACCOUNTS } from '../local/sample/accounts.ts';
import { beginningFor, playRounds } from '../local/sample/rounds.ts';
import { ensureSecret } from '../local/secret.ts';
import { LIKENESSES, type SignInOptions, USUAL_SIGN_IN } from '../local/sign-in.ts';
import { StartFailure } from '../local/start-failure.ts';
import { type System, startSystem } from '../local/system.ts';

const USAGE = `npm start [-- options]
  --fresh          delete the stored data and start anew
  --in-memory      store no data
  --at INSTANT     start a new system at that time, e.g. 2026-10-01T08:00+08:00
  --empty          start a new system without sample ideas
PORT=n chooses another port than 4600.
SIGN_IN=issuer imitates an OIDC issuer instead of a user pool.
NAMES=host:port,… also accepts requests under these names.
LOCAL_FOLDER=path stores everything there instead of in .local.
TOKEN_SECONDS=n sets the life of access tokens; the pages renew them.`;

const DEFAULT_PORT = 4600;

interface Choices {
  readonly port: number;
  readonly folder: string | undefined;
  readonly fresh: boolean;
  readonly at: Instant | undefined;
  readonly empty: boolean;
  readonly signIn: SignInOptions;
  readonly names: readonly string[];
}

function choicesOf(argv: readonly string[]): Choices {
  const { values } = readOptions(argv);
  const at = values.at === undefined ? undefined : parseInstant(values.at);
  if (values.at !== undefined && !at)
    throw new StartFailure(`--at: "${values.at}" is not an instant with an offset.\n\n${USAGE}`);
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartFailure(`PORT: "${process.env.PORT}" is not a port; a port is 1–65535.`);
  return {
    port,
    folder: values['in-memory'] ? undefined : FOLDER,
    fresh: values.fresh || at !== undefined,
    at,
    empty: values.empty,
    signIn: signInOf(process.env),
    names: (process.env.NAMES ?? '').split(',').filter(name => name !== ''),
  };
}

function signInOf({
  SIGN_IN = USUAL_SIGN_IN.like,
  TOKEN_SECONDS,
}: NodeJS.ProcessEnv): SignInOptions {
  const like = LIKENESSES.find(one => one === SIGN_IN);
  if (!like)
    throw new StartFailure(`SIGN_IN: "${SIGN_IN}" is not one of ${LIKENESSES.join(', ')}.`);
  const tokenSeconds = Number(TOKEN_SECONDS ?? USUAL_SIGN_IN.tokenSeconds);
  if (!Number.isInteger(tokenSeconds) || tokenSeconds < 1)
    throw new StartFailure(`TOKEN_SECONDS: "${TOKEN_SECONDS}" is not a number of seconds.`);
  return { like, tokenSeconds };
}

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        fresh: { type: 'boolean', default: false },
        'in-memory': { type: 'boolean', default: false },
        at: { type: 'string' },
        empty: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new StartFailure(`${error.message}\n\n${USAGE}`);
    throw error;
  }
}

async function main(): Promise<void> {
  const stopping = new AbortController();
  let system: System | undefined;
  const end = (status: number): void => {
    stopping.abort();
    void system?.stop().then(() => {
      rmSync(RUNNING, { force: true });
      process.exit(status);
    });
  };
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(130);
    console.log('\n正在停止 stopping …');
    end(0);
  };
  const lost = (failure: StartFailure): void => {
    if (stopping.signal.aborted) return;
    console.error(`\n✗ ${failure.message}`);
    end(1);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  endWithParent(stop);

  const { port, folder, fresh, at, empty, signIn, names } = choicesOf(process.argv.slice(2));
  try {
    if (folder !== undefined && (fresh || isHalfFilled(folder)))
      await forgetUnlessInUse(folder, port);
    const fills = !(empty || isFounded(folder));
    const present = at ?? instantOf(Date.now());
    const begins = fills ? beginningFor(present) : at;
    if (fills) markHalfFilled(folder);
    system = await startSystem({
      port,
      ...(folder !== undefined && { folder }),
      ...(begins !== undefined && { at: begins }),
      signIn,
      names,
      secret: ensureSecret(FOLDER),
      lost,
      pages: buildPages,
      ...(fills && {
        // Without a time of its own the present, which goes on while the database starts.
        fill: (filling, signal) => playRounds(filling, at ?? instantOf(Date.now()), signal),
      }),
      signal: stopping.signal,
      progress: (part, milliseconds) =>
        console.log(`  ✓ ${part}  ${(milliseconds / 1000).toFixed(1)} s`),
    });
    markFilled(folder);
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    throw error;
  }
  if (stopping.signal.aborted) return;
  writeFileSync(RUNNING, system.address);
  console.log(welcome(system.address));
}

/** Deleting the data of a running system would ruin it; the port shows whether there is one. */
async function forgetUnlessInUse(folder: string, port: number): Promise<void> {
  const gateway = await openGateway(port);
  await gateway.stop();
  forget(folder);
}

/** What an account is for, by its last role. */
const FINDS: Readonly<Record<Role | ZoneRole, string>> = {
  employee: '提金点子，看进展 own ideas and what becomes of them',
  secretary: '初审、纸条、督办、答复 screening, slips, follow-up, replies',
  committee: '议程和表决 agenda and votes',
  chair: '议程、表决、决定 agenda, votes and decisions',
  manager: '数据、验收、奖励 numbers, acceptance, rewards',
  administrator: '成员、设置、日程 members, settings, calendar',
  'zone-manager': '开发区数据 numbers of the zone',
  'grid-officer': '片区数据 numbers of a district',
};

function welcome(address: string): string {
  const rows = ACCOUNTS.map(({ account, name, tenant, roles }) => {
    const role = roles.at(-1);
    const finds = role && FINDS[role];
    return `  ${account}   ${nameColumn(name)} ${tenant.padEnd(11)} ${role?.padEnd(14)} ${finds}`;
  });
  return `
金点子 Golden Ideas: ${address}
登录选下列任一账号，无需密码 — sign in as any of these, no password:
${rows.join('\n')}

  API               ${address}/api/openapi.json
  访问令牌 token     npm run --silent token -- HT0132
  指标 metrics      ${address}/local/metrics （Prometheus: /metrics）
  拨动时钟 clock     npm run clock -- 2026-10-15T09:00+08:00
  停止 stop          Ctrl-C`;
}

/** A name as wide as one of four Chinese characters. */
function nameColumn(name: string): string {
  const width = [...name].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);
  return name + ' '.repeat(Math.max(0, 8 - width));
}

/**
 * A system whose npm was killed would stay behind, holding port and data, with nobody to stop it.
 */
function endWithParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  // npm runs a script in a shell, which outlives it.
  const above = (): string => `${process.ppid} ${parentOf(process.ppid)}`;
  const begun = above();
  setInterval(() => {
    if (above() !== begun) stop();
  }, 500).unref();
}

/** The parent of a process, if the system can tell (Linux can). */
function parentOf(pid: number): string | undefined {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? /^PPid:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof StartFailure ? `\n✗ ${error.message}` : error);
  process.exit(1);
}
