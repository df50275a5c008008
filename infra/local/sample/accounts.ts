/** The local accounts: one person for each role, in two organizations and the zone above them. */
import type { Role, ZoneRole } from '../../../shared/domain/organization/organization.ts';

export interface Account {
  /** The account's name: the employee number. */
  readonly account: string;
  /** The person's name. */
  readonly name: string;
  /** The organization's or zone's id. */
  readonly tenant: string;
  readonly roles: readonly (Role | ZoneRole)[];
  /** `-` for the zone's people. */
  readonly department: string;
}

/** Account, name, department, roles. */
type Row = readonly [string, string, string, ...(Role | ZoneRole)[]];

const accountsOf = (tenant: string, rows: readonly Row[]): Account[] =>
  rows.map(([account, name, department, ...roles]) => ({
    account,
    name,
    tenant,
    roles,
    department,
  }));

export const ACCOUNTS: readonly Account[] = [
  ...accountsOf('huatai', [
    ['HT0132', '王建国', '机加一车间', 'employee'],
    ['HT0087', '李桂英', '铸造车间', 'employee'],
    ['HT0041', '张新田', '装配车间', 'employee'],
    ['HT0274', '王秀云', '综合办公室', 'secretary'],
    ['HT0011', '赵德林', '财务部', 'committee', 'chair'],
    ['HT0022', '王连江', '技术部', 'committee'],
    ['HT0033', '刘素华', '设备部', 'committee'],
    ['HT0044', '陈守业', '质检部', 'committee'],
    ['HT0055', '孙双全', '安全环保部', 'committee'],
    ['HT0290', '周玉霞', '销售部', 'manager'],
    ['HT0266', '吴巧珍', '综合办公室', 'administrator'],
  ]),
  ...accountsOf('xuanhua', [
    ['XH0001', '郑国栋', '-', 'zone-manager'],
    ['XH0002', '白雪梅', '-', 'grid-officer'],
  ]),
  ...accountsOf('zhongcheng', [
    ['ZC0001', '马满囤', '磨工车间', 'employee'],
    ['ZC0002', '何淑华', '生产部', 'manager'],
    ['ZC0003', '罗小禾', '办公室', 'secretary'],
    ['ZC0004', '郭长河', '生产部', 'committee', 'chair'],
    ['ZC0005', '林桂枝', '办公室', 'administrator'],
  ]),
];
