/**
 * The file of a founding: an organization with its first administrators, the people of a zone, one
 * more administrator, or the accounts of people who are listed already. Omitted fields have their defaults. Given ones keep the rules of the
 * pages, and each broken rule is named with its field.
 */
import * as z from 'zod/mini';
import {
  givenMemberId,
  line,
  memberId,
  organizationId,
  zoneId,
} from '../../shared/contract/fields.ts';
import {
  newAppealDays,
  newCalendar,
  newCategories,
  newDepartments,
  newDueDays,
  newLimits,
  newProfile,
  newRewardBands,
  newRules,
  newTargets,
} from '../../shared/contract/schemas/administration.ts';
import { newMember, newMemberFacts } from '../../shared/contract/schemas/member.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/organization/calendar.ts';
import { newNumber } from '../../shared/domain/organization/employee-number.ts';
import { DEFAULT_LIMITS } from '../../shared/domain/organization/limits.ts';
import {
  DEFAULT_APPEAL_DAYS,
  DEFAULT_DUE_DAYS,
  DEFAULT_RULES,
  DEFAULT_TARGETS,
} from '../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS, faultOf } from '../../shared/domain/organization/reward-bands.ts';
import { MOST_ZONE_PEOPLE } from '../../shared/domain/organization/zone-people.ts';
import { MOST_FIRST_ADMINISTRATORS } from '../../shared/domain/round/founding.ts';
import { BAND_FAULTS } from '../../shared/http/band-faults.ts';
import type { FieldError } from '../../shared/http/refusal.ts';
import { fieldErrors } from '../../shared/http/validation.ts';

const { former: _former, movedDays: _movedDays, ...USUAL_CALENDAR } = DEFAULT_CALENDAR;
const { subject, department } = newMemberFacts.shape;
const { roles, name, team } = newMember.shape;

const district = line({ min: 1, max: 40 }, 'District 片区');
/** New people are listed in capitals, and no two of them differ in case alone. */
const person = { id: givenMemberId, subject: z.exactOptional(subject) };
/** Without an account, a new person has their number for one until theirs is filled in. */
const newPerson = { ...person, id: z.pipe(givenMemberId, z.transform(newNumber)) };

const organizationFile = z.strictObject({
  kind: z.literal('organization'),
  id: organizationId,
  name: newProfile.shape.name,
  zone: z.exactOptional(zoneId),
  district: z.exactOptional(district),
  publicBulletin: z._default(newProfile.shape.publicBulletin, false),
  blindScreening: z._default(z.boolean(), false),
  calendar: z._default(newCalendar, USUAL_CALENDAR),
  rules: z._default(newRules, DEFAULT_RULES),
  targets: z._default(newTargets, DEFAULT_TARGETS),
  limits: z._default(newLimits, DEFAULT_LIMITS),
  appealDays: z._default(newAppealDays, DEFAULT_APPEAL_DAYS),
  dueDays: z._default(newDueDays, DEFAULT_DUE_DAYS),
  rewardBands: z._default(newRewardBands.shape.bands, [...DEFAULT_BANDS]),
  departments: newDepartments.shape.departments,
  categories: newCategories.shape.categories,
  administrators: z
    .array(z.strictObject({ ...newPerson, name, department, team, roles }))
    .check(z.minLength(1), z.maxLength(MOST_FIRST_ADMINISTRATORS)),
});

const zoneFile = z.strictObject({
  kind: z.literal('zone'),
  id: zoneId,
  name: z.exactOptional(newProfile.shape.name),
  managers: z.array(z.strictObject({ ...newPerson, name })).check(z.maxLength(MOST_ZONE_PEOPLE)),
  officers: z
    .array(
      z.strictObject({
        ...newPerson,
        name,
        districts: z.array(district).check(z.minLength(1), z.maxLength(100)),
      }),
    )
    .check(z.maxLength(MOST_ZONE_PEOPLE)),
});

/** An existing member may keep their name, department and team. */
const administratorFile = z.strictObject({
  kind: z.literal('administrator'),
  organization: organizationId,
  ...person,
  name,
  department: z.exactOptional(department),
  team,
});

/** The most accounts in one file: few enough that all are stored within the function's time. */
export const MOST_ACCOUNTS = 100;

