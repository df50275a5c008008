/**
 * Foundings in the table. An organization's whole beginning is one transaction, so that none exists
 * without an administrator, without a round, or unannounced to its zone; after an interruption
 * nothing exists and the founding is repeated.
 */
import type { Founding } from '../domain/round/founding.ts';
import { noting } from './audit.ts';
import type { Table } from './client.ts';
import { renewingDirectory } from './directory-version.ts';
import { memberToItem, subjectToItem } from './member-items.ts';
import { founding } from './organizations.ts';
import { beginning } from './rounds.ts';
import { type Action, writeTogether } from './transaction.ts';
import { expecting, isShown, placementOf } from './zones.ts';

export function provisioningRepository(table: Table) {
  return {
    /** Stores a founding; returns whether nothing of the organization existed yet. */
    async save({ organization, administrators, rounds, entry }: Founding): Promise<boolean> {
      const placement = placementOf(organization);
      const shown = await Promise.all(
        rounds.map(({ id }) => placement && isShown(table, placement.zone, id)),
      );
      const result = await writeTogether(table, [
        founding(table, organization),
        noting(table, entry),
        renewingDirectory(table, organization.id),
        ...administrators
          .flatMap(administrator => [memberToItem(administrator), subjectToItem(administrator)])
          .map((Item): Action => ({ Put: { TableName: table.name, Item } })),
        ...rounds.flatMap((round, at) => [
          ...(placement && shown[at] === false ? [expecting(table, placement, round.id)] : []),
          beginning(table, round),
        ]),
      ]);
      return result.done;
    },
  };
}
