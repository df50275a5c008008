/** The texts of the sample ideas: October's slips, and what the accounts' owners submit. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { newIdea } from '../../../shared/contract/schemas/idea.ts';
import { SAMPLE_SLIPS } from './organizations.ts';

export type SampleIdea = z.output<typeof newIdea>;

const slips = z.array(
  z.object({
    工号: z.string(),
    部门: z.string(),
    类别: z.string(),
    建议名称: z.string(),
    现状分析: z.string(),
    改进措施: z.string(),
    '预期年效益(元)': z.string(),
  }),
);

/** What October's slips say, without their times; a slip without a proposal is left out. */
export function ideasOfSlips(): SampleIdea[] {
  return slips
    .parse(parse(readFileSync(SAMPLE_SLIPS), { bom: true, columns: true }))
    .filter(slip => slip.改进措施 !== '' && slip.现状分析 !== '')
    .map(slip =>
      newIdea.parse({
        title: slip.建议名称,
        category: slip.类别,
        problem: slip.现状分析,
        proposal: slip.改进措施,
        department: slip.部门,
        ...(slip.工号 === '' ? { unnamed: true } : { authorId: slip.工号 }),
        ...(slip['预期年效益(元)'] !== '' && { expectedBenefit: Number(slip['预期年效益(元)']) }),
      }),
    );
}

/** Author, category, title, problem, proposal, co-authors. */
type Row = readonly [string, string, string, string, string, ...string[]];

const ideasOf = (rows: readonly Row[]): SampleIdea[] =>
  rows.map(([authorId, category, title, problem, proposal, ...coAuthorIds]) =>
    newIdea.parse({ authorId, category, title, problem, proposal, coAuthorIds }),
  );

/** What the accounts' owners submit in the present round. */
export const OWN_IDEAS = ideasOf([
  [
    'HT0132',
    '设备',
    '镗床铁屑自动回收',
    '每班停机清理两次，每次二十分钟',
    '加装链板输送机，分段改造',
    'HT0041',
  ],
  ['HT0132', '安全', '砂轮间加装局部照明', '背光作业，看不清工件边缘', '每台砂轮机加一盏防爆灯'],
  [
    'HT0087',
    '生产',
    '浇注班提前半小时预热铁水包',
    '每天第一炉等包，造型班闲着',
    '夜班值守人员按计划点火预热',
  ],
  [
    'HT0041',
    '质量',
    '液压接头装配后逐个挂检牌',
    '漏油返修查不到是哪一班装的',
    '装完挂牌签名，试车合格后收回',
  ],
  [
    'HT0118',
    '技术工艺',
    '常用工装图册放到车间平板',
    '领图要跑技术部，来回二十分钟',
    '每个车间配一台平板，每周更新',
  ],
]);

/** What the smaller firm's people submit: one round, and the next. */
export const OTHER_FIRM_IDEAS = ideasOf([
  [
    'ZC0001',
    '设备',
    '磨床冷却液加装磁性过滤',
    '冷却液里铁粉多，工件划伤',
    '每台磨床加一个磁辊过滤器',
  ],
  ['ZC0012', '质量', '套圈外径改用气动量仪', '千分尺量得慢，读数因人而异', '先在终磨工序配两台'],
  ['ZC0018', '安全', '清洗间加装排风', '夏天煤油味大，头晕', '装两台防爆排风扇'],
  ['ZC0023', '成本', '包装箱改可循环塑料箱', '纸箱一次性使用，雨天受潮', '与两家老客户先试循环箱'],
  ['ZC0027', '管理', '交接班记录改成一张表', '三本记录内容重复，常漏填', '合并成一张表，班长签字'],
  [
    'ZC0034',
    '后勤福利',
    '车间饮水点增加一处',
    '装配线到饮水点要走五分钟',
    '在装配线东头加一台饮水机',
  ],
  ['ZC0041', '生产', '保持架按型号定置摆放', '找料时间长，混料出过一次', '货架分型号，贴颜色标签'],
  ['ZC0052', '环保节能', '空压机夜间关停一台', '夜班用气少，两台都空转', '夜班按压力自动启停'],
]);
