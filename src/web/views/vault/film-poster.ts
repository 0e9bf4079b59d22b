/** One frame of a film, to stand for it, and how long it is. */
export interface Poster {
  readonly canvas: HTMLCanvasElement;
  /** Seconds; null where the film does not tell. */
  readonly seconds: number | null;
}

/** Films that are opened at a time: a browser has six connections to a server, and pictures want some. */
const mostAtOnce = 2;
/** Milliseconds after which a film that shows nothing is given up. */
const patience = 20_000;
const width = 320;

/** Opens films one after the other, each for one frame, and lets it go again: its connection, and its memory. */
export class PosterQueue {
  readonly #waiting: (() => void)[] = [];
  #open = 0;

  /** A frame of the film at an address; null where the browser does not play it. Given up when the signal says so. */
  async poster(address: string, signal: AbortSignal): Promise<Poster | null> {
    if (this.#open >= mostAtOnce) await new Promise<void>((go) => this.#waiting.push(go));
    this.#open++;
    try {
      return signal.aborted ? null : await frameOf(address, signal);
    } finally {
      this.#open--;
      this.#waiting.shift()?.();
    }
  }
}

async function frameOf(address: string, signal: AbortSignal): Promise<Poster | null> {
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "metadata";
  const ends = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  try {
    video.src = address;
    if (!(await happened(video, "loadeddata", ends))) return null;
    const seconds = Number.isFinite(video.duration) ? video.duration : null;
    // Films often begin in the dark.
    if (seconds !== null && seconds > 1) {
      video.currentTime = Math.min(1, seconds / 10);
      if (!(await happened(video, "seeked", ends))) return null;
    }
    const canvas = drawn(video);
    return canvas && { canvas, seconds };
  } finally {
    letGo(video);
  }
}

/** Ends what a film element reads and holds. */
export function letGo(video: HTMLVideoElement): void {
  video.pause();
  video.removeAttribute("src");
  video.load();
}

function drawn(video: HTMLVideoElement): HTMLCanvasElement | null {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = Math.min(width, video.videoWidth);
  canvas.height = Math.max(1, Math.round((canvas.width * video.videoHeight) / video.videoWidth));
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Whether it happens before the film fails or nobody waits any more. */
async function happened(
  video: HTMLVideoElement,
  event: "loadeddata" | "seeked",
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return false;
  return await new Promise<boolean>((resolve) => {
    const over = new AbortController();
    const end = (was: boolean) => {
      over.abort();
      resolve(was);
    };
    video.addEventListener(event, () => end(true), { signal: over.signal });
    video.addEventListener("error", () => end(false), { signal: over.signal });
    signal.addEventListener("abort", () => end(false), { signal: over.signal });
  });
}
