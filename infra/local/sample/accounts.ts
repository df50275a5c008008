/** The local accounts: one person for each role, in two organizations and the zone above them. */
import type { Role, ZoneRole } from '../../../shared/domain/organization/organization.ts';

export interface Account {
  /** The account's name: the employee number. */
  readonly account: string;
  /** The organization's or zone's id. */
  readonly tenant: string;
  readonly roles: readonly (Role | ZoneRole)[];
  /** `-` for the zone's people. */
  readonly department: string;
}

export const ACCOUNTS: readonly Account[] = [
  { account: 'HT0132', tenant: 'huatai', roles: ['employee'], department: '机加一车间' },
  { account: 'HT0087', tenant: 'huatai', roles: ['employee'], department: '铸造车间' },
  { account: 'HT0041', tenant: 'huatai', roles: ['employee'], department: '装配车间' },
  { account: 'HT0274', tenant: 'huatai', roles: ['secretary'], department: '综合办公室' },
  { account: 'HT0011', tenant: 'huatai', roles: ['committee', 'chair'], department: '财务部' },
  { account: 'HT0022', tenant: 'huatai', roles: ['committee'], department: '技术部' },
  { account: 'HT0033', tenant: 'huatai', roles: ['committee'], department: '设备部' },
  { account: 'HT0044', tenant: 'huatai', roles: ['committee'], department: '质检部' },
  { account: 'HT0055', tenant: 'huatai', roles: ['committee'], department: '安全环保部' },
  { account: 'HT0290', tenant: 'huatai', roles: ['manager'], department: '销售部' },
  { account: 'HT0266', tenant: 'huatai', roles: ['administrator'], department: '综合办公室' },
  { account: 'XH0001', tenant: 'xuanhua', roles: ['zone-manager'], department: '-' },
  { account: 'XH0002', tenant: 'xuanhua', roles: ['grid-officer'], department: '-' },
  { account: 'ZC0001', tenant: 'zhongcheng', roles: ['employee'], department: '磨工车间' },
  { account: 'ZC0002', tenant: 'zhongcheng', roles: ['manager'], department: '生产部' },
  { account: 'ZC0003', tenant: 'zhongcheng', roles: ['secretary'], department: '办公室' },
  { account: 'ZC0004', tenant: 'zhongcheng', roles: ['committee', 'chair'], department: '生产部' },
  { account: 'ZC0005', tenant: 'zhongcheng', roles: ['administrator'], department: '办公室' },
];
