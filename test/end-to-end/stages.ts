/**
 * A system without an idea, and a round in four stages, and the pages that each kind of reader opens in them: for the test that
 * looks at every page, and for pictures of them.
 */
import { readFileSync } from 'node:fs';
import { SAMPLE_SLIPS } from '../../infra/local/sample/organizations.ts';
import type { Call } from '../../shared/contract/client.ts';
import { getSettings, putProfile } from '../../shared/contract/routes/administration.ts';
import { writeComment } from '../../shared/contract/routes/comments.ts';
import { castVote, decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { nameExcellent } from '../../shared/contract/routes/follow-up.ts';
import { importIdeas, submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
} from '../../shared/contract/routes/implementation.ts';
import { returnIdea } from '../../shared/contract/routes/screening.ts';
import type { Choice } from '../../shared/domain/idea/ballot.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import * as names from '../sample/names.ts';
import type { RunningSystem } from './running-system.ts';

/** What one account looks at. */
export interface Visit {
  readonly account: string;
  readonly paths: readonly string[];
}

export interface Stage {
  readonly name: string;
  /** Brings the system to the stage; the stages before have been prepared. */
  readonly prepare: () => Promise<void>;
  /** Known after the preparation. */
  readonly visits: () => readonly Visit[];
}

const organization = names.organization('huatai');
const HUATAI = '/o/huatai';
const COMMITTEE = ['HT0011', 'HT0022', 'HT0033', 'HT0044', 'HT0055'];

/** The committee's votes, by idea in turn: carried, rejected, without a quorum, carried narrowly. */
const VOTES: readonly (readonly (Choice | undefined)[])[] = [
  ['approve', 'approve', 'approve', 'approve', 'abstain'],
  ['approve', 'approve', 'approve', 'approve', 'approve'],
  ['approve', 'approve', 'approve', 'oppose', 'oppose'],
  ['approve', undefined, undefined, undefined, undefined],
  ['oppose', 'oppose', 'oppose', 'approve', undefined],
  ['oppose', 'abstain', 'approve', 'oppose', 'oppose'],
];

type Played = Pick<RunningSystem, 'as' | 'moveClock' | 'settled'>;

/**
 * The stages of October's round, from a system at 2026-10-10 on, with the sample's slips: all of
 * them, or the first so many, at least 26.
 */
export function stagesOf(
  { as, moveClock, settled }: Played,
  slips = Number.POSITIVE_INFINITY,
): readonly Stage[] {
  const ideas: IdeaId[] = [];
  const idea = (at: number): IdeaId => {
    const id = ideas[at];
    if (id === undefined) throw new Error(`no idea ${at}`);
    return id;
  };
  const at = (number: number) => ({ organization, idea: idea(number) });
  let returned: IdeaId | undefined;

  const collect = async (): Promise<void> => {
    const secretary = await as('HT0274');
    const { rows } = await secretary(importIdeas, {
      path: { organization },
      body: new Blob([firstLines(readFileSync(SAMPLE_SLIPS, 'utf8'), 1 + slips)]),
    });
    ideas.push(...rows.flatMap(({ ideaId }) => (ideaId === undefined ? [] : [ideaId])));
    const own = await (await as('HT0132'))(submitIdea, {
      path: { organization },
      idempotencyKey: 'own',
      body: {
        title: '镗床铁屑自动回收',
        category: names.category('设备'),
        problem: '每班停机清理两次，每次二十分钟。',
        proposal: '加装链板输送机，分段改造。',
        coAuthorIds: [names.member('HT0041')],
      },
    });
    returned = own.id;
    for (const [number, account] of ['HT0087', 'HT0041', 'HT0132'].entries()) {
      const employee = await as(account);
      for (const supported of [0, 1, 4, 7, 9].slice(number))
        await employee(supportIdea, { path: at(supported) });
    }
    await (await as('HT0087'))(writeComment, {
      path: at(0),
      idempotencyKey: 'comment',
      body: { text: '我们班也遇到过，很有必要。' },
    });
    await secretary(returnIdea, {
      path: { organization, idea: own.id },
      body: { reason: '请写明是哪一台镗床。' },
    });
  };

  const vote = async (): Promise<void> => {
    await moveClock('2026-10-15T09:30:00+08:00');
    const committee = await Promise.all(COMMITTEE.map(as));
    for (const number of ideas.slice(0, 24).keys())
      for (const [seat, choice] of (VOTES[number % VOTES.length] ?? []).entries())
        if (choice !== undefined)
          await committee[seat]?.(castVote, { path: at(number), body: { choice } });
    await committee[0]?.(decideIdea, {
      path: at(0),
      body: { outcome: 'adopted', reply: '尽快安排。' },
    });
  };

  const publish = async (): Promise<void> => {
    await moveClock('2026-10-19T18:30:00+08:00');
    await followUp(
      {
        secretary: await as('HT0274'),
        manager: await as('HT0290'),
        owner: await as('HT0132'),
        chair: await as('HT0011'),
      },
      at,
    );
    const administrator = await as('HT0266');
    const { version, name, blindScreening } = await administrator(getSettings, {
      path: { organization },
    });
    await administrator(putProfile, {
      path: { organization },
      ifMatch: version,
      body: { name, blindScreening, publicBulletin: true },
    });
    await settled();
  };

  return [
    {
      name: 'before the first idea',
      prepare: async () => undefined,
      visits: () => [
        {
          account: 'HT0132',
          paths: ['', '/rounds', '/mine', '/mine/work', '/bulletin'].map(path => HUATAI + path),
        },
        {
          account: 'HT0274',
          paths: ['screening', 'agenda', 'replies', 'follow-up'].map(
            path => `${HUATAI}/committee/${path}`,
          ),
        },
        {
          account: 'HT0290',
          paths: ['numbers', 'work', 'work/rewards'].map(path => `${HUATAI}/manager/${path}`),
        },
        { account: 'XH0001', paths: ['/zone'] },
      ],
    },
    {
      name: 'while ideas are collected',
      prepare: collect,
      visits: () => [
        {
          account: 'HT0132',
          paths: [
            HUATAI,
            `${HUATAI}/new`,
            `${HUATAI}/rounds`,
            `${HUATAI}/rounds/2026-10`,
            `${HUATAI}/rounds?q=${encodeURIComponent('铁屑')}`,
            `${HUATAI}/rounds?q=${encodeURIComponent('没有的东西')}&status=returned`,
            `${HUATAI}/ideas/${idea(0)}`,
            `${HUATAI}/ideas/${returned}`,
            `${HUATAI}/mine`,
            `${HUATAI}/mine/work`,
            `${HUATAI}/me`,
            `${HUATAI}/unnamed`,
            `${HUATAI}/bulletin`,
            `${HUATAI}/implementations`,
            `${HUATAI}/nowhere`,
          ],
        },
        {
          account: 'HT0274',
          paths: [
            HUATAI,
            `${HUATAI}/desk`,
            `${HUATAI}/committee/screening`,
            `${HUATAI}/committee/slips`,
            `${HUATAI}/committee/slips/import`,
            `${HUATAI}/committee/agenda`,
            `${HUATAI}/committee/follow-up`,
            `${HUATAI}/ideas/${idea(1)}`,
          ],
        },
      ],
    },
    {
      name: 'for the administrator',
      prepare: async () => undefined,
      visits: () => [
        {
          account: 'HT0266',
          paths: [
            HUATAI,
            `${HUATAI}/administrator`,
            `${HUATAI}/administrator/members/HT0132`,
            `${HUATAI}/administrator/new-member`,
            `${HUATAI}/administrator/member-file`,
            `${HUATAI}/administrator/settings`,
            ...[
              'profile',
              'departments',
              'contacts',
              'categories',
              'rules',
              'targets',
              'limits',
              'rewards',
            ].map(part => `${HUATAI}/administrator/settings/${part}`),
            `${HUATAI}/administrator/calendar`,
            `${HUATAI}/administrator/audit`,
          ],
        },
      ],
    },
    {
      name: 'while the committee votes and decides',
      prepare: vote,
      visits: () => [
        {
          account: 'HT0022',
          paths: [
            HUATAI,
            `${HUATAI}/committee/agenda`,
            `${HUATAI}/committee/agenda/2026-10?idea=${idea(25)}`,
          ],
        },
        { account: 'HT0011', paths: [`${HUATAI}/committee/agenda`, `${HUATAI}/ideas/${idea(1)}`] },
      ],
    },
    {
      name: 'after the bulletin',
      prepare: publish,
      visits: () => [
        {
          account: 'HT0132',
          paths: [
            HUATAI,
            `${HUATAI}/bulletin`,
            `${HUATAI}/rounds/2026-10`,
            ...[0, 1, 2, 3, 4].map(number => `${HUATAI}/ideas/${idea(number)}`),
            `${HUATAI}/ideas/${idea(0)}/certificate`,
            `${HUATAI}/poster`,
            `${HUATAI}/mine/work`,
            `${HUATAI}/mine/contact`,
            `${HUATAI}/implementations`,
          ],
        },
        {
          account: 'HT0274',
          paths: [
            HUATAI,
            `${HUATAI}/committee/follow-up`,
            `${HUATAI}/committee/replies`,
            `${HUATAI}/committee/agenda`,
          ],
        },
        {
          account: 'HT0290',
          paths: [
            HUATAI,
            `${HUATAI}/manager/numbers`,
            `${HUATAI}/manager/numbers/2026-10`,
            `${HUATAI}/manager/numbers/series`,
            `${HUATAI}/manager/work`,
            `${HUATAI}/manager/work/rewards`,
            `${HUATAI}/manager/work/overdue`,
            '/public/huatai/2026-10',
          ],
        },
        { account: 'XH0001', paths: ['/zone', '/zone/xuanhua/2026-10'] },
      ],
    },
  ];
}

function firstLines(text: string, count: number): string {
  return text.split('\n').slice(0, count).join('\n');
}

interface Staff {
  readonly secretary: Call;
  readonly manager: Call;
  readonly owner: Call;
  readonly chair: Call;
}

/** One idea is accepted and excellent, one waits to be accepted, one is under way. */
async function followUp(
  { secretary, manager, owner, chair }: Staff,
  at: (number: number) => { readonly organization: typeof organization; readonly idea: IdeaId },
): Promise<void> {
  const work = { owner: names.member('HT0132'), due: names.date('2026-12-31') };
  for (const number of [0, 1, 2]) await secretary(assignIdea, { path: at(number), body: work });
  await owner(reportProgress, { path: at(2), body: { progress: 50, note: '挡板已加工。' } });
  for (const number of [0, 1])
    await owner(completeIdea, {
      path: at(number),
      body: { done: '已安装并试运行一周。', claimedBenefit: 60_000 },
    });
  await manager(acceptIdea, { path: at(0), body: { verifiedBenefit: 55_000 } });
  await chair(nameExcellent, { path: at(0) });
}
