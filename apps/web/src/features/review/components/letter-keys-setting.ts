// Whether single letters act, remembered on this device.
import { useState } from 'react';

const STORAGE_KEY = 'review-letter-keys';

function read(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

/** On unless switched off here before. */
export function useLetterKeysSetting(): [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(read);
  return [
    on,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(STORAGE_KEY, next ? 'on' : 'off');
      } catch {
        // Storage is blocked: the choice lasts for this page only.
      }
    },
  ];
}
