/**
 * The file of the members; erased ones have nothing in it. A reply has one part of it; the next part begins after the last member
 * of this one.
 */
import * as contract from '../../shared/contract/routes/members.ts';
import {
  isErased,
  type ListedMember,
  type Member,
} from '../../shared/domain/organization/organization.ts';
import { fillPart, partHeaders } from '../../shared/http/csv.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { AdministratorDeps } from './dependencies.ts';
import { keptColumns } from './member-file.ts';

export function exportMembers({ members }: AdministratorDeps): Endpoint {
  return endpoint(
    contract.exportMembers,
    memberOf(members),
    async ({ path, query: { cursor } }) => {
      const rows = notErased(members.all(path.organization, cursor));
      const { text, last } = await fillPart(keptColumns, rows, { first: cursor === undefined });
      return answer(
        text,
        partHeaders(contract.exportMembers, path, { file: 'members.csv', next: last?.id }),
      );
    },
  );
}

async function* notErased(
  members: AsyncIterable<ListedMember>,
): AsyncGenerator<Member, void, undefined> {
  for await (const member of members) if (!isErased(member)) yield member;
}
