// The ways to everything else, and which environment this is.
import { API_ORIGIN, APP_ENVIRONMENT, APP_URL, SANDBOX_URL, SITE_URL } from '../config/env.ts';

const WAYS = [
  [SITE_URL, 'About MedSpaSync Pro'],
  [APP_URL, 'Web app'],
  [SANDBOX_URL, 'Sandbox'],
  [`${API_ORIGIN}/docs`, 'API documentation'],
] as const;

export function SiteFooter() {
  return (
    <footer className="border-line border-t bg-sunken">
      <div className="wrap flex flex-wrap items-center gap-x-8 gap-y-4 py-8 text-sm">
        <nav aria-label="Around">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {WAYS.map(([href, title]) => (
              <li key={href}>
                <a
                  href={href}
                  className="inline-block py-1 text-ink-soft underline-offset-4 hover:text-ink hover:underline"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-ink-faint lg:ml-auto">Environment: {APP_ENVIRONMENT}</p>
      </div>
    </footer>
  );
}
