/** The button that exports a round's ideas as a CSV file. */
import { exportIdeas } from '../../../../shared/contract/routes/export.ts';
import type { RowCursor } from '../../../../shared/domain/idea/cursor.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { FileButton } from '../../../ui/file-button.tsx';

export function ExportButton({ round }: { readonly round: RoundId }) {
  const words = useWords();
  const { organization } = useOrganization();
  return (
    <FileButton<RowCursor>
      quiet
      file={words.exportFile(round)}
      read={(call, from, signal) =>
        call(exportIdeas, { path: { organization: organization.id, round }, query: from }, signal)
      }
    />
  );
}
