/**
 * A zone's people as in a file: new ones are appointed, missing ones are dismissed. Each person is
 * written separately, and the next run completes an interrupted one.
 */
import type { MemberId, PersonName, Subject } from '../../shared/domain/kernel/ids.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { isSameNumber } from '../../shared/domain/organization/employee-number.ts';
import { accountOf } from '../../shared/domain/organization/member-import.ts';
import { zoneActs } from '../../shared/domain/organization/zone-people.ts';
import type { Table } from '../../shared/store/client.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';
import { newDistricts } from './districts.ts';
import type { DeclaredZone } from './file.ts';
import type { FoundingReport } from './report.ts';

export function appointer(table: Table, clock: Clock) {
  const people = zonePeopleRepository(table);
  return async (
    { id: zone, name: given, managers, officers }: DeclaredZone,
    preview: boolean,
  ): Promise<FoundingReport> => {
    const present = await people.all(zone);
    const zoneName = given ?? present[0]?.zoneName;
    const here = { zone, ...(zoneName !== undefined && { zoneName }) };
    const listed = <
      Person extends {
        readonly id: MemberId;
        readonly subject?: Subject;
        readonly name?: PersonName;
      },
    >(
      one: Person,
    ): Person & { readonly subject: Subject } => {
      const before = present.find(({ id }) => isSameNumber(id, one.id));
      const id = before?.id ?? one.id;
      const name = one.name ?? before?.name;
      return {
        ...one,
        id,
        subject: one.subject ?? before?.subject ?? accountOf(id),
        ...(name !== undefined && { name }),
      };
    };
    const declared = [
      ...managers.map(one => ({
        ...here,
        ...listed(one),
        roles: ['zone-manager' as const],
        districts: [],
      })),
      ...officers.map(one => ({ ...here, ...listed(one), roles: ['grid-officer' as const] })),
    ];
    const acts = zoneActs(present, declared);
    const fresh = await newDistricts(
      table,
      zone,
      officers.flatMap(({ districts }) => districts),
      clock.now(),
    );
    if (!preview)
      for (const one of acts)
        if (one.act === 'dismiss') await people.remove(zone, one.before.id);
        else await people.put(one.after);
    return {
      outcome: 'appointed',
      preview,
      zone,
      acts: acts.map(one => ({
        act: one.act,
        member: (one.act === 'dismiss' ? one.before : one.after).id,
      })),
      unchanged: declared.length - acts.filter(({ act }) => act !== 'dismiss').length,
      newDistricts: fresh,
    };
  };
}
