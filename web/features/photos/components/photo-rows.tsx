/**
 * The photos of a field: shrunk on the device, several at once, described if the writer likes,
 * ordered, and removed with an undo.
 */
import { useLayoutEffect } from 'preact/hooks';
import { useToast } from '../../../ui/toast.tsx';
import { isNew, nameOfPhoto } from '../draft-photos.ts';
import {
  type Arriving,
  type PhotoDraftProps,
  type PhotosState,
  usePhotoDraft,
} from '../use-photo-draft.ts';
import { usePhotosWords } from '../words.ts';
import { PhotoRow } from './photo-row.tsx';

interface Props extends PhotoDraftProps {
  /** Files that were chosen and are not taken yet. */
  readonly chosen: readonly File[];
  /** They are taken, except as many as there is no room for. */
  readonly onTaken: (left: number) => void;
  readonly onState: (state: PhotosState) => void;
  readonly onRemoved: () => void;
}

export function PhotoRows({ chosen, onTaken, onState, onRemoved, ...draft }: Props) {
  const words = usePhotosWords();
  const toast = useToast();
  const { photos, arriving, bytes, ...acts } = usePhotoDraft(draft);
  useLayoutEffect(() => {
    if (chosen.length > 0) onTaken(acts.add(chosen));
  }, [chosen]);

  const count = photos.length + arriving.length;
  const lost = photos.some(photo => bytes.get(nameOfPhoto(photo)) === 'lost');
  const trouble = arriving.some(({ why }) => why === undefined)
    ? 'wait'
    : lost || arriving.length > 0
      ? 'mend'
      : 'none';
  useLayoutEffect(() => onState({ count, trouble }), [count, trouble]);
  return (
    <ul class="photo-rows">
      {photos.map((photo, at) => (
        <PhotoRow
          key={nameOfPhoto(photo)}
          photo={photo}
          number={at + 1}
          last={at === photos.length - 1}
          picture={
            isNew(photo) ? bytes.get(photo.key) : draft.stored.find(one => one.id === photo.id)
          }
          onDescribe={alt => acts.describe(photo, alt)}
          onMove={by => acts.shift(photo, by)}
          onRemove={() => {
            toast(words.photoRemoved, acts.remove(photo));
            onRemoved();
          }}
        />
      ))}
      {arriving.map(one => (
        <ArrivingRow
          key={one.key}
          one={one}
          onRetry={() => acts.retry(one)}
          onForget={() => {
            acts.forget(one.key);
            onRemoved();
          }}
        />
      ))}
    </ul>
  );
}

interface ArrivingProps {
  readonly one: Arriving;
  readonly onRetry: () => void;
  readonly onForget: () => void;
}

function ArrivingRow({ one: { file, why }, onRetry, onForget }: ArrivingProps) {
  const words = usePhotosWords();
  return (
    <li class="photo-row" aria-busy={why === undefined}>
      <span class={why === undefined ? 'photo-preview skeleton' : 'photo-preview'} />
      <div>
        <p class={why === undefined ? 'muted small' : 'fault small'} role="status">
          {why === undefined ? words.photoShrinking : words.photoRefusals[why]}
        </p>
        <p class="photo-file">{file.name}</p>
        {why !== undefined && (
          <div class="photo-acts">
            {why === 'unreadable' && (
              <button type="button" class="plain" onClick={onRetry}>
                {words.retry}
              </button>
            )}
            <button type="button" class="plain" onClick={onForget}>
              {words.remove}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}