const accounts = z
  .array(z.strictObject({ id: memberId, subject }))
  .check(z.minLength(1), z.maxLength(MOST_ACCOUNTS));
const accountsFile = z.strictObject({
  kind: z.literal('accounts'),
  organization: organizationId,
  accounts,
});
const zoneAccountsFile = z.strictObject({
  kind: z.literal('zone-accounts'),
  zone: zoneId,
  accounts,
});

const FILES = {
  organization: organizationFile,
  zone: zoneFile,
  administrator: administratorFile,
  accounts: accountsFile,
  'zone-accounts': zoneAccountsFile,
} as const;
const KINDS = ['organization', 'zone', 'administrator', 'accounts', 'zone-accounts'] as const;
const kindOf = z.object({ kind: z.enum(KINDS) });

export type DeclaredOrganization = z.output<typeof organizationFile>;
export type DeclaredZone = z.output<typeof zoneFile>;
export type DeclaredAdministrator = z.output<typeof administratorFile>;
export type DeclaredAccounts = z.output<typeof accountsFile> | z.output<typeof zoneAccountsFile>;
export type Declared =
  | DeclaredOrganization
  | DeclaredZone
  | DeclaredAdministrator
  | DeclaredAccounts;

export type ReadFile =
  | { readonly ok: true; readonly declared: Declared }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads the JSON of a file. */
export function readFile(content: unknown): ReadFile {
  const kind = kindOf.safeParse(content);
  if (!kind.success) return { ok: false, errors: fieldErrors(kind.error.issues, content) };
  const read = FILES[kind.data.kind].safeParse(content);
  if (!read.success) return { ok: false, errors: fieldErrors(read.error.issues, content) };
  const declared: Declared = read.data;
  const errors = faultsOf(declared);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, declared };
}

/** The rules that concern several fields. */
function faultsOf(declared: Declared): FieldError[] {
  switch (declared.kind) {
    case 'organization':
      return organizationFaults(declared);
    case 'zone':
      return zoneFaults(declared);
    case 'administrator':
      return [];
    case 'accounts':
    case 'zone-accounts':
      return repeated(declared.accounts.map((one, at) => ({ ...one, field: `accounts.${at}` })));
  }
}

function organizationFaults(declared: DeclaredOrganization): FieldError[] {
  const { zone, district, rewardBands, departments, administrators } = declared;
  const fault = faultOf(rewardBands);
  const people = administrators.map((one, at) => ({ ...one, field: `administrators.${at}` }));
  return [
    ...((zone === undefined) === (district === undefined)
      ? []
      : [
          {
            field: zone === undefined ? 'zone' : 'district',
            rule: 'both',
            words: {
              zh: '开发区和片区要么都写，要么都不写',
              en: 'Zone and district are given both, or neither',
            },
          },
        ]),
    ...(fault
      ? [{ field: `rewardBands.${fault.band}`, rule: fault.fault, words: BAND_FAULTS[fault.fault] }]
      : []),
    ...people
      .filter(one => !departments.includes(one.department))
      .map(({ field }) => ({
        field: `${field}.department`,
        rule: 'one-of',
        words: { zh: `可选：${departments.join('、')}`, en: `One of: ${departments.join(', ')}` },
      })),
    ...repeated(people),
  ];
}

function zoneFaults({ managers, officers }: DeclaredZone): FieldError[] {
  return repeated([
    ...managers.map((one, at) => ({ ...one, field: `managers.${at}` })),
    ...officers.map((one, at) => ({ ...one, field: `officers.${at}` })),
  ]);
}

/** An error for each number and each account that an earlier person has. */
function repeated(
  people: readonly { readonly field: string; readonly id: string; readonly subject?: string }[],
): FieldError[] {
  return (['id', 'subject'] as const).flatMap(key => {
    const seen = new Set<string>();
    return people.flatMap(one => {
      const value = one[key];
      if (value === undefined) return [];
      if (!seen.has(value)) {
        seen.add(value);
        return [];
      }
      const words = { zh: '与前面的人重复', en: 'Another person in the file has it' };
      return [{ field: `${one.field}.${key}`, rule: 'unique', words }];
    });
  });
}
