/** The button with which members download all that is kept about them, as one file. */
import { useMutation } from '@tanstack/preact-query';
import type { Call, ReplyOf } from '../../../../shared/contract/client.ts';
import { exportMyData } from '../../../../shared/contract/routes/my-data.ts';
import type { OrganizationId } from '../../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../../api/call-context.tsx';
import { save } from '../../../api/download.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Download } from '../../../ui/icon.ts';
import { useProfileWords } from '../words.ts';

type Part = ReplyOf<typeof exportMyData>;
type WholeData = Pick<Part, 'organization' | 'at' | 'notes' | 'sections'>;

export function MyData() {
  const words = useProfileWords();
  const { organization } = useOrganization();
  const call = useCall();
  const download = useMutation({
    mutationFn: () => wholeData(call, organization.id),
    onSuccess: data =>
      save(
        new Blob([JSON.stringify(data, null, 2)], { type: 'application/json;charset=utf-8' }),
        'my-data.json',
      ),
  });
  return (
    <>
      <button
        type="button"
        class="plain settings-row"
        disabled={download.isPending}
        aria-busy={download.isPending}
        onClick={() => download.mutate()}
      >
        <Download class="icon" aria-hidden="true" />
        <span>{words.myData}</span>
      </button>
      {download.error !== null && <Failure error={download.error} />}
    </>
  );
}

/** All parts as one: each heading once, with all its rows. */
export async function wholeData(call: Call, organization: OrganizationId): Promise<WholeData> {
  const rows = new Map<string, Part['sections'][number]['rows']>();
  const read = (cursor: string | undefined) =>
    call(exportMyData, { path: { organization }, query: cursor === undefined ? {} : { cursor } });
  const first = await read(undefined);
  for (let part: Part | undefined = first; part; ) {
    for (const section of part.sections)
      rows.set(section.heading, [...(rows.get(section.heading) ?? []), ...section.rows]);
    part = part.nextCursor === undefined ? undefined : await read(part.nextCursor);
  }
  const sections = [...rows].map(([heading, rows]) => ({ heading, rows }));
  return { organization: first.organization, at: first.at, notes: first.notes, sections };
}
