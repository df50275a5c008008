/**
 * A small firm's months in which every act of the API is done at least once, so that every list and
 * every page has content.
 */
import type { Route } from '../../shared/contract/route.ts';
import * as administration from '../../shared/contract/routes/administration.ts';
import * as comments from '../../shared/contract/routes/comments.ts';
import * as deliberation from '../../shared/contract/routes/deliberation.ts';
import * as followUp from '../../shared/contract/routes/follow-up.ts';
import * as ideas from '../../shared/contract/routes/ideas.ts';
import * as work from '../../shared/contract/routes/implementation.ts';
import * as members from '../../shared/contract/routes/members.ts';
import * as numbers from '../../shared/contract/routes/numbers.ts';
import * as opinions from '../../shared/contract/routes/opinions.ts';
import * as photos from '../../shared/contract/routes/photos.ts';
import * as rewards from '../../shared/contract/routes/rewards.ts';
import * as screening from '../../shared/contract/routes/screening.ts';
import * as unnamed from '../../shared/contract/routes/unnamed.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_LIMITS } from '../../shared/domain/organization/limits.ts';
import { DEFAULT_RULES, DEFAULT_TARGETS } from '../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS } from '../../shared/domain/organization/reward-bands.ts';
import { OCTOBER } from '../store/sample-facts.ts';
import { AT, type Caller, type Request, type SetClock, SLIP } from './small-firm.ts';

/**
 * The people: authors E1 and E2; O1, who carries out; L1, who leaves; R1, who is erased; U1, who does nothing but
 * submit without a name; U2, who claims such an idea. The others have the role of their letter.
 */
export const ACTORS = 'E1 E2 O1 L1 R1 U1 U2 S1 C1 C2 C3 M1 A1'.split(' ');

interface Answer {
  readonly id: string;
  readonly claimCode?: string;
  readonly photo?: string;
}

