/**
 * Sample ideas of a new local system: a finished round with its bulletin and its work, and ideas of
 * the present one. The sample's people put them in through the API, while the clock moves from the
 * finished round to the present.
 */
import type { Call } from '../../../shared/contract/client.ts';
import { memberId, organizationId } from '../../../shared/contract/fields.ts';
import { writeComment } from '../../../shared/contract/routes/comments.ts';
import { castVote, decideIdea, replyToIdea } from '../../../shared/contract/routes/deliberation.ts';
import { nameExcellent } from '../../../shared/contract/routes/follow-up.ts';
import { submitIdea, supportIdea } from '../../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
} from '../../../shared/contract/routes/implementation.ts';
import { returnIdea, scheduleIdeas } from '../../../shared/contract/routes/screening.ts';
import type { Choice } from '../../../shared/domain/idea/ballot.ts';
import type { PhotoSubject } from '../../../shared/domain/idea/photo.ts';
import {
  type IdeaId,
  type OrganizationId,
  roundAfter,
  roundOfIdea,
} from '../../../shared/domain/kernel/ids.ts';
import { type Instant, instantOf, millisBetween } from '../../../shared/domain/kernel/instant.ts';
import {
  DEFAULT_CALENDAR,
  daysAfter,
  localDate,
  roundOf,
  type Schedule,
  scheduleOf,
} from '../../../shared/domain/organization/calendar.ts';
import { sampleClient } from '../sample-client.ts';
import { secretHeaders } from '../secret.ts';
import { sendPhoto } from '../send-photo.ts';
import type { Filling } from '../system.ts';
import { ideasOfSlips, OTHER_FIRM_IDEAS, OWN_IDEAS, type SampleIdea } from './ideas.ts';
import { photosOfIdea, photosOfWork, pictureOf, type SamplePhoto } from './photos.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const FIRM = organizationId.parse('huatai');
const OTHER_FIRM = organizationId.parse('zhongcheng');
const SECRETARY = 'HT0274';
const CHAIR = 'HT0011';
const MANAGER = 'HT0290';
const COMMITTEE = [CHAIR, 'HT0022', 'HT0033', 'HT0044', 'HT0055'];
const BACKERS = ['HT0132', 'HT0087', 'HT0290'];

/** Whose device sends the unnamed ideas; nothing is kept of it. */
const UNNAMED = 'HT0178';
/** In so many portions the present ideas come in. */
const STOPS = 4;
/** The clock's answer to an instant that it has passed. */
const PASSED = 409;

/** How many ideas of the slips are in the finished round, and how many in the present one. */
const FINISHED = 16;
const PRESENT = 18;

/** The committee's votes by outcome: adopted, adopted narrowly, declined, without a quorum. */
const VOTES: Readonly<Record<string, readonly (Choice | undefined)[]>> = {
  A: ['approve', 'approve', undefined, 'approve', 'approve'],
  a: ['approve', 'approve', 'approve', 'oppose', 'oppose'],
  D: ['oppose', 'oppose', 'approve', 'oppose', undefined],
  N: ['approve', undefined, undefined, 'approve', undefined],
};
const OUTCOMES = 'AADADDaDDNDADDaD';

const REASONS = [
  '改造费用超出本年度预算，请先做小范围试验',
  '与正在进行的设备更新重复，一并考虑',
  '涉及多个部门，由综合办公室先协调',
];

const COMMENTS = [
  ['HT0041', '我们班也遇到过，很有必要。'],
  ['HT0132', '去年试过类似的办法，效果不错，可以找我要图纸。'],
  ['HT0087', '建议先在一个班试一个月。'],
  ['HT0022', '技术上可行，材料费大约两千元。'],
] as const;

/** What happens at one instant. */
interface Happening {
  readonly at: Instant;
  readonly act: () => Promise<unknown>;
}

/** The schedule of the newest round whose bulletin is out. */
function finishedRound(now: Instant): Schedule {
  let round = roundOf(now, DEFAULT_CALENDAR);
  while (scheduleOf(round, DEFAULT_CALENDAR).publishesAt >= now) round = roundAfter(round, -1);
  return scheduleOf(round, DEFAULT_CALENDAR);
}

