// Brings the status badges of the page to life. The live region changes only when the status does, so that a screen
// reader speaks of news and not of every check.
import {
  askPublicStatus,
  type ShownStatus,
  STATUS_WORD,
  watchPublicStatus,
} from '@medspasync/api-client/status-watch';

const badges = document.querySelectorAll<HTMLAnchorElement>('[data-status-badge]');
const apiBaseUrl = badges[0]?.dataset.api;

function show(status: ShownStatus): void {
  const checkedAt = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  for (const badge of badges) {
    badge.title = status === 'checking' ? '' : `Last checked at ${checkedAt}`;
    if (badge.dataset.status === status) continue;
    badge.dataset.status = status;
    const word = badge.querySelector('[data-status-word]');
    if (word) word.textContent = `: ${STATUS_WORD[status]}`;
  }
}

if (apiBaseUrl) {
  show('checking');
  watchPublicStatus({ ask: () => askPublicStatus(apiBaseUrl), onStatus: show, page: document });
}
