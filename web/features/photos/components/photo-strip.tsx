/**
 * A row of small photos, each of which opens the large ones. On paper they are larger. One that is
 * not ready says so, or why it was refused and what to do.
 */
import { useState } from 'preact/hooks';
import type { PhotoSubject } from '../../../../shared/domain/idea/photo.ts';
import { isReady, type Photo, type ReadyPhoto, type RefusedPhoto } from '../photo.ts';
import { useSettled } from '../use-settled.ts';
import { usePhotosWords } from '../words.ts';
import { PhotoViewer } from './photo-viewer.tsx';

interface Props {
  readonly photos: readonly Photo[];
  readonly of: PhotoSubject;
  /** Whether the reader can mend what was refused. */
  readonly own: boolean;
}

export function PhotoStrip({ photos, of, own }: Props) {
  const words = usePhotosWords();
  const shown = useSettled(photos);
  const ready = shown.filter(isReady);
  const [open, setOpen] = useState<number | undefined>(undefined);
  return (
    <>
      <ul class="photo-strip" aria-label={words.photosOf[of]}>
        {shown.map(photo => (
          <li key={photo.id}>
            {photo.state === 'ready' && (
              <Small
                photo={photo}
                label={words.photoOpen(ready.indexOf(photo) + 1, ready.length)}
                onOpen={() => setOpen(ready.indexOf(photo))}
              />
            )}
            {photo.state === 'awaited' && (
              <p class="photo-state" role="status">
                {words.photoAwaited}
              </p>
            )}
            {photo.state === 'refused' && <Refused photo={photo} own={own} />}
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <PhotoViewer photos={ready} start={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

interface SmallProps {
  readonly photo: ReadyPhoto;
  readonly label: string;
  readonly onOpen: () => void;
}

/** A button that says what it does, and what its photo shows. */
function Small({ photo: { small, alt, width, height }, label, onOpen }: SmallProps) {
  return (
    <button
      type="button"
      class="plain"
      aria-label={alt === undefined ? label : `${label}\u00a0· ${alt}`}
      onClick={onOpen}
    >
      <img src={small} alt="" width={width} height={height} decoding="async" />
    </button>
  );
}

function Refused({ photo, own }: { readonly photo: RefusedPhoto; readonly own: boolean }) {
  const words = usePhotosWords();
  return (
    <p class="photo-state fault">
      {words.photoFaults[photo.reason]}
      {own && words.photoChooseAnother}
    </p>
  );
}
