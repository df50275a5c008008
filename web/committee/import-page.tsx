/**
 * The secretary's import of paper slips from a spreadsheet's CSV file. The file goes out as it is, since the API tells its encoding;
 * every row is answered on its own.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { getAgenda, importIdeas, listIdeas, listMyIdeas } from '../../shared/contract/routes.ts';
import { SLIP_COLUMNS } from '../../shared/contract/schemas.ts';
import { useCall } from '../api/call-context.tsx';
import { Field } from '../form/field.tsx';
import { useWords } from '../language/language-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { ImportResult } from './import-result.tsx';

export function ImportPage() {
  const words = useWords();
  const call = useCall();
  const queryClient = useQueryClient();
  const { organization } = useOrganization();
  const [file, setFile] = useState<File | undefined>(undefined);
  const importing = useMutation({
    mutationFn: (file: File) => call(importIdeas, { path: { organization: organization.id }, body: file }),
    onSuccess: () => {
      for (const { id } of [listIdeas, listMyIdeas, getAgenda])
        queryClient.invalidateQueries({ queryKey: [id] });
    },
  });
  return (
    <section>
      <h1>{words.importTitle}</h1>
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
