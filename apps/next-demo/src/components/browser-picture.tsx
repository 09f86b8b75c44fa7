// What this page is for, in one picture: two files meet inside the browser window, and the way out is closed.
export function BrowserPicture() {
  return (
    <figure>
      <svg
        viewBox="0 0 520 420"
        className="block w-full"
        role="img"
        aria-label="Two files are joined inside a browser window; the line that leads out of it is cut."
      >
        <rect
          x="1"
          y="1"
          width="518"
          height="330"
          rx="16"
          className="fill-surface stroke-line-strong/60"
          strokeWidth="1.5"
        />
        <path d="M1 48h518" className="stroke-line" strokeWidth="1.5" />
        {[28, 50, 72].map((x) => (
          <circle key={x} cx={x} cy="25" r="5" className="fill-none stroke-line-strong" strokeWidth="1.5" />
        ))}
        <rect x="104" y="14" width="300" height="22" rx="11" className="fill-sunken" />

        <Sheet x={48} title="rewards.csv" />
        <Sheet x={336} title="sales.csv" />
        {ROWS.map(({ from, to, known }) => (
          <path
            key={`${from}-${to}`}
            d={`M184 ${from} C 236 ${from}, 284 ${to}, 336 ${to}`}
            className={known ? 'fill-none stroke-success' : 'fill-none stroke-warning'}
            strokeWidth="2.25"
            strokeDasharray={known ? undefined : '2 6'}
            strokeLinecap="round"
          />
        ))}

        <path
          d="M260 331v30M260 397v22"
          className="stroke-line-strong"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
        <path
          d="M251 370l18 18M269 370l-18 18"
          className="stroke-danger"
          strokeWidth="2.75"
          strokeLinecap="round"
        />
      </svg>
    </figure>
  );
}

/** Which lines of the two sheets meet; one of them is in doubt. */
const ROWS = [
  { from: 142, to: 172, known: true },
  { from: 172, to: 142, known: true },
  { from: 202, to: 232, known: true },
  { from: 262, to: 262, known: false },
];

function Sheet({ x, title }: { x: number; title: string }) {
  return (
    <g>
      <rect
        x={x}
        y="82"
        width="136"
        height="212"
        rx="9"
        className="fill-raised stroke-line"
        strokeWidth="1.5"
      />
      <text x={x + 16} y="112" className="fill-ink font-semibold text-[14px]">
        {title}
      </text>
      {[142, 172, 202, 232, 262].map((y) => (
        <rect
          key={y}
          x={x + 16}
          y={y - 5}
          width={y % 60 === 22 ? 88 : 104}
          height="10"
          rx="5"
          className="fill-accent-soft"
        />
      ))}
    </g>
  );
}
