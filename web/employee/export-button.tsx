/**
 * The button that takes a round's ideas along as a CSV file.
 */
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import type { RoundId } from '../../shared/domain/ids.ts';
import type { RowPosition } from '../../shared/domain/row-position.ts';
import { useWords } from '../language/language-context.tsx';
import { FileButton } from '../shell/file-button.tsx';
import { useOrganization } from '../shell/organization-context.tsx';

export function ExportButton({ round }: { readonly round: RoundId }) {
  const words = useWords();
  const { organization } = useOrganization();
  return (
    <FileButton<RowPosition>
      file={words.exportFile(round)}
      read={(call, from, signal) =>
        call(exportIdeas, { path: { organization: organization.id, round }, query: from }, signal)
      }
    />
  );
}
