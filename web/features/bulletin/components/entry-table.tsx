/**
 * The list of a bulletin, a row for each idea, grouped by result. On a phone its rows become small
 * blocks; on paper it is always a table.
 */
import type { ComponentChildren } from 'preact';
import { CHOICES } from '../../../../shared/domain/idea/ballot.ts';
import type { Entry, grouped, Result } from '../notice.ts';
import { useBulletinWords } from '../words.ts';

const SIGNS = {
  adopted: '✓',
  deferred: '↷',
  declined: '✕',
  undecided: '○',
} as const satisfies Record<Result, string>;

interface Props {
  readonly groups: ReturnType<typeof grouped>;
  readonly titleOf: (entry: Entry) => ComponentChildren;
  readonly presentlyOf: (entry: Entry) => string | undefined;
}

export function EntryTable({ groups, titleOf, presentlyOf }: Props) {
  const words = useBulletinWords();
  // A public bulletin names no departments.
  const inDepartments = groups.some(({ entries }) =>
    entries.some(({ department }) => department !== undefined),
  );
  return (
    <table class="bulletin-list">
      <thead>
        <tr>
          <th scope="col">{words.entryNumber}</th>
          <th scope="col">{words.title}</th>
          {inDepartments && <th scope="col">{words.department}</th>}
          <th scope="col">{words.result}</th>
          <th scope="col">{words.votes}</th>
          <th scope="col">{words.reasonAndReply}</th>
        </tr>
      </thead>
      {groups.map(({ result, entries }, at) => (
        <tbody key={result}>
          <tr class="bulletin-group">
            <th scope="rowgroup" colSpan={inDepartments ? 6 : 5}>
              {words.group(at, words.results[result], entries.length)}
            </th>
          </tr>
          {entries.map(entry => (
            <tr key={entry.id}>
              <td class="entry-number">{entry.number}</td>
              <th scope="row" class="entry-title">
                {titleOf(entry)} <small class="no-print">{entry.category}</small>
              </th>
              {inDepartments && <td class="entry-department">{entry.department}</td>}
              <td class="entry-result">
                <span class={`badge ${result}`}>
                  <span aria-hidden="true">{SIGNS[result]}</span> {words.results[result]}
                </span>
                <Presently status={presentlyOf(entry)} />
              </td>
              <Votes tally={entry.tally} />
              <ReasonAndReply of={entry} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Presently({ status }: { readonly status: string | undefined }) {
  const words = useBulletinWords();
  if (status === undefined) return null;
  return <small class="no-print">{words.presently(status)}</small>;
}

function Votes({ tally }: { readonly tally: Entry['tally'] }) {
  const words = useBulletinWords();
  if (tally === undefined) return <td class="entry-votes" />;
  return (
    <td class="entry-votes" data-name={words.votesShort}>
      {CHOICES.map(choice => tally[choice]).join(' : ')}
    </td>
  );
}

/** A reason is in words, never the tally again; a reply stands beside it. */
function ReasonAndReply({ of: { reason, reasonCode, reply } }: { readonly of: Entry }) {
  const words = useBulletinWords();
  const why = reasonCode === undefined ? reason : words.reasonCodes[reasonCode];
  return (
    <td class="entry-reason">
      {why !== undefined && <span class="written">{why}</span>}
      {reply !== undefined && (
        <span class="written">
          {why === undefined ? reply : words.labelled(words.officialReply, reply)}
        </span>
      )}
    </td>
  );
}
