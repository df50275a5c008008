/**
 * Checks a published bulletin against the facts, on demand, and lists the differences; folded, for
 * managers and administrators.
 */
import { useMutation } from '@tanstack/preact-query';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { verifyBulletin } from '../../../../shared/contract/routes/numbers.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../../api/call-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { useBulletinWords } from '../words.ts';

export function BulletinCheck({ round }: { readonly round: RoundId }) {
  const words = useBulletinWords();
  const call = useCall();
  const path = { organization: useOrganization().organization.id, round };
  const check = useMutation({ mutationFn: () => call(verifyBulletin, { path }) });
  return (
    <details class="no-print">
      <summary>{words.verify}</summary>
      <p>
        <small>{words.verifyText}</small>
      </p>
      <button
        type="button"
        class="secondary"
        aria-busy={check.isPending}
        disabled={check.isPending}
        onClick={() => check.mutate()}
      >
        {words.verifyNow}
      </button>
      {check.error !== null && <Failure error={check.error} />}
      <div role="status">{check.data !== undefined && <Verdict of={check.data} />}</div>
    </details>
  );
}

function Verdict({
  of: { agrees, ideas, discrepancies, more },
}: {
  readonly of: ReplyOf<typeof verifyBulletin>;
}) {
  const words = useBulletinWords();
  if (agrees) return <p class="notice good">✓ {words.agrees(ideas)}</p>;
  return (
    <div class="notice warning">
      <p>✕ {words.differs(discrepancies.length + more)}</p>
      <Scrollable label={words.differs(discrepancies.length + more)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.published}</th>
              <th scope="col">{words.recomputed}</th>
            </tr>
          </thead>
          <tbody>
            {discrepancies.map(({ where, published, recomputed }) => (
              <tr key={where}>
                <th scope="row">{where}</th>
                <td class="written">{published}</td>
                <td class="written">{recomputed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      {more > 0 && <p>{words.moreDiffer(more)}</p>}
    </div>
  );
}
