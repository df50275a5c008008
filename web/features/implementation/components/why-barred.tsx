/** Why this manager may not accept or reward an idea, in a sentence. */
import type { Bar } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';

export function WhyBarred({ bar }: { readonly bar: Bar }) {
  return <small>{useImplementationWords().bars[bar]}</small>;
}
