/**
 * The secretary's import of paper slips from a spreadsheet's CSV file. The file goes out as it is, since the API tells its encoding;
 * every row is answered on its own.
 */
import { useState } from 'preact/hooks';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { SLIP_COLUMNS } from '../../shared/contract/schemas/import.ts';
import { Field } from '../form/field.tsx';
import { useAct } from '../idea/use-act.ts';
import { Failure } from '../shell/failure.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { ImportResult } from './import-result.tsx';
import { useCommitteeWords } from './language/use-committee-words.ts';
import { SlipTabs } from './slip-tabs.tsx';

export function ImportPage() {
  const words = useCommitteeWords();
  const { organization } = useOrganization();
  const [file, setFile] = useState<File | undefined>(undefined);
  const importing = useAct((call, file: File) =>
    call(importIdeas, { path: { organization: organization.id }, body: file }),
  );
  return (
    <section>
      <SlipTabs />
      <PageTitle text={words.importTitle} />
      <p>{words.importText}</p>
      <p>
        <code>{Object.keys(SLIP_COLUMNS).join(',')}</code>
      </p>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (file !== undefined) importing.mutate(file);
        }}
      >
        <Field label={words.importFile} hint={words.importAgain}>
          {control => (
            <input
              {...control}
              type="file"
              accept=".csv,text/csv"
              onChange={event => {
                importing.reset();
                setFile(event.currentTarget.files?.[0]);
              }}
            />
          )}
        </Field>
        <button
          type="submit"
          disabled={file === undefined || importing.isPending}
          aria-busy={importing.isPending}
        >
          {words.importNow}
        </button>
      </form>
      {importing.isPending && file !== undefined && (
        <p role="status">
          {words.importing(file.name)}
          <progress />
        </p>
      )}
      {importing.error !== null && <Failure error={importing.error} />}
      {importing.isSuccess && <ImportResult result={importing.data} />}
    </section>
  );
}