/** Does every act; `run` is the calendar's. Returns the ideas, all of which exist. Throws if an act fails. */
export async function everyAct(
  call: Caller,
  clock: SetClock,
  run: () => Promise<unknown>,
): Promise<string[]> {
  const known: string[] = [];
  const act = async (route: Route, as: string, request: Request = {}): Promise<Answer> => {
    const { status, body, text } = await call<Answer>(route, { as, ...request });
    if (status >= 300) throw new Error(`${route.id} by ${as}: ${status} ${text}`);
    return body;
  };
  const on = (route: Route, as: string, idea: string, body?: unknown) =>
    act(route, as, { path: { idea }, ...(body !== undefined && { body }) });
  const submit = async (as: string, facts: object = {}): Promise<string> => {
    const { id } = await act(ideas.submitIdea, as, {
      body: { ...SLIP, title: `${SLIP.title} ${known.length}`, ...facts },
    });
    known.push(id);
    return id;
  };
  const submitUnnamed = async (as: string) => {
    const { id, claimCode = '' } = await act(ideas.submitIdea, as, {
      body: { ...SLIP, title: `${SLIP.title} ${known.length}`, unnamed: true },
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
    known.push(id);
    return { id, code: claimCode };
  };
  const photoOf = async (as: string, of: string): Promise<object> => {
    const body = { contentType: 'image/jpeg', bytes: 90_000 };
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const { photo } = await act(photos.startPhotoUpload, as, { body, headers });
    return { photos: [{ id: photo, of }] };
  };
  const { category, problem, proposal } = SLIP;
  const revision = { title: `${SLIP.title}（改）`, category, problem, proposal };
  const reason = { reason: '先放一放' };

  // Members and settings.
  await administer(act);

  // October's ideas.
  const adopted = await submit('E1', await photoOf('E1', 'problem'));
  const abandoned = await submit('L1');
  const declined = await submit('E2');
  const deferred = await submit('E2');
  const returned = await submit('E1', { coAuthorIds: ['E2', 'O1'] });
  const withdrawn = await submit('E1');
  const dismissed = await submit('E2');
  const merged = await submit('E2');
  const split = await submit('L1');
  await submit('S1', { authorId: 'L1', submittedAt: '2026-10-02T08:12:00+08:00' });
  const mistyped = await submit('S1', { authorId: 'L1', submittedAt: '2026-10-02T08:12:00+08:00' });
  await on(screening.correctSlip, 'S1', mistyped, {
    ...revision,
    authorId: 'E2',
    ...(await photoOf('S1', 'problem')),
  });
  await on(screening.takeBackSlip, 'S1', mistyped, reason);
  const slips = [
    '序号,工号,部门,类别,建议名称,现状分析,改进措施,预期年效益(元),提交时间',
    '1,E2,装配车间,设备,给行车加限位报警,没有提示,加装报警器,,2026-10-01 08:00',
    '2,E77,装配车间,设备,给叉车加倒车灯,看不见,加装灯,,2026-10-01 08:00',
  ];
  await act(ideas.importIdeas, 'S1', { body: Buffer.from(slips.join('\n')) });
  const secret = await submitUnnamed('U1');
  const { code: given } = await submitUnnamed('U1');
  await act(unnamed.withdrawUnnamedIdea, 'U1', { body: { code: given } });
  const { code } = await submitUnnamed('U2');
  await act(unnamed.openUnnamedIdea, 'U2', { body: { code } });
  await act(unnamed.reviseUnnamedIdea, 'U2', { body: { code, ...revision }, ...ofVersion(1) });
  await act(unnamed.claimUnnamedIdea, 'U2', { body: { code } });
  await on(screening.returnIdea, 'S1', returned, reason);
  const path = { idea: returned };
  await act(screening.reviseIdea, 'E1', { path, body: revision, ...ofVersion(2) });
  await on(screening.declineAuthorship, 'O1', returned);
  await on(screening.withdrawIdea, 'E1', withdrawn);
  for (const as of ['E2', 'C1', 'L1']) await on(ideas.supportIdea, as, adopted);
  await on(ideas.withdrawSupport, 'C1', adopted);
  for (const as of ['E2', 'L1', 'R1']) {
    const { id } = await on(comments.writeComment, as, adopted, { text: '好主意' });
    const path = { idea: adopted, comment: id };
    await act(comments.hideComment, 'S1', { path, body: reason });
    if (as === 'L1') await act(comments.showComment, 'S1', { path });
  }
  await act(screening.dismissIdeas, 'S1', { body: { ideas: [dismissed], ...reason } });
  for (const [supporter, idea] of [
    ['C2', merged],
    ['C3', split],
  ] as const) {
    await on(ideas.supportIdea, supporter, idea);
    await on(screening.mergeIdea, 'S1', idea, { into: adopted });
  }
  await run();
  await on(screening.unmergeIdea, 'S1', split);
  await on(screening.scheduleIdea, 'S1', adopted);
  const shared = await submit('E1', { coAuthorIds: ['E2', 'L1'] });
  await on(screening.declineAuthorship, 'L1', shared);
  for (const adviser of ['M1', 'O1']) await on(opinions.referIdea, 'S1', adopted, { adviser });
  await on(opinions.giveOpinion, 'O1', adopted, { text: '可以先试一台' });

  // The deliberation day.
  clock.set(AT.opens);
  await run();
  await act(screening.arrangeAgenda, 'S1', {
    path: { round: OCTOBER },
    body: { order: [declined, adopted] },
  });
  clock.set(AT.voting);
  for (const idea of [adopted, abandoned])
    for (const as of ['C1', 'C2', 'C3'])
      await on(deliberation.castVote, as, idea, { choice: 'approve', comment: '同意' });
  for (const idea of [declined, secret.id])
    for (const as of ['C1', 'C2', 'C3'])
      await on(deliberation.castVote, as, idea, { choice: 'oppose' });
  await on(deliberation.castVote, 'C2', deferred, { choice: 'abstain' });
  for (const idea of [adopted, abandoned])
    await on(deliberation.decideIdea, 'C1', idea, { outcome: 'adopted' });
  for (const idea of [declined, secret.id])
    await on(deliberation.decideIdea, 'C1', idea, { outcome: 'declined', ...reason });
  await on(deliberation.decideIdea, 'C1', deferred, { outcome: 'deferred', ...reason });
  await on(deliberation.reopenIdea, 'C1', declined, reason);
  await on(deliberation.decideIdea, 'C1', declined, { outcome: 'declined', ...reason });
  await on(deliberation.replyToIdea, 'S1', declined, { reply: '谢谢，明年再议' });

  // The work.
  const assignment = { owner: 'O1', due: '2026-12-31' };
  const done = { done: '装好了', claimedBenefit: 36_000 };
  for (const idea of [adopted, abandoned]) await on(work.assignIdea, 'S1', idea, assignment);
  await on(work.reportProgress, 'O1', adopted, { progress: 50, note: '做了一半' });
  await on(work.completeIdea, 'O1', adopted, { ...done, ...(await photoOf('O1', 'result')) });
  await on(work.sendBackIdea, 'M1', adopted, reason);
  await on(work.completeIdea, 'O1', adopted, done);
  await on(work.acceptIdea, 'M1', adopted, { verifiedBenefit: 36_000 });
  const shares = [
    { member: 'E1', fen: 30_000 },
    { member: 'E2', fen: 10_000 },
  ];
  await on(rewards.approveReward, 'M1', adopted, { amount: 40_000, shares });
  await on(rewards.payReward, 'M1', adopted);
  await on(work.abandonIdea, 'C1', abandoned, reason);
  await act(members.deactivateMember, 'A1', { path: { member: 'L1' } });
  const erased = { path: { member: 'R1' }, body: { number: 'R1' } };
  await act(members.eraseMember, 'A1', { ...erased, ...ofVersion(1) });

  // The round ends, and another begins with work in progress and an open ballot.
  clock.set(AT.closes);
  await run();
  await act(deliberation.publishRound, 'C1', { path: { round: OCTOBER } });
  await run();
  await act(numbers.verifyBulletin, 'M1', { path: { round: OCTOBER } });
  const rating = { satisfaction: 'neutral', word: '还可以' };
  const appeal = { text: '数据又核对了一遍' };
  await on(followUp.rateOutcome, 'E1', adopted, rating);
  await on(followUp.appealDecision, 'E2', declined, appeal);
  const byCode = { code: secret.code };
  await act(followUp.rateUnnamedOutcome, 'U1', { body: { ...byCode, ...rating } });
  await act(followUp.appealUnnamedDecision, 'U1', { body: { ...byCode, ...appeal } });
  await on(followUp.answerAppeal, 'C1', declined, { outcome: 'upheld', reply: '再议一次' });
  await on(followUp.nameExcellent, 'C1', adopted);
  await on(followUp.unnameExcellent, 'C1', adopted);
  await on(followUp.nameExcellent, 'C1', adopted);
  const [going, waiting, open] = [await submit('E1'), await submit('E1'), await submit('E2')];
  clock.set('2026-11-15T01:00:00.000Z');
  await run();
  clock.set('2026-11-16T02:00:00.000Z');
  for (const idea of [going, waiting]) {
    for (const as of ['C1', 'C2', 'C3'])
      await on(deliberation.castVote, as, idea, { choice: 'approve' });
    await on(deliberation.decideIdea, 'C1', idea, { outcome: 'adopted' });
  }
  for (const as of ['C1', 'C2'])
    await on(deliberation.castVote, as, open, { choice: 'approve', comment: '同意' });
  await on(work.assignIdea, 'C1', going, assignment);
  const due = await submit('E1');
  await act(work.assignIdeas, 'S1', { body: { ideas: [going], ...assignment } });
  await act(screening.scheduleIdeas, 'S1', { body: { ideas: [due] } });
  await act(rewards.payRewards, 'M1', { body: { ideas: [adopted] } });
  return known;
}

/** What a request says about the version that it changes. */
const ofVersion = (version: number): Request => ({ headers: { 'if-match': `"${version}"` } });

/** Changes members, by one and by file, and every part of the settings. */
async function administer(
  act: (route: Route, as: string, request?: Request) => Promise<unknown>,
): Promise<void> {
  const { former: _former, movedDays: _movedDays, ...calendar } = DEFAULT_CALENDAR;
  const departments = [
    '铸造车间',
    '装配车间',
    '综合办公室',
    '财务部',
    '技术部',
    '设备部',
    '销售部',
  ];
  const settings: readonly (readonly [Route, object])[] = [
    [administration.putProfile, { name: '华泰矿冶', publicBulletin: true }],
    [administration.putRules, DEFAULT_RULES],
    [administration.putLimits, DEFAULT_LIMITS],
    [administration.putFollowUp, { dueDays: 45 }],
    [administration.putTargets, DEFAULT_TARGETS],
    [administration.putRewardBands, { bands: DEFAULT_BANDS }],
    [administration.putCalendar, { ...calendar, day: 15 }],
    [administration.putDepartments, { departments: [...departments, '质检部'] }],
    [administration.putContacts, { contacts: [{ department: '铸造车间', member: 'O1' }] }],
    [administration.putCategories, { categories: ['设备', '安全', '质量', '成本'] }],
  ];
  for (const [route, body] of settings) await act(route, 'A1', { body });
  const round = { round: '2026-12' };
  await act(administration.moveRoundDay, 'A1', { path: round, body: { day: '2026-12-16' } });
  await act(administration.restoreRoundDay, 'A1', { path: round });

  const hired = { id: 'N1', name: nameOf('N1'), department: '财务部' };
  await act(members.addMember, 'A1', { body: hired });
  await act(members.putMember, 'A1', {
    path: { member: 'N1' },
    body: { ...hired, id: undefined, subject: 'sub-N1', roles: ['employee'], team: '一班' },
  });
  await act(members.deactivateMember, 'A1', { path: { member: 'N1' } });
  await act(members.reactivateMember, 'A1', { path: { member: 'N1' } });
  const file = Buffer.from(`工号,姓名,部门\nN2,${nameOf('N2')},财务部\nE1,${nameOf('E1')},\n`);
  await act(members.importMembers, 'A1', { query: { preview: 'true' }, body: file });
  await act(members.importMembers, 'A1', { body: file });
  // Added, changed, deactivated and reactivated: four versions.
  await act(members.eraseMember, 'A1', {
    path: { member: 'N1' },
    ...ofVersion(4),
    body: { number: 'N1' },
  });
}

/** A name that nothing else contains, and that says whose it is. */
export const nameOf = (id: string): string => `司徒${id}`;
/** The members whose names are in a text. */
export const namesIn = (text: string): string[] =>
  [...text.matchAll(/司徒([A-Z]\d)/g)].map(([, id = '']) => id);
