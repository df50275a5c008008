/**
 * The photos of one subject beside the text that they belong to. What shows them is loaded with the
 * first idea that has any; their place is kept meanwhile.
 */
import { Suspense } from 'preact/compat';
import type { PhotoSubject } from '../../../../shared/domain/idea/photo.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { Nothing } from '../../../ui/not-loaded.tsx';
import { hasNotArrived, type Photo } from '../photo.ts';
import { photosStyle } from '../style.ts';

const PhotoStrip = lazilyOr(
  Nothing,
  async () => (await import('./photo-strip.tsx')).PhotoStrip,
  photosStyle,
);

interface Props {
  readonly photos: readonly Photo[] | undefined;
  readonly of: PhotoSubject;
  /** Whether the reader has added them, and can mend what was refused. */
  readonly own?: boolean | undefined;
}

export function Photos({ photos = [], of, own = false }: Props) {
  const shown = photos.filter(
    photo => photo.of === of && (own || photo.state !== 'refused' || hasNotArrived(photo)),
  );
  if (shown.length === 0) return null;
  return (
    <Suspense
      fallback={
        <span class="skeleton" style={{ height: 'calc(clamp(104px, 12vw, 152px) + 8px)' }} />
      }
    >
      <PhotoStrip photos={shown} of={of} own={own} />
    </Suspense>
  );
}
