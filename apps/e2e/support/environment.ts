// The only file of the stories that reads the environment.

export const inContinuousIntegration = Boolean(process.env.CI);

/** Where `npm run check` wants the outcome as JSON; unset when stories are run by hand. */
export const storiesReport = process.env.STORIES_REPORT;

/** A browser of the developer's choice. */
export const chosenChromium = process.env.CHROMIUM_PATH;

/** How many API processes answer behind the address the apps were built for: `npm run test:external` has two. */
export const apiProcesses = Number(process.env.API_PROCESSES ?? 1);

/** Where the apps that are looked at find the API. */
export const apiBaseUrl = process.env.NEXT_PUBLIC_API_BASE_URL ?? 'http://localhost:8000';
