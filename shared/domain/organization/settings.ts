/**
 * Changes of an organization's settings. Each returns the organization after the change, with the
 * next version; without a change it returns the identical one.
 */
import type { Category, Department, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { same, settingsOf } from './audit.ts';
import type { RoundsOverlap } from './calendar-changes.ts';
import { changeRules } from './calendar-changes.ts';
import type { CalendarRules } from './calendar-rules.ts';
import type { DepartmentInUse } from './membership-invariants.ts';
import { applyDepartments, type MembershipTotals } from './membership-invariants.ts';
import type { Organization } from './organization.ts';
import type { BandsNotInOrder } from './reward-bands.ts';
import { faultOf, type RewardBand } from './reward-bands.ts';

const MOST_RETIRED = 200;

/ */;
export function changeBands(
  organization: Organization,
  rewardBands: readonly RewardBand[],
): Result<Organization, BandsNotInOrder> {
  const fault = faultOf(rewardBands);
  return fault
    ? err({ code: 'bands-not-in-order', ...fault })
    : ok(withSettings(organization, { rewardBands }));
}

/** Changes the calendar's rules for future rounds. */
export function changeCalendar(
  organization: Organization,
  rules: CalendarRules,
  newest: RoundId,
  now: Instant,
): Result<Organization, RoundsOverlap> {
  const calendar = changeRules(organization.calendar, rules, newest, now);
  return calendar.ok ? ok(withSettings(organization, { calendar: calendar.value })) : calendar;
}

/** Offers exactly these categories. Omitted ones are retired; their ideas stay unchanged. */
export function changeCategories(
  organization: Organization,
  categories: readonly Category[],
): Organization {
  const { retired } = organization;
  return withSettings(organization, {
    categories,
    retired: {
      ...retired,
      categories: retiring(organization.categories, retired.categories, categories),
    },
  });
}

/** Offers exactly these departments. Omitted ones are retired. */
export function changeDepartments(
  organization: Organization,
  departments: readonly Department[],
  totals: MembershipTotals,
): Result<
  { readonly organization: Organization; readonly totals: MembershipTotals },
  DepartmentInUse
> {
  const offered = applyDepartments(totals, departments);
  if (!offered.ok) return offered;
  const { retired, contacts } = organization;
  const after = withSettings(organization, {
    departments,
    // A department that is no longer offered needs no contact.
    ...(contacts && {
      contacts: contacts.filter(({ department }) => departments.includes(department)),
    }),
    retired: {
      ...retired,
      departments: retiring(organization.departments, retired.departments, departments),
    },
  });
  return ok({ organization: after, totals: offered.value });
}

/** The organization with some of its settings changed. */
export function withSettings(
  organization: Organization,
  changes: Partial<Omit<Organization, 'id' | 'zone' | 'district' | 'version'>>,
): Organization {
  const after = { ...organization, ...changes };
  return same(settingsOf(after), settingsOf(organization))
    ? organization
    : { ...after, version: organization.version + 1 };
}

/**
 * The retired names, the latest last and up to a limit. A name that is offered again leaves them.
 */
function retiring<Label>(
  offered: readonly Label[],
  retired: readonly Label[],
  now: readonly Label[],
): Label[] {
  return [...new Set([...retired, ...offered])]
    .filter(label => !now.includes(label))
    .slice(-MOST_RETIRED);
}
