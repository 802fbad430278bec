import { pipeline, type Readable, Transform } from 'node:stream';
import { StorageError } from './storage/file-storage.ts';

export interface Guard {
  /** As many bytes have to come; fewer or more are no answer. */
  readonly bytes: number;
  /** Asks anew whether they may flow. What it throws ends the flow: also where it cannot be found out. */
  readonly ask: () => Promise<void>;
  /** Asked again after so long, whether or not anything flows, */
  readonly everyMs: number;
  /** and after so many bytes, before the next ones are handed on. */
  readonly everyBytes: number;
}

/**
 * Hands bytes on for as long as they may flow, as fast as they are taken, and holds no more than a piece of them.
 *
 * Whoever destroys what comes out destroys the source. What comes out fails when the permission is gone, so that a
 * connection which waits for it breaks off; and with StorageError where the source does not have what it should.
 */
export function guardFlow(source: Readable, { bytes, ask, everyMs, everyBytes }: Guard): Readable {
  let passed = 0;
  let unasked = 0;
  let asking: Promise<void> | null = null;

  function askOnce(): Promise<void> {
    asking ??= ask()
      .then(() => {
        unasked = 0;
      })
      .finally(() => {
        asking = null;
      });
    return asking;
  }

  const guard = new Transform({
    transform(piece: Buffer, _encoding, done) {
      passed += piece.length;
      unasked += piece.length;
      if (passed > bytes) done(new StorageError(`The storage sent more than ${bytes} bytes`));
      else if (unasked < everyBytes) done(null, piece);
      else askOnce().then(() => done(null, piece), done);
    },
    flush(done) {
      done(
        passed === bytes ? null : new StorageError(`The storage sent ${passed} bytes instead of ${bytes}`),
      );
    },
  });
  const timer = setInterval(() => {
    askOnce().catch((error: Error) => guard.destroy(error));
  }, everyMs);
  pipeline(source, guard, () => clearInterval(timer));
  return guard;
}
