/**
 * A file of members: a preview that writes nothing, and the import itself. Rows are stored in
 * groups, all of a group or none. If a member changes meanwhile, the remaining rows are planned
 * again. The same file sent again repeats nothing that has been stored.
 */
import type * as z from 'zod/mini';
import { MEMBER_COLUMNS, type MEMBER_OUTCOMES } from '../../shared/contract/file-columns.ts';
import * as contract from '../../shared/contract/routes/members.ts';
import type { memberImport as importReply } from '../../shared/contract/schemas/member.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { millisBetween } from '../../shared/domain/kernel/instant.ts';
import type { ChangedMeanwhile } from '../../shared/domain/kernel/refusal.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { memberEntry } from '../../shared/domain/organization/audit.ts';
import { listedNumbers } from '../../shared/domain/organization/employee-number.ts';
import { memberImport, type Step } from '../../shared/domain/organization/member-import.ts';
import { type MemberAct, memberAct } from '../../shared/domain/organization/membership.ts';
import type { MembershipTotals } from '../../shared/domain/organization/membership-invariants.ts';
import { movedNames } from '../../shared/domain/organization/moved-names.ts';
import type {
  ListedMember,
  Member,
  Organization,
} from '../../shared/domain/organization/organization.ts';
import { inColumns } from '../../shared/http/csv-reading.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { Language } from '../../shared/http/language.ts';
import { problemOf } from '../../shared/http/problem.ts';
import type { AnyRefusal } from '../../shared/http/refusal.ts';
import { actionsOf, MOST_ACTIONS } from '../../shared/store/membership-invariants.ts';
import { AGAIN, retry } from '../../shared/store/retry.ts';
import type { AdministratorDeps } from './dependencies.ts';
import { type MemberRow, memberColumns, readMemberFile, TWICE } from './member-file.ts';

type RowView = z.input<typeof importReply>['rows'][number];
type RowOutcome = (typeof MEMBER_OUTCOMES)[number];

/**
 * The time for storing rows. Remaining rows are left then, because the gateway gives up after 30
 * seconds.
 */
const PATIENCE_MS = 15_000;
/** The most rows answered by one request: few enough to show progress. */
const MOST_ROWS = 600;

/** The result of a row, or the reason why it has none. */
interface PlannedRow {
  readonly row: number;
  readonly id: MemberId | undefined;
  readonly step:
    | { readonly ok: true; readonly value: Step }
    | { readonly ok: false; readonly refusal: AnyRefusal };
}

interface CurrentMembers {
  readonly organization: Organization;
  readonly members: readonly ListedMember[];
  readonly totals: MembershipTotals;
}

export function importMembers(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.importMembers,
    memberOf(deps.members),
    async ({ query, body, member, language }) => {
      const organization = await deps.organizations.ofMember(member);
      const file = readMemberFile(body);
      if (!file.ok) return file;
      const current = await readCurrent(organization, deps);
      const preview = query.preview === 'true';
      const listed = asListed(file.value, current.members);
      const from = listed.findIndex(({ row }) => row >= (query.from ?? 1));
      const before = from < 0 ? listed.length : from;
      const foreseen = preview ? plan(listed, current) : [];
      const moved = movedNames(current.members, foreseen.flatMap(changeIn));
      const planned = preview
        ? ok(foreseen.slice(before))
        : await storeAll({ rows: file.value, from: before }, current, member.id, deps);
      if (!planned.ok) return planned;
      const rows = planned.value.map(row => rowView(row, moved, language));
      const next = listed[before + rows.length]?.row;
      const having = (outcome: RowOutcome): number =>
        rows.filter(row => row.outcome === outcome).length;
      const named = new Set(listed.map(({ id }) => id));
      return answer({
        preview,
        added: having('added'),
        changed: having('changed'),
        deactivated: having('deactivated'),
        reactivated: having('reactivated'),
        unchanged: having('unchanged'),
        rejected: having('rejected'),
        notInFile: current.members.filter(({ active, id }) => active && !named.has(id)).length,
        rows,
        ...(next !== undefined && { next }),
      });
    },
  );
}

async function readCurrent(
  organization: Organization,
  { members, membership }: AdministratorDeps,
): Promise<CurrentMembers> {
  return {
    organization,
    members: await Array.fromAsync(members.all(organization.id)),
    totals: await membership.get(organization),
  };
}

function plan(
  rows: readonly MemberRow[],
  { organization, members, totals }: CurrentMembers,
): PlannedRow[] {
  const take = memberImport(organization, members, totals);
  return rows.map(({ row, id, given }) => ({
    row,
    id,
    step: given.ok ? take(given.value) : given,
  }));
}

