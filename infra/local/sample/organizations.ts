/**
 * The sample firms: a maker of mining machinery with 330 people, whose paper slips of October lie beside this file, and a
 * smaller maker of bearings. Founding one puts the rounds in last: a founding that was broken off is simply done again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { DEFAULT_CALENDAR, scheduleOf } from '../../../shared/domain/calendar.ts';
import {
  type Category,
  type Department,
  isCategory,
  isDepartment,
  isMemberId,
  isOrganizationId,
  isSubject,
  isZoneId,
  type MemberId,
} from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { foundingRounds } from '../../../shared/domain/intake.ts';
import {
  DEFAULT_RULES,
  DEFAULT_TARGETS,
  type Member,
  type Organization,
  ROLES,
  type Role,
  ZONE_ROLES,
} from '../../../shared/domain/organization.ts';
import { DEFAULT_BANDS } from '../../../shared/domain/reward.ts';
import { newRound } from '../../../shared/domain/round.ts';
import type { Table } from '../../../shared/store/client.ts';
import { memberRepository } from '../../../shared/store/members.ts';
import { organizationRepository } from '../../../shared/store/organizations.ts';
import { roundRepository } from '../../../shared/store/rounds.ts';
import { placementOf, zoneRepository } from '../../../shared/store/zones.ts';
import { ACCOUNTS } from './accounts.ts';

/** October's paper slips of the first firm, as its secretary typed them. */
export const SAMPLE_SLIPS = join(import.meta.dirname, 'golden-ideas-2026-10.csv');

interface Firm {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly district: string;
  readonly numbers: { readonly prefix: string; readonly last: number };
  readonly departments: readonly string[];
}

const CATEGORIES = '安全 质量 生产 设备 技术工艺 环保节能 成本 物流采购 管理 后勤福利'
  .split(' ')
  .map(asCategory);

const FIRMS: readonly Firm[] = [
  {
    id: 'huatai',
    name: '华泰矿冶',
    zone: 'xuanhua',
    district: '第一片区',
    numbers: { prefix: 'HT', last: 330 },
    departments:
      '机加一车间 机加二车间 铸造车间 热处理车间 装配车间 铆焊车间 仓储物流部 质检部 设备部 技术部 安全环保部 采购部 销售部 财务部 综合办公室'.split(
        ' ',
      ),
  },
  {
    id: 'zhongcheng',
    name: '中成轴承',
    zone: 'xuanhua',
    district: '第二片区',
    numbers: { prefix: 'ZC', last: 60 },
    departments: ['磨工车间', '装配车间', '生产部', '办公室'],
  },
];

/** Founds what is not there yet of the sample firms and the zone, with rounds as of the instant. */
export async function foundSamples(table: Table, now: Instant): Promise<void> {
  for (const firm of FIRMS) await found(firm, table, now);
  await appointZone(table);
}

async function found(firm: Firm, table: Table, now: Instant): Promise<void> {
  const organizations = organizationRepository(table);
  const [members, rounds] = [memberRepository(table), roundRepository(table)];
  const organization = profileOf(firm);
  const founding = foundingRounds(now, organization.calendar);
  const { items } = await rounds.newestFirst(organization.id, { limit: founding.length });
  if (items.length === founding.length) return;
  await organizations.create(organization);
  await members.putAll(membersOf(firm, organization));
  const placement = placementOf(organization);
  for (const round of founding) {
    if (placement) await zoneRepository(table).expect(placement, round);
    await rounds.create(newRound(organization.id, round, scheduleOf(round, organization.calendar)));
  }
}

function profileOf({ id, name, zone, district, departments }: Firm): Organization {
  if (!isOrganizationId(id) || !isZoneId(zone)) throw new Error('not an id');
  return {
    id,
    name,
    zone,
    district,
    calendar: DEFAULT_CALENDAR,
    rules: DEFAULT_RULES,
    targets: DEFAULT_TARGETS,
    rewardBands: DEFAULT_BANDS,
    publicBulletin: false,
    departments: departments.map(asDepartment),
    categories: CATEGORIES,
    retired: { departments: [], categories: [] },
    version: 1,
  };
}

/** Everybody on the payroll: where a slip or an account names a department, that one; the others take turns. */
function membersOf({ numbers }: Firm, { id, departments }: Organization): Member[] {
  const known = new Map([
    ...departmentsOnSlips(),
    ...ACCOUNTS.map(one => [one.account, one.department] as const),
  ]);
  return Array.from({ length: numbers.last }, (_, at) => {
    const number = `${numbers.prefix}${String(at + 1).padStart(4, '0')}`;
    const named = known.get(number);
    const department = departments.find(one => one === named) ?? departments[at % departments.length];
    if (!isSubject(number) || !department) throw new Error('not a member');
    const roles = ACCOUNTS.find(({ account }) => account === number)?.roles.filter(isRole) ?? ['employee'];
    return {
      organization: id,
      id: asMemberId(number),
      subject: number,
      roles,
      department,
      active: true,
      version: 1,
    };
  });
}

function departmentsOnSlips(): [string, string][] {
  const rows = z.array(z.object({ 工号: z.string(), 部门: z.string() }));
  return rows
    .parse(parse(readFileSync(SAMPLE_SLIPS), { bom: true, columns: true }))
    .map(({ 工号, 部门 }) => [工号, 部门]);
}

async function appointZone(table: Table): Promise<void> {
  const members = memberRepository(table);
  for (const { account, tenant, roles } of ACCOUNTS) {
    const zoneRoles = roles.flatMap(role => ZONE_ROLES.filter(one => one === role));
    if (zoneRoles.length === 0 || !isZoneId(tenant) || !isSubject(account)) continue;
    const districts = zoneRoles.includes('grid-officer') ? ['第一片区'] : [];
    await members.putInZone({
      zone: tenant,
      id: asMemberId(account),
      subject: account,
      roles: zoneRoles,
      districts,
    });
  }
}

function isRole(role: string): role is Role {
  return ROLES.some(known => known === role);
}

function asDepartment(text: string): Department {
  if (!isDepartment(text)) throw new Error(`not a department: ${text}`);
  return text;
}

function asCategory(text: string): Category {
  if (!isCategory(text)) throw new Error(`not a category: ${text}`);
  return text;
}

function asMemberId(text: string): MemberId {
  if (!isMemberId(text)) throw new Error(`not a member: ${text}`);
  return text;
}
