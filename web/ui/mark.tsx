/** The mark of the product: a gold coin with a plus, for an idea more. */
export function Mark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="#d9a300" />
      <path d="M8 4.5v7M4.5 8h7" stroke="#1b1d1f" stroke-width="1.75" stroke-linecap="round" />
    </svg>
  );
}