/**
 * The rows with their numbers in the listed spelling. A row that contradicts another row of the
 * same member is refused.
 */
function asListed(rows: readonly MemberRow[], members: readonly ListedMember[]): MemberRow[] {
  const first = new Map<MemberId, string>();
  const listed = listedNumbers(members);
  return rows.map(one => {
    if (one.id === undefined) return one;
    const id = listed(one.id);
    if (!id.ok) return { ...one, given: one.given.ok ? id : one.given };
    const before = first.get(id.value);
    if (before !== undefined && before !== one.facts) return { ...one, id: id.value, given: TWICE };
    first.set(id.value, one.facts);
    return {
      ...one,
      id: id.value,
      given: one.given.ok ? { ok: true, value: { ...one.given.value, id: id.value } } : one.given,
    };
  });
}

/**
 * Stores the results of the rows in their order, starting at a given row. Answers those that are
 * reached in time.
 */
async function storeAll(
  { rows, from }: { readonly rows: readonly MemberRow[]; readonly from: number },
  current: CurrentMembers,
  by: MemberId,
  deps: AdministratorDeps,
): Promise<Result<PlannedRow[], ChangedMeanwhile>> {
  const begun = deps.clock.now();
  const done: PlannedRow[] = [];
  let { totals } = current;
  let planned = plan(asListed(rows, current.members).slice(from), current);
  let { organization } = current;
  while (planned.length > 0) {
    const at = deps.clock.now();
    if (done.length >= MOST_ROWS || millisBetween(begun, at) > PATIENCE_MS) return ok(done);
    const stored = await retry(async attempt => {
      if (attempt > 1) {
        const profile = await deps.organizations.get(organization.id);
        const now = await readCurrent(profile ?? organization, deps);
        planned = plan(asListed(rows, now.members).slice(from + done.length), now);
        ({ organization, totals } = now);
      }
      const part = planned.slice(0, Math.min(fitting(planned), MOST_ROWS - done.length));
      const steps = part.flatMap(changeIn);
      const changes = steps.map(({ before, after }) => ({
        before,
        after,
        entry: memberEntry(before, after, by, at),
      }));
      const next = steps.at(-1)?.totals ?? totals;
      return (await deps.membership.save(organization, changes, totals, next))
        ? { part, next }
        : AGAIN;
    });
    if (stored === AGAIN) return err({ code: 'changed-meanwhile' });
    done.push(...stored.part);
    planned = planned.slice(stored.part.length);
    totals = stored.next;
  }
  return ok(done);
}

/** The number of rows, from the first, that are stored together. */
function fitting(planned: readonly PlannedRow[]): number {
  let actions = 0;
  const beyond = planned.findIndex(row => {
    for (const step of changeIn(row)) actions += actionsOf(step);
    return actions > MOST_ACTIONS;
  });
  return beyond < 0 ? planned.length : beyond;
}

/** The change of a row: one step, or none. */
function changeIn({ step }: PlannedRow): Step[] {
  return step.ok && step.value.after !== step.value.before ? [step.value] : [];
}

function rowView(
  { row, id, step }: PlannedRow,
  moved: ReadonlyMap<MemberId, MemberId>,
  language: Language,
): RowView {
  const member = id !== undefined && { member: id };
  if (!step.ok)
    return {
      row,
      outcome: 'rejected',
      ...member,
      problem: inColumns(problemOf(step.refusal, language), MEMBER_COLUMNS),
    };
  const { before, after } = step.value;
  if (before === after) return { row, outcome: 'unchanged', ...member };
  const nameFrom = before?.name === after.name ? undefined : moved.get(after.id);
  return {
    row,
    outcome: OUTCOMES[memberAct(before, after)],
    ...member,
    ...(nameFrom !== undefined && { nameFrom }),
    changes: changesOf(before, after),
  };
}

const OUTCOMES: Record<MemberAct, RowOutcome> = {
  add: 'added',
  change: 'changed',
  deactivate: 'deactivated',
  reactivate: 'reactivated',
};

/** The changes, column by column and in the file's own words. */
function changesOf(before: Member | undefined, after: Member): NonNullable<RowView['changes']> {
  return Object.entries(memberColumns).flatMap(([column, cell]) => {
    const [was, is] = [before && cell(before), cell(after)];
    return (was ?? '') === is ? [] : [{ column, before: was || undefined, after: is }];
  });
}