/** The time at which a system starts that shall have the sample ideas at `now`. */
export function beginningFor(now: Instant): Instant {
  return later(finishedRound(now).opensAt, -2 * DAY);
}

/**
 * Puts the sample ideas into a system that stands at `beginningFor(now)`, and moves its clock to
 * `now`. Throws if a request is refused; the system is half filled then.
 */
export async function playRounds(
  { address, secret, settled }: Filling,
  now: Instant,
  signal: AbortSignal,
): Promise<void> {
  const clients = new Map<string, Promise<Call>>();
  const as = (account: string): Promise<Call> => {
    const client = clients.get(account) ?? sampleClient(address, account);
    clients.set(account, client);
    return client;
  };
  const happenings = [...finished(as, now), ...present(as, now), ...otherFirm(as, now)];
  happenings.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const [at, together] of Map.groupBy(happenings, ({ at }) => at)) {
    signal.throwIfAborted();
    await moveClock(address, secret, at);
    await Promise.all(together.map(({ act }) => act()));
  }
  await moveClock(address, secret, now);
  await settled();
}

type As = (account: string) => Promise<Call>;

/** The round whose bulletin is out, and the work on what it adopted. */
function finished(as: As, now: Instant): Happening[] {
  const { opensAt, publishesAt } = finishedRound(now);
  const since = (share: number): Instant => between(publishesAt, now, share);
  const ideas: IdeaId[] = [];
  const at = (number: number) => ({ organization: FIRM, idea: nth(ideas, number) });
  const numbersOf = (outcome: RegExp): number[] =>
    [...OUTCOMES].flatMap((one, number) => (outcome.test(one) ? [number] : []));
  const adopted = numbersOf(/[Aa]/);
  const declined = numbersOf(/D/);
  const work = (owner: string, number: number, days: number, from: Instant) => ({
    path: at(number),
    body: {
      owner: memberId.parse(owner),
      due: daysAfter(localDate(from, DEFAULT_CALENDAR), days),
    },
  });
  return [
    {
      at: beginningFor(now),
      act: async () => {
        const slips = ideasOfSlips().slice(0, FINISHED);
        ideas.push(
          ...(await submitAll(as, slips, number => ({
            account: SECRETARY,
            submittedAt: later(opensAt, -(FINISHED + 3 - number) * 19 * HOUR),
          }))),
        );
        await support(as, ideas);
        await comment(as, ideas);
      },
    },
    {
      at: later(opensAt, HOUR),
      act: async () => {
        const vote = async (seat: number, account: string): Promise<void> => {
          const voter = await as(account);
          for (const [number, outcome] of [...OUTCOMES].entries()) {
            const choice = VOTES[outcome]?.[seat];
            if (choice) await voter(castVote, { path: at(number), body: { choice } });
          }
        };
        await Promise.all(COMMITTEE.map((account, seat) => vote(seat, account)));
        const chair = await as(CHAIR);
        for (const number of adopted.slice(0, 2))
          await chair(decideIdea, {
            path: at(number),
            body: { outcome: 'adopted', reply: '委员会同意，请责任部门尽快安排。' },
          });
        for (const [which, reason] of REASONS.entries())
          await chair(decideIdea, {
            path: at(nth(declined, which)),
            body: { outcome: 'declined', reason, reply: `${reason}。感谢您的建议。` },
          });
      },
    },
    {
      at: since(1 / 5),
      act: async () => {
        const secretary = await as(SECRETARY);
        const owners = ['HT0132', 'HT0041', 'HT0087', 'HT0132', 'HT0087'];
        for (const [which, owner] of owners.entries())
          await secretary(
            assignIdea,
            work(owner, nth(adopted, which), which === 3 ? 7 : 45, since(1 / 5)),
          );
        for (const number of declined.slice(REASONS.length, -3))
          await secretary(replyToIdea, {
            path: at(number),
            body: { reply: '本期未获多数赞成。欢迎补充数据后再提。' },
          });
      },
    },
    {
      at: since(2 / 5),
      act: async () => {
        const report = async (owner: string, which: number, progress: number, note: string) =>
          (await as(owner))(reportProgress, {
            path: at(nth(adopted, which)),
            body: { progress, note },
          });
        await report('HT0132', 0, 60, '材料已到，样件加工中。');
        await report('HT0087', 4, 30, '已完成报价，等待停机窗口。');
      },
    },
    {
      at: since(3 / 5),
      act: async () => {
        const complete = async (owner: string, which: number, done: string, benefit: number) => {
          const [call, number] = [await as(owner), nth(adopted, which)];
          const photos = photosOfWork(nth(ideasOfSlips(), number).title);
          await call(completeIdea, {
            path: at(number),
            body: { done, claimedBenefit: benefit, ...(await added(call, FIRM, photos)) },
          });
        };
        await complete('HT0041', 1, '已安装并试运行两周，没有再出现原来的问题。', 42_000);
        await complete('HT0087', 2, '已在全车间推行，记录齐全。', 58_000);
      },
    },
    {
      at: since(4 / 5),
      act: async () => {
        const accepted = { path: at(nth(adopted, 1)) };
        await (await as(MANAGER))(acceptIdea, { ...accepted, body: { verifiedBenefit: 38_000 } });
        await (await as(CHAIR))(nameExcellent, accepted);
      },
    },
  ];
}

