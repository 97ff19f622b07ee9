/** Five faces, from a deep frown (1) to a broad smile (5); the word stands beside each. */
const mouths = [
  'M10 25c3-5 9-5 12 0',
  'M11 24c3-2.500 7-2.500 10 0',
  'M11 22.500h10',
  'M11 21c3 2.500 7 2.500 10 0',
  'M9.500 19.500c2 6.500 11 6.500 13 0z',
];

export function Face({ value }: { value: number }) {
  return (
    <svg class="face" viewBox="0 0 32 32" width="40" height="40" aria-hidden="true">
      <circle cx="16" cy="16" r="14" />
      <path d="M11.500 12v1.500M20.500 12v1.500" />
      <path d={mouths[value - 1]} />
    </svg>
  );
}
