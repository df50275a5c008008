/** The ornament in each corner of the certificate's frame. */
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;

export function Corners() {
  return (
    <>
      {CORNERS.map(corner => (
        <svg key={corner} class={`corner ${corner}`} viewBox="0 0 40 40" aria-hidden="true">
          <path d="M2 38V14Q2 2 14 2H38M8 38V18Q8 8 18 8H38" />
          <path d="M14 30Q14 14 30 14M14 22Q22 22 22 14" />
          <circle cx="14" cy="14" r="2.5" />
        </svg>
      ))}
    </>
  );
}
