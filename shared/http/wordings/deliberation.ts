/** Words for refusals about rounds, ballots and decisions. */
import { OUTCOME_NAMES, ROUND_STATE_NAMES } from '../../contract/names.ts';
import type { DeliberationRefusal } from '../../domain/refusal.ts';
import { ofField, type WordingsOf } from '../wording.ts';

export const deliberationWordings = {
  'ballot-not-open': refusal => ({
    status: 409,
    title: { zh: '表决尚未开始', en: 'The ballot is not open yet' },
    detail: {
      zh: `${refusal.round} 期于 ${refusal.opensAt} 开始表决`,
      en: `Round ${refusal.round} opens at ${refusal.opensAt}`,
    },
  }),
  'ballot-closed': refusal => ({
    status: 409,
    title: { zh: '表决已经结束', en: 'The ballot is closed' },
    detail: { zh: `${refusal.closedAt} 截止`, en: `It closed at ${refusal.closedAt}` },
  }),
  'ballot-has-votes': () => ({
    status: 409,
    title: {
      zh: '已有人表决，不能再撤回或拆开',
      en: 'Voting on it has begun, so this is no longer possible',
    },
  }),
  'not-an-elector': () => ({
    status: 403,
    title: { zh: '您不在本期表决名单中', en: "You are not among this round's electors" },
    detail: {
      zh: '名单以议政日开始时的两委成员为准',
      en: 'The electorate is the committee as it stood when deliberation opened',
    },
  }),
  recused: () => ({
    status: 422,
    title: { zh: '本人的金点子应当回避', en: 'You cannot vote on your own idea' },
  }),
  'no-quorum': refusal => ({
    status: 422,
    title: { zh: '未达到法定票数', en: 'There is no quorum' },
    detail:
      refusal.cast === undefined
        ? { zh: `需 ${refusal.quorum} 票`, en: `${refusal.quorum} votes are needed` }
        : {
            zh: `已投 ${refusal.cast} 票，需 ${refusal.quorum} 票`,
            en: `${refusal.cast} votes cast, ${refusal.quorum} needed`,
          },
  }),
  'secret-ballot': () =>
    ofField(
      'outcome',
      'as-balloted',
      { zh: '本期无记名表决', en: 'This is a secret ballot' },
      {
        zh: '请选“按表决结果决定”（as-balloted）或暂缓，不能指定采纳或不采纳',
        en: 'Decide as the ballot says (as-balloted) or defer; you cannot choose to adopt or decline',
      },
    ),
  'against-the-ballot': refusal => ({
    status: 422,
    title: { zh: '决定须与表决结果一致', en: 'The decision must match the ballot' },
    detail: {
      zh: `表决结果：${OUTCOME_NAMES[refusal.outcome]}`,
      en: `The ballot says: ${refusal.outcome}`,
    },
  }),
  'reason-required': () =>
    ofField(
      'reason',
      'required',
      { zh: '请说明理由', en: 'A reason is needed' },
      { zh: '不采纳或暂缓须写明理由', en: 'Declining and deferring need a reason' },
    ),
  'not-yet-published': refusal => ({
    status: 404,
    title: { zh: '本期尚未公示', en: 'This round is not yet published' },
    detail: {
      zh: `将于 ${refusal.publishesAt} 公示`,
      en: `It will be published at ${refusal.publishesAt}`,
    },
  }),
  'round-published': ({ round }) => ({
    status: 409,
    title: { zh: '该期已经公示', en: 'The round is published' },
    detail: {
      zh: `${round} 期已公示，决定不能再收回`,
      en: `Round ${round} is published; its decisions stand`,
    },
  }),
  'round-not-decided': ({ round, state }) => ({
    status: 409,
    title: { zh: '该期还没有全部决定', en: 'The round is not decided yet' },
    detail: {
      zh: `${round} 期目前：${ROUND_STATE_NAMES[state]}；表决截止之后才能公示`,
      en: `Round ${round} is ${state}; it can be published once its ballots have closed`,
    },
  }),
  'not-on-this-agenda': ({ ideas }) =>
    ofField(
      'order',
      'on-agenda',
      { zh: '有金点子不在这一期的议程上', en: 'Some ideas are not on this agenda' },
      { zh: `请去掉：${ideas.join('、')}`, en: `Leave out: ${ideas.join(', ')}` },
    ),
} satisfies WordingsOf<DeliberationRefusal>;
