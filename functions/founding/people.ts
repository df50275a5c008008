/**
 * Who needs an account: an organization's members, or a zone's people, in parts. Their names are in
 * it, for the slips that hand accounts over; neither the log nor the trail has them.
 */
import * as z from 'zod/mini';
import {
  memberId,
  organizationId,
  personName,
  team,
  zoneId,
} from '../../shared/contract/fields.ts';
import type { ListedMember, ZoneMember } from '../../shared/domain/organization/organization.ts';
import { isErased } from '../../shared/domain/organization/organization.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';

/** The event: whose people, after the number with which the part before ended. */
export const peopleOrder = z.strictObject({
  peopleOf: z.union([
    z.strictObject({ organization: organizationId }),
    z.strictObject({ zone: zoneId }),
  ]),
  after: z.exactOptional(memberId),
});
export type PeopleOrder = z.output<typeof peopleOrder>;

const person = z.object({
  id: memberId,
  subject: z.string(),
  name: z.exactOptional(personName),
  department: z.exactOptional(z.string()),
  team: z.exactOptional(team),
  active: z.boolean(),
});
export type ListedPerson = z.output<typeof person>;

export const peopleReport = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('unknown') }),
  z.object({
    outcome: z.literal('people'),
    /** The organization's or zone's name; of a zone only if its file had one. */
    name: z.exactOptional(z.string()),
    people: z.array(person),
    /** The order's `after` for the next part; none at the end. */
    next: z.exactOptional(memberId),
  }),
]);
export type PeopleReport = z.output<typeof peopleReport>;

/** Well below Lambda's limit of 6 MB for an answer. */
const MOST_PEOPLE = 2000;

export function peopleHandler({ table, log }: { readonly table: Table; readonly log: Log }) {
  const organizations = organizationRepository(table);
  const members = memberRepository(table);
  const zones = zonePeopleRepository(table);

  async function of({ peopleOf, after }: PeopleOrder): Promise<PeopleReport> {
    if ('zone' in peopleOf) {
      const people = await zones.all(peopleOf.zone);
      if (people.length === 0) return { outcome: 'unknown' };
      const [{ zoneName: name } = {}] = people;
      return { outcome: 'people', ...(name !== undefined && { name }), people: people.map(inZone) };
    }
    const organization = await organizations.get(peopleOf.organization);
    if (!organization) return { outcome: 'unknown' };
    const { name } = organization;
    const people: ListedPerson[] = [];
    let last = after;
    for await (const member of members.all(peopleOf.organization, after)) {
      if (people.length === MOST_PEOPLE)
        return { outcome: 'people', name, people, ...(last !== undefined && { next: last }) };
      people.push(...listed(member));
      last = member.id;
    }
    return { outcome: 'people', name, people };
  }

  return async (order: PeopleOrder): Promise<PeopleReport> => {
    const report = await of(order);
    const count = report.outcome === 'people' ? report.people.length : 0;
    log.info('people', { ...order.peopleOf, outcome: report.outcome, count });
    return report;
  };
}

/** An erased member has no account, and never gets one. */
function listed(member: ListedMember): ListedPerson[] {
  if (isErased(member)) return [];
  const { id, subject, name, department, team: group, active } = member;
  return [
    {
      id,
      subject,
      ...(name !== undefined && { name }),
      department,
      ...(group !== undefined && { team: group }),
      active,
    },
  ];
}

function inZone({ id, subject, name }: ZoneMember): ListedPerson {
  return { id, subject, ...(name !== undefined && { name }), active: true };
}
