/** The content of a table before a test: organizations and rounds, put one by one. */
import type { Organization } from '../../shared/domain/organization/organization.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import type { Table } from '../../shared/store/client.ts';
import { founding } from '../../shared/store/organizations.ts';
import { beginning } from '../../shared/store/rounds.ts';
import { writeTogether } from '../../shared/store/transaction.ts';

/** Puts an organization, without members and rounds; an existing one is left unchanged. */
export async function putOrganization(table: Table, organization: Organization): Promise<void> {
  await writeTogether(table, [founding(table, organization)]);
}

/** Puts a round, in any state; an existing one is left unchanged. */
export async function putRound(table: Table, round: Round): Promise<void> {
  await writeTogether(table, [beginning(table, round)]);
}
