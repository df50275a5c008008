/**
 * The file of the members. A reply has one part of it; the next part begins after the last member
 * of this one.
 */
import * as contract from '../../shared/contract/routes/members.ts';
import { fillPart, partHeaders } from '../../shared/http/csv.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { AdministratorDeps } from './dependencies.ts';
import { keptColumns } from './member-file.ts';

export function exportMembers({ members }: AdministratorDeps): Endpoint {
  return endpoint(
    contract.exportMembers,
    memberOf(members),
    async ({ path, query: { cursor } }) => {
      const rows = members.all(path.organization, cursor);
      const { text, last } = await fillPart(keptColumns, rows, { first: cursor === undefined });
      return answer(
        text,
        partHeaders(contract.exportMembers, path, { file: 'members.csv', next: last?.id }),
      );
    },
  );
}
