import { CUT, Sign } from './filled-check.tsx';

export function FilledAlert() {
  return (
    <Sign>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M8 4.6v4M8 11.2v.01" {...CUT} />
    </Sign>
  );
}

export function FilledClock() {
  return (
    <Sign>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M7.8 4.5V8.2h2.7" {...CUT} />
    </Sign>
  );
}

export function FilledSync() {
  return (
    <Sign>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.9 7.4a3.2 3.2 0 0 1 5.7-1.3M11.1 8.6a3.2 3.2 0 0 1-5.7 1.3" {...CUT} />
      <path d="M10.9 4.6v1.7H9.2M5.1 11.4V9.7h1.7" {...CUT} strokeWidth={1.2} />
    </Sign>
  );
}

export function FilledMail() {
  return (
    <Sign>
      <rect x="1.2" y="3" width="13.6" height="10" rx="1.8" fill="currentColor" />
      <path d="m2.2 5.2 5.8 3.3 5.8-3.3" {...CUT} strokeWidth={1.2} />
    </Sign>
  );
}

export function FilledQuestion() {
  return (
    <Sign>
      <circle cx="6.2" cy="4.4" r="3" fill="currentColor" />
      <path
        d="M1 11.6C1 9.7 2.4 8.6 4 8.6h3.4A4.9 4.9 0 0 0 7 14.4c-.3 0-.5.1-.8.1-3.4 0-5.2-1.2-5.2-2.9Z"
        fill="currentColor"
      />
      <circle cx="11.6" cy="11.4" r="3.9" fill="currentColor" />
      <path
        d="M10.5 10.4c0-.7.5-1.1 1.1-1.1s1.1.4 1.1 1c0 .8-1.1.9-1.1 1.7M11.6 13.5v.01"
        {...CUT}
        strokeWidth={1.1}
      />
    </Sign>
  );
}

export function FilledWarning() {
  return (
    <Sign>
      <path
        d="M6.9 2.1 1.2 12.3a1.3 1.3 0 0 0 1.1 1.9h11.4a1.3 1.3 0 0 0 1.1-1.9L9.1 2.1a1.3 1.3 0 0 0-2.2 0Z"
        fill="currentColor"
      />
      <path d="M8 5.8v3.4M8 11.6v.01" {...CUT} />
    </Sign>
  );
}
