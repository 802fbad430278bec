/** While it is set, panes are not seen: a screenshot shows the page below. */
const HIDES_PANES = 'capturing';
/** Until the pane is gone from what is captured. */
const SETTLE_MILLISECONDS = 250;

/** Whether this browser can capture the screen. Phones cannot. */
export function canTakeScreenshot(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

/**
 * Lets the person choose a tab, a window or the screen, and captures it once.
 *
 * @returns A PNG; null where they chose none, or it did not come about.
 */
export async function takeScreenshot(): Promise<Blob | null> {
  const root = document.documentElement;
  let stream: MediaStream | null = null;
  try {
    // `preferCurrentTab` is not in TypeScript's types yet; a browser that does not know it ignores it.
    const options = { video: true, audio: false, preferCurrentTab: true } as DisplayMediaStreamOptions;
    stream = await navigator.mediaDevices.getDisplayMedia(options);
    root.dataset[HIDES_PANES] = '';
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    await new Promise((done) => setTimeout(done, SETTLE_MILLISECONDS));
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    return await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  } catch {
    return null;
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop();
    delete root.dataset[HIDES_PANES];
  }
}
