/**
 * Photos in full, one at a time: swiped with a finger, stepped through with the arrow keys, closed
 * with Escape. Zooming is the browser's own.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ChevronLeft, ChevronRight, X } from '../../../ui/icon.ts';
import type { ReadyPhoto } from '../photo.ts';
import { usePhotosWords } from '../words.ts';

interface Props {
  readonly photos: readonly ReadyPhoto[];
  /** The one that is shown first. */
  readonly start: number;
  readonly onClose: () => void;
}

export function PhotoViewer({ photos, start, onClose }: Props) {
  const words = usePhotosWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const track = useRef<HTMLElement>(null);
  const [at, setAt] = useState(start);
  const show = (next: number, behavior: 'auto' | 'smooth') =>
    track.current?.children[next]?.scrollIntoView({ behavior, block: 'nearest', inline: 'start' });
  useLayoutEffect(() => {
    dialog.current?.showModal();
    track.current?.focus();
    show(start, 'auto');
  }, []);
  const step = (by: number) => {
    const next = at + by;
    if (next >= 0 && next < photos.length) show(next, 'smooth');
  };
  return (
    <dialog ref={dialog} class="photo-viewer" aria-label={words.photoViewer} onClose={onClose}>
      <header>
        <p aria-live="polite">{words.photoOf(at + 1, photos.length)}</p>
        <button
          type="button"
          class="plain"
          aria-label={words.close}
          onClick={() => dialog.current?.close()}
        >
          <X class="icon" aria-hidden="true" />
        </button>
      </header>
      <section
        ref={track}
        class="photo-track"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and takes the arrow keys
        tabIndex={0}
        aria-label={words.photoOf(at + 1, photos.length)}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
          setAt(Math.round(scrollLeft / clientWidth))
        }
        onKeyDown={event => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          event.preventDefault();
          step(event.key === 'ArrowLeft' ? -1 : 1);
        }}
      >
        {photos.map((photo, number) => (
          <figure key={photo.id}>
            <Large photo={photo} alt={photo.alt ?? words.photoNumber(number + 1)} />
            {photo.alt !== undefined && <figcaption>{photo.alt}</figcaption>}
          </figure>
        ))}
      </section>
      {photos.length > 1 && (
        <footer>
          <button
            type="button"
            class="plain"
            aria-label={words.photoPrevious}
            aria-disabled={at === 0}
            onClick={() => step(-1)}
          >
            <ChevronLeft class="icon" aria-hidden="true" />
          </button>
          <button
            type="button"
            class="plain"
            aria-label={words.photoNext}
            aria-disabled={at === photos.length - 1}
            onClick={() => step(1)}
          >
            <ChevronRight class="icon" aria-hidden="true" />
          </button>
        </footer>
      )}
    </dialog>
  );
}

/** Its address is good for a while; a page that has been open for longer reads it again. */
function Large({ photo, alt }: { readonly photo: ReadyPhoto; readonly alt: string }) {
  const words = usePhotosWords();
  const [broken, setBroken] = useState(false);
  if (broken) return <p role="status">{words.photoBroken}</p>;
  return (
    <img
      src={photo.large}
      alt={alt}
      width={photo.width}
      height={photo.height}
      onError={() => setBroken(true)}
    />
  );
}
