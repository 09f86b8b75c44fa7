// Brings the contact form to life: says at each field what is wrong with it, sends what was written once, and keeps it
// until it has arrived.
import { type ContactOutcome, sendContactMessage } from '@medspasync/api-client/contact-message';
import type { ContactRequestWire } from '@medspasync/schemas';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const form = document.querySelector<HTMLFormElement>('[data-contact-form]');
const outcomeLine = document.querySelector<HTMLElement>('[data-contact-outcome]');
const apiBaseUrl = form?.dataset.api;

if (form && outcomeLine && apiBaseUrl) open(form, outcomeLine, apiBaseUrl);

function open(form: HTMLFormElement, line: HTMLElement, api: string): void {
  const button = form.querySelector('button')!;
  // One for each message, so that a second attempt at it is no second message.
  let key = crypto.randomUUID();
  form.hidden = false;
  document.querySelector('[data-contact-without-script]')?.remove();

  form.addEventListener('input', ({ target }) => {
    key = crypto.randomUUID();
    const control = target as Control;
    if (control.ariaInvalid === 'true') tell(control, problemWith(control));
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.ariaDisabled === 'true') return;
    for (const control of controlsOf(form)) tell(control, problemWith(control));
    if (focusFirstWrong(form)) return say(line, '');
    button.ariaDisabled = 'true';
    say(line, 'Sending …');
    const outcome = await sendContactMessage(api, messageIn(form), key);
    button.ariaDisabled = null;
    if (outcome.kind === 'refused') {
      for (const control of controlsOf(form)) {
        const words = outcome.fields[control.name];
        if (words) tell(control, control.dataset.wrong ?? `This ${words}.`);
      }
    }
    say(line, wordsFor(outcome), outcome.kind === 'received' ? 'good' : 'bad');
    if (outcome.kind === 'received') {
      form.reset();
      form.hidden = true;
      line.focus();
    } else focusFirstWrong(form);
  });
}

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter((element): element is Control => !(element instanceof HTMLButtonElement));

function problemWith(control: Control): string | undefined {
  const value = control.value.trim();
  if (value === '') return control.required ? control.dataset.missing : undefined;
  const least = control instanceof HTMLSelectElement ? 0 : control.minLength;
  return control.validity.valid && value.length >= least ? undefined : control.dataset.wrong;
}

function tell(control: Control, problem: string | undefined): void {
  control.ariaInvalid = problem ? 'true' : null;
  const place = document.getElementById(`${control.id}-error`);
  if (place) place.textContent = problem ?? '';
}

/** @returns whether there was one. */
function focusFirstWrong(form: HTMLFormElement): boolean {
  const wrong = controlsOf(form).find(({ ariaInvalid }) => ariaInvalid === 'true');
  wrong?.focus();
  return wrong !== undefined;
}

function messageIn(form: HTMLFormElement): ContactRequestWire {
  const filled = [...new FormData(form)].filter(([, value]) => String(value).trim() !== '');
  return Object.fromEntries(filled) as ContactRequestWire;
}

function say(line: HTMLElement, words: string, tone: 'good' | 'bad' = 'good'): void {
  line.dataset.tone = tone;
  line.textContent = words;
}

function wordsFor(outcome: ContactOutcome): string {
  switch (outcome.kind) {
    case 'received':
      return 'Thank you. Your message has arrived, and you are answered by e-mail.';
    case 'refused':
      return 'The message was not taken. What has to change is said at the fields.';
    case 'too-many':
      return `Too many messages came from here. Try again in ${outcome.minutes} minutes; what you wrote stays on this page.`;
    case 'failed':
      return 'The message could not be sent. What you wrote is still here: try again in a moment. It arrives once, however often you send it.';
  }
}
