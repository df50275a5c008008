/**
 * The rest of `npm run demo`: an adopted idea is implemented, accepted by another person and
 * rewarded; the published bulletin is recomputed from the facts; and the zone sees numbers and
 * nothing more.
 */
import type { Call } from '../../shared/contract/client.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
  listMyWork,
  reportProgress,
} from '../../shared/contract/routes/implementation.ts';
import { getStatistics, verifyBulletin } from '../../shared/contract/routes/numbers.ts';
import { approveReward, payReward } from '../../shared/contract/routes/rewards.ts';
import { getZoneStatistics } from '../../shared/contract/routes/zone.ts';
import { type IdeaId, isMemberId, isZoneId } from '../../shared/domain/kernel/ids.ts';
import { isLocalDate } from '../../shared/domain/kernel/instant.ts';
import { OCTOBER } from '../local/sample/october.ts';

interface People {
  readonly secretary: Call;
  readonly manager: Call;
  readonly owner: Call;
  readonly zoneManager: Call;
}

type Check = (what: string, found: unknown, expected: unknown) => void;

const { organization, round } = OCTOBER;
const inRound = { organization, round };
const OWNER = 'HT0132';
const DUE = '2026-12-31';
const ZONE = 'xuanhua';
/**
 * CNY a year, in the second band. The proposed reward is at the same proportion between 300 and 500
 * CNY as this is between 10,000 and 100,000.
 */
const VERIFIED = 55_000;
const PROPOSED = 400;

/** Follows one adopted idea to the end. `authors` are those of the idea. */
export async function followUp(
  { secretary, manager, owner, zoneManager }: People,
  {
    idea,
    author,
    submitted,
  }: { readonly idea: IdeaId; readonly author: string; readonly submitted: number },
  { say, check, settled }: { say(step: string): void; check: Check; settled(): Promise<void> },
): Promise<void> {
  if (!isMemberId(OWNER) || !isMemberId(author) || !isLocalDate(DUE) || !isZoneId(ZONE))
    throw new Error('not well-formed');
  const path = { organization, idea };

  say('实施与验收 one of the adopted is carried out');
  await secretary(assignIdea, { path, body: { owner: OWNER, due: DUE } });
  const mine = await owner(listMyWork, { path: { organization } });
  check(
    'what the owner owns',
    mine.items.map(({ id }) => id),
    [idea],
  );
  await owner(reportProgress, { path, body: { progress: 60, note: '挡板已加工，待安装' } });
  const done = { done: '已安装并试运行一周', claimedBenefit: 60_000 };
  check('completed', (await owner(completeIdea, { path, body: done })).status, 'completed');
  const accepted = await manager(acceptIdea, { path, body: { verifiedBenefit: VERIFIED } });
  check('accepted by somebody else', accepted.acceptance?.verifiedBenefit, VERIFIED);

  say('奖励 and rewarded');
  const amount = PROPOSED * 100;
  const shares = [{ member: author, fen: amount }];
  const approved = await manager(approveReward, { path, body: { amount, shares } });
  check('proposed by the bands, in CNY', approved.proposed, PROPOSED);
  check('paid', (await manager(payReward, { path })).state, 'paid');

  say('公示与事实核对 the bulletin is made again from the facts');
  const verification = await manager(verifyBulletin, { path: inRound });
  check('discrepancies', verification.discrepancies, []);
  await settled();
  const { total } = await manager(getStatistics, { path: inRound });
  check(
    'live numbers have moved on: accepted, benefit',
    [total.accepted, total.verifiedBenefit],
    [1, VERIFIED],
  );

  say('开发区汇总 what the zone sees');
  const zone = await zoneManager(getZoneStatistics, { path: { zone: ZONE, round } });
  check('published by', zone.organizations, 2);
  const complete = zone.state === 'complete' ? zone : undefined;
  check('submitted in all', complete?.numbers?.submitted, submitted);
  // The smaller firm submitted nothing; the other is withheld with it, because subtraction would
  // reveal it.
  check('districts shown', complete?.districts.filter(({ numbers }) => numbers !== null).length, 0);
}
