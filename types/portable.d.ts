// What the pure folders may use beyond ECMAScript: names that Node and browsers share and that reach no disk, network, clock or
// chance. Only tsconfig.pure.json includes this file.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
}

declare function atob(data: string): string;
declare function btoa(data: string): string;

interface ReadableStream<R = unknown> {
  getReader(): { read(): Promise<{ done: boolean; value: R | undefined }>; cancel(reason?: unknown): Promise<void> };
}
interface DecompressionPair {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: {
    getWriter(): {
      write(chunk: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(reason?: unknown): Promise<void>;
    };
  };
}
declare class DecompressionStream implements DecompressionPair {
  constructor(format: "gzip" | "deflate" | "deflate-raw");
  readonly readable: DecompressionPair["readable"];
  readonly writable: DecompressionPair["writable"];
}
