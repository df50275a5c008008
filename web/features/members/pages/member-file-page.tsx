/**
 * The member list by a file: choose it, preview its changes, and only then apply them. The
 * previewed bytes are sent, even if the file has been saved again in between.
 */
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { MEMBER_COLUMNS } from '../../../../shared/contract/file-columns.ts';
import { importMembers } from '../../../../shared/contract/routes/members.ts';
import { useCall } from '../../../api/call-context.tsx';
import { rowsIn, sendRows } from '../../../api/send-file.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { type ChosenTable, TableFileField } from '../../../ui/spreadsheet/table-file-field.tsx';
import { Up } from '../../../ui/up.tsx';
import { ChangeFailure, useChange } from '../../settings/index.ts';
import { MemberFileRows } from '../components/member-file-rows.tsx';
import { changesIn, concerns, type ImportReply, together } from '../member-file.ts';
import { useMembersWords } from '../words.ts';

export function MemberFilePage() {
  const words = useMembersWords();
  const call = useCall();
  const { organization, membership } = useOrganization();
  const path = { organization: organization.id };
  const [file, setFile] = useState<ChosenTable | undefined>(undefined);
  const previewing = useMutation({
    mutationFn: async (table: ChosenTable) => {
      const body = await table.body();
      return { body, reply: await call(importMembers, { path, query: { preview: 'true' }, body }) };
    },
  });
  const [parts, setParts] = useState<readonly ImportReply[]>([]);
  const importing = useChange(async (call, body: Blob) =>
    together(await sendRows(query => call(importMembers, { path, query, body }), parts, setParts)),
  );
  const busy = previewing.isPending || importing.isPending;
  return (
    <section>
      <Up href={paths.members(organization.id)}>{words.membersTitle}</Up>
      <PageTitle text={words.importMembers} />
      <p>{words.importMembersText}</p>
      <p>
        <code>{Object.keys(MEMBER_COLUMNS).join(',')}</code>
      </p>
      <p>
        <small>{words.importMembersColumns}</small>
      </p>
      <form
        onSubmit={event => {
          event.preventDefault();
          importing.reset();
          setParts([]);
          if (file !== undefined) previewing.mutate(file);
        }}
      >
        <TableFileField
          label={words.importFile}
          hint={words.importMembersSize}
          disabled={busy}
          onChoose={table => {
            previewing.reset();
            importing.reset();
            setParts([]);
            setFile(table);
          }}
        />
        <button
          type="submit"
          disabled={file === undefined || busy}
          aria-busy={previewing.isPending}
        >
          {words.preview}
        </button>
      </form>
      <ChangeFailure error={previewing.error} />
      {importing.data === undefined && previewing.data !== undefined && (
        <section class="part" aria-labelledby="preview">
          <h2 id="preview">{words.previewTitle}</h2>
          <MemberFileRows reply={previewing.data.reply} />
          {concerns(membership.memberId, previewing.data.reply.rows) && (
            <p class="notice attention">{words.importConcernsYou}</p>
          )}
          <ChangeFailure error={importing.error} />
          {importing.error !== null && <p>{words.importAgainDoesNoHarm}</p>}
          {importing.isPending && (
            <p role="status">
              {words.importingRows(rowsIn(parts), previewing.data.reply.rows.length)}
              <progress />
            </p>
          )}
          {changesIn(previewing.data.reply) === 0 ? (
            <p>{words.nothingToImport}</p>
          ) : (
            <div class="batch-bar">
              <p class="actions">
                <button
                  type="button"
                  disabled={busy}
                  aria-busy={importing.isPending}
                  onClick={() =>
                    previewing.data !== undefined && importing.mutate(previewing.data.body)
                  }
                >
                  {words.importThem(changesIn(previewing.data.reply))}
                </button>
              </p>
            </div>
          )}
        </section>
      )}
      {importing.data !== undefined && (
        <section class="part" aria-labelledby="result">
          <h2 id="result">{words.importResult}</h2>
          <MemberFileRows reply={importing.data} />
        </section>
      )}
    </section>
  );
}
