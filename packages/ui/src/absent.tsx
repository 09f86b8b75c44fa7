// A cell without a value: a dash for the eye, words for who listens.

export function Absent() {
  return (
    <span className="text-ink-faint">
      <span aria-hidden>—</span>
      <span className="sr-only">not given</span>
    </span>
  );
}
