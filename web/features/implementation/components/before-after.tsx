/** Finished work beside the problem that it was for, for whoever accepts it. */
import { type Photo, Photos } from '../../photos/index.ts';
import { useImplementationWords } from '../words.ts';

/** An API older than the pages tells of no photos. */
export function BeforeAfter({ photos = [] }: { readonly photos: readonly Photo[] | undefined }) {
  const words = useImplementationWords();
  if (photos.every(({ of }) => of !== 'result')) return null;
  return (
    <div class="before-after">
      {(['problem', 'result'] as const).map(
        of =>
          photos.some(photo => photo.of === of) && (
            <section key={of}>
              <h3>{of === 'problem' ? words.before : words.after}</h3>
              <Photos photos={photos} of={of} />
            </section>
          ),
      )}
    </div>
  );
}
