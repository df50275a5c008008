/** Says that there is no network, and of when what is shown is. Announced, and in a place of its own. */
import type { ComponentChildren } from 'preact';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { useNetworkState } from '../api/network.ts';
import { serverNow } from '../api/server-clock.ts';
import { useLanguage } from '../i18n/language-context.tsx';
import { lately, USUAL_TIME_ZONE } from '../i18n/moments.ts';

interface Props {
  /** What is in its place while there is a network. */
  readonly children?: ComponentChildren;
}

export function OfflineMark({ children }: Props) {
  const { language, words } = useLanguage();
  const state = useNetworkState();
  const asOf = state.is === 'lost' ? state.asOf : undefined;
  return (
    <span class="whereabouts">
      <span role="status">
        {state.is === 'lost' && (
          <span class="offline-mark">
            {asOf === undefined
              ? words.offline
              : words.offlineAsOf(lately(instantOf(asOf), serverNow(), USUAL_TIME_ZONE, language))}
          </span>
        )}
      </span>
      {state.is === 'reached' && children}
    </span>
  );
}
