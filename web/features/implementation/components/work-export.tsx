/** The buttons that export the list of work in progress. */
import type { RequestOf } from '../../../../shared/contract/client.ts';
import { listImplementations } from '../../../../shared/contract/routes/implementation.ts';
import type { WorkCursor } from '../../../../shared/domain/idea/cursor.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { useSpreadsheetWords } from '../../../ui/spreadsheet/words.ts';

type Filters = Pick<
  NonNullable<RequestOf<typeof listImplementations>['query']>,
  'state' | 'overdue'
>;

export function WorkExport({ filters }: { readonly filters: Filters }) {
  const { statuses } = useWords();
  const words = useSpreadsheetWords();
  const { organization } = useOrganization();
  const path = { organization: organization.id };
  return (
    <FileButton<WorkCursor>
      file={words.workFile}
      read={async (call, from, signal) => {
        const [{ nextCursor, ...listed }, { workTable }] = await Promise.all([
          call(listImplementations, { path, query: { ...filters, ...from } }, signal),
          import('../../../ui/spreadsheet/work-table.ts'),
        ]);
        const text = workTable(listed, { first: from.cursor === undefined }, words, statuses);
        return { text, ...(nextCursor !== undefined && { nextCursor }) };
      }}
    />
  );
}
