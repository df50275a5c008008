/**
 * Catches errors during rendering, such as a chunk that a new deployment has replaced, and offers
 * to reload instead of leaving a blank page.
 */
import { Component, type ComponentChildren } from 'preact';
import { useWords } from '../i18n/language-context.tsx';

interface Props {
  readonly children: ComponentChildren;
}

export class FailureBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const words = useWords();
  return (
    <main class="container">
      <div class="notice warning" role="alert">
        <p>{words.pageBroken}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </main>
  );
}
