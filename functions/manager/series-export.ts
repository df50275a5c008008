/** The numbers over many rounds as a file. */
import * as contract from '../../shared/contract/routes/numbers.ts';
import { csvPart, partHeaders } from '../../shared/http/csv.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { ManagerDeps } from './dependencies.ts';
import { overdueToday } from './overdue.ts';
import { entriesOf } from './series.ts';
import { overdueRows, rowsOf, seriesColumns } from './series-columns.ts';

export function exportSeries(deps: ManagerDeps): Endpoint {
  return endpoint(
    contract.exportSeries,
    memberOf(deps.members),
    async ({ path, query, member }) => {
      const organization = await deps.organizations.ofMember(member);
      const [entries, overdue] = await Promise.all([
        entriesOf(organization, query, deps),
        overdueToday(organization, deps),
      ]);
      const rows = [...entries.flatMap(rowsOf), ...overdueRows(overdue, query.by)];
      // With all departments in all rounds the file has some 4 MB, so it needs no second part.
      const text = csvPart(seriesColumns(organization.targets), rows, { first: true });
      const file = `statistics-${query.from}-${query.to}.csv`;
      return answer(text, partHeaders(contract.exportSeries, path, { file, next: undefined }));
    },
  );
}