/**
 * The ideas since then. If their round is under deliberation by now, the committee has voted on
 * half of them; once its ballots are closed, on all.
 */
function present(as: As, now: Instant): Happening[] {
  const { publishesAt } = finishedRound(now);
  const round = roundOf(publishesAt, DEFAULT_CALENDAR);
  const { opensAt, closesAt } = scheduleOf(round, DEFAULT_CALENDAR);
  const slips = ideasOfSlips().slice(FINISHED, FINISHED + PRESENT);
  const ideas: IdeaId[] = [];
  const submit = (stop: number): Happening => ({
    at: between(publishesAt, now, (stop + 1) / (STOPS + 1)),
    act: async () => {
      const submitted = [
        ...(await submitAll(as, everyNth(OWN_IDEAS, STOPS, stop), () => ({}))),
        ...(await submitAll(as, everyNth(slips, STOPS, stop), number =>
          number % 2 === 0 ? { account: SECRETARY } : {},
        )),
      ];
      ideas.push(...submitted);
      await support(as, submitted);
      await comment(as, submitted);
      if (now < opensAt && stop % 3 === 1) await screen(await as(SECRETARY), submitted);
    },
  });
  const vote = (
    at: Instant,
    which: (ideas: readonly IdeaId[]) => readonly IdeaId[],
  ): Happening => ({
    at,
    act: () =>
      Promise.all(
        COMMITTEE.map(async (account, seat) => {
          const voter = await as(account);
          const onAgenda = ideas.filter(idea => roundOfIdea(idea) === round);
          for (const idea of which(onAgenda)) {
            const choice = VOTES[OUTCOMES.charAt(onAgenda.indexOf(idea))]?.[seat];
            if (choice)
              await voter(castVote, { path: { organization: FIRM, idea }, body: { choice } });
          }
        }),
      ),
  });
  const votes = [
    vote(later(opensAt, HOUR), all => all.slice(0, all.length / 2)),
    vote(later(closesAt, -HOUR), all => all.slice(all.length / 2)),
  ];
  return [...Array.from({ length: STOPS }, (_, stop) => submit(stop)), ...votes].filter(
    ({ at }) => at < now,
  );
}

/** The smaller firm's: a few ideas in the finished round, a few since. */
function otherFirm(as: As, now: Instant): Happening[] {
  const { opensAt, publishesAt } = finishedRound(now);
  const [former, fresh] = [OTHER_FIRM_IDEAS.slice(0, 5), OTHER_FIRM_IDEAS.slice(5)];
  let ideas: readonly IdeaId[] = [];
  return [
    {
      at: beginningFor(now),
      act: async () => {
        ideas = await submitAll(as, former, () => ({ organization: OTHER_FIRM }));
      },
    },
    {
      at: later(opensAt, HOUR),
      act: async () => {
        const chair = await as('ZC0004');
        for (const [number, idea] of ideas.entries())
          await chair(castVote, {
            path: { organization: OTHER_FIRM, idea },
            body: { choice: number < 2 ? 'approve' : 'oppose' },
          });
      },
    },
    {
      at: between(publishesAt, now, 2 / 5),
      act: async () => {
        const secretary = await as('ZC0003');
        await secretary(assignIdea, {
          path: { organization: OTHER_FIRM, idea: nth(ideas, 0) },
          body: {
            owner: memberId.parse('ZC0001'),
            due: daysAfter(localDate(now, DEFAULT_CALENDAR), 20),
          },
        });
        await submitAll(as, fresh, () => ({ organization: OTHER_FIRM }));
      },
    },
  ];
}

