/** A photo of a form: its preview, what it shows, its place among the others, and its removal. */
import { useEffect, useState } from 'preact/hooks';
import { ALT } from '../../../../shared/domain/idea/photo.ts';
import { ArrowDown, ArrowUp, X } from '../../../ui/icon.ts';
import type { DraftPhoto } from '../draft-photos.ts';
import type { Photo } from '../photo.ts';
import { usePhotosWords } from '../words.ts';

interface Props {
  readonly photo: DraftPhoto;
  readonly number: number;
  readonly last: boolean;
  /** Its bytes, or what the idea has of it; undefined while it is read. */
  readonly picture: Blob | 'lost' | Photo | undefined;
  readonly onDescribe: (alt: string) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function PhotoRow({ photo, number, last, picture, onDescribe, onMove, onRemove }: Props) {
  const words = usePhotosWords();
  const address = useAddress(picture);
  const trouble = troubleOf(picture, words);
  return (
    <li class="photo-row">
      {address === undefined ? (
        <span class="photo-preview" />
      ) : (
        <img class="photo-preview" src={address} alt={photo.alt || words.photoNumber(number)} />
      )}
      <div>
        {trouble !== undefined ? (
          <p class="fault small" role="status">
            {trouble}
          </p>
        ) : (
          <input
            type="text"
            maxLength={ALT.max}
            autocomplete="off"
            aria-label={words.photoAltOf(number)}
            placeholder={words.photoAlt}
            value={photo.alt}
            onInput={event => onDescribe(event.currentTarget.value)}
          />
        )}
        <div class="photo-acts">
          {(number > 1 || !last) && (
            <>
              <Move
                label={words.photoEarlier(number)}
                possible={number > 1}
                onPress={() => onMove(-1)}
                Icon={ArrowUp}
              />
              <Move
                label={words.photoLater(number)}
                possible={!last}
                onPress={() => onMove(1)}
                Icon={ArrowDown}
              />
            </>
          )}
          <button
            type="button"
            class="plain photo-remove"
            aria-label={words.photoRemove(number)}
            onClick={onRemove}
          >
            <X class="icon" aria-hidden="true" />
            {words.remove}
          </button>
        </div>
      </div>
    </li>
  );
}

interface MoveProps {
  readonly label: string;
  readonly possible: boolean;
  readonly onPress: () => void;
  readonly Icon: typeof ArrowUp;
}

/** At the end it does nothing, and keeps the focus of whoever has pressed it that far. */
function Move({ label, possible, onPress, Icon }: MoveProps) {
  return (
    <button
      type="button"
      class="plain"
      aria-label={label}
      aria-disabled={!possible}
      onClick={() => possible && onPress()}
    >
      <Icon class="icon" aria-hidden="true" />
    </button>
  );
}

/** Why there is nothing to see, if there never will be. */
function troubleOf(
  picture: Props['picture'],
  words: ReturnType<typeof usePhotosWords>,
): string | undefined {
  if (picture === 'lost') return words.photoLost;
  if (picture === undefined || picture instanceof Blob || picture.state !== 'refused')
    return undefined;
  return words.photoFaults[picture.reason];
}

/** An address for the bytes, as long as they are shown. */
function useAddress(picture: Props['picture']): string | undefined {
  const bytes = picture instanceof Blob ? picture : undefined;
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (bytes === undefined) return setAddress(undefined);
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  if (bytes !== undefined) return address;
  return typeof picture === 'object' && 'small' in picture ? picture.small : undefined;
}
