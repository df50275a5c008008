/**
 * The claim code of an idea that has arrived: large, and protected from a careless click. The outbox
 * keeps it, sealed, until its author has written it down.
 */
import { useState } from 'preact/hooks';
import { useSubmissionWords } from '../words.ts';

interface Props {
  readonly code: string;
  readonly writtenDown: boolean;
  readonly onWrittenDown: () => void;
}

export function ClaimCodeCard({ code, writtenDown, onWrittenDown }: Props) {
  const words = useSubmissionWords();
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  const copy = async () => {
    try {
      // Undefined if the page is shown over plain HTTP.
      await navigator.clipboard.writeText(code);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <section class="claim-code" aria-label={words.claimCode}>
      <h2>
        {words.claimCode}&nbsp;· {words.writeItDown}
      </h2>
      <p>
        <output>{code}</output>
      </p>
      <p>
        <strong>{words.shownOnce}</strong> {words.whatFor}
      </p>
      <div class="no-print">
        <div class="actions">
          <button type="button" class="secondary" onClick={copy}>
            {words.copyCode}
          </button>
          <button type="button" class="secondary" onClick={() => print()}>
            {words.printCode}
          </button>
        </div>
        <p role="status">
          {copied === true && words.codeCopied}
          {copied === false && words.codeNotCopied}
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={writtenDown}
            disabled={writtenDown}
            onChange={onWrittenDown}
          />
          {words.wroteItDown}
        </label>
      </div>
    </section>
  );
}
