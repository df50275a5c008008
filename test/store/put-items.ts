/** What stands in a table before a test begins: organizations and rounds, put there one by one. */
import type { Organization } from '../../shared/domain/organization/organization.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import type { Table } from '../../shared/store/client.ts';
import { founding } from '../../shared/store/organizations.ts';
import { beginning } from '../../shared/store/rounds.ts';
import { writeTogether } from '../../shared/store/transaction.ts';

/** Puts an organization there, without members and rounds; one that is there is left as it is. */
export async function putOrganization(table: Table, organization: Organization): Promise<void> {
  await writeTogether(table, [founding(table, organization)]);
}

/** Puts a round there, in whatever state; one that is there is left as it is. */
export async function putRound(table: Table, round: Round): Promise<void> {
  await writeTogether(table, [beginning(table, round)]);
}