interface Submission {
  readonly organization?: typeof FIRM;
  /** Who types the slip; the author submits it if not given. */
  readonly account?: string;
  /** The time on the slip. */
  readonly submittedAt?: Instant;
}

/** Submits ideas, in the name of their authors or by somebody who types their slips. */
function submitAll(
  as: As,
  ideas: readonly SampleIdea[],
  how: (number: number) => Submission,
): Promise<IdeaId[]> {
  return Promise.all(
    ideas.map(async ({ authorId, ...idea }, number) => {
      const { organization = FIRM, account, submittedAt } = how(number);
      const submitter = await as(account ?? authorId ?? UNNAMED);
      const { id } = await submitter(submitIdea, {
        path: { organization },
        idempotencyKey: crypto.randomUUID(),
        body: {
          ...idea,
          ...(await added(submitter, organization, photosOfIdea(idea.title))),
          ...(account !== undefined && authorId !== undefined && { authorId }),
          ...(submittedAt !== undefined && { submittedAt }),
        },
      });
      return id;
    }),
  );
}

/** Uploads photos, and names them as a request does; nothing if there are none. */
async function added<Of extends PhotoSubject>(
  call: Call,
  organization: OrganizationId,
  photos: readonly SamplePhoto<Of>[],
) {
  if (photos.length === 0) return {};
  const named = photos.map(async photo => ({
    id: await sendPhoto(call, organization, pictureOf(photo)),
    of: photo.of,
    alt: photo.alt,
  }));
  return { photos: await Promise.all(named) };
}

/** The first ideas have the most backers. */
async function support(as: As, ideas: readonly IdeaId[]): Promise<void> {
  await Promise.all(
    BACKERS.map(async (account, rank) => {
      const backer = await as(account);
      for (const idea of everyNth(ideas, rank + 2, 0))
        await backer(supportIdea, { path: { organization: FIRM, idea } });
    }),
  );
}

/** Every fourth idea has a comment. */
async function comment(as: As, ideas: readonly IdeaId[]): Promise<void> {
  for (const [number, idea] of everyNth(ideas, 4, 0).entries()) {
    const [account, text] = nth(COMMENTS, number % COMMENTS.length);
    await (await as(account))(writeComment, {
      path: { organization: FIRM, idea },
      idempotencyKey: idea,
      body: { text },
    });
  }
}

/** The secretary returns the first idea and puts two others on the agenda. */
async function screen(secretary: Call, ideas: readonly IdeaId[]): Promise<void> {
  await secretary(returnIdea, {
    path: { organization: FIRM, idea: nth(ideas, 0) },
    body: { reason: '请写明是哪一台设备，大约要花多少钱。' },
  });
  await secretary(scheduleIdeas, {
    path: { organization: FIRM },
    body: { ideas: [...ideas.slice(1, 3)] },
  });
}

async function moveClock(address: string, secret: string, to: Instant): Promise<void> {
  const reply = await fetch(`${address}/local/clock`, {
    method: 'POST',
    body: to,
    headers: secretHeaders(secret),
  });
  if (!reply.ok && reply.status !== PASSED) throw new Error(await reply.text());
}

function later(instant: Instant, milliseconds: number): Instant {
  return instantOf(Date.parse(instant) + milliseconds);
}

/** The instant that lies the given share of the way from one to another. */
function between(from: Instant, to: Instant, share: number): Instant {
  return later(from, Math.round(millisBetween(from, to) * share));
}

function nth<Item>(items: readonly Item[], number: number): Item {
  const item = items[number];
  if (item === undefined) throw new RangeError(`no sample ${number}`);
  return item;
}

/** Every nth item, from the given one on. */
function everyNth<Item>(items: readonly Item[], n: number, first: number): Item[] {
  return items.filter((_, at) => at % n === first);
}
