/**
 * The sample firms: a maker of mining machinery with 330 people, whose paper slips of October are
 * beside this file, and a smaller maker of bearings. They are founded, and their zone gets its
 * people, by the code that operators use.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import {
  type DeclaredOrganization,
  type DeclaredZone,
  readFile,
} from '../../../functions/founding/file.ts';
import { founder } from '../../../functions/founding/organization.ts';
import { appointer } from '../../../functions/founding/zone.ts';
import { isMemberId, isPersonName, isTeam } from '../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { accountOf } from '../../../shared/domain/organization/member-import.ts';
import { newcomer } from '../../../shared/domain/organization/membership.ts';
import {
  type Member,
  ROLES,
  type Role,
  type ZoneRole,
} from '../../../shared/domain/organization/organization.ts';
import type { Table } from '../../../shared/store/client.ts';
import { memberRepository } from '../../../shared/store/members.ts';
import { organizationRepository } from '../../../shared/store/organizations.ts';
import { zonePeopleRepository } from '../../../shared/store/zone-people.ts';
import { ACCOUNTS, type Account } from './accounts.ts';
import { nameOf, teamOf } from './people.ts';

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

const CATEGORIES = '安全 质量 生产 设备 技术工艺 环保节能 成本 物流采购 管理 后勤福利'.split(' ');

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

/** Founds the missing sample firms and the zone, with rounds as of the instant. */
export async function foundSamples(table: Table, now: Instant): Promise<void> {
  const clock = { now: () => now };
  for (const firm of FIRMS) {
    const declared = declarationOf(firm);
    if (await organizationRepository(table).get(declared.id)) continue;
    const members = memberRepository(table);
    // Concurrently by department: one after another they would take most of the start.
    const departments = Map.groupBy(othersOf(firm, declared), ({ department }) => department);
    await Promise.all([...departments.values()].map(people => members.putAll(people)));
    await founder(table, clock)(declared, false);
  }
  const zone = declaredZone();
  if ((await zonePeopleRepository(table).all(zone.id)).length === 0)
    await appointer(table, clock)(zone, false);
}

/** The firm as in an operator's file. */
function declarationOf({ id, name, zone, district, departments }: Firm): DeclaredOrganization {
  const administrators = peopleOf(id, 'administrator').map(({ account, name, department }) => ({
    id: account,
    subject: account,
    name,
    department,
  }));
  const { declared } = read({
    ...{ kind: 'organization', id, name, zone, district, departments },
    categories: CATEGORIES,
    administrators,
  });
  if (declared.kind !== 'organization') throw new Error('not an organization');
  return declared;
}

function declaredZone(): DeclaredZone {
  const person = ({ account, name }: Account) => ({ id: account, subject: account, name });
  const { declared } = read({
    kind: 'zone',
    id: 'xuanhua',
    name: '宣化开发区',
    managers: peopleOf('xuanhua', 'zone-manager').map(person),
    officers: peopleOf('xuanhua', 'grid-officer').map(one => ({
      ...person(one),
      districts: ['第一片区'],
    })),
  });
  if (declared.kind !== 'zone') throw new Error('not a zone');
  return declared;
}

function read(file: object) {
  const found = readFile(file);
  if (!found.ok) throw new Error(`not to be founded: ${JSON.stringify(found.errors)}`);
  return found;
}

function peopleOf(tenant: string, role: Role | ZoneRole): readonly Account[] {
  return ACCOUNTS.filter(one => one.tenant === tenant && one.roles.includes(role));
}

/**
 * All other employees. A slip or an account names the department of its author; the others are
 * spread over the departments in turn. They are stored before the firm, so that an interrupted
 * founding is simply repeated.
 */
function othersOf(
  { numbers }: Firm,
  { id, departments, administrators }: DeclaredOrganization,
): Member[] {
  const known = new Map([
    ...departmentsOnSlips(),
    ...ACCOUNTS.map(one => [one.account, one.department] as const),
  ]);
  const all = Array.from({ length: numbers.last }, (_, at): Member => {
    const number = `${numbers.prefix}${String(at + 1).padStart(4, '0')}`;
    const named = known.get(number);
    const department =
      departments.find(one => one === named) ?? departments[at % departments.length];
    if (!isMemberId(number) || !department) throw new Error('not a member');
    const owner = ACCOUNTS.find(({ account }) => account === number);
    const name = owner?.name ?? nameOf(number, at);
    const team = teamOf(department, at);
    if (!isPersonName(name) || (team !== undefined && !isTeam(team))) throw new Error('not a name');
    return newcomer(id, number, {
      subject: accountOf(number),
      roles: owner?.roles.filter(isRole) ?? ['employee'],
      name,
      department,
      ...(team !== undefined && { team }),
      active: true,
    });
  });
  return all.filter(member => administrators.every(one => one.id !== member.id));
}

function departmentsOnSlips(): [string, string][] {
  const rows = z.array(z.object({ 工号: z.string(), 部门: z.string() }));
  return rows
    .parse(parse(readFileSync(SAMPLE_SLIPS), { bom: true, columns: true }))
    .map(({ 工号, 部门 }) => [工号, 部门]);
}

function isRole(role: string): role is Role {
  return ROLES.some(known => known === role);
}
