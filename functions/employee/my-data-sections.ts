/** The sections of a member's own data, under the headings that all files here have. */
import { ACT_NAMES, OUTCOME_NAMES, ROLE_NAMES, STATUS_NAMES } from '../../shared/contract/names.ts';
import type { Choice } from '../../shared/domain/idea/ballot.ts';
import type { HistoryEntry } from '../../shared/domain/idea/history.ts';
import {
  authorsOf,
  decisionOf,
  type Idea,
  implementationOf,
  maySee,
} from '../../shared/domain/idea/idea.ts';
import { FEN_PER_YUAN } from '../../shared/domain/kernel/amount.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import type { AuditEntry } from '../../shared/domain/organization/audit.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import type { Traces } from '../../shared/store/member-traces.ts';

type Fact = string | number | boolean;
type Row = Record<string, Fact>;

export interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** What is left out, and why. */
export const NOTES: readonly string[] = [
  '不记名提交的金点子没有记下作者，这里找不到；请用查询码查看。',
  '无记名表决的选票没有记下投票人，也不列出您投了什么，以免有人要您拿它证明。',
  '每小时、每期提交条数的计数和查询码输错次数会自动过期，没有列出。',
  '别人的姓名、工号和账号不列出。',
];

const CHOICE_NAMES: Readonly<Record<Choice, string>> = {
  approve: '赞成',
  oppose: '反对',
  abstain: '弃权',
};
const MEMBER_ACT_NAMES: Readonly<Record<string, string>> = {
  add: '加入名单',
  change: '修改',
  deactivate: '停用',
  reactivate: '恢复',
};
const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '姓名',
  subject: '账号',
  roles: '角色',
  department: '部门',
  team: '班组',
  active: '在册',
};

/** A member's entry on the list, and the changes of it in the trail. */
export function aboutMember(member: Member, entries: readonly AuditEntry[]): Section[] {
  const { id, name, subject, department, team, roles } = member;
  const held = roles.map(role => ROLE_NAMES[role]).join('、');
  return [
    {
      heading: '成员名单中的我',
      rows: [
        row({ 工号: id, 姓名: name, 账号: subject, 部门: department, 班组: team, 角色: held }),
      ],
    },
    { heading: '名单的改动', rows: entries.flatMap(changesIn) },
  ];
}

function changesIn({ at, topic, changes }: AuditEntry): Row[] {
  if (topic.kind !== 'member') return [];
  const act = MEMBER_ACT_NAMES[topic.act] ?? topic.act;
  return changes.map(({ field, before, after }) =>
    row({
      时间: at,
      事项: act,
      项目: FIELD_NAMES[field] ?? field,
      原来: textOf(before),
      改为: textOf(after),
    }),
  );
}

/** What one idea and its partition hold of a member; nothing for most ideas. */
export function besideIdea(idea: Idea, member: Member, traces: Traces): Section[] {
  const { id } = member;
  // Of an idea that its author took back, others learn no title.
  const about = { 编号: idea.id, 建议名称: maySee(idea, id) ? idea.title : undefined };
  return [
    { heading: '我提的金点子', rows: authorsOf(idea).includes(id) ? [ideaRow(idea, id)] : [] },
    { heading: '我办理的事项', rows: idea.history.filter(isBy(id)).map(actRow(about)) },
    { heading: '我负责的实施', rows: workRows(idea, id, about) },
    { heading: '我的奖励', rows: rewardRows(idea, id, about) },
    {
      heading: '我的评论',
      rows: traces.comments.map(({ writtenAt, text }) =>
        row({ ...about, 时间: writtenAt, 内容: text }),
      ),
    },
    {
      heading: '我的记名投票',
      rows: traces.votes.map(({ round, choice, comment, castAt }) =>
        row({ ...about, 期: round, 选择: CHOICE_NAMES[choice], 意见: comment, 时间: castAt }),
      ),
    },
    { heading: '我的附议', rows: traces.supports ? [row(about)] : [] },
  ].filter(({ rows }) => rows.length > 0);
}

function ideaRow(idea: Idea, member: MemberId): Row {
  const decision = decisionOf(idea);
  return row({
    编号: idea.id,
    期: idea.round,
    状态: STATUS_NAMES[idea.status],
    身份: idea.authorId === member ? '作者' : '共同作者',
    提交时间: idea.submittedAt,
    建议名称: idea.title,
    类别: idea.category,
    部门: idea.department,
    现状分析: idea.problem,
    改进措施: idea.proposal,
    '预期年效益(元)': idea.expectedBenefit,
    提交时所在部门: idea.authorId === member ? idea.authorDepartment : undefined,
    决定: decision && OUTCOME_NAMES[decision.outcome],
    答复: decision?.reply,
  });
}

const isBy =
  (member: MemberId) =>
  ({ by }: HistoryEntry): boolean =>
    by.kind === 'member' && by.id === member;

/** An act with the words in it, which are the member's own. */
const actRow =
  (about: Readonly<Record<string, string | undefined>>) =>
  (entry: HistoryEntry): Row =>
    row({ ...about, 时间: entry.at, 事项: ACT_NAMES[entry.act], ...wordsIn(entry) });

function wordsIn(entry: HistoryEntry): Record<string, Fact | undefined> {
  return {
    理由: 'reason' in entry ? entry.reason : undefined,
    答复: 'reply' in entry ? entry.reply : undefined,
    进展: 'note' in entry ? entry.note : undefined,
    完成情况: 'done' in entry ? entry.done : undefined,
    修改前名称: 'former' in entry ? entry.former.title : undefined,
    修改前现状分析: 'former' in entry ? entry.former.problem : undefined,
    修改前改进措施: 'former' in entry ? entry.former.proposal : undefined,
    申诉: 'text' in entry ? entry.text : undefined,
    评价: 'word' in entry ? entry.word : undefined,
  };
}

function workRows(idea: Idea, member: MemberId, about: object): Row[] {
  const work = implementationOf(idea);
  if (work?.owner !== member) return [];
  return [
    row({
      ...about,
      完成期限: work.due,
      '进度(%)': work.progress,
      进展: work.note,
      ...('completion' in idea && {
        完成情况: idea.completion.done,
        '申报年效益(元)': idea.completion.claimedBenefit,
      }),
      ...('acceptance' in idea && { '核实年效益(元)': idea.acceptance.verifiedBenefit }),
    }),
  ];
}

function rewardRows(idea: Idea, member: MemberId, about: object): Row[] {
  if (idea.status !== 'accepted' || idea.reward.state === 'proposed') return [];
  const { state, shares } = idea.reward;
  return shares
    .filter(share => share.member === member)
    .map(({ fen }) =>
      row({
        ...about,
        '金额(元)': fen / FEN_PER_YUAN,
        状态: state === 'paid' ? '已发放' : '已核定',
      }),
    );
}

/** A row of the facts that there are. */
function row(facts: Readonly<Record<string, Fact | undefined>>): Row {
  const given: Row = {};
  for (const [name, fact] of Object.entries(facts)) if (fact !== undefined) given[name] = fact;
  return given;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
