/**
 * The names of requests' fields, of their possible values and of the kinds of values in a message:
 * a Chinese page names none of them in English. The API's own names are beside them, in `errors`.
 */
import { OUTCOME_NAMES, ROLE_NAMES, STATUS_NAMES } from '../../contract/names.ts';
import type { Language, Words } from '../language.ts';

const FIELD_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    body: '内容',
    'Idempotency-Key': '请求编号（Idempotency-Key）',
    'If-Match': '版本（If-Match）',

    organization: '单位',
    zone: '开发区',
    district: '片区',
    districts: '片区',
    round: '期',
    cursor: '翻页位置',
    limit: '条数',
    q: '搜索词',
    except: '本条金点子',
    from: '起始位置',
    to: '截止位置',
    preview: '预览',

    idea: '金点子',
    title: '建议名称',
    problem: '现状分析',
    proposal: '改进措施',
    category: '类别',
    department: '部门',
    expectedBenefit: '预期年效益',
    unnamed: '不记名',
    authorId: '提交人工号',
    coAuthorIds: '共同作者工号',
    contacts: '部门联系人',
    adviser: '征求意见的对象',
    submittedAt: '提交时间',
    photos: '照片',
    photo: '照片',
    of: '照片内容',
    alt: '照片说明',
    contentType: '图片格式',
    bytes: '文件大小',
    size: '照片尺寸',
    until: '有效期',
    signature: '签名',
    code: '查询码',
    status: '状态',
    into: '并入的金点子',
    reason: '理由',
    reply: '官方答复',
    text: '评论',
    comment: '意见',
    commentId: '评论',

    choice: '表决意见',
    outcome: '决定',
    order: '议程顺序',
    seen: '原来的顺序',
    by: '排序或分组方式',

    owner: '负责人工号',
    due: '期限',
    progress: '进度',
    note: '进展说明',
    done: '完成情况',
    claimedBenefit: '申报年效益',
    verifiedBenefit: '核实年效益',
    state: '实施状态',
    overdue: '是否逾期',
    duty: '是否已办',
    amount: '奖励总额',
    shares: '奖励分配',
    fen: '金额（分）',

    name: '名称（姓名）',
    publicBulletin: '公开公示',
    blindScreening: '决定前不显示作者',
    appealDays: '申诉期天数',
    dueDays: '完成期限天数',
    waitsFor: '等待事项',
    version: '版本',
    satisfaction: '满意程度',
    word: '一句话',
    ballot: '表决方式',
    quorumShare: '法定票数比例',
    threshold: '通过比例',
    numerator: '分子',
    denominator: '分母',
    ideas: '金点子',
    adoptionRate: '采纳率目标',
    bands: '奖励档次',
    rewardBands: '奖励档次',
    least: '奖励下限',
    most: '奖励上限',
    timeZone: '时区',
    calendar: '日程',
    rules: '表决规则',
    targets: '目标',
    limits: '提交数量限制',
    ideasAnHour: '每人每小时金点子条数',
    ideasARound: '每人每期金点子条数',
    commentsAnHour: '每人每小时评论条数',
    commentsARound: '每人每期评论条数',
    ideasOfAll: '全单位每期金点子条数',
    day: '议政日',
    opensAt: '开始时间',
    votingDays: '表决天数',
    closesAt: '截止时间',
    publicationDays: '公示前天数',
    departments: '部门',
    categories: '类别',

    member: '成员工号',
    id: '工号',
    number: '工号',
    subject: '账号',
    team: '班组',
    role: '角色',
    roles: '角色',
    active: '在册',
  }),
);

const VALUE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...STATUS_NAMES,
    ...OUTCOME_NAMES,
    ...ROLE_NAMES,
    approve: '赞成',
    oppose: '反对',
    abstain: '弃权',
    support: '按附议数',
    'handed-in': '按提交时间',
    'as-balloted': '按表决结果',
    open: '记名或未完成',
    done: '已完成',
    secret: '无记名',
    department: '按部门',
    category: '按类别',
    satisfied: '满意',
    neutral: '一般',
    dissatisfied: '不满意',
    upheld: '支持',
    rejected: '不支持',
    reply: '官方答复',
    appeal: '申诉',
    problem: '现状',
    proposal: '改进措施',
    result: '完成后',
    'image/jpeg': '照片',
    'image/png': '截图',
    'image/webp': '网络图片',
    true: '是',
    false: '否',
  }),
);

const KIND_NAMES: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    string: { zh: '文字', en: 'a text' },
    number: { zh: '数字', en: 'a number' },
    int: { zh: '整数', en: 'a whole number' },
    boolean: { zh: '是或否', en: 'true or false' },
    array: { zh: '列表', en: 'a list' },
    object: { zh: '一组内容', en: 'an object' },
    undefined: { zh: '空', en: 'left out' },
  }),
);

/** A field by its path (`bands.2.from`) or by its column in a file: its name for people. */
export function fieldName(path: string, language: Language): string {
  if (language === 'en')
    return path.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return path
    .split('.')
    .map(part =>
      /^\d+$/.test(part) ? `第 ${Number(part) + 1} 项` : (FIELD_NAMES.get(part) ?? part),
    )
    .join('·');
}

/** The allowed choices; authors of requests need them unchanged, too. */
export function valueNames(values: readonly string[]): Words {
  const zh = values.map(value => {
    const name = VALUE_NAMES.get(value);
    return name === undefined ? value : `${name}（${value}）`;
  });
  return { zh: zh.join('、'), en: values.join(', ') };
}

/** The kind of a value, by what the schema expects. */
export function kindName(expected: string): Words {
  return KIND_NAMES.get(expected) ?? { zh: '另一种内容', en: 'something else' };
}
