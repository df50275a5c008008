/** The newer rounds that are not shown yet, and the organizations they wait for. */
import { useWords } from '../../../i18n/language-context.tsx';
import type { Awaited } from '../order.ts';
import { useZoneWords } from '../words.ts';

/** As many as fit in two lines; the round's own page names more. */
const NAMED = 8;

export function LateOrganizations({ of }: { readonly of: readonly Awaited[] }) {
  const { roundName } = useWords();
  const words = useZoneWords();
  if (of.length === 0) return null;
  return (
    <div class="notice">
      {of.map(({ round, published, organizations, awaited }) => {
        if (published === organizations)
          return <p key={round}>{words.othersAwaited(roundName(round))}</p>;
        const named = awaited.slice(0, NAMED);
        const names = named.map(({ name, district }) => words.place(name, district));
        const more = organizations - published - named.length;
        return (
          <p key={round}>
            {words.stillAwaited(roundName(round), published, organizations)}
            {words.lateOnes(names.join(words.listed), more)}
          </p>
        );
      })}
    </div>
  );
}
