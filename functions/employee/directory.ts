/** The directory of an organization's active members, which clients keep and ask for again. */
import * as contract from '../../shared/contract/routes/organization.ts';
import {
  answer,
  type Endpoint,
  endpoint,
  memberOf,
  unchanged,
} from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function getDirectory({ members: repository }: EmployeeDeps): Endpoint {
  return endpoint(contract.getDirectory, memberOf(repository), async ({ path, knownVersions }) => {
    const { version, members } = await repository.directory(path.organization, knownVersions);
    if (version === undefined) return answer({ members: [...(members ?? [])] });
    // A browser keeps it for the next request, which asks whether it still holds.
    const headers = { etag: `"${version}"`, 'cache-control': 'private, no-cache' };
    return members ? answer({ members: [...members] }, headers) : unchanged(headers);
  });
}
