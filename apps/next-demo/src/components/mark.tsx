// The sign of the product: two halves that close into one ring.
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#6a2c5b" />
      <path d="M20.5 8.6A8.5 8.5 0 1 0 16 24.5V20a4 4 0 1 1 1.9-7.5z" fill="#fffafd" />
      <path d="M16 24.5a8.5 8.5 0 0 0 6.6-13.9l-3.6 2.7A4 4 0 0 1 16 20z" fill="#94d8c1" />
    </svg>
  );
}
