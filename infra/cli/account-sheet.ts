/**
 * The printable sheet of initial passwords: a slip for each person, to cut and hand out, by
 * department and team. It is the only place with the passwords, so it is readable to this user
 * alone, and never overwrites another sheet.
 */
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { renderSVG } from 'uqr';
import type { ListedPerson } from '../../functions/founding/people.ts';
import { INITIAL_PASSWORD_DAYS, LEAST_PASSWORD_LENGTH } from '../sign-in/passwords.ts';

export interface Slip {
  readonly person: ListedPerson;
  readonly username: string;
  readonly password: string;
}

export interface SheetFacts {
  /** The name of the organization, or the zone. */
  readonly of: string;
  /** Where one signs in. */
  readonly address: string;
  /** The last day of the passwords, `2026-12-28`. */
  readonly until: string;
}

export interface Sheet {
  /** Replaces the slips on the sheet. */
  readonly put: (slips: readonly Slip[]) => Promise<void>;
  readonly remove: () => Promise<void>;
}

const OWNER_ONLY = 0o600;

/** Begins an empty sheet. Throws if the file exists, or cannot be written. */
export async function newSheet(path: string, facts: SheetFacts): Promise<Sheet> {
  const file = await open(path, 'wx', OWNER_ONLY).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Error(
      `${path}: 文件已存在，里面可能有还没发的密码，请换一个文件名 The file exists and may have passwords that are still to be handed out; choose another name`,
    );
  });
  await file.close();
  const next = `${path}.part`;
  return {
    async put(slips) {
      // All slips or those before: an interruption never leaves half a sheet.
      await writeFile(next, sheetOf(slips, facts), { mode: OWNER_ONLY });
      await rename(next, path);
    },
    remove: () => rm(path),
  };
}

/** The last day of passwords that are set on a day. */
export function lastDay(today: Date): string {
  const last = new Date(today);
  last.setUTCDate(last.getUTCDate() + INITIAL_PASSWORD_DAYS);
  return last.toISOString().slice(0, 10);
}

const STYLE = `
  @page { margin: 10mm }
  body { font: 10.5pt/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0; color: #000; background: #fff }
  h1 { font-size: 14pt; margin: 0 } h1 + p { margin: 0 0 4mm }
  h2 { font-size: 12pt; margin: 4mm 0 0; break-after: avoid }
  ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: 1fr 1fr }
  li { border: 1px dashed #888; padding: 3mm; break-inside: avoid; display: grid; grid-template-columns: 1fr 20mm; gap: 0 3mm }
  strong { font-size: 12pt } svg { width: 20mm; height: 20mm; grid-row: 1 / 3; grid-column: 2 }
  svg.once { display: block; width: 0; height: 0 } symbol svg { width: 100%; height: 100% }
  dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 0.5mm 2mm; align-items: center } dt { color: #444; line-height: 1.2 } dt i { display: block; font-size: 7.5pt; font-style: normal } dd { margin: 0; overflow-wrap: anywhere }
  code { font: 12pt ui-monospace, Consolas, monospace } dd:last-child { white-space: nowrap } small { grid-column: 1 / 3; font-size: 8.5pt; color: #444 }
`;

/** The sheet as a page of HTML. */
function sheetOf(slips: readonly Slip[], facts: SheetFacts): string {
  const departments = Map.groupBy(slips.toSorted(byPlace), ({ person }) => person.department ?? '');
  const sections = [...departments].map(
    ([department, ones]) =>
      `<section>${department === '' ? '' : `<h2>${escaped(department)}</h2>`}<ul>${ones
        .map(slip => slipOf(slip, facts))
        .join('')}</ul></section>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="robots" content="noindex">
<title>${escaped(facts.of)} · 金点子登录条 Golden Ideas sign-in slips</title><style>${STYLE}</style></head><body>
<svg class="once"><symbol id="address">${renderSVG(facts.address, { border: 0 })}</symbol></svg>
<h1>${escaped(facts.of)} · 金点子登录条 Golden Ideas sign-in slips（${slips.length}）</h1>
<p>请剪开，当面交给本人；发完后删除本文件。<br>Cut the slips apart, hand each to its person, and delete this file afterwards.</p>
${sections.join('\n')}
</body></html>
`;
}

function slipOf({ person, username, password }: Slip, { address, until }: SheetFacts): string {
  const { id, name, team } = person;
  const title = [name, id, team].filter(text => text !== undefined).join(' · ');
  return `<li><strong>${escaped(title)}</strong><svg><use href="#address"/></svg>
<dl><dt>网址<i>Address</i></dt><dd>${escaped(address)}</dd><dt>用户名<i>Username</i></dt><dd><code>${escaped(username)}</code></dd><dt>初始密码<i>Initial password</i></dt><dd><code>${escaped(password)}</code></dd></dl>
<small>首次登录时请设自己的新密码（至少 ${LEAST_PASSWORD_LENGTH} 位）。初始密码在 ${until} 前有效，过期或忘记请找管理员。<br>Choose a password of your own (at least ${LEAST_PASSWORD_LENGTH} characters) when you first sign in. The initial one is valid until ${until}; if it has expired or you forget it, ask your administrator.</small></li>`;
}

/** By department and team, then by number. */
function byPlace(one: Slip, other: Slip): number {
  const key = ({ person: { department, team, id } }: Slip) => [department ?? '', team ?? '', id];
  return key(one).join('\n').localeCompare(key(other).join('\n'), 'zh-CN');
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  return text.replaceAll(/[&<>"]/g, sign => `&${names[sign]};`);
}
